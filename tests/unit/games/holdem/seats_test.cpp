// Coming, going and chips; rule 11: who is not there; top-ups, of rule 12.
#include "unit/games/holdem/ring.h"

namespace baize::games::holdem {
namespace {

core::Reason reason(const Result<Step<Game>>& step) { return step ? core::Reason::malformed : step.error().reason; }

TEST(BuyIn, is_held_to_the_tables_limits) {
  const State state = Game::create(blinds(5, 10));
  EXPECT_EQ(Game::sit(state, 0, Chips{99}).error().message, "Sit down with 100 to 2,000 chips.");
  EXPECT_EQ(reason(Game::sit(state, 0, Chips{2001})), core::Reason::invalid_amount);
  EXPECT_EQ(reason(Game::sit(state, 10, Chips{500})), core::Reason::invalid_field);
  const auto seated = Game::sit(state, 0, Chips{500});
  ASSERT_TRUE(seated);
  EXPECT_EQ(reason(Game::sit(seated->state, 0, Chips{500})), core::Reason::seat_taken);
}

TEST(Seat, whose_chips_are_bound_by_a_hand_cannot_be_left) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.deal(0);
  EXPECT_TRUE(Game::bound(ring.state(), 1));
  EXPECT_EQ(reason(Game::stand(ring.state(), 1)), core::Reason::hand_running);
  EXPECT_EQ(reason(Game::top_up(ring.state(), 1, Chips{10})), core::Reason::hand_running);
  ring.fold_round();
  EXPECT_FALSE(Game::bound(ring.state(), 1));
  ring.stand(1);
  EXPECT_EQ(ring.stacks(), "500 505");
  EXPECT_EQ(reason(Game::stand(ring.state(), 1)), core::Reason::not_seated);
}

TEST(Seat, that_joins_while_a_hand_runs_is_not_part_of_it) {
  Ring ring(blinds(5, 10), {500, 500});
  ring.deal(0).sit(4, 300);
  EXPECT_FALSE(Game::bound(ring.state(), 4));
  EXPECT_TRUE(Game::view(ring.state(), 4).hand.empty());
  ring.stand(4).check_down();
}

TEST(Rule12_NoNumber_TopUp, goes_up_to_the_maximum_between_hands) {
  Ring ring(blinds(5, 10), {1900, 500});
  EXPECT_EQ(Game::top_up(ring.state(), 0, Chips{101}).error().message, "Add 1 to 100 chips.");
  ring.take(Game::top_up(ring.state(), 0, Chips{100}));
  EXPECT_EQ(ring.stacks(), "2000 500");
  EXPECT_EQ(reason(Game::top_up(ring.state(), 0, Chips{1})), core::Reason::invalid_amount);
}

TEST(BustedPlayer, sits_out_until_chips_are_added) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.hole(0, "AsAh").hole(1, "7s2h").board("KcQdJh4s4c");
  ring.deal(0).play("0 goes all-in, 1 goes all-in, 2 folds");
  EXPECT_EQ(ring.stacks(), "1010 0 490");
  EXPECT_EQ(ring.status(1), SeatStatus::sitting_out);
  EXPECT_EQ(reason(Game::sit_out(ring.state(), 1, false)), core::Reason::insufficient_chips);
  EXPECT_EQ(Game::top_up(ring.state(), 1, Chips{99}).error().message, "Add 100 to 2,000 chips.");
  ring.take(Game::top_up(ring.state(), 1, Chips{500}));
  EXPECT_EQ(ring.status(1), SeatStatus::playing);
}

TEST(Hand, is_not_dealt_without_two_who_are_ready) {
  Ring ring(blinds(5, 10), {500, 500});
  EXPECT_TRUE(Game::can_deal(ring.state()));
  ring.sit_out(1);
  EXPECT_FALSE(Game::can_deal(ring.state()));
  EXPECT_EQ(reason(Game::deal(ring.state(), Entropy{})), core::Reason::illegal_move);
  ring.sit_in(1).deal();
  EXPECT_FALSE(Game::can_deal(ring.state())) << "one is running";
  EXPECT_EQ(reason(Game::deal(ring.state(), Entropy{})), core::Reason::hand_running);
}

// Rule 11: sitting out, leaving, being kicked, or the clock in mid-hand: check if free, else fold; an all-in hand stays
// live; chips in the pot stay. (TDA 2024 rule 30 kills the hand of who is not at the table; a player whose line drops
// keeps what is free.)

TEST(Rule11_NoNumber_Clock, that_runs_out_checks_if_free_else_folds_and_sits_the_player_out) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.deal(0).play("0 times out");
  EXPECT_NE(ring.events().find("0 folds (away)\n"), std::string::npos);
  EXPECT_EQ(ring.status(0), SeatStatus::sitting_out);
  ring.play("1 calls, 2 times out");
  EXPECT_NE(ring.events().find("2 checks (away)\n"), std::string::npos);
  ring.check_down();
  EXPECT_FALSE(Game::can_deal(ring.state()));
}

