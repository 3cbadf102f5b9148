// What is decided before the turn, held against the views of a table of three that is played by hand.
#include "client/pre_decision.h"

#include <gtest/gtest.h>

#include "client/local_door.h"
#include "client/table_session.h"
#include "games/holdem/game.h"
#include "table/table.h"

namespace baize::client {
namespace {

namespace holdem = games::holdem;

core::Uuid player(Seat seat) {
  return core::Uuid(std::string("00000000-0000-4000-8000-00000000000") + static_cast<char>('0' + seat));
}

// Seats 0, 1 and 2 with blinds of 5 and 10. `first` acts first before the flop, `second` has the small blind.
struct Evening {
  table::State state;
  PreDecision decision;
  Seat first = 0;
  Seat second = 0;
  Seat third = 0;

  Evening() {
    const auto settings = *table::default_settings("holdem");
    state = table::open({core::TableId("t1"), core::Name("t"), player(0), false, settings, 1000});
    for (const Seat seat : {Seat{0}, Seat{1}, Seat{2}})
      act(player(seat), table::TakeSeat{core::Name("P" + std::to_string(seat)), seat, core::Chips{1000}});
    deal();
  }

  void act(const core::Uuid& who, table::Verb verb) {
    const auto outcome = table::apply(state, {who, state.at + 10, std::move(verb)});
    ASSERT_TRUE(outcome) << outcome.error().message;
    state = outcome->state;
  }
  void deal() {
    while (!games::running(state.game)) {
      const auto chance = core::derive({}, "pre-decision", state.version);
      const auto ticked = table::apply(state, {{}, *state.due, table::Tick{state.decision, chance}});
      ASSERT_TRUE(ticked) << ticked.error().message;
      state = ticked->state;
    }
    first = to_act();
    second = static_cast<Seat>((first + 1) % 3);
    third = static_cast<Seat>((first + 2) % 3);
  }
  Seat to_act() const { return *games::to_act(state.game); }
  void play(holdem::Move move) {
    act(player(to_act()), table::Play{state.decision, games::MoveOf<holdem::Game>{std::move(move)}});
  }

