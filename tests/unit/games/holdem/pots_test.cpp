// Rules 7 and 8: what lies in which pot, and how pots are paid; antes, of rule 12.
#include "unit/games/holdem/ring.h"

namespace baize::games::holdem {
namespace {

// Rule 7: the uncalled part of a bet comes back. Folded chips stay in their layers; layers with the same contenders are
// one pot.

TEST(Rule07_WSOP108_UncalledPart, of_a_bet_comes_back) {
  Ring ring(blinds(5, 10), {500, 300, 500});
  ring.deal(0).play("0 folds, 1 folds");
  EXPECT_NE(ring.events().find("2 takes back 5\n2 wins 10 of pot 0\nend\n"), std::string::npos) << ring.events();
  EXPECT_EQ(ring.stacks(), "500 295 505");

  Ring heads_up(blinds(5, 10), {500, 300});
  heads_up.hole(0, "7s2h").hole(1, "AsAh").board("KcQdJh4s4c");
  heads_up.deal(0).play("0 goes all-in, 1 calls");
  EXPECT_NE(heads_up.events().find("0 takes back 200\n"), std::string::npos);
  EXPECT_EQ(heads_up.stacks(), "200 600");
}

TEST(Rule07_NoNumber_Pot, folded_chips_stay_in_their_layers) {
  Ring ring(blinds(5, 10), {500, 40, 500, 500});
  ring.hole(1, "AsAh").hole(2, "7s2h").board("KcQdJh4s4c");
  ring.deal(0).play("3 raises to 20, 0 calls, 1 goes all-in, 2 raises to 100, 3 calls");
  EXPECT_EQ(ring.pots(), "140:1,2,3,0 + 120:2,3,0");
  ring.play("0 folds");
  EXPECT_EQ(ring.pots(), "140:1,2,3 + 120:2,3");
  ring.play("2 bets 50, 3 folds");
  EXPECT_NE(ring.events().find("2 takes back 50\n2 shows 7s2h\n1 shows AsAh\n"), std::string::npos) << ring.events();
  EXPECT_EQ(ring.stacks(), "480 140 520 400");
}

TEST(Rule07_NoNumber_Pots, with_the_same_contenders_are_one) {
  Ring ring(blinds(5, 10), {500, 500, 500, 20});
  ring.deal(0).play("3 goes all-in, 0 calls, 1 calls, 2 calls");
  ring.play("1 bets 100, 2 calls, 0 folds");
  EXPECT_EQ(ring.pots(), "80:1,2,3 + 200:1,2");
  ring.play("1 bets 50, 2 calls");
  EXPECT_EQ(ring.pots(), "80:1,2,3 + 300:1,2");
}

TEST(Rule07_NoNumber_Pots, count_the_running_bets_in) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.deal(0);
  EXPECT_EQ(ring.pots(), "15:1,2,0");
  ring.play("0 raises to 40");
  EXPECT_EQ(ring.pots(), "55:1,2,0");
}

// Rule 8: side pots are settled one by one, the last first. Odd chips go one at a time, from the first winner left of
// the button.

TEST(Rule08_TDA21_WSOP74_SidePots, are_paid_one_by_one_the_last_first) {
  Ring ring(blinds(5, 10), {100, 200, 400, 400});
  ring.hole(0, "AsAh").hole(1, "KsKh").hole(2, "QsQh").hole(3, "JsJh").board("2c3d4h8s9c");
  ring.deal(3).play("2 goes all-in, 3 calls, 0 calls, 1 calls");
  EXPECT_NE(ring.events().find("2 wins 400 of pot 2 with QsQh9c8s4h\n"
                               "1 wins 300 of pot 1 with KsKh9c8s4h\n"
                               "0 wins 400 of pot 0 with AsAh9c8s4h\nend\n"),
            std::string::npos)
      << ring.events();
  EXPECT_EQ(ring.stacks(), "400 300 400 0");
}

TEST(Rule08_TDA20_WSOP73_OddChips, go_one_at_a_time_from_the_first_winner_left_of_the_button) {
  Ring ring(blinds(5, 10), {500, 500, 500, 500});
  ring.hole(2, "2s3s").hole(0, "2h3h").hole(3, "2d3c").board("AcKdQhJsTc");
  ring.deal(0).play("3 raises to 31, 0 calls, 1 folds, 2 calls");
  ring.check_down();
  // 98 among three, left of the button: 2, 3, 0.
  EXPECT_NE(ring.events().find("2 wins 33 of pot 0 with AcKdQhJsTc\n"
                               "3 wins 33 of pot 0 with AcKdQhJsTc\n"
                               "0 wins 32 of pot 0 with AcKdQhJsTc\n"),
            std::string::npos)
      << ring.events();
  EXPECT_EQ(ring.stacks(), "501 495 502 502");
}

TEST(Rule08_TDA20_WSOP73_OddChips, of_heads_up_go_to_the_big_blind) {
  Ring ring(blinds(1, 3), {100, 100, 100});
  ring.stand(2).board("AcKdQhJsTc");
  ring.deal(0).play("0 calls, 1 bets 6, 0 calls").check_down();
  EXPECT_EQ(ring.stacks(), "100 100");
  ring.board("AcKdQhJsTc");
  ring.sit(2, 100).deal(0).play("0 raises to 6, 1 folds, 2 calls").check_down();
  EXPECT_EQ(ring.stacks(), "100 99 101") << "13 chips: seat 2 is left of the button";
}

// Rule 12: antes.

TEST(Rule12_NoNumber_Antes, are_dead_and_do_not_count_to_the_bet) {
  Ring ring(blinds(5, 10, 2), {500, 500, 500});
  ring.deal(0);
  EXPECT_EQ(ring.legal(), "0: fold, call 10, raise 20-498, all-in 498");
  EXPECT_EQ(ring.pots(), "21:1,2,0");
}

TEST(Rule12_NoNumber_Antes, come_before_blinds_and_a_short_one_is_all_in) {
  Ring ring(blinds(5, 10, 8), {500, 5, 12});
  ring.deal(0);
  EXPECT_NE(ring.events().find("1 posts ante 5 all-in\n2 posts ante 8\n0 posts ante 8\n2 posts big blind 4 all-in\n"),
            std::string::npos)
      << ring.events();
  EXPECT_EQ(ring.legal(), "0: fold, call 10");
  EXPECT_EQ(ring.pots(), "15:1,2,0 + 10:2,0");
}

}  // namespace
}  // namespace baize::games::holdem
