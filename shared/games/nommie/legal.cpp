#include <algorithm>

#include "games/nommie/round.h"
#include "games/nommie/words.h"
#include "narration/words.h"

namespace baize::games::nommie {

using core::fail;
using core::Reason;
using narration::number;

namespace {

constexpr std::size_t k_locking_rounds = 3;

// Rule 4.
bool zero_locked(const State& state, Seat seat) {
  const ScoreSheet& finished = state.finished;
  if (finished.size() < k_locking_rounds) return false;
  return std::all_of(finished.end() - k_locking_rounds, finished.end(),
                     [seat](const RoundScore& one) { return at(one.bids, seat) == 0; });
}

// Rule 3: what would make the bids add up to the hand size, once all others have bid.
std::optional<std::int32_t> forbidden_to_dealer(const State& state) {
  int left = hand_size(state);
  for (Seat seat = 0; seat < k_seats; ++seat) {
    if (seat == dealer(state)) continue;
    if (!at(state.bids, seat)) return std::nullopt;
    left -= *at(state.bids, seat);
  }
  return left >= 0 ? std::optional<std::int32_t>(left) : std::nullopt;
}

LegalBid legal_bid(const BidConstraints& one) {
  LegalBid legal{one.min, one.max, {}, one.zero_bid_locked};
  if (one.zero_bid_locked) legal.forbidden.push_back(0);
  if (one.forbidden && !(one.zero_bid_locked && *one.forbidden == 0)) legal.forbidden.push_back(*one.forbidden);
  return legal;
}

LegalPlay legal_play(const State& state, Seat seat) {
  const Hand hand = held_by(state, seat);
  LegalPlay legal;
  for (const Card card : hand)
    if (may_play({hand.begin(), hand.size()}, card, state.current)) legal.cards.push_back(card);
  return legal;
}

tl::unexpected<core::Error> illegal(std::string what) { return fail(Reason::illegal_move, std::move(what)); }

template <class T, class All>
bool among(const All& all, const T& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

Result<void> admits(const Private& own, const Bid& move) {
  const auto* legal = offered<LegalBid>(own);
  if (legal == nullptr) return illegal("It is not for you to bid now.");
  if (move.bid < legal->min || move.bid > legal->max)
    return fail(Reason::invalid_amount, "Bid from " + number(legal->min) + " to " + number(legal->max) + ".");
  if (!among(legal->forbidden, move.bid)) return {};
  if (move.bid == 0 && legal->zero_bid_locked)
    return illegal("You bid 0 in each of the last three rounds: bid at least 1 this time.");
  return illegal("You deal, so the bids may not add up to the number of tricks: bid something else than " +
                 number(move.bid) + ".");
}

Result<void> admits(const Private& own, const NameTrump&) {
  if (offered<LegalTrump>(own) == nullptr) return illegal("It is not for you to name trumps now.");
  return {};
}

Result<void> admits(const Private& own, const PlayCard& move) {
  const auto* legal = offered<LegalPlay>(own);
  if (legal == nullptr) return illegal("It is not for you to play a card now.");
  if (among(legal->cards, move.card)) return {};
  if (!among(own.hand, move.card)) return illegal("That card is not in your hand: play one of yours.");
  return fail(Reason::must_follow_suit, "You can follow suit, so you have to: play one of your " +
                                            std::string(narration::suit_name(legal->cards[0].suit())) + ".");
}

}  // namespace

LegalMoves legal_moves(const State& state, Seat seat) {
  if (state.to_act != seat) return {};
  switch (state.phase) {
    case Phase::bidding:
      return {legal_bid(*Game::bid_constraints(state, seat))};
    case Phase::trump:
      return {LegalTrump{{Trump::clubs, Trump::diamonds, Trump::hearts, Trump::spades, Trump::no_trumps}}};
    case Phase::trick:
      return {legal_play(state, seat)};
    case Phase::over:
      break;
  }
  return {};
}

std::optional<BidConstraints> Game::bid_constraints(const State& state, Seat seat) {
  if (state.phase != Phase::bidding || !is_taken(state, seat)) return std::nullopt;
  BidConstraints one;
  one.max = hand_size(state);
  if (seat == dealer(state)) one.forbidden = forbidden_to_dealer(state);
  one.zero_bid_locked = zero_locked(state, seat);
  return one;
}

Result<void> Game::admissible(const Private& own, const Move& move) {
  return std::visit([&](const auto& one) { return admits(own, one); }, move);
}

}  // namespace baize::games::nommie
