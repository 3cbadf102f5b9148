#include "situation.h"

#include "table/view.h"

namespace baize::bench {

namespace {

constexpr int k_seats = 6;

table::State after(const table::State& state, const table::Action& action) {
  auto outcome = table::apply(state, action);
  core::check(outcome.has_value(), "the benchmark's actions are legal");
  return std::move(outcome->state);
}

}  // namespace

core::Uuid player(int seat) { return core::Uuid("aaaaaaaa-0000-4000-8000-00000000000" + std::to_string(seat)); }

table::State six_seats_in_a_hand(int moves) {
  const table::Settings settings = *table::default_settings("holdem");
  table::State state = table::open(
      {core::TableId("abcdefghijkm"), core::Name("Friday night"), player(0), false, settings, 1'700'000'000'000});
  for (int seat = 0; seat < k_seats; ++seat) {
    const core::Name name("Player " + std::to_string(seat));
    state = after(
        state, {player(seat), state.at + 10, table::TakeSeat{name, static_cast<core::Seat>(seat), core::Chips{1000}}});
  }
  state = after(state, {{}, *state.due, table::Tick{state.decision, core::derive({}, "bench", 0)}});
  for (int i = 0; i < moves; ++i) state = after(state, next_action(state));
  return state;
}

table::Action next_action(const table::State& state) {
  const core::Seat seat = *games::to_act(state.game);
  const auto shared = games::view(state.game);
  const auto controls = games::controls(shared, games::view(state.game, seat));
  const auto move = games::answer(shared, controls.front().action, {});
  return {table::sitter_at(state, seat)->uuid, state.at + 10, table::Play{state.decision, *move}};
}

}  // namespace baize::bench
