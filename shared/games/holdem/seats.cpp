#include "games/holdem/hand.h"
#include "narration/words.h"

namespace baize::games::holdem {

using core::fail;
using core::Reason;
using narration::number;

bool is_ready(const Chair& chair) {
  return chair.taken && !chair.absent && chair.stack > Chips{0} &&
         (chair.status == SeatStatus::playing || chair.status == SeatStatus::waiting_for_blind);
}

namespace {

Result<Step<Game>> unchanged(const State& state) {
  Result<Step<Game>> result(tl::in_place, state);
  return result;
}

// A seat that owes a blind waits for the big one before it is dealt in again.
SeatStatus status_back_in(const Chair& chair) {
  return chair.owes_big_blind || chair.owes_small_blind ? SeatStatus::waiting_for_blind : SeatStatus::playing;
}

}  // namespace

State Game::create(const Settings& settings) {
  State state;
  state.settings = settings;
  return state;
}

State Game::seated(const Settings& settings, std::span<const Chips> stacks) {
  core::check(stacks.size() <= k_max_players, "a table holds ten");
  State state = create(settings);
  for (std::size_t i = 0; i < stacks.size(); ++i) {
    Chair& chair = state.chairs[i];
    chair.taken = true;
    chair.status = SeatStatus::playing;
    chair.stack = stacks[i];
    state.total += stacks[i];
  }
  return state;
}

Result<Step<Game>> Game::sit(const State& state, Seat seat, Chips chips) {
  if (!is_seat(seat)) return fail(Reason::invalid_field, "There is no such seat: choose one at the table.");
  if (is_taken(state, seat)) return fail(Reason::seat_taken);
  const Settings& settings = state.settings;
  if (chips < settings.min_buy_in || chips > settings.max_buy_in)
    return fail(Reason::invalid_amount,
                "Sit down with " + number(settings.min_buy_in) + " to " + number(settings.max_buy_in) + " chips.");
  Result<Step<Game>> result = unchanged(state);
  State& next = result->state;
  Chair chair;
  chair.taken = true;
  chair.stack = chips;
  // Rule 10: whoever joins a game that runs has to earn the button with a big blind.
  chair.owes_big_blind = state.hand > 0;
  chair.status = status_back_in(chair);
  next.chairs[static_cast<std::size_t>(seat)] = chair;
  next.total += chips;
  return result;
}

Result<Step<Game>> Game::stand(const State& state, Seat seat) {
  if (!is_taken(state, seat)) return fail(Reason::not_seated);
  if (bound(state, seat)) return fail(Reason::hand_running);
  Result<Step<Game>> result = unchanged(state);
  State& next = result->state;
  Chair& chair = next.chairs[static_cast<std::size_t>(seat)];
  next.total -= chair.stack;
  chair.taken = false;
  chair.absent = chair.owes_small_blind = chair.owes_big_blind = false;
  chair.status = SeatStatus::sitting_out;
  chair.stack = Chips{0};
  return result;
}

Result<Step<Game>> Game::top_up(const State& state, Seat seat, Chips chips) {
  if (!is_taken(state, seat)) return fail(Reason::not_seated);
  if (bound(state, seat)) return fail(Reason::hand_running);
  const Chips stack = chair_of(state, seat).stack;
  const Chips most = state.settings.max_buy_in - stack;
  if (most <= Chips{0}) return fail(Reason::invalid_amount, "Your stack is at the table's maximum already.");
  const bool busted = stack == Chips{0};
  const Chips least = busted ? state.settings.min_buy_in : Chips{1};
  if (chips < least || chips > most)
    return fail(Reason::invalid_amount, "Add " + number(least) + " to " + number(most) + " chips.");
  Result<Step<Game>> result = unchanged(state);
  State& next = result->state;
  Chair& chair = next.chairs[static_cast<std::size_t>(seat)];
  chair.stack += chips;
  next.total += chips;
  if (busted) chair.status = status_back_in(chair);
  return result;
}

Result<Step<Game>> Game::sit_out(const State& state, Seat seat, bool out) {
  if (!is_taken(state, seat)) return fail(Reason::not_seated);
  const Chair& now = chair_of(state, seat);
  if (!out && now.stack == Chips{0} && !bound(state, seat))
    return fail(Reason::insufficient_chips, "You have no chips left: add some to play on.");
  Result<Step<Game>> result = unchanged(state);
  Chair& chair = result->state.chairs[static_cast<std::size_t>(seat)];
  if (out)
    chair.status = SeatStatus::sitting_out;
  else if (chair.status == SeatStatus::sitting_out)
    chair.status = status_back_in(chair);
  return result;
}

bool Game::bound(const State& state, Seat seat) {
  return running(state) && is_seat(seat) && chair_of(state, seat).in_hand;
}

Chips Game::stack(const State& state, Seat seat) {
  return is_taken(state, seat) ? chair_of(state, seat).stack : Chips{0};
}

bool Game::finished(const State& state, Seat seat) {
  return !running(state) && is_taken(state, seat) && chair_of(state, seat).stack == Chips{0};
}

SeatStatus Game::seat_status(const State& state, Seat seat) {
  return is_taken(state, seat) ? chair_of(state, seat).status : SeatStatus::sitting_out;
}

}  // namespace baize::games::holdem
