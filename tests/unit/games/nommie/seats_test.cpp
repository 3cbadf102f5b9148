#include "unit/games/nommie/four.h"

namespace baize::games::nommie {
namespace {

using core::Reason;

State sat_down(int count) {
  State state = Game::create({});
  for (Seat seat = 0; seat < count; ++seat) state = Game::sit(state, seat, Chips{0})->state;
  return state;
}

TEST(NommieSeats, a_round_needs_all_four) {
  EXPECT_FALSE(Game::can_deal(sat_down(3)));
  EXPECT_TRUE(Game::can_deal(sat_down(4)));
  EXPECT_FALSE(Game::can_deal(sat_down(4), 0b0111));
  const auto refused = Game::deal(sat_down(3), Entropy{});
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("four"), std::string::npos);
}

TEST(NommieSeats, there_are_no_chips) {
  EXPECT_EQ(Game::sit(Game::create({}), 0, Chips{1}).error().reason, Reason::invalid_amount);
  EXPECT_EQ(Game::top_up(sat_down(1), 0, Chips{1}).error().reason, Reason::illegal_move);
  EXPECT_EQ(Game::stakes({}), "");
}

TEST(NommieSeats, there_are_four_and_each_is_taken_once) {
  EXPECT_EQ(Game::sit(Game::create({}), 4, Chips{0}).error().reason, Reason::invalid_field);
  EXPECT_EQ(Game::sit(sat_down(1), 0, Chips{0}).error().reason, Reason::seat_taken);
}

TEST(NommieSeats, sitting_out_is_for_the_time_between_two_games) {
  const auto out = Game::sit_out(sat_down(4), 1, true);
  ASSERT_TRUE(out);
  EXPECT_FALSE(Game::can_deal(out->state));
  EXPECT_EQ(Game::seat_status(out->state, 1), SeatStatus::sitting_out);
  Four four(rounds_behind(3));
  EXPECT_EQ(Game::sit_out(four.state, 1, true).error().reason, Reason::illegal_move);
  EXPECT_TRUE(Game::sit_out(four.state, 1, false));
}

TEST(NommieSeats, a_newcomer_after_a_game_finds_a_clean_table) {
  Four four(rounds_behind(26));
  const auto stood = Game::stand(four.state, 2);
  ASSERT_TRUE(stood);
  EXPECT_EQ(Game::view(stood->state).rounds.size(), 26u) << "the result stays for those who are there";
  const auto sat = Game::sit(stood->state, 2, Chips{0});
  ASSERT_TRUE(sat);
  EXPECT_TRUE(Game::view(sat->state).rounds.empty());
  EXPECT_TRUE(Game::view(sat->state).winners.empty());
}

TEST(NommieSeats, a_void_round_counts_for_nothing_and_is_dealt_again) {
  Four four(rounds_behind(11));
  four.deal();
  four.bid({0, 0});
  const auto undone = Game::void_deal(four.state);
  EXPECT_EQ(Game::check(undone.state), "");
  EXPECT_EQ(undone.state.finished, four.state.finished);
  EXPECT_EQ(Game::deck(undone.state), nullptr);
  four.state = undone.state;
  four.deal();
  EXPECT_EQ(four.shared().round, 12);
  EXPECT_EQ(four.shared().deal, 13u);
  EXPECT_FALSE(four.shared().bids[0]);
}

TEST(NommieSeats, a_game_that_is_called_off_binds_nobody) {
  Four four(rounds_behind(7));
  const State off = Game::called_off(four.state);
  EXPECT_FALSE(Game::bound(off, 0));
  EXPECT_TRUE(Game::view(off).winners.empty());
  EXPECT_EQ(Game::view(off).scores, Scores{});
}

}  // namespace
}  // namespace baize::games::nommie
