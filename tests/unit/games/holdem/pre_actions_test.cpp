// Rule 12: pre-actions.
#include "unit/games/holdem/ring.h"

namespace baize::games::holdem {
namespace {

// "check-fold: Check/fold | check/flop: Check | ..".
std::string offers(const Ring& ring, Seat seat) {
  std::string out;
  for (const PreAction& one : Game::pre_actions(Game::view(ring.state()), Game::view(ring.state(), seat), seat))
    out += (out.empty() ? "" : " | ") + one.id + ": " + one.label;
  return out;
}

// "player-call", or "lapsed".
std::string decided(const Ring& ring, Seat seat, std::string_view id) {
  const auto move = Game::pre_decided(Game::view(ring.state()), Game::view(ring.state(), seat), id);
  if (!move) return "lapsed";
  return std::visit([](const auto& one) { return std::string(one.k_tag.name); }, *move);
}

TEST(Rule12_NoNumber_PreActions, offer_a_call_where_there_is_a_bet_and_a_check_where_there_is_none) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.deal(0);
  EXPECT_EQ(offers(ring, 0), "") << "it is to act";
  EXPECT_EQ(offers(ring, 1), "check-fold: Fold | call/preflop/5: Call 5 | call-any/preflop: Call any");
  EXPECT_EQ(offers(ring, 2), "check-fold: Check/fold | check/preflop: Check | call-any/preflop: Call any");
  ring.play("0 raises to 30");
  EXPECT_EQ(offers(ring, 2), "check-fold: Fold | call/preflop/20: Call 20 | call-any/preflop: Call any");
  EXPECT_EQ(offers(ring, 0), "check-fold: Check/fold | call-any/preflop: Call any") << "no check for who has acted";
}

TEST(Rule12_NoNumber_PreActions, are_for_those_who_will_decide_once_more_in_this_hand) {
  Ring ring(blinds(5, 10), {500, 500, 500, 40});
  ring.deal(0).play("3 goes all-in, 0 folds");
  EXPECT_EQ(offers(ring, 0), "");
  EXPECT_EQ(offers(ring, 3), "");
  EXPECT_EQ(offers(ring, 7), "") << "an empty seat";
  ring.play("1 folds, 2 folds");
  EXPECT_EQ(offers(ring, 3), "") << "the hand is over";
}

TEST(Rule12_NoNumber_PreActions, say_that_a_call_takes_the_whole_stack) {
  Ring ring(blinds(5, 10), {500, 500, 30});
  ring.deal(0).play("0 raises to 100");
  EXPECT_EQ(offers(ring, 2), "check-fold: Fold | call/preflop/20: Call 20 (all-in) | call-any/preflop: Call any");
}

TEST(Rule12_NoNumber_PreActions, check_and_fold_only_to_a_bet) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.deal(0).play("0 calls, 1 calls");
  EXPECT_EQ(decided(ring, 2, "check-fold"), "player-check");
  ring.play("2 checks, 1 bets 20");
  EXPECT_EQ(decided(ring, 2, "check-fold"), "player-fold");
}

TEST(Rule12_NoNumber_PreActions, let_a_check_lapse_when_somebody_bets_and_when_the_street_ends) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.deal(0).play("0 calls, 1 calls");
  EXPECT_EQ(decided(ring, 2, "check/preflop"), "player-check");
  ring.play("2 checks");
  EXPECT_EQ(decided(ring, 1, "check/preflop"), "lapsed");
  EXPECT_EQ(decided(ring, 1, "check/flop"), "player-check");
  ring.play("1 bets 20");
  EXPECT_EQ(decided(ring, 2, "check/flop"), "lapsed");
}

TEST(Rule12_NoNumber_PreActions, let_a_call_lapse_when_its_amount_changes) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.deal(0).play("0 raises to 30");
  EXPECT_EQ(decided(ring, 1, "call/preflop/25"), "player-call");
  ring.play("1 raises to 80");
  EXPECT_EQ(decided(ring, 2, "call/preflop/20"), "lapsed");
  EXPECT_EQ(decided(ring, 2, "call-any/preflop"), "player-call");
  EXPECT_EQ(decided(ring, 1, "call-any/preflop"), "lapsed") << "it is not to act";
}

TEST(Rule12_NoNumber_PreActions, decide_nothing_where_it_is_asked_how_often_to_run_the_board) {
  Settings settings = blinds(5, 10);
  settings.run_twice = true;
  Ring ring(settings, {500, 500});
  ring.deal(0).play("0 goes all-in, 1 calls");
  ASSERT_EQ(ring.state().runs, RunOut::asking);
  for (const Seat seat : {Seat{0}, Seat{1}}) {
    EXPECT_EQ(offers(ring, seat), "");
    EXPECT_EQ(decided(ring, seat, "check-fold"), "lapsed");
  }
}

}  // namespace
}  // namespace baize::games::holdem
