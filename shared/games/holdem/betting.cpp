#include <algorithm>

#include "games/holdem/hand.h"

namespace baize::games::holdem {

using core::fail;
using core::Reason;

namespace {

int count_if(const State& state, bool (*is)(const Chair&)) {
  int n = 0;
  for (const Seat seat : state.players) n += is(chair_of(state, seat));
  return n;
}

// Whether everybody else is all-in for no more than the seat has put in.
bool has_covered_all(const State& state, Seat seat) {
  Chips others;
  for (const Seat other : state.players) {
    const Chair& chair = chair_of(state, other);
    if (other == seat || !is_live(chair)) continue;
    if (!chair.all_in) return false;
    others = std::max(others, chair.bet);
  }
  return chair_of(state, seat).bet >= others;
}

// Whether anybody who was dealt in had the chips to bet more than there is. (The published hands have it so: an option
// that was there when the round began stays, though those who could have used it have folded.)
bool somebody_could_raise(const State& state, Seat seat) {
  for (const Seat other : state.players) {
    const Chair& chair = chair_of(state, other);
    if (other != seat && chair.bet + chair.stack > state.current_bet) return true;
  }
  return false;
}

// Everybody has a say once in a round, unless nothing can come of it, and again whenever the bet has grown.
bool must_decide(const State& state, Seat seat) {
  const Chair& chair = chair_of(state, seat);
  if (!can_bet(chair)) return false;
  if (chair.bet >= state.current_bet) return !chair.act && somebody_could_raise(state, seat);
  return chair.act || !has_covered_all(state, seat);
}

std::optional<Seat> next_decider(const State& state, Seat last) {
  Seat seat = last;
  do {
    seat = seat_after(seat);
    if (must_decide(state, seat)) return seat;
  } while (seat != last);
  return std::nullopt;
}

void gather_bets(State& state) {
  for (const Seat seat : state.players) {
    Chair& chair = state.chairs[static_cast<std::size_t>(seat)];
    chair.bet = Chips{0};
    if (!chair.folded) chair.act.reset();
  }
  state.current_bet = Chips{0};
  state.min_raise = stakes_of(state).big_blind;
}

struct Decision {
  ActKind kind = ActKind::fold;
  Chips to;  // the seat's bet afterwards, if it calls, bets or raises
};

// A bet or raise to `to` that may be all-in for less than a full one: only a full one moves the minimum (rule 4, T43).
void raise_to(State& state, Seat seat, Chips to) {
  state.min_raise = std::max(state.min_raise, to - state.current_bet);
  state.current_bet = to;
  state.aggressor = seat;
}

void act(Hand& hand, Seat seat, Decision decision, bool timed_out) {
  State& state = hand.state;
  Chair& chair = hand.chair(seat);
  Acted acted{seat, decision.kind, Chips{0}, chair.bet, false, timed_out};
  if (decision.kind == ActKind::fold) chair.folded = true;
  if (decision.kind >= ActKind::call) {
    acted.amount = put_in(hand, seat, decision.to - chair.bet);
    if (chair.bet > state.current_bet) raise_to(state, seat, chair.bet);
  }
  chair.act = decision.kind;
  acted.to = chair.bet;
  acted.all_in = chair.all_in;
  hand.happened(acted);
}

// What becomes of a hand that nobody plays: a check where it is free, else a fold (rule 11, T30).
Decision absent_decision(const State& state, Seat seat) {
  const bool free = call_amount(state, chair_of(state, seat)) == Chips{0};
  return {free ? ActKind::check : ActKind::fold, {}};
}

// The seat to act decides, and the hand goes on. Nothing but this result is returned, so that it is built in place.
Result<Step<Game>> decided(const State& state, Seat seat, Decision decision, bool timed_out = false) {
  Result<Step<Game>> result(tl::in_place, state);
  Hand hand(*result);
  act(hand, seat, decision, timed_out);
  ++hand.state.decision;
  hand.state.bank_open = false;
  play_on(hand, seat);
  return result;
}

Result<Step<Game>> answered(const State& state, bool yes) {
  Result<Step<Game>> result(tl::in_place, state);
  Hand hand(*result);
  ++hand.state.decision;
  answer_run_twice(hand, yes);
  return result;
}

// What of the time bank a decision took that has been open for so long.
void charge(Chair& chair, Clock clock) {
  const TimeMs over = std::clamp<TimeMs>(clock.elapsed - clock.turn, 0, chair.bank_ms);
  chair.bank_ms -= static_cast<std::int32_t>(over);
}

Decision decision_of(const State& state, Seat seat, const Move& move) {
  const Chair& chair = chair_of(state, seat);
  const ActKind raise = state.current_bet == Chips{0} ? ActKind::bet : ActKind::raise;
  const Chips all_in = chair.bet + chair.stack;
  if (std::holds_alternative<Fold>(move)) return {ActKind::fold, {}};
  if (std::holds_alternative<Check>(move)) return {ActKind::check, {}};
  if (std::holds_alternative<Call>(move)) return {ActKind::call, chair.bet + call_amount(state, chair)};
  if (const auto* to = std::get_if<Raise>(&move)) return {raise, to->amount};
  return {all_in > state.current_bet ? raise : ActKind::call, all_in};
}

Result<Step<Game>> bank_opened(const State& state, Seat seat) {
  Result<Step<Game>> result(tl::in_place, state);
  Hand hand(*result);
  hand.state.bank_open = true;
  hand.happened(TimeBankOpened{seat, hand.chair(seat).bank_ms});
  return result;
}

// Moves that answer no decision.
Result<Step<Game>> stood_by(const State& state, Seat seat, const Move& move) {
  Result<Step<Game>> result(tl::in_place, state);
  Hand hand(*result);
  Chair& chair = hand.chair(seat);
  if (std::holds_alternative<PostBlind>(move)) chair.posting = true;
  if (std::holds_alternative<WaitForBlind>(move)) chair.posting = false;
  if (std::holds_alternative<Straddle>(move)) chair.straddling = true;
  if (std::holds_alternative<Muck>(move)) chair.shown |= k_laid_away;
  if (std::holds_alternative<Rabbit>(move)) {
    hand.state.rabbit = true;
    RabbitShown shown{seat, {}};
    for (std::size_t i = state.board_count; i < layout::k_board_cards; ++i) shown.cards.push_back(board_card(state, i));
    hand.happened(shown);
  }
  return result;
}

Result<Step<Game>> turned_up(const State& state, Seat seat, const Show& show) {
  Result<Step<Game>> result(tl::in_place, state);
  Hand hand(*result);
  for (std::size_t which = 0; which < layout::k_hole_cards; ++which)
    for (const Card card : show.cards)
      if (card == hole_card(state, seat, which)) hand.chair(seat).shown |= static_cast<std::uint8_t>(1 << which);
  hand.happened(Shown{seat, show.cards});
  return result;
}

}  // namespace

Chips put_in(Hand& hand, Seat seat, Chips amount) {
  Chair& chair = hand.chair(seat);
  amount = std::min(amount, chair.stack);
  chair.stack -= amount;
  chair.bet += amount;
  chair.committed += amount;
  chair.all_in = chair.stack == Chips{0};
  return amount;
}

void play_on(Hand& hand, Seat last) {
  State& state = hand.state;
  state.to_act.reset();
  for (;;) {
    if (count_if(state, is_live) == 1) return win_uncontested(hand);
    if (const auto next = next_decider(state, last)) {
      if (!plays_by_itself(chair_of(state, *next))) {
        state.to_act = next;
        return;
      }
      act(hand, *next, absent_decision(state, *next), true);
      last = *next;
      continue;
    }
    return_uncalled(hand);
    gather_bets(state);
    if (state.street == Street::river) return show_down(hand);
    if (count_if(state, can_bet) < 2) return run_out(hand);
    deal_street(hand);
    state.aggressor.reset();
    last = *state.at.button;
  }
}

// A question that all-in players answer at leisure, as far as the table's time allows.
constexpr TimeMs k_run_twice_ms = 15'000;

TimeMs Game::allowance_ms(const State& state, TimeMs turn_ms) {
  if (state.runs == RunOut::asking) return std::min(turn_ms, k_run_twice_ms);
  return state.bank_open && state.to_act ? turn_ms + chair_of(state, *state.to_act).bank_ms : turn_ms;
}

bool Game::standing(const Move& move) {
  return std::holds_alternative<Show>(move) || std::holds_alternative<Muck>(move) ||
         std::holds_alternative<Rabbit>(move) || std::holds_alternative<PostBlind>(move) ||
         std::holds_alternative<WaitForBlind>(move) || std::holds_alternative<Straddle>(move);
}

Result<Step<Game>> Game::apply(const State& state, Seat seat, const Move& move, Clock clock) {
  if (!is_taken(state, seat)) return fail(Reason::not_seated);
  const bool decision = !standing(move);
  if (decision && !running(state)) return fail(Reason::illegal_move, "No hand is running: wait for the next deal.");
  if (decision && state.to_act != seat) return fail(Reason::not_your_turn);
  if (auto may = holdem::admissible(legal_moves(state, seat), move); !may) return fail(may.error());
  if (const auto* show = std::get_if<Show>(&move)) return turned_up(state, seat, *show);
  if (!decision) return stood_by(state, seat, move);
  if (std::holds_alternative<TimeBank>(move)) return bank_opened(state, seat);
  if (const auto* twice = std::get_if<RunTwice>(&move)) return answered(state, twice->yes);
  auto result = decided(state, seat, decision_of(state, seat, move));
  if (state.bank_open) charge(result->state.chairs[static_cast<std::size_t>(seat)], clock);
  return result;
}

Result<Step<Game>> Game::on_timeout(const State& state, Clock) {
  if (!state.to_act) return fail(Reason::stale, "Nobody's clock is running.");
  if (state.runs == RunOut::asking) return answered(state, false);
  const Seat seat = *state.to_act;
  if (!state.bank_open && chair_of(state, seat).bank_ms > 0) return bank_opened(state, seat);
  auto result = decided(state, seat, absent_decision(state, seat), true);
  Chair& chair = result->state.chairs[static_cast<std::size_t>(seat)];
  chair.status = SeatStatus::sitting_out;
  if (state.bank_open) chair.bank_ms = 0;
  return result;
}

Result<Step<Game>> Game::set_absent(const State& state, Seat seat, bool absent) {
  if (!is_taken(state, seat)) return fail(Reason::not_seated);
  State next = state;
  next.chairs[static_cast<std::size_t>(seat)].absent = absent;
  if (!absent || state.to_act != seat) return Step<Game>(next);
  if (state.runs == RunOut::asking) return answered(next, false);
  return decided(next, seat, absent_decision(next, seat), true);
}

}  // namespace baize::games::holdem
