// Rule 9: who shows, in which order, and who needn't.
#include "unit/games/holdem/ring.h"

namespace baize::games::holdem {
namespace {

// Rule 9: the last aggressor of the final round shows first, else the first left of the button; contenders for a side
// pot before those for the main pot only. All-in hands are turned up when the betting ends. Losers may muck, the winner
// shows both, an uncontested winner needn't. A player may choose to show.

Ring three_to_the_river() {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.hole(1, "KsKh").hole(2, "AsAh").hole(0, "QsQh").board("2c3d4h8s9c");
  ring.deal(0).play("0 calls, 1 calls, 2 checks, 1 checks, 2 checks, 0 checks, 1 checks, 2 checks, 0 checks");
  return ring;
}

TEST(Rule09_TDA17_LastAggressor, of_the_final_round_shows_first_and_losers_muck) {
  Ring ring = three_to_the_river();
  ring.play("1 checks, 2 checks, 0 bets 50, 1 calls, 2 calls");
  EXPECT_NE(ring.events().find("0 shows QsQh\n1 shows KsKh\n2 shows AsAh\n2 wins 180"), std::string::npos)
      << ring.events();
}

TEST(Rule09_TDA17_FirstLeftOfTheButton, shows_first_if_nobody_bet) {
  Ring ring = three_to_the_river();
  ring.play("1 checks, 2 checks, 0 checks");
  EXPECT_NE(ring.events().find("1 shows KsKh\n2 shows AsAh\n0 mucks\n2 wins 30"), std::string::npos) << ring.events();
}

TEST(Rule09_TDA17_Aggressor, of_an_earlier_round_has_no_part_in_the_order) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.hole(1, "KsKh").hole(2, "AsAh").hole(0, "QsQh").board("2c3d4h8s9c");
  ring.deal(0).play("0 raises to 30, 1 calls, 2 calls").check_down();
  EXPECT_NE(ring.events().find("1 shows KsKh\n2 shows AsAh\n0 mucks\n"), std::string::npos) << ring.events();
}

TEST(Rule09_TDA17_MuckedHand, stays_hidden_but_may_be_shown_by_choice) {
  Ring ring = three_to_the_river();
  ring.play("1 checks, 2 checks, 0 checks");
  EXPECT_TRUE(Game::view(ring.state()).players[0].shown.empty());
  EXPECT_EQ(ring.legal(0), "show QsQh, muck");
  EXPECT_EQ(ring.legal(2), "") << "both cards are up already";
  ring.play("0 shows Qh");
  EXPECT_EQ(text(Game::view(ring.state()).players[0].shown), "Qh");
  EXPECT_EQ(ring.legal(0), "show Qs, muck");
  EXPECT_EQ(ring.refusal("0 shows Qh"), "Show cards of your own that are not shown yet.");
  EXPECT_EQ(ring.refusal("0 shows As"), "Show cards of your own that are not shown yet.");
  EXPECT_EQ(ring.refusal("0 shows QsQs"), "Name one or both of your own cards to show.");
}

TEST(Rule09_TDA17_MuckedHand, that_its_player_lays_away_stays_hidden_for_good) {
  Ring ring = three_to_the_river();
  EXPECT_EQ(ring.refusal("0 mucks"), "There are no cards to muck: that is for when the hand is over.");
  ring.play("1 checks, 2 checks, 0 checks");
  const std::string told = ring.events();
  ring.play("0 shows Qh, 0 mucks");
  EXPECT_EQ(ring.legal(0), "");
  EXPECT_EQ(ring.refusal("0 shows Qs"), "There are no cards to show: that is for when the hand is over.");
  EXPECT_EQ(text(Game::view(ring.state()).players[0].shown), "Qh") << "what lies open stays so";
  EXPECT_EQ(ring.events(), told + "0 shows Qh\n") << "nobody is told";
  ring.deal(1);
  EXPECT_EQ(ring.refusal("0 mucks"), "There are no cards to muck: that is for when the hand is over.");
}

TEST(Rule09_LA143_Winner, shows_both_cards_though_it_is_last_and_plays_the_board) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.hole(1, "2s3s").hole(2, "2h3h").hole(0, "2d3d").board("AcKdQhJsTc");
  ring.deal(0).play("0 calls, 1 calls, 2 checks").check_down();
  EXPECT_NE(ring.events().find("1 shows 2s3s\n2 shows 2h3h\n0 shows 2d3d\n"), std::string::npos) << ring.events();
  for (const PlayerView& one : Game::view(ring.state()).players) EXPECT_EQ(one.shown.size(), 2u) << int{one.seat};
}

