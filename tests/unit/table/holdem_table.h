// A table of hold'em that Ann owns, driven by hand as a runtime drives it.
#pragma once

#include <gtest/gtest.h>

#include <vector>

#include "games/holdem/game.h"
#include "table/table.h"
#include "table/view.h"

namespace baize::table {

using core::Reason;
namespace holdem = games::holdem;

inline const Uuid k_ann("aaaaaaaa-0000-4000-8000-000000000001");
inline const Uuid k_bob("bbbbbbbb-0000-4000-8000-000000000002");
inline const Uuid k_cid("cccccccc-0000-4000-8000-000000000003");

inline games::AnyMove hold_em(holdem::Move move) { return games::MoveOf<holdem::Game>{std::move(move)}; }

// The chance of the so manieth action.
inline core::Entropy drawn(std::uint64_t n) { return core::derive({}, "table-test", n); }

// A table that Ann owns, driven by hand.
struct Driver {
  State state;
  std::vector<Action> log;
  std::vector<Transfer> transfers;
  std::vector<Event> events;
  bool deal_began = false;

  explicit Driver(TableSettings settings = {}) {
    Settings all = *default_settings("holdem");
    all.table.value = settings;
    state = open({core::TableId("t1"), core::Name("Friday"), k_ann, false, all, 1000});
  }

  Result<void> act(const Uuid& who, Verb verb, TimeMs at) {
    const Action action{who, at, std::move(verb)};
    auto outcome = apply(state, action);
    if (!outcome) return core::fail(outcome.error());
    EXPECT_EQ(check(outcome->state), "");
    EXPECT_EQ(outcome->state.version, state.version + 1);
    state = outcome->state;
    log.push_back(action);
    deal_began = outcome->deal_began;
    transfers.insert(transfers.end(), outcome->transfers.begin(), outcome->transfers.end());
    events.insert(events.end(), outcome->table_events.begin(), outcome->table_events.end());
    return {};
  }
  Result<void> act(const Uuid& who, Verb verb) { return act(who, std::move(verb), state.at + 10); }
  Reason refusal(const Uuid& who, Verb verb) {
    const State before = state;
    const auto outcome = act(who, std::move(verb));
    EXPECT_FALSE(outcome);
    EXPECT_EQ(state, before);
    return outcome ? Reason::malformed : outcome.error().reason;
  }
  void tick() { ASSERT_TRUE(act({}, Tick{state.decision, drawn(log.size())}, *state.due)); }
  void sit(const Uuid& who, const char* name, Seat seat, std::int64_t chips = 1000) {
    const auto sat = act(who, TakeSeat{core::Name(name), seat, Chips{chips}});
    ASSERT_TRUE(sat) << sat.error().message;
  }
  void begin_heads_up() {
    sit(k_ann, "Ann", 0);
    sit(k_bob, "Bob", 3);
    tick();
  }
  // The seat to act puts in as much as it may.
  void shove() {
    const Seat seat = *games::to_act(state.game);
    const auto own = games::view(state.game, seat);
    const bool may = games::admissible(own, hold_em(holdem::AllIn{})).has_value();
    const auto move = may ? hold_em(holdem::AllIn{}) : hold_em(holdem::Call{});
    const auto done = act(to_act(), Play{state.decision, move});
    ASSERT_TRUE(done) << done.error().message;
  }
  const Uuid& to_act() { return sitter_at(state, *games::to_act(state.game))->uuid; }
  Chips on_the_table() const {
    Chips in;
    for (const Transfer& one : transfers) one.way == Transfer::Way::to_table ? in += one.amount : in -= one.amount;
    return in;
  }
};

}  // namespace baize::table
