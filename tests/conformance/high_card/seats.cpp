#include "conformance/high_card/game.h"

namespace baize::games::high_card {

using core::fail;
using core::Reason;

namespace {

bool is_seat(Seat seat) { return seat >= 0 && seat < k_seats; }
const Chair& chair(const State& state, Seat seat) { return state.chairs[static_cast<std::size_t>(seat)]; }
Chair& chair(State& state, Seat seat) { return state.chairs[static_cast<std::size_t>(seat)]; }
bool taken(const State& state, Seat seat) { return is_seat(seat) && chair(state, seat).taken; }

}  // namespace

std::vector<SettingDescription> Game::describe_settings() {
  return {{"swaps", "Cards may be swapped", SettingType::boolean, 1, 0, 1, {}, ""}};
}

State Game::create(const Settings& settings) {
  State state;
  state.settings = settings;
  return state;
}

Result<Step<Game>> Game::sit(const State& state, Seat seat, Chips chips) {
  if (!is_seat(seat)) return fail(Reason::invalid_field, "There are four seats: choose one of them.");
  if (taken(state, seat)) return fail(Reason::seat_taken);
  if (chips != Chips{0}) return fail(Reason::invalid_amount, "This is played without chips: sit down with 0.");
  Step<Game> step(state);
  chair(step.state, seat).taken = true;
  step.state.points[static_cast<std::size_t>(seat)] = 0;
  return step;
}

Result<Step<Game>> Game::stand(const State& state, Seat seat) {
  if (!taken(state, seat)) return fail(Reason::not_seated);
  if (bound(state, seat)) return fail(Reason::hand_running);
  Step<Game> step(state);
  chair(step.state, seat) = {};
  return step;
}

Result<Step<Game>> Game::top_up(const State&, Seat, Chips) {
  return fail(Reason::illegal_move, "This is played without chips: there is nothing to add.");
}

Result<Step<Game>> Game::sit_out(const State& state, Seat seat, bool out) {
  if (!taken(state, seat)) return fail(Reason::not_seated);
  Step<Game> step(state);
  chair(step.state, seat).out = out;
  return step;
}

bool Game::bound(const State& state, Seat seat) {
  if (!running(state)) return false;
  for (const Part& one : state.parts)
    if (one.seat == seat) return true;
  return false;
}

SeatStatus Game::seat_status(const State& state, Seat seat) {
  return taken(state, seat) && !chair(state, seat).out ? SeatStatus::playing : SeatStatus::sitting_out;
}

State Game::with_settings(const State& state, const Settings& settings) {
  State next = state;
  next.settings = settings;
  return next;
}

State Game::begun_anew(const State& state) {
  State next = state;
  next.points = {};
  next.parts.clear();
  ++next.decision;
  return next;
}

}  // namespace baize::games::high_card