TEST(Rule09_LA143_UncontestedWinner, need_not_show_and_may) {
  Ring ring(blinds(5, 10), {500, 500});
  ring.hole(0, "7s2h").deal(0).play("0 raises to 30, 1 folds");
  EXPECT_EQ(ring.events().find("shows"), std::string::npos);
  EXPECT_EQ(ring.legal(0), "show 7s2h, muck");
  ring.play("0 shows 7s2h");
  EXPECT_EQ(text(Game::view(ring.state()).players[0].shown), "7s2h");
}

TEST(Rule09_TDA16_WSOP70_AllInHands, are_turned_up_when_the_betting_ends) {
  Ring ring(blinds(5, 10), {500, 500, 60});
  ring.hole(1, "KsKh").hole(2, "AsAh").hole(0, "QsQh").board("2c3d4h8s9c");
  ring.deal(0).play("0 calls, 1 calls, 2 goes all-in, 0 calls, 1 calls");
  EXPECT_EQ(ring.events().find("shows"), std::string::npos) << "two can still bet";
  ring.play("1 bets 40, 0 goes all-in, 1 calls");
  EXPECT_NE(ring.events().find("0 raises to 440 all-in\n1 calls 400 all-in\n"
                               "0 shows QsQh\n1 shows KsKh\n2 shows AsAh\nboard 8s\nboard 9c\n"
                               "1 wins 880 of pot 1 with KsKh9c8s4h\n2 wins 180 of pot 0 with AsAh9c8s4h\n"),
            std::string::npos)
      << ring.events();
}

TEST(Rule09_NoNumber_SidePotContenders, show_before_those_of_the_main_pot_alone_and_none_may_muck) {
  Ring ring(blinds(5, 10), {500, 60, 500});
  ring.hole(1, "KsKh").hole(2, "JsJh").hole(0, "QsQh").board("2c3d4h8s9c");
  ring.deal(0).play("0 calls, 1 goes all-in, 2 calls, 0 calls, 2 bets 20, 0 calls").check_down();
  EXPECT_NE(ring.events().find("2 shows JsJh\n0 shows QsQh\n1 shows KsKh\n0 wins 40 of pot 1"), std::string::npos)
      << ring.events();
}

TEST(Rule09_TDA17_TiedHand, is_shown_for_its_share) {
  Ring ring(blinds(5, 10), {500, 500});
  ring.hole(0, "AsKs").hole(1, "AhKh").board("2c3d4h8s9c");
  ring.deal(0).play("0 calls").check_down();
  EXPECT_NE(ring.events().find("1 shows AhKh\n0 shows AsKs\n1 wins 10 of pot 0 with AhKh9c8s4h\n"
                               "0 wins 10 of pot 0 with AsKs9c8s4h\n"),
            std::string::npos)
      << ring.events();
}

TEST(View, names_the_winners_and_their_five_cards_until_the_next_deal) {
  Ring ring = three_to_the_river();
  ring.play("1 checks, 2 checks, 0 checks");
  const Public shared = Game::view(ring.state());
  EXPECT_EQ(shared.street, Street::over);
  ASSERT_EQ(shared.winners.size(), 1u);
  EXPECT_EQ(shared.winners[0].seat, 2);
  EXPECT_EQ(shared.winners[0].amount, Chips{30});
  EXPECT_EQ(text(shared.winners[0].hand), "AsAh9c8s4h");
  EXPECT_TRUE(shared.pots.empty());
  ring.deal();
  EXPECT_TRUE(Game::view(ring.state()).winners.empty());
}

TEST(Result, stays_on_the_table_longer_after_a_showdown_and_longer_still_after_a_run_out) {
  Ring fold(blinds(5, 10), {500, 500});
  EXPECT_EQ(Game::interlude_ms(fold.state()), 0) << "nothing to look at before the first hand";
  fold.deal(0).play("0 folds");
  EXPECT_EQ(Game::interlude_ms(fold.state()), 3000);
  Ring ring = three_to_the_river();
  ring.check_down();
  EXPECT_EQ(Game::interlude_ms(ring.state()), 6000);
  Ring all_in(blinds(5, 10), {500, 500});
  all_in.deal(0).play("0 goes all-in, 1 calls");
  EXPECT_EQ(Game::interlude_ms(all_in.state()), 9000);
}

}  // namespace
}  // namespace baize::games::holdem
