// Rules 1, 2 and 10: where button and blinds stand.
#include "unit/games/holdem/ring.h"

namespace baize::games::holdem {
namespace {

// Rule 1: heads-up the button posts the small blind, acts first before the flop and last after. From three players to
// two nobody pays the big blind twice running.

TEST(Rule01_TDA34_WSOP87_HeadsUp, the_button_posts_the_small_blind_acts_first_before_the_flop_and_last_after) {
  Ring ring(blinds(5, 10), {500, 500});
  ring.deal(0);
  EXPECT_EQ(ring.positions(), "button 0, blinds 0 1");
  EXPECT_EQ(ring.legal(), "0: fold, call 5, raise 20-500, all-in 500");
  ring.play("0 calls, 1 checks");
  EXPECT_EQ(ring.state().to_act, Seat{1});
  ring.check_down().deal();
  EXPECT_EQ(ring.positions(), "button 1, blinds 1 0");
}

TEST(Rule01_TDA34_WSOP87_HeadsUp, the_last_card_goes_to_the_button) {
  Ring ring(blinds(5, 10), {500, 500});
  ring.deal(0);
  EXPECT_EQ(ring.state().players[0], 1);
  EXPECT_EQ(ring.state().players[1], 0);
}

TEST(Rule01_TDA34_WSOP87_ThreeToTwo, nobody_pays_the_big_blind_twice_running) {
  for (Seat leaves = 0; leaves < 3; ++leaves) {
    Ring ring(blinds(5, 10), {500, 500, 500});
    ring.deal(0).fold_round();  // seat 2 was the big blind
    ring.stand(leaves).deal();
    EXPECT_NE(Game::view(ring.state()).big_blind_seat, Seat{2});
    EXPECT_EQ(Game::view(ring.state()).button, Game::view(ring.state()).small_blind_seat);
  }
}

// Rule 2: the big blind always advances; button and small blind may fall on empty seats.

TEST(Rule02_TDA32_LA151_BigBlind, always_advances) {
  Ring ring(blinds(5, 10), {500, 500, 500, 500});
  ring.deal(0).fold_round();
  EXPECT_EQ(ring.positions(), "button 0, blinds 1 2");
  ring.deal().fold_round();
  EXPECT_EQ(ring.positions(), "button 1, blinds 2 3");
  ring.deal().fold_round();
  EXPECT_EQ(ring.positions(), "button 2, blinds 3 0");
}

TEST(Rule02_TDA32_LA151_DeadSmallBlind, nobody_posts_it_when_the_last_big_blind_has_left) {
  Ring ring(blinds(5, 10), {500, 500, 500, 500});
  ring.deal(0).fold_round().stand(2).deal();
  EXPECT_EQ(ring.positions(), "button 1, blinds nobody 3");
  EXPECT_EQ(ring.events().find("small blind"), std::string::npos);
  EXPECT_EQ(ring.legal(), "0: fold, call 10, raise 20-500, all-in 500");
}

TEST(Rule02_TDA32_LA151_DeadButton, falls_on_the_empty_seat_of_the_last_small_blind) {
  Ring ring(blinds(5, 10), {500, 500, 500, 500});
  ring.deal(0).fold_round().stand(1).deal();
  EXPECT_EQ(ring.positions(), "button 1, blinds 2 3");
  ring.play("0 calls, 2 calls, 3 checks");
  EXPECT_EQ(ring.state().to_act, Seat{2});
  ring.check_down().deal();
  EXPECT_EQ(ring.positions(), "button 2, blinds 3 0");
}

TEST(Rule02_TDA32_LA151_DeadButton, follows_a_dead_small_blind) {
  Ring ring(blinds(5, 10), {500, 500, 500, 500});
  ring.deal(0).fold_round().stand(2).deal().fold_round().deal();
  EXPECT_EQ(ring.positions(), "button 2, blinds 3 0");
}

TEST(Button, is_drawn_for_the_first_hand) {
  std::array<int, 4> drawn{};
  for (std::uint8_t i = 0; i < 200; ++i) {
    Ring ring(blinds(5, 10), {500, 500, 500, 500});
    ring.take(Game::deal(ring.state(), Entropy{{i, 7}}));
    ++drawn[static_cast<std::size_t>(Game::view(ring.state()).button)];
  }
  for (const int times : drawn) EXPECT_GT(times, 20);
}

// Rule 10: a newcomer posts the big blind or waits for it; missed blinds are owed. Here: who waits.

TEST(Rule10_RROP_Newcomer, waits_for_the_big_blind) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.deal(0).fold_round();  // blinds 1 2
  ring.sit(3, 500);
  EXPECT_EQ(ring.status(3), SeatStatus::waiting_for_blind);
  ring.deal();
  EXPECT_EQ(ring.positions(), "button 1, blinds 2 3") << "it is its turn to pay";
  EXPECT_EQ(ring.status(3), SeatStatus::playing);

