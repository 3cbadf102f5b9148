#include "games/holdem/hand.h"
#include "narration/words.h"

namespace baize::games::holdem {

using core::fail;
using core::Reason;
using narration::number;

bool is_ready(const State& state, const Chair& chair) {
  if (is_tournament(state.settings)) return chair.taken && chair.place == 0;
  return chair.taken && !chair.absent && chair.stack > Chips{0} &&
         (chair.status == SeatStatus::playing || chair.status == SeatStatus::waiting_for_blind);
}

SeatStatus status_back_in(const Chair& chair) {
  return chair.owes_big_blind || chair.owes_small_blind ? SeatStatus::waiting_for_blind : SeatStatus::playing;
}

namespace {

Result<Step<Game>> unchanged(const State& state) {
  Result<Step<Game>> result(tl::in_place, state);
  return result;
}

Result<void> may_sit(const State& state, Chips chips) {
  const Settings& settings = state.settings;
  if (is_tournament(settings) && state.tournament.begun)
    return fail(Reason::illegal_move, "This sit-and-go has begun. You can sit down when it is over.");
  const Chips least = Game::min_buy_in(settings);
  const Chips most = Game::max_buy_in(settings);
  if (chips >= least && chips <= most) return {};
  if (least == most) return fail(Reason::invalid_amount, "The buy-in here is " + number(least) + " chips.");
  return fail(Reason::invalid_amount, "Sit down with " + number(least) + " to " + number(most) + " chips.");
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
  if (auto may = may_sit(state, chips); !may) return fail(may.error());
  const bool tournament = is_tournament(state.settings);
  Result<Step<Game>> result = unchanged(state);
  State& next = result->state;
  Chair chair;
  chair.taken = true;
  chair.stack = tournament ? state.settings.starting_stack : chips;
  if (tournament) chair.purse = chips;
  chair.bank_ms = state.settings.time_bank_seconds * 1000;
  // Rule 10: whoever joins a game that runs has to earn the button with a big blind.
  chair.owes_big_blind = state.hand > 0 && !tournament;
  chair.status = status_back_in(chair);
  next.chairs[static_cast<std::size_t>(seat)] = chair;
  next.total += chair.stack;
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
  chair.absent = chair.owes_small_blind = chair.owes_big_blind = chair.posting = chair.straddling = false;
  chair.status = SeatStatus::sitting_out;
  chair.stack = chair.purse = Chips{0};
  chair.place = 0;
  return result;
}

Result<Step<Game>> Game::top_up(const State& state, Seat seat, Chips chips) {
  if (!is_taken(state, seat)) return fail(Reason::not_seated);
  if (is_tournament(state.settings))
    return fail(Reason::illegal_move, "In a sit-and-go everybody plays with the stack that all began with.");
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
  if (out) {
    chair.status = SeatStatus::sitting_out;
    chair.posting = chair.posting && chair.in_hand;
    return result;
  }
  // Back in a tournament's hand: the seat's next decision is its own again.
  chair.away = false;
  if (chair.status == SeatStatus::sitting_out) chair.status = status_back_in(chair);
  return result;
}

bool Game::bound(const State& state, Seat seat) {
  if (!is_seat(seat)) return false;
  const Chair& chair = chair_of(state, seat);
  if (state.tournament.begun && chair.taken && chair.place == 0) return true;
  return running(state) && chair.in_hand;
}

Chips Game::stack(const State& state, Seat seat) {
  return is_taken(state, seat) ? chair_of(state, seat).stack : Chips{0};
}

bool Game::finished(const State& state, Seat seat) {
  if (running(state) || !is_taken(state, seat)) return false;
  const Chair& chair = chair_of(state, seat);
  return is_tournament(state.settings) ? chair.place > 0 : chair.stack == Chips{0};
}

SeatStatus Game::seat_status(const State& state, Seat seat) {
  return is_taken(state, seat) ? chair_of(state, seat).status : SeatStatus::sitting_out;
}

}  // namespace baize::games::holdem