  table::GameView view(Seat seat) const { return table::view(state, player(seat)); }
  void decide(Seat seat, std::string_view id) {
    decision.toggle(view(seat), id);
    ASSERT_EQ(decision.id(), id);
  }
  // "player-call", "lapsed: Call 5", "kept", or "gone".
  std::string follow(Seat seat) {
    const auto outcome = decision.follow(view(seat));
    if (!outcome.lapsed.empty()) return "lapsed: " + outcome.lapsed;
    if (!outcome.move) return decision.id().empty() ? "gone" : "kept";
    EXPECT_EQ(decision.id(), "") << "it is made once";
    std::string text;
    games::write_move(text, *outcome.move);
    return text;
  }
};

TEST(PreDecision, is_made_when_the_turn_comes) {
  Evening evening;
  evening.decide(evening.second, "call/preflop/5");
  EXPECT_EQ(evening.follow(evening.second), "kept");
  evening.play(holdem::Call{});
  EXPECT_EQ(evening.follow(evening.second), R"({"action":"player-call"})");
  EXPECT_EQ(evening.follow(evening.second), "gone");
}

TEST(PreDecision, is_one_at_a_time_and_can_be_taken_back) {
  Evening evening;
  evening.decide(evening.third, "check/preflop");
  evening.decide(evening.third, "check-fold");
  evening.decision.toggle(evening.view(evening.third), "check-fold");
  EXPECT_EQ(evening.decision.id(), "");
  evening.decision.toggle(evening.view(evening.third), "call/preflop/990");
  EXPECT_EQ(evening.decision.id(), "") << "not on offer";
  evening.decision.toggle(evening.view(evening.first), "check-fold");
  EXPECT_EQ(evening.decision.id(), "") << "it is the seat's turn";
}

TEST(PreDecision, of_a_call_lapses_when_somebody_raises) {
  Evening evening;
  evening.decide(evening.second, "call/preflop/5");
  evening.play(holdem::Raise{core::Chips{40}});
  EXPECT_EQ(evening.follow(evening.second), "gone") << "the turn itself tells it";
  evening.decide(evening.third, "call/preflop/30");
  evening.play(holdem::Raise{core::Chips{90}});
  EXPECT_EQ(evening.follow(evening.third), "gone");

  Evening other;
  other.decide(other.third, "check/preflop");
  other.play(holdem::Raise{core::Chips{40}});
  EXPECT_EQ(other.follow(other.third), "lapsed: Check");
  EXPECT_EQ(other.follow(other.third), "gone") << "told once";
}

TEST(PreDecision, to_check_or_fold_stays_through_the_streets_and_no_other_does) {
  Evening evening;
  evening.play(holdem::Call{});
  evening.decide(evening.first, "call-any/preflop");
  evening.play(holdem::Call{});
  EXPECT_EQ(evening.follow(evening.first), "kept");
  evening.play(holdem::Check{});
  EXPECT_EQ(evening.follow(evening.first), "lapsed: Call any");
  evening.decide(evening.third, "check-fold");
  evening.play(holdem::Check{});
  EXPECT_EQ(evening.follow(evening.third), R"({"action":"player-check"})");

  Evening other;
  other.play(holdem::Call{});
  other.decide(other.first, "check-fold");
  other.play(holdem::Call{});
  other.play(holdem::Check{});
  EXPECT_EQ(other.follow(other.first), "kept");
  other.play(holdem::Check{});
  other.play(holdem::Raise{core::Chips{20}});
  EXPECT_EQ(other.follow(other.first), R"({"action":"player-fold"})");
}

TEST(PreDecision, ends_with_its_deal_without_a_word) {
  Evening evening;
  evening.decide(evening.third, "check-fold");
  evening.play(holdem::Fold{});
  evening.play(holdem::Fold{});
  ASSERT_FALSE(games::running(evening.state.game));
  EXPECT_EQ(evening.follow(evening.third), "gone");

  Evening other;
  other.decide(other.third, "check-fold");
  other.play(holdem::Fold{});
  other.play(holdem::Fold{});
  other.deal();
  EXPECT_EQ(other.follow(other.third), "gone") << "also where the end itself was not seen";
}

// A practice table at which every hand is given up by a decision before the turn, wherever there is time for one.
TEST(PreDecision, plays_whole_hands_in_practice_and_tells_the_table_nothing_before_the_turn) {
  Practice practice;
  practice.settings = *table::default_settings("holdem");
  practice.player = core::Name("Ann");
  practice.buy_in = core::Chips{1000};
  practice.bots = 3;
  practice.strength = games::Strength::easy;
  TimeMs now = 5000;
  TableSession session(std::make_unique<LocalDoor>(practice, now), {});
  int decided = 0;
  int made = 0;
  for (int steps = 0; steps < 4000 && made < 20; ++steps) {
    const bool waits = !session.decided_before().empty();
    session.advance(now);
    const auto* view = session.view();
    const bool moved = session.move_on_its_way();
    ASSERT_FALSE(moved && !waits) << "nothing is played that was not decided";
    made += moved;
    const auto controls = games::controls(view->shared.value.public_, view->viewer.own.value);
    if (!session.pre_actions().empty() && session.decided_before().empty()) {
      session.decide_before("check-fold");
      ASSERT_FALSE(session.move_on_its_way());
      ++decided;
    } else if (view->shared.value.deadline && !controls.empty() && !moved) {
      ASSERT_TRUE(session.play(*games::answer(view->shared.value.public_, "player-fold", {})));
    }
    now = std::max(now + 1, session.next_wake().value_or(now));
  }
  EXPECT_EQ(made, 20);
  EXPECT_GE(decided, made);
}

}  // namespace
}  // namespace baize::client
