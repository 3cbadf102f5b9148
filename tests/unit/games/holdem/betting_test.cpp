// Rules 3 to 6: what may be bet and raised, and by whom.
#include "unit/games/holdem/ring.h"

namespace baize::games::holdem {
namespace {

// Rule 4: the minimum bet is the big blind, the minimum raise the largest full bet or raise of this street.

TEST(Rule04_WSOPSectionVIII_MinimumBet, is_the_big_blind) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.deal(0).play("0 calls, 1 calls, 2 checks");
  EXPECT_EQ(ring.legal(), "1: fold, check, raise 10-490, all-in 490");
  EXPECT_EQ(ring.refusal("1 bets 9"), "The smallest raise is to 10.");
  EXPECT_EQ(ring.refusal("1 bets 491"), "You can raise to 490 at most: that is all-in.");
}

TEST(Rule04_TDA43_WSOP96_MinimumRaise, is_the_largest_full_bet_or_raise_of_this_street) {
  Ring ring(blinds(50, 100), {5000, 5000, 5000, 5000});
  ring.deal(0);
  EXPECT_EQ(ring.legal(), "3: fold, call 100, raise 200-5000, all-in 5000");
  ring.play("3 raises to 400");
  EXPECT_EQ(ring.legal(), "0: fold, call 400, raise 700-5000, all-in 5000");
  ring.play("0 raises to 1200");
  EXPECT_EQ(ring.legal(), "1: fold, call 1150, raise 2000-5000, all-in 5000");
  ring.play("1 calls, 2 folds, 3 calls");
  EXPECT_EQ(ring.legal(), "1: fold, check, raise 100-3800, all-in 3800") << "a new street starts from the big blind";
}

TEST(Rule04_TDA43_WSOP96_MinimumRaise, stays_after_a_short_all_in_over_a_bet_100_then_140_then_240) {
  Ring ring(blinds(50, 100), {5000, 5000, 240, 5000});
  ring.deal(0).play("3 calls, 0 calls, 1 calls, 2 checks");
  ring.play("1 bets 100, 2 goes all-in");
  EXPECT_EQ(ring.legal(), "3: fold, call 140, raise 240-4900, all-in 4900");
}

TEST(Rule04_TDA43_WSOP96_MinimumRaise, over_a_short_all_in_of_less_than_the_big_blind_is_a_big_blind_more) {
  Ring ring(blinds(50, 100), {5000, 130, 5000});
  ring.deal(0).play("0 calls, 1 calls, 2 checks, 1 goes all-in");
  EXPECT_EQ(ring.legal(), "2: fold, call 30, raise 130-4900, all-in 4900");
}

TEST(Rule04_TDA43_WSOP96_Raise, is_to_all_in_alone_where_the_stack_is_short_of_the_minimum) {
  Ring ring(blinds(50, 100), {150, 5000, 5000});
  ring.deal(0);
  EXPECT_EQ(ring.legal(), "0: fold, call 100, raise 150-150, all-in 150");
}

// Rule 5: a short all-in does not reopen the betting to who has acted; short all-ins that add up to a full raise do.

TEST(Rule05_TDA47_WSOP96_ShortAllIn, does_not_reopen_the_betting_to_who_has_acted) {
  Ring ring(blinds(50, 100), {5000, 5000, 5000, 700});
  ring.deal(0).play("3 calls, 0 calls, 1 calls, 2 checks");
  ring.play("1 bets 500, 2 calls, 3 goes all-in, 0 calls");
  EXPECT_EQ(ring.legal(), "1: fold, call 100");
  EXPECT_EQ(ring.refusal("1 raises to 1200"), "Raising is not open to you now: call or fold.");
  EXPECT_EQ(ring.refusal("1 goes all-in"), "Raising is not open to you now: call or fold.");
}

TEST(Rule05_TDA47_WSOP96_ShortAllIn, lets_those_raise_who_have_not_acted) {
  Ring ring(blinds(50, 100), {5000, 5000, 5000, 700});
  ring.deal(0).play("3 calls, 0 calls, 1 calls, 2 checks");
  ring.play("1 bets 500, 2 calls, 3 goes all-in");
  EXPECT_EQ(ring.legal(), "0: fold, call 600, raise 1100-4900, all-in 4900");
}

TEST(Rule05_TDA47_WSOP96_ShortAllIns,
     that_add_up_to_a_full_raise_reopen_the_betting_500_1000_call_1300_1700_then_2200) {
  // The example of the WSOP's rule 96a.
  Ring ring(blinds(50, 100), {9000, 9000, 9000, 1400, 1800});
  ring.deal(0).play("3 calls, 4 calls, 0 calls, 1 calls, 2 checks");
  ring.play("1 bets 500, 2 raises to 1000, 3 goes all-in");
  EXPECT_EQ(ring.state().current_bet, Chips{1300});
  ring.play("4 goes all-in, 0 calls, 1 folds");
  EXPECT_EQ(ring.legal(), "2: fold, call 700, raise 2200-8900, all-in 8900");
}

TEST(Rule05_TDA47_WSOP96_ShortAllIns, that_do_not_add_up_to_a_full_raise_leave_the_betting_closed) {
  Ring ring(blinds(50, 100), {9000, 9000, 9000, 1400, 1500});
  ring.deal(0).play("3 calls, 4 calls, 0 calls, 1 calls, 2 checks");
  ring.play("1 bets 500, 2 raises to 1000, 3 goes all-in, 4 goes all-in, 0 calls, 1 folds");
  EXPECT_EQ(ring.legal(), "2: fold, call 400");
}

TEST(Rule05_TDA47_WSOP96_ShortAllIn, below_the_big_blind_after_a_check_does_not_reopen_the_betting) {
  Ring ring(blinds(50, 100), {5000, 5000, 160});
  ring.deal(0).play("0 calls, 1 calls, 2 checks, 1 checks, 2 goes all-in, 0 calls");
  EXPECT_EQ(ring.legal(), "1: fold, call 60");
}

TEST(Rule05_TDA47_WSOP96_FullRaise, all_in_reopens_the_betting) {
  Ring ring(blinds(50, 100), {5000, 5000, 1100});
  ring.deal(0).play("0 calls, 1 calls, 2 checks, 1 bets 500, 2 goes all-in, 0 calls");
  EXPECT_EQ(ring.legal(), "1: fold, call 500, raise 1500-4900, all-in 4900");
}

// Rule 6: nobody may raise when every other live player is all-in; the board is run out. No book that could be read
// says the first in a rule of its own: it follows from the uncalled part of a bet coming back (rule 7).

TEST(Rule06_NoNumber_Nobody, may_raise_when_every_other_live_player_is_all_in) {
  Ring ring(blinds(5, 10), {500, 80, 60});
  ring.deal(0).play("0 raises to 20, 1 goes all-in, 2 goes all-in");
  EXPECT_EQ(ring.legal(), "0: fold, call 60");
  EXPECT_EQ(ring.refusal("0 raises to 200"), "Raising is not open to you now: call or fold.");
}

TEST(Rule06_NoNumber_Nobody, may_raise_above_what_the_last_opponent_could_call) {
  Ring ring(blinds(5, 10), {500, 500, 80});
  ring.deal(0).play("0 raises to 100");
  ring.play("1 folds");
  EXPECT_EQ(ring.legal(), "2: fold, call 70, all-in 80");
  Ring third(blinds(5, 10), {500, 500, 80});
  third.deal(0).play("0 raises to 100");
  EXPECT_EQ(third.legal(), "1: fold, call 95, raise 190-500, all-in 500") << "seat 0 could call more";
}

TEST(Rule06_TDA16_Board, is_run_out_when_betting_is_over) {
  Ring ring(blinds(5, 10), {500, 500});
  ring.hole(0, "AsAh").hole(1, "KsKh").board("2c3d4h8s9c");
  ring.deal(0).play("0 goes all-in, 1 calls");
  EXPECT_EQ(ring.events(),
            "button 0\n"
            "0 posts small blind 5\n"
            "1 posts big blind 10\n"
            "1 is dealt KsKh\n"
            "0 is dealt AsAh\n"
            "0 raises to 500 all-in\n"
            "1 calls 490 all-in\n"
            "0 shows AsAh\n"
            "1 shows KsKh\n"
            "board 2c3d4h\n"
            "board 8s\n"
            "board 9c\n"
            "0 wins 1000 of pot 0 with AsAh9c8s4h\n"
            "end\n");
  EXPECT_EQ(ring.stacks(), "1000 0");
}

TEST(BigBlind, has_an_option_when_everybody_called) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.deal(0).play("0 calls, 1 calls");
  EXPECT_EQ(ring.legal(), "2: fold, check, raise 20-500, all-in 500");
  ring.play("2 raises to 40, 0 calls, 1 folds");
  EXPECT_EQ(ring.legal(), "2: fold, check, raise 10-460, all-in 460");
}

