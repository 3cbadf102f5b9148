#include "conformance/high_card/game.h"

namespace baize::games::high_card {

using core::fail;
using core::Reason;

namespace {

const Chair& chair(const State& state, Seat seat) { return state.chairs[static_cast<std::size_t>(seat)]; }

bool plays(const State& state, Seat seat, SeatMask among) {
  return chair(state, seat).taken && !chair(state, seat).out && (among & seat_bit(seat)) != 0;
}

Card card_of(const State& state, const Part& part) { return state.deck[part.place]; }

void end(Step<Game>& step) {
  State& state = step.state;
  state.to_act.reset();
  cards::Rank best = cards::Rank::two;
  for (const Part& one : state.parts) best = std::max(best, card_of(state, one).rank());
  for (const Part& one : state.parts) {
    const bool wins = card_of(state, one).rank() == best;
    step.events.push_back(Shown{one.seat, card_of(state, one), wins});
    state.points[static_cast<std::size_t>(one.seat)] += wins;
  }
  step.events.push_back(Over{});
}

// The next part behind `seat` is to act, one whose player is there; else the deal is over.
void pass_on(Step<Game>& step, Seat seat) {
  ++step.state.decision;
  for (const Part& one : step.state.parts)
    if (one.seat > seat && !chair(step.state, one.seat).absent) {
      step.state.to_act = one.seat;
      return;
    }
  end(step);
}

}  // namespace

bool Game::can_deal(const State& state, SeatMask among) {
  int players = 0;
  for (Seat seat = 0; seat < k_seats; ++seat) players += plays(state, seat, among);
  return !running(state) && players >= k_min_seats;
}

Result<Step<Game>> Game::deal(const State& state, const Entropy& entropy, SeatMask among) {
  if (running(state)) return fail(Reason::hand_running);
  if (!can_deal(state, among)) return fail(Reason::illegal_move, "Two players are needed.");
  Step<Game> step(state);
  State& next = step.state;
  ++next.deal;
  next.deck = cards::shuffled_deck(entropy);
  next.parts.clear();
  next.next = 0;
  next.voided = false;
  step.events.push_back(Started{next.deal});
  for (Seat seat = 0; seat < k_seats; ++seat) {
    if (!plays(next, seat, among)) continue;
    next.parts.push_back({seat, next.next++, false});
    step.events.push_back(Got{seat, false, card_of(next, next.parts.back())});
  }
  pass_on(step, -1);
  return step;
}

Result<Step<Game>> Game::apply(const State& state, Seat seat, const Move& move, Clock) {
  if (auto may = admissible(view(state, seat), move); !may)
    return fail(running(state) && state.to_act != seat ? core::Error(Reason::not_your_turn) : may.error());
  Step<Game> step(state);
  if (std::holds_alternative<Swap>(move))
    for (Part& one : step.state.parts) {
      if (one.seat != seat) continue;
      one.place = step.state.next++;
      one.swapped = true;
      step.events.push_back(Got{seat, true, card_of(step.state, one)});
    }
  pass_on(step, seat);
  return step;
}

Result<Step<Game>> Game::on_timeout(const State& state, Clock clock) {
  if (!running(state)) return fail(Reason::illegal_move, "Nobody's clock runs.");
  return apply(state, *state.to_act, Keep{}, clock);
}

// Who is gone keeps the card.
Result<Step<Game>> Game::set_absent(const State& state, Seat seat, bool absent) {
  if (seat < 0 || seat >= k_seats || !chair(state, seat).taken) return fail(Reason::not_seated);
  Step<Game> step(state);
  step.state.chairs[static_cast<std::size_t>(seat)].absent = absent;
  if (absent && state.to_act == seat) pass_on(step, seat);
  return step;
}

Step<Game> Game::void_deal(const State& state) {
  Step<Game> step(state);
  if (!running(state)) return step;
  step.state.to_act.reset();
  step.state.voided = true;
  ++step.state.decision;
  step.events.push_back(Over{true});
  return step;
}

std::string Game::check(const State& state) {
  if (!cards::is_whole(state.deck)) return "every card is in the deck once";
  for (const Part& one : state.parts)
    if (one.place >= state.next) return "a card that somebody has was dealt";
  if (state.to_act && !bound(state, *state.to_act)) return "who is to act plays";
  return {};
}

}  // namespace baize::games::high_card