TEST(Rule11_NoNumber_AbsentPlayer, folds_at_once_to_a_bet) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.deal(0).absent(0);
  EXPECT_NE(ring.events().find("0 folds (away)\n"), std::string::npos) << "it was its turn";
  ring.absent(2).play("1 raises to 30");
  EXPECT_NE(ring.events().find("1 raises to 30\n2 folds (away)\n1 takes back 20\n1 wins 20 of pot 0\nend\n"),
            std::string::npos)
      << ring.events();
  EXPECT_EQ(ring.stacks(), "500 510 490") << "what is in the pot stays there";
}

TEST(Rule11_NoNumber_AbsentPlayer, checks_while_it_is_free) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.deal(0).absent(2).play("0 calls, 1 calls");
  EXPECT_NE(ring.events().find("1 calls 5\n2 checks (away)\nboard"), std::string::npos) << ring.events();
  ring.play("1 checks");
  EXPECT_EQ(ring.state().to_act, Seat{0}) << "seat 2 has checked";
}

TEST(Rule11_NoNumber_AbsentPlayer, who_is_all_in_stays_live) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.hole(0, "AsAh").hole(1, "7s2h").board("KcQdJh4s4c");
  ring.deal(0).play("0 goes all-in").absent(0).play("1 calls, 2 folds");
  EXPECT_EQ(ring.stacks(), "1010 0 490");
}

TEST(Rule11_NoNumber_AbsentPlayers, all_of_them_play_the_hand_to_its_end) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.deal(0).play("0 calls, 1 calls, 2 checks").absent(0).absent(1);
  EXPECT_TRUE(Game::running(ring.state()));
  ring.absent(2);
  EXPECT_FALSE(Game::running(ring.state()));
  EXPECT_FALSE(Game::can_deal(ring.state()));
}

TEST(Rule11_NoNumber_AbsentPlayer, is_not_dealt_in_and_may_come_back) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.deal(0).fold_round().absent(0).deal();
  EXPECT_FALSE(Game::bound(ring.state(), 0));
  ring.fold_round().take(Game::set_absent(ring.state(), 0, false)).deal();
  EXPECT_TRUE(Game::bound(ring.state(), 0));
}

TEST(Rule11_NoNumber_SittingOut, in_mid_hand_takes_effect_with_the_next) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.deal(0).sit_out(0).play("0 calls, 1 calls, 2 checks").check_down();
  ring.deal();
  EXPECT_FALSE(Game::bound(ring.state(), 0));
}

TEST(VoidHand, puts_every_chip_and_the_button_back) {
  Ring ring(blinds(5, 10, 1), {500, 500, 500});
  ring.deal(0).fold_round();
  const std::string before = ring.stacks();
  const Positions positions = ring.state().at;
  ring.sit(3, 300);
  ring.deal().play("0 raises to 100, 1 calls, 2 calls, 3 goes all-in, 0 calls, 1 calls, 2 calls, 2 bets 50");
  ring.take(Game::void_deal(ring.state()));
  EXPECT_EQ(ring.stacks(), before + " 300");
  EXPECT_EQ(ring.state().at, positions);
  EXPECT_EQ(ring.status(3), SeatStatus::waiting_for_blind) << "it has not paid its big blind";
  EXPECT_TRUE(Game::view(ring.state()).players.empty());
  EXPECT_TRUE(Game::view(ring.state(), 0).hand.empty());
  ring.deal();
  EXPECT_EQ(ring.positions(), "button 1, blinds 2 3");
}

TEST(NewPlayer, in_the_seat_of_one_who_left_sees_nothing_of_the_last_hand) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.deal(0).fold_round().stand(0);
  EXPECT_TRUE(Game::view(ring.state(), 0).hand.empty());
  EXPECT_EQ(Game::view(ring.state()).players.size(), 3u) << "the result stays on the table";
  ring.sit(0, 700);
  EXPECT_TRUE(Game::view(ring.state(), 0).hand.empty());
  EXPECT_EQ(ring.legal(0), "post 10 dead 0");
}

TEST(Settings, that_do_not_fit_each_other_are_refused_with_a_sentence) {
  EXPECT_TRUE(Game::check_settings(Settings{}));
  EXPECT_EQ(Game::check_settings(blinds(20, 10)).error().message,
            "The big blind has to be at least the small blind and at least 2.");
  EXPECT_EQ(Game::check_settings(blinds(0, 10)).error().message, "Choose a small blind from 1 to 1,000,000.");
  EXPECT_EQ(Game::check_settings(blinds(5, 10, 11)).error().message, "The ante can be at most the big blind.");
  Settings settings;
  settings.max_buy_in = Chips{50};
  EXPECT_EQ(Game::check_settings(settings).error().reason, core::Reason::invalid_field);
}

}  // namespace
}  // namespace baize::games::holdem
