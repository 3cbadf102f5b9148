// Bots stand in for people: whose decision it is, how long, and when the game waits.
#include "core/json_read.h"
#include "core/json_write.h"
#include "unit/table/stand_in_table.h"

namespace baize::table {
namespace {

TEST(StandIns, a_decision_that_changes_hands_has_its_whole_time_again_and_what_was_decided_before_is_stale) {
  StandInTable table;
  table.begin();
  table.until_turn_of(k_bob);
  const Play bobs = table.a_move();
  const auto opened = table.state.decision;
  ASSERT_TRUE(table.act(k_bob, Leave{}, *table.state.due - 1));
  EXPECT_GT(table.state.decision, opened);
  EXPECT_EQ(table.state.due, table.state.at + 30'000);
  EXPECT_EQ(table.refusal(k_bob, bobs), Reason::stale);
  const Play bots = table.a_move();
  ASSERT_TRUE(table.act(k_bob, SitIn{}, *table.state.due - 1));
  EXPECT_EQ(table.refusal(k_bob, bots), Reason::stale);
  EXPECT_EQ(table.state.due, table.state.at + 30'000);
  // Somebody else's coming and going leaves it.
  const auto now = table.state;
  ASSERT_TRUE(table.act(k_cid, Leave{}));
  EXPECT_EQ(table.state.decision, now.decision);
  EXPECT_EQ(table.state.due, now.due);
}

TEST(StandIns, do_not_play_on_among_themselves_when_everybody_has_gone) {
  StandInTable table;
  ASSERT_TRUE(table.sit(k_ann, "Ann", 0));
  ASSERT_TRUE(table.sit(k_bob, "Bob", 1));
  ASSERT_TRUE(table.start_game());
  ASSERT_TRUE(table.act({}, Gone{k_bob}));
  EXPECT_FALSE(stands_still(table.state));
  ASSERT_TRUE(table.act({}, Gone{k_ann}));
  EXPECT_TRUE(stands_still(table.state));
  EXPECT_EQ(bot_to_act(table.state), nullptr);
  EXPECT_FALSE(table.state.due);
  EXPECT_EQ(table.state.status, Status::running);
  EXPECT_FALSE(public_view(table.state).deadline);
  // A restart changes nothing of that.
  ASSERT_TRUE(table.act({}, Restored{}));
  EXPECT_FALSE(table.state.due);
  ASSERT_TRUE(table.act(k_bob, SitIn{}, table.state.at + 3'600'000));
  EXPECT_EQ(table.state.due, table.state.at + 30'000);
  EXPECT_TRUE(bot_to_act(table.state) != nullptr || table.actor().uuid == k_bob);
  table.end_deal();
  // Nor does the next deal begin.
  ASSERT_TRUE(table.act({}, Gone{k_bob}));
  EXPECT_FALSE(table.state.due);
  ASSERT_TRUE(table.act(k_ann, SitIn{}));
  table.tick();
  EXPECT_TRUE(games::running(table.state.game));
}

TEST(StandIns, play_on_at_once_for_who_asks_to_leave) {
  StandInTable table;
  table.begin();
  ASSERT_TRUE(table.act(k_bob, RequestLeave{}));
  EXPECT_EQ(table.seen(1).stand_in, true);
  table.until_turn_of(k_bob);
  EXPECT_EQ(bot_to_act(table.state)->uuid, k_bob);
}

TEST(StandIns, show_the_player_who_is_gone_the_hand_and_nothing_to_do) {
  StandInTable table;
  table.begin();
  table.until_turn_of(k_bob);
  const auto hand = games::hand(viewer_view(table.state, k_bob).own.value);
  EXPECT_FALSE(games::controls(public_view(table.state).public_, viewer_view(table.state, k_bob).own.value).empty());
  ASSERT_TRUE(table.act(k_bob, Leave{}));
  const auto view = viewer_view(table.state, k_bob);
  EXPECT_EQ(view.seat, Seat{1});
  EXPECT_EQ(games::hand(view.own.value), hand);
  EXPECT_TRUE(games::controls(public_view(table.state).public_, view.own.value).empty());
}

TEST(StandIns, pass_the_table_on_when_its_owner_leaves) {
  StandInTable table;
  table.begin();
  ASSERT_TRUE(table.act(k_ann, Leave{}));
  EXPECT_EQ(table.state.owner, k_bob);
}

TEST(StandIns, stand_up_with_the_game) {
  StandInTable table;
  table.begin();
  ASSERT_TRUE(table.act(k_bob, Leave{}));
  for (int deals = 0; deals < 100 && sitter(table.state, k_bob) != nullptr; ++deals) {
    if (!games::running(table.state.game)) table.tick();
    table.end_deal();
  }
  EXPECT_EQ(sitter(table.state, k_bob), nullptr);
  EXPECT_EQ(table.state.sitters.size(), 3u);
  EXPECT_EQ(table.state.status, Status::waiting);
  // The owner fills the seat again.
  ASSERT_TRUE(table.start_game());
  EXPECT_TRUE(sitter_at(table.state, 1)->bot);
}

TEST(StandIns, follow_from_the_log) {
  StandInTable table;
  table.begin();
  ASSERT_TRUE(table.act(k_bob, Leave{}));
  table.end_deal();
  ASSERT_TRUE(table.act(k_ann, KickPlayer{k_cid, false}));
  ASSERT_TRUE(table.sit(k_eve, "Eve", 2));
  ASSERT_TRUE(table.act(k_bob, SitIn{}));
  table.tick();
  State again = table.start;
  for (const Action& action : table.log) again = apply(again, action)->state;
  EXPECT_EQ(digest(again), digest(table.state));
  const auto read = core::from_json_text<State>(core::to_json(table.state));
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(*read, table.state);
}

}  // namespace
}  // namespace baize::table
