// Games whose pauses wait for nothing: the deal stops where it is, and goes on from there.
#include "core/json_read.h"
#include "core/json_write.h"
#include "unit/table/stand_in_table.h"

namespace baize::table {
namespace {

TEST(PauseInDeal, stops_the_clock_at_once_and_gives_the_rest_of_the_time_back) {
  StandInTable table;
  table.begin();
  ASSERT_FALSE(games::pause_waits(table.state.settings.game.value));
  table.until_turn_of(k_bob);
  const TimeMs due = *table.state.due;
  const TimeMs rest = 12'000;
  ASSERT_TRUE(table.act(k_ann, PauseGame{}, due - rest));
  EXPECT_EQ(table.state.status, Status::paused);
  EXPECT_TRUE(games::running(table.state.game));
  EXPECT_FALSE(table.state.due);
  EXPECT_FALSE(public_view(table.state).deadline);
  EXPECT_EQ(table.refusal(k_ann, PauseGame{}), Reason::paused);
  // Whatever goes on meanwhile takes nothing from it.
  ASSERT_TRUE(table.act(k_cid, Leave{}, due + 100'000));
  ASSERT_TRUE(table.act(k_ann, ResumeGame{}, due + 3'600'000));
  EXPECT_EQ(table.state.status, Status::running);
  EXPECT_EQ(table.state.due, table.state.at + rest);
  table.move();
  EXPECT_EQ(table.state.due, table.state.at + 30'000);
}

TEST(PauseInDeal, lets_nobody_move_and_offers_nobody_a_move) {
  StandInTable table;
  table.begin();
  table.until_turn_of(k_bob);
  const Play bobs = table.a_move();
  ASSERT_TRUE(table.act(k_ann, PauseGame{}));
  EXPECT_EQ(table.refusal(k_bob, bobs), Reason::paused);
  const auto held = viewer_view(table.state, k_bob);
  EXPECT_FALSE(games::hand(held.own.value).empty());
  EXPECT_TRUE(games::controls(public_view(table.state).public_, held.own.value).empty());
  EXPECT_EQ(table.refusal({}, Tick{table.state.decision, table.chance(), {}}), Reason::stale);
  ASSERT_TRUE(table.act(k_ann, ResumeGame{}));
  table.move();
}

TEST(PauseInDeal, is_one_for_bots_too) {
  StandInTable table;
  table.begin();
  table.until_turn_of(k_bob);
  ASSERT_TRUE(table.act(k_ann, PauseGame{}));
  ASSERT_TRUE(table.act(k_bob, Leave{}));
  EXPECT_EQ(bot_to_act(table.state), nullptr);
  ASSERT_TRUE(table.act(k_ann, ResumeGame{}));
  EXPECT_EQ(bot_to_act(table.state)->uuid, k_bob);
}

TEST(PauseInDeal, lasts_over_a_restart_and_after_it_the_clock_has_its_whole_time) {
  StandInTable table;
  table.begin();
  ASSERT_TRUE(table.act(k_ann, PauseGame{}, *table.state.due - 1'000));
  ASSERT_TRUE(table.act({}, Restored{}, table.state.at + 60'000));
  EXPECT_EQ(table.state.status, Status::paused);
  EXPECT_FALSE(table.state.due);
  ASSERT_TRUE(table.act(k_ann, ResumeGame{}, table.state.at + 60'000));
  EXPECT_EQ(table.state.due, table.state.at + 30'000);
}

TEST(PauseInDeal, stands_a_reset_an_owner_who_leaves_and_the_end_of_the_table) {
  StandInTable table;
  table.begin();
  ASSERT_TRUE(table.act(k_ann, PauseGame{}));
  ASSERT_TRUE(table.act(k_ann, Leave{}));
  EXPECT_EQ(table.refusal(k_ann, ResumeGame{}), Reason::owner_only);
  ASSERT_TRUE(table.act(k_bob, ResetGame{}));
  EXPECT_EQ(table.state.status, Status::paused);
  ASSERT_TRUE(table.act(k_bob, ResumeGame{}));
  ASSERT_TRUE(table.act(k_bob, StartGame{table.chance()}));
  ASSERT_TRUE(table.act(k_bob, PauseGame{}));
  ASSERT_TRUE(table.act(k_bob, CloseTable{}));
  EXPECT_EQ(table.state.status, Status::closed);
}

TEST(PauseInDeal, follows_from_the_log) {
  StandInTable table;
  table.begin();
  table.until_turn_of(k_cid);
  ASSERT_TRUE(table.act(k_ann, PauseGame{}));
  ASSERT_TRUE(table.act(k_cid, Leave{}));
  ASSERT_TRUE(table.act(k_ann, ResumeGame{}, table.state.at + 5'000));
  table.end_deal();
  State again = table.start;
  for (const Action& action : table.log) {
    again = apply(again, action)->state;
    const auto read = core::from_json_text<State>(core::to_json(again));
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(*read, again);
  }
  EXPECT_EQ(digest(again), digest(table.state));
}

}  // namespace
}  // namespace baize::table