// Rule 3: a short blind is all-in for what it has; the others still owe the full big blind, and a raise is at least to
// two.

TEST(Rule03_LA150_ShortBigBlind, is_all_in_and_the_others_still_owe_all_of_it_and_raise_to_at_least_two) {
  Ring ring(blinds(50, 100), {5000, 5000, 30, 5000});
  ring.deal(0);
  EXPECT_EQ(ring.legal(), "3: fold, call 100, raise 200-5000, all-in 5000");
  ring.play("3 calls, 0 folds");
  EXPECT_EQ(ring.legal(), "1: fold, call 50, raise 200-5000, all-in 5000");
  ring.play("1 calls");
  EXPECT_EQ(ring.pots(), "90:1,2,3 + 140:1,3");
}

TEST(Rule03_LA150_ShortBigBlind, of_a_last_opponent_that_is_covered_leaves_nothing_to_decide) {
  Ring ring(blinds(50, 100), {5000, 30});
  ring.hole(0, "AsAh").hole(1, "7s2h").board("KcQdJh4s4c").deal(0);
  EXPECT_EQ(ring.stacks(), "5030 0");
  EXPECT_EQ(ring.legal(), "nobody");
}

TEST(Rule03_LA150_ShortSmallBlind, is_all_in_for_what_it_has) {
  Ring ring(blinds(50, 100), {5000, 20, 5000});
  ring.deal(0).play("0 calls, 2 checks");
  EXPECT_EQ(ring.pots(), "60:1,2,0 + 160:2,0");
}

// Moves that don't fit.

TEST(Move, out_of_turn_is_refused) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.deal(0);
  EXPECT_EQ(ring.refusal("1 calls"), std::string(core::sentence(core::Reason::not_your_turn)));
  EXPECT_EQ(ring.refusal("5 calls"), std::string(core::sentence(core::Reason::not_seated)));
  EXPECT_EQ(ring.refusal("0 checks"), "There is a bet: call 10, raise or fold.");
  ring.play("0 calls, 1 calls");
  EXPECT_EQ(ring.refusal("2 calls"), "There is nothing to call: check instead.");
}

TEST(Move, between_hands_is_refused) {
  Ring ring(blinds(5, 10), {500, 500});
  EXPECT_EQ(ring.refusal("0 folds"), "No hand is running: wait for the next deal.");
}

}  // namespace
}  // namespace baize::games::holdem
