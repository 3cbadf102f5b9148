// Bots stand in for people: whose seat is whose, and how it changes hands.
#include "unit/table/stand_in_table.h"

namespace baize::table {
namespace {

TEST(StandIns, a_seat_whose_player_left_is_played_by_a_bot_and_the_table_goes_on) {
  StandInTable table;
  table.begin();
  ASSERT_TRUE(table.act(k_bob, Leave{}));
  const Sitter& bob = *sitter(table.state, k_bob);
  EXPECT_TRUE(stood_in_for(table.state, bob));
  EXPECT_EQ(table.seen(1).stand_in, true);
  EXPECT_EQ(table.seen(1).status, games::SeatStatus::playing);
  EXPECT_FALSE(table.seen(1).bot);
  EXPECT_FALSE(table.seen(0).stand_in);
  table.until_turn_of(k_bob);
  ASSERT_NE(bot_to_act(table.state), nullptr);
  EXPECT_EQ(bot_to_act(table.state)->uuid, k_bob);
  EXPECT_EQ(strength_of(*bot_to_act(table.state)), games::Strength::medium);
  table.end_deal();
  table.tick();
  EXPECT_TRUE(games::running(table.state.game));
  EXPECT_EQ(table.state.sitters.size(), 4u);
}

TEST(StandIns, play_for_who_lost_the_connection_too) {
  StandInTable table;
  table.begin();
  ASSERT_TRUE(table.act({}, Gone{k_cid}));
  table.until_turn_of(k_cid);
  ASSERT_NE(bot_to_act(table.state), nullptr);
  EXPECT_EQ(bot_to_act(table.state)->uuid, k_cid);
}

TEST(StandIns, give_the_seat_back_to_who_sits_in_or_takes_it_again_and_to_nobody_else) {
  StandInTable table;
  table.begin();
  for (const Verb& way_back : {Verb{SitIn{}}, Verb{TakeSeat{core::Name("Bob"), 1, {}}}}) {
    ASSERT_TRUE(table.act(k_bob, Leave{}));
    EXPECT_EQ(table.refusal(k_eve, TakeSeat{core::Name("Eve"), 1, {}}), Reason::table_full);
    EXPECT_EQ(table.refusal(k_bob, TakeSeat{core::Name("Bob"), 2, {}}), Reason::already_seated);
    EXPECT_EQ(seat_for(table.state, k_bob), Seat{1});
    EXPECT_EQ(seat_for(table.state, k_eve), std::nullopt);
    const auto back = table.act(k_bob, way_back);
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_FALSE(table.seen(1).stand_in);
    EXPECT_FALSE(sitter(table.state, k_bob)->leaving);
    table.until_turn_of(k_bob);
    EXPECT_EQ(bot_to_act(table.state), nullptr);
    table.move();
  }
}

TEST(StandIns, keep_the_seat_of_whom_the_owner_sent_away_until_somebody_else_plays_on) {
  StandInTable table;
  table.begin();
  ASSERT_TRUE(table.act(k_ann, KickPlayer{k_bob, false}));
  EXPECT_EQ(table.refusal(k_bob, SitIn{}), Reason::owner_only);
  EXPECT_EQ(table.refusal(k_bob, TakeSeat{core::Name("Bob"), 1, {}}), Reason::owner_only);
  // Nor does leaving once more help.
  ASSERT_TRUE(table.act(k_bob, Leave{}));
  EXPECT_EQ(table.refusal(k_bob, SitIn{}), Reason::owner_only);
  ASSERT_TRUE(table.act(k_ann, KickPlayer{k_cid, true}));
  EXPECT_EQ(table.refusal(k_cid, SitIn{}), Reason::banned);
  EXPECT_EQ(table.refusal(k_cid, TakeSeat{core::Name("Cid"), 2, {}}), Reason::banned);
  EXPECT_EQ(seat_for(table.state, k_eve), Seat{1});
  ASSERT_TRUE(table.sit(k_eve, "Eve", 1));
  EXPECT_EQ(sitter(table.state, k_bob), nullptr);
  EXPECT_FALSE(table.seen(1).stand_in);
}

TEST(StandIns, take_the_empty_seats_when_the_owner_starts) {
  StandInTable table;
  EXPECT_EQ(table.refusal(k_ann, StartGame{}), Reason::not_seated);
  ASSERT_TRUE(table.sit(k_ann, "Ann", 2));
  EXPECT_FALSE(table.state.due);
  EXPECT_EQ(table.refusal(k_bob, StartGame{}), Reason::owner_only);
  ASSERT_TRUE(table.start_game());
  EXPECT_TRUE(games::running(table.state.game));
  ASSERT_EQ(table.state.sitters.size(), 4u);
  for (const Sitter& one : table.state.sitters) EXPECT_EQ(one.bot.has_value(), !(one.uuid == k_ann));
  for (std::size_t i = 0; i < 4; ++i)
    for (std::size_t k = 0; k < i; ++k)
      EXPECT_FALSE(table.state.sitters[i].username == table.state.sitters[k].username);
  table.until_turn_of(k_ann);
}

TEST(StandIns, do_not_come_by_themselves_where_the_game_starts_by_itself) {
  StandInTable table(true);
  ASSERT_TRUE(table.sit(k_ann, "Ann", 0));
  ASSERT_TRUE(table.sit(k_bob, "Bob", 1));
  ASSERT_TRUE(table.sit(k_cid, "Cid", 2));
  EXPECT_FALSE(table.state.due);
  ASSERT_TRUE(table.sit(k_dee, "Dee", 3));
  table.tick();
  EXPECT_TRUE(games::running(table.state.game));
}

TEST(StandIns, give_way_to_newcomers_and_the_game_does_not_notice) {
  StandInTable table;
  ASSERT_TRUE(table.sit(k_ann, "Ann", 0));
  ASSERT_TRUE(table.start_game());
  table.until_turn_of(k_ann);
  table.move();
  const Sitter bot = table.actor();
  const auto game = table.state.game;
  const Play thought = table.a_move();
  EXPECT_EQ(seat_for(table.state, k_bob), Seat{1});
  ASSERT_TRUE(table.sit(k_bob, "Bob", bot.seat));
  EXPECT_EQ(table.state.game, game);
  EXPECT_EQ(sitter_at(table.state, bot.seat)->uuid, k_bob);
  EXPECT_EQ(sitter(table.state, bot.uuid), nullptr);
  // What the bot was about to do does not happen any more, and Bob has all the time of a turn.
  EXPECT_EQ(table.refusal(bot.uuid, thought), Reason::not_seated);
  EXPECT_EQ(table.refusal(k_bob, thought), Reason::stale);
  EXPECT_EQ(table.state.due, table.state.at + 30'000);
  EXPECT_EQ(bot_to_act(table.state), nullptr);
  table.move();
}

TEST(StandIns, give_way_to_whom_the_owner_accepts_where_the_owner_decides) {
  StandInTable table(false, false);
  ASSERT_TRUE(table.sit(k_ann, "Ann", 0));
  ASSERT_TRUE(table.sit(k_bob, "Bob", 1));
  ASSERT_TRUE(table.start_game());
  // Bob had asked for a seat that a bot has now: the request stands.
  EXPECT_NE(request_of(table.state, k_bob), nullptr);
  ASSERT_TRUE(table.act(k_ann, AcceptPlayer{k_bob}));
  EXPECT_FALSE(sitter_at(table.state, 1)->bot);
  EXPECT_EQ(sitter(table.state, k_bob)->seat, 1);
}

}  // namespace
}  // namespace baize::table
