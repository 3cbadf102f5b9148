#include <algorithm>

#include "games/holdem/hand.h"
#include "narration/words.h"

namespace baize::games::holdem {

using core::fail;
using core::Reason;
using narration::number;

namespace {

template <class L>
const L* find(const LegalMoves& legal) {
  for (const Legal& one : legal)
    if (const L* found = std::get_if<L>(&one)) return found;
  return nullptr;
}

// Who has acted may raise again only if the bet has grown by a full raise since, be it in several short all-ins (rule
// 5, T47). Nobody may raise what no other live player could call: all are all-in, or will be by calling (rule 6).
bool may_raise(const State& state, Seat seat) {
  const Chair& chair = chair_of(state, seat);
  if (chair.bet + chair.stack <= state.current_bet) return false;
  if (chair.act && state.current_bet - chair.bet < state.min_raise) return false;
  for (const Seat other : state.players) {
    const Chair& one = chair_of(state, other);
    if (other != seat && can_bet(one) && one.bet + one.stack > state.current_bet) return true;
  }
  return false;
}

LegalMoves legal_decisions(const State& state, Seat seat) {
  const Chair& chair = chair_of(state, seat);
  const Chips call = call_amount(state, chair);
  const Chips all_in = chair.bet + chair.stack;
  LegalMoves legal;
  legal.push_back(LegalFold{});
  if (call == Chips{0})
    legal.push_back(LegalCheck{});
  else
    legal.push_back(LegalCall{call});
  const bool raise = may_raise(state, seat);
  if (raise) legal.push_back(LegalRaise{std::min(state.current_bet + state.min_raise, all_in), all_in});
  if (raise || call == chair.stack) legal.push_back(LegalAllIn{all_in});
  if (!state.bank_open && chair.bank_ms > 0) legal.push_back(LegalTimeBank{chair.bank_ms});
  return legal;
}

void add_rabbit(LegalMoves& legal, const State& state) {
  const bool more = state.hand > 0 && !state.voided && state.board_count < layout::k_board_cards;
  if (state.settings.rabbit_hunt && more && !state.rabbit) legal.push_back(LegalRabbit{});
}

// How a seat that waits for the big blind may come in sooner. With nobody to wait for, all start over together.
void add_coming_in(LegalMoves& legal, const State& state, const Chair& chair) {
  if (chair.status != SeatStatus::waiting_for_blind || (chair.in_hand && Game::running(state))) return;
  int playing = 0;
  for (const Chair& one : state.chairs) playing += is_ready(state, one) && one.status == SeatStatus::playing;
  if (playing < 2) return;
  const Stakes stakes = stakes_of(state);
  if (chair.posting)
    legal.push_back(LegalWaitForBlind{});
  else
    legal.push_back(LegalPostBlind{chair.owes_big_blind ? stakes.big_blind : Chips{0},
                                   chair.owes_small_blind ? stakes.small_blind : Chips{0}});
}

// The seat whose turn would come first, if the next hand were dealt now. Nobody knows before the first hand.
void add_straddle(LegalMoves& legal, const State& state, Seat seat) {
  const Chair& chair = chair_of(state, seat);
  const Chips straddle = stakes_of(state).big_blind * 2;
  if (!state.settings.straddle || chair.straddling || chair.stack < straddle || !state.at.big_blind) return;
  if (!is_ready(state, chair) || !Game::can_deal(state)) return;
  if (first_to_act(arrange(state, Entropy{}, k_all_seats)) == seat) legal.push_back(LegalStraddle{straddle});
}

void add_show(LegalMoves& legal, const State& state, Seat seat) {
  const Chair& chair = chair_of(state, seat);
  if (chair.shown & k_laid_away) return;
  LegalShow show;
  for (std::size_t which = 0; which < layout::k_hole_cards; ++which)
    if ((chair.shown >> which & 1) == 0) show.cards.push_back(hole_card(state, seat, which));
  if (show.cards.empty()) return;
  legal.push_back(show);
  legal.push_back(LegalMuck{});
}

tl::unexpected<core::Error> illegal(std::string what) { return fail(Reason::illegal_move, std::move(what)); }

Result<void> admits(const LegalMoves& legal, const Fold&) {
  if (find<LegalFold>(legal) == nullptr) return illegal("You can't fold now.");
  return {};
}

Result<void> admits(const LegalMoves& legal, const Check&) {
  if (find<LegalCheck>(legal) != nullptr) return {};
  if (const auto* call = find<LegalCall>(legal))
    return illegal("There is a bet: call " + number(call->amount) + ", raise or fold.");
  return illegal("You can't check now.");
}

Result<void> admits(const LegalMoves& legal, const Call&) {
  if (find<LegalCall>(legal) != nullptr) return {};
  if (find<LegalCheck>(legal) != nullptr) return illegal("There is nothing to call: check instead.");
  return illegal("You can't call now.");
}

Result<void> admits(const LegalMoves& legal, const Raise& raise) {
  const auto* limits = find<LegalRaise>(legal);
  if (limits == nullptr) return illegal("Raising is not open to you now: call or fold.");
  if (raise.amount < limits->min)
    return fail(Reason::invalid_amount, "The smallest raise is to " + number(limits->min) + ".");
  if (raise.amount > limits->max)
    return fail(Reason::invalid_amount, "You can raise to " + number(limits->max) + " at most: that is all-in.");
  return {};
}

Result<void> admits(const LegalMoves& legal, const AllIn&) {
  if (find<LegalAllIn>(legal) == nullptr) return illegal("Raising is not open to you now: call or fold.");
  return {};
}

Result<void> admits(const LegalMoves& legal, const Show& show) {
  const auto* own = find<LegalShow>(legal);
  if (own == nullptr) return illegal("There are no cards to show: that is for when the hand is over.");
  const auto has = [](const auto& cards, Card card) {
    return std::find(cards.begin(), cards.end(), card) != cards.end();
  };
  const bool twice = show.cards.size() == 2 && show.cards[0] == show.cards[1];
  if (show.cards.empty() || twice) return fail(Reason::invalid_field, "Name one or both of your own cards to show.");
  for (const Card card : show.cards)
    if (!has(own->cards, card)) return fail(Reason::invalid_field, "Show cards of your own that are not shown yet.");
  return {};
}

Result<void> admits(const LegalMoves& legal, const Muck&) {
  if (find<LegalMuck>(legal) == nullptr)
    return illegal("There are no cards to muck: that is for when the hand is over.");
  return {};
}

Result<void> admits(const LegalMoves& legal, const PostBlind&) {
  if (find<LegalPostBlind>(legal) == nullptr) return illegal("You owe no blind, or nobody plays whom you could join.");
  return {};
}

Result<void> admits(const LegalMoves& legal, const WaitForBlind&) {
  if (find<LegalWaitForBlind>(legal) == nullptr) return illegal("You have not asked to post a blind.");
  return {};
}

Result<void> admits(const LegalMoves& legal, const Straddle&) {
  if (find<LegalStraddle>(legal) == nullptr)
    return illegal("Only the seat that acts first in the next hand may straddle, before it is dealt.");
  return {};
}

Result<void> admits(const LegalMoves& legal, const RunTwice&) {
  if (find<LegalRunTwice>(legal) == nullptr) return illegal("You are not asked how often to deal the board.");
  return {};
}

Result<void> admits(const LegalMoves& legal, const Rabbit&) {
  if (find<LegalRabbit>(legal) == nullptr) return illegal("There are no board cards to look at now.");
  return {};
}

Result<void> admits(const LegalMoves& legal, const TimeBank&) {
  if (find<LegalTimeBank>(legal) == nullptr) return illegal("You have no time bank to use now.");
  return {};
}

}  // namespace

Chips call_amount(const State& state, const Chair& chair) {
  if (state.current_bet <= chair.bet) return Chips{0};
  return std::min(state.current_bet - chair.bet, chair.stack);
}

LegalMoves legal_moves(const State& state, Seat seat) {
  const Chair& chair = chair_of(state, seat);
  if (state.to_act == seat && state.runs == RunOut::asking) return {LegalRunTwice{}};
  if (state.to_act == seat) return legal_decisions(state, seat);
  LegalMoves legal;
  if (!chair.taken) return legal;
  add_coming_in(legal, state, chair);
  if (Game::running(state)) return legal;
  add_straddle(legal, state, seat);
  if (!chair.in_hand) return legal;
  add_show(legal, state, seat);
  add_rabbit(legal, state);
  return legal;
}

Result<void> admissible(const LegalMoves& legal, const Move& move) {
  return std::visit([&](const auto& one) { return admits(legal, one); }, move);
}

Result<void> Game::admissible(const Private& own, const Move& move) { return holdem::admissible(own.legal, move); }

}  // namespace baize::games::holdem