  Ring other(blinds(5, 10), {500, 0, 500, 500});
  other.deal(0).fold_round();  // blinds 2 3
  other.sit(1, 500).deal();
  EXPECT_EQ(other.positions(), "button 2, blinds 3 0");
  EXPECT_FALSE(Game::bound(other.state(), 1));
  other.fold_round().deal();
  EXPECT_EQ(other.positions(), "button 3, blinds 0 1");
  EXPECT_TRUE(Game::bound(other.state(), 1));
}

TEST(Rule10_RROP_Newcomer, plays_at_once_when_nobody_else_could) {
  Ring ring(blinds(5, 10), {500, 500});
  ring.deal(0).fold_round();  // seat 1 was the big blind
  ring.stand(1).sit(5, 500).deal();
  EXPECT_EQ(ring.positions(), "button 0, blinds 0 5");
}

TEST(Rule10_RROP_Newcomer, of_a_heads_up_game_comes_in_with_the_big_blind_from_either_side) {
  for (const Seat seat : {Seat{1}, Seat{5}}) {
    Ring ring(blinds(5, 10), {500, 0, 0, 500});
    ring.deal(0).fold_round();  // button 0, big blind 3
    ring.sit(seat, 500);
    for (int hands = 0; hands < 2 && ring.status(seat) != SeatStatus::playing; ++hands) ring.deal().fold_round();
    EXPECT_EQ(ring.status(seat), SeatStatus::playing);
    const Public shared = Game::view(ring.state());
    EXPECT_EQ(shared.big_blind_seat, seat);
    EXPECT_EQ(shared.players.size(), 3u);
    EXPECT_NE(shared.button, *shared.big_blind_seat);
    EXPECT_NE(shared.button, *shared.small_blind_seat);
  }
}

TEST(Rule10_RROP_MissedBigBlind, is_owed_and_the_seat_waits_for_the_next_one) {
  Ring ring(blinds(5, 10), {500, 500, 500, 500});
  ring.deal(0).fold_round();  // blinds 1 2
  ring.sit_out(3).deal();
  EXPECT_EQ(ring.positions(), "button 1, blinds 2 0");
  ring.fold_round().sit_in(3);
  EXPECT_EQ(ring.status(3), SeatStatus::waiting_for_blind);
  ring.deal().fold_round();
  EXPECT_EQ(ring.positions(), "button 2, blinds 0 1");
  ring.deal().fold_round().deal();
  EXPECT_EQ(ring.positions(), "button 1, blinds 2 3");
  EXPECT_EQ(ring.status(3), SeatStatus::playing);
}

TEST(Rule10_RROP_SittingOut, without_missing_a_blind_costs_nothing) {
  Ring ring(blinds(5, 10), {500, 500, 500, 500});
  ring.deal(0).fold_round();  // blinds 1 2
  ring.sit_out(0).deal();
  EXPECT_EQ(ring.positions(), "button 1, blinds 2 3");
  ring.fold_round().sit_in(0);
  EXPECT_EQ(ring.status(0), SeatStatus::playing);
}

}  // namespace
}  // namespace baize::games::holdem
