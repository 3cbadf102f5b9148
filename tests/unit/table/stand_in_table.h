// A table that Ann owns, of whichever registered game has bots stand in for people, driven by hand as a runtime drives
// it. All people's moves are those that the game's bot would make.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "table/table.h"
#include "table/view.h"

namespace baize::table {

using core::Reason;

inline const Uuid k_ann("aaaaaaaa-0000-4000-8000-000000000001");
inline const Uuid k_bob("bbbbbbbb-0000-4000-8000-000000000002");
inline const Uuid k_cid("cccccccc-0000-4000-8000-000000000003");
inline const Uuid k_dee("dddddddd-0000-4000-8000-000000000004");
inline const Uuid k_eve("eeeeeeee-0000-4000-8000-000000000005");

inline Settings with_stand_ins() {
  for (const auto& game : games::describe_games())
    if (auto settings = *default_settings(game.id); games::stand_ins(settings.game.value)) return settings;
  core::check(false, "a registered game has stand-ins");
  return {};
}

struct StandInTable {
  State state;
  std::vector<Action> log;
  State start;

  explicit StandInTable(bool auto_start = false, bool auto_accept = true) {
    Settings settings = with_stand_ins();
    settings.table.value.auto_start = auto_start;
    settings.table.value.auto_accept = auto_accept;
    state = start = open({core::TableId("t1"), core::Name("Friday"), k_ann, false, settings, 1000});
  }

  core::Entropy chance() const { return core::derive({}, "stand-ins-test", log.size()); }
  Result<void> act(const Uuid& who, Verb verb, TimeMs at) {
    const Action action{who, at, std::move(verb)};
    auto outcome = apply(state, action);
    if (!outcome) return core::fail(outcome.error());
    EXPECT_EQ(check(outcome->state), "");
    EXPECT_TRUE(outcome->transfers.empty() || outcome->transfers[0].amount == Chips{0});
    state = outcome->state;
    log.push_back(action);
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
  Result<void> sit(const Uuid& who, const char* name, Seat seat) {
    return act(who, TakeSeat{core::Name(name), seat, {}});
  }
  Result<void> start_game() { return act(k_ann, StartGame{chance()}); }
  void tick() {
    ASSERT_TRUE(state.due);
    const auto ticked = act({}, Tick{state.decision, chance(), {}}, *state.due);
    ASSERT_TRUE(ticked) << ticked.error().message;
  }
  // Four people in the first deal.
  void begin() {
    ASSERT_TRUE(sit(k_ann, "Ann", 0));
    ASSERT_TRUE(sit(k_bob, "Bob", 1));
    ASSERT_TRUE(sit(k_cid, "Cid", 2));
    ASSERT_TRUE(sit(k_dee, "Dee", 3));
    ASSERT_TRUE(start_game());
    ASSERT_TRUE(games::running(state.game));
  }
  const Sitter& actor() const { return *sitter_at(state, *games::to_act(state.game)); }
  // The seat to act does what its bot would.
  Play a_move() const {
    const Seat seat = actor().seat;
    const auto own = games::view(state.game, seat);
    return {state.decision, games::choose(games::view(state.game), own, seat, games::Strength::easy, chance())};
  }
  void move() {
    const auto moved = act(actor().uuid, a_move());
    ASSERT_TRUE(moved) << moved.error().message;
  }
  void until_turn_of(const Uuid& who) {
    while (!(actor().uuid == who)) move();
  }
  void end_deal() {
    while (games::running(state.game)) move();
  }
  // What everybody sees of a seat.
  SeatView seen(Seat seat) const {
    const PublicView view = public_view(state);
    return *std::find_if(view.seats.begin(), view.seats.end(), [&](const auto& one) { return one.seat == seat; });
  }
};

}  // namespace baize::table
