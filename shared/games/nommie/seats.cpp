// Who sits where, and the settings.
#include "games/nommie/round.h"

namespace baize::games::nommie {

using core::fail;
using core::Reason;

std::vector<SettingDescription> Game::describe_settings() {
  SettingDescription audit{"audit",
                           "Open decks for checking",
                           SettingType::choice,
                           static_cast<std::int64_t>(Settings{}.audit),
                           0,
                           2,
                           {{"never", "Never"}, {"sample", "One in 20"}, {"at_close", "All, at the end"}},
                           "",
                           true};
  return {std::move(audit)};
}

Result<void> Game::check_settings(const Settings&) { return {}; }

Result<void> Game::may_change(const State& state, const Settings& settings) {
  // Who sat down relied on it (the rules, "Fair deals" 5).
  if (settings.audit == state.settings.audit) return {};
  return fail(Reason::invalid_field,
              "How decks are opened was chosen when the table was made and stays. Make another table.");
}

State Game::create(const Settings& settings) {
  State state;
  state.settings = settings;
  return state;
}

State Game::seated(const ScoreSheet& finished) {
  State state;
  for (Chair& chair : state.chairs) chair.taken = true;
  state.finished = finished;
  state.round = static_cast<std::uint8_t>(finished.size());
  state.deal = state.round;
  return state;
}

State Game::with_settings(const State& state, const Settings& settings) {
  State next = state;
  next.settings = settings;
  return next;
}

Result<Step<Game>> Game::sit(const State& state, Seat seat, Chips chips) {
  if (!is_seat(seat)) return fail(Reason::invalid_field, "There is no such seat: choose one of the four.");
  if (is_taken(state, seat)) return fail(Reason::seat_taken);
  if (chips != Chips{0}) return fail(Reason::invalid_amount, "Nommie is played without chips: sit down with 0.");
  Result<Step<Game>> result(tl::in_place, state);
  State& next = result->state;
  at(next.chairs, seat) = Chair{true, false, false};
  // What the last game left on the table belongs to who sat here before.
  clear_table(next);
  next.finished.clear();
  next.round = 0;
  return result;
}

Result<Step<Game>> Game::stand(const State& state, Seat seat) {
  if (!is_taken(state, seat)) return fail(Reason::not_seated);
  if (bound(state, seat)) return fail(Reason::hand_running);
  Result<Step<Game>> result(tl::in_place, state);
  at(result->state.chairs, seat) = Chair{};
  return result;
}

Result<Step<Game>> Game::top_up(const State& state, Seat seat, Chips) {
  if (!is_taken(state, seat)) return fail(Reason::not_seated);
  return fail(Reason::illegal_move, "Nommie is played without chips: there is nothing to add.");
}

Result<Step<Game>> Game::sit_out(const State& state, Seat seat, bool out) {
  if (!is_taken(state, seat)) return fail(Reason::not_seated);
  if (out && game_on(state))
    return fail(Reason::illegal_move,
                "A game of Nommie needs all four to its end. If you have to go, leave the seat: a bot plays for you "
                "until you are back.");
  Result<Step<Game>> result(tl::in_place, state);
  at(result->state.chairs, seat).sitting_out = out;
  return result;
}

bool Game::bound(const State& state, Seat seat) { return is_taken(state, seat) && game_on(state); }

SeatStatus Game::seat_status(const State& state, Seat seat) {
  return is_taken(state, seat) && !at(state.chairs, seat).sitting_out ? SeatStatus::playing : SeatStatus::sitting_out;
}

Result<Step<Game>> Game::set_absent(const State& state, Seat seat, bool absent) {
  if (!is_taken(state, seat)) return fail(Reason::not_seated);
  Result<Step<Game>> result(tl::in_place, state);
  at(result->state.chairs, seat).absent = absent;
  return result;
}

}  // namespace baize::games::nommie
