// Rule 12: straddle (under the gun, twice the big blind), and one ante for the table; the big blind comes first where a
// stack is too short for both.
#include "unit/games/holdem/ring.h"

namespace baize::games::holdem {
namespace {

Settings straddles() {
  Settings settings = blinds(5, 10);
  settings.straddle = true;
  return settings;
}

Settings big_blind_ante() {
  Settings settings = blinds(5, 10, 10);
  settings.ante_by = AnteBy::big_blind;
  return settings;
}

TEST(Rule12_LA11_Straddle, is_offered_to_the_seat_that_will_act_first) {
  Ring ring(straddles(), {500, 500, 500, 500});
  EXPECT_EQ(ring.legal(0), "") << "nobody knows the button of the first hand";
  ring.deal(0).fold_round();  // the next button is 1: blinds 2 and 3
  EXPECT_NE(ring.legal(0).find("straddle 20"), std::string::npos) << ring.legal(0);
  EXPECT_EQ(ring.legal(1).find("straddle"), std::string::npos);
  EXPECT_EQ(ring.refusal("1 straddles"),
            "Only the seat that acts first in the next hand may straddle, before it is dealt.");
}

TEST(Rule12_LA11_Straddle, is_a_live_blind_of_two_and_acts_last_before_the_flop) {
  Ring ring(straddles(), {500, 500, 500, 500});
  ring.deal(0).fold_round().play("0 straddles").deal();
  EXPECT_NE(ring.events().find("0 posts straddle 20\n"), std::string::npos);
  EXPECT_EQ(ring.legal(), "1: fold, call 20, raise 40-495, all-in 495");
  ring.play("1 calls, 2 calls, 3 calls");
  EXPECT_EQ(ring.legal(), "0: fold, check, raise 40-500, all-in 500") << "it has its option";
  ring.play("0 checks");
  EXPECT_EQ(ring.state().street, Street::flop);
  EXPECT_EQ(ring.legal(), "2: fold, check, raise 10-485, all-in 485") << "afterwards the minimum is the big blind";
}

TEST(Rule12_LA11_Straddle, counts_for_one_hand) {
  Ring ring(straddles(), {500, 500, 500, 500});
  ring.deal(0).fold_round().play("0 straddles").deal().fold_round();
  ring.deal();
  EXPECT_EQ(ring.events().find("straddle"), std::string::npos);
}

TEST(Rule12_LA11_Straddle, is_not_posted_by_a_stack_too_short_for_it) {
  Ring ring(straddles(), {500, 500, 500, 19});
  ring.deal(1).fold_round();  // blinds 2 and 3 fold: the next button is 2
  ring.deal().fold_round().deal().fold_round();
  for (const Seat seat : {Seat{0}, Seat{1}, Seat{2}})
    EXPECT_EQ(ring.legal(3).find("straddle"), std::string::npos) << int{seat};
}

TEST(Rule12_LA11_Straddle, does_not_exist_heads_up_nor_where_it_is_not_allowed) {
  Ring two(straddles(), {500, 500});
  two.deal(0).fold_round();
  EXPECT_EQ(two.legal(0).find("straddle"), std::string::npos);
  EXPECT_EQ(two.legal(1).find("straddle"), std::string::npos);
  Ring off(blinds(5, 10), {500, 500, 500, 500});
  off.deal(0).fold_round();
  EXPECT_EQ(off.legal(0).find("straddle"), std::string::npos);
}

TEST(Rule12_NoNumber_BigBlindAnte, is_paid_by_one_for_all_and_belongs_to_nobodys_bet) {
  Ring ring(big_blind_ante(), {500, 500, 500});
  ring.deal(0);
  EXPECT_NE(ring.events().find("1 posts small blind 5\n2 posts big blind 10\n2 posts big blind ante 10\n"),
            std::string::npos)
      << ring.events();
  EXPECT_EQ(ring.pots(), "25:1,2,0");
  ring.play("0 folds, 1 folds");
  EXPECT_NE(ring.events().find("2 takes back 5\n2 wins 20 of pot 0\n"), std::string::npos) << ring.events();
  EXPECT_EQ(ring.stacks(), "500 495 505");
}

TEST(Rule12_NoNumber_BigBlindAnte, comes_after_the_big_blind_in_a_stack_too_short_for_both) {
  Ring ring(big_blind_ante(), {500, 500, 14});
  ring.hole(2, "AsAh").hole(0, "KsKh").hole(1, "7c2d").board("3h4s9dJcTd");
  ring.deal(0);
  EXPECT_NE(ring.events().find("2 posts big blind 10\n2 posts big blind ante 4 all-in\n"), std::string::npos);
  ring.play("0 calls, 1 folds");
  EXPECT_NE(ring.events().find("2 wins 29 of pot 0"), std::string::npos) << "10, 10, 5 and its ante of 4";
}

TEST(Rule12_NoNumber_BigBlindAnte, is_all_in_the_main_pot) {
  Ring ring(big_blind_ante(), {500, 500, 500, 20});
  ring.hole(3, "AsAh").hole(1, "KsKh").hole(2, "QsQh").board("3h4s9dJcTd");
  ring.deal(0).play("3 goes all-in, 0 folds, 1 raises to 60, 2 calls").check_down();
  EXPECT_NE(ring.events().find("3 wins 70 of pot 0"), std::string::npos) << "three times 20 and the ante";
  EXPECT_NE(ring.events().find("1 wins 80 of pot 1"), std::string::npos) << ring.events();
}

}  // namespace
}  // namespace baize::games::holdem
