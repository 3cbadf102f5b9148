#include <algorithm>

#include "cards/keystream.h"
#include "cards/placed.h"
#include "games/nommie/round.h"

namespace baize::games::nommie {

namespace {

using CardSet = std::uint64_t;

constexpr CardSet set_of(Card card) { return CardSet{1} << card.index(); }

template <class Visit>
void for_each_played(const State& state, Visit&& visit) {
  for (const Trick& trick : state.tricks)
    for (const PlayedCard& one : trick.cards) visit(one);
  for (const PlayedCard& one : state.current) visit(one);
}

CardSet played_cards(const State& state) {
  CardSet played = 0;
  for_each_played(state, [&](const PlayedCard& one) { played |= set_of(one.card); });
  return played;
}

// From the left of a held hand to its right: spades, hearts, clubs, diamonds, each from the highest down.
int held_place(Card card) {
  constexpr std::array<int, cards::k_suit_count> k_places{2, 3, 1, 0};
  return k_places[static_cast<std::size_t>(card.suit())] * cards::k_rank_count - static_cast<int>(card.rank());
}

// Whose card lies there; nobody's among those that are left over.
std::optional<Seat> owner_of(const State& state, std::size_t position) {
  if (position >= static_cast<std::size_t>(hand_size(state)) * k_seats) return std::nullopt;
  const auto order = static_cast<int>(position % k_seats);
  return static_cast<Seat>((dealer(state) + 1 + order) % k_seats);
}

}  // namespace

Hand held_by(const State& state, Seat seat) {
  Hand hand;
  if (!state.dealt) return hand;
  const CardSet played = played_cards(state);
  for (const Card card : dealt_to(state, seat))
    if ((played & set_of(card)) == 0) hand.push_back(card);
  std::sort(hand.begin(), hand.end(), [](Card a, Card b) { return held_place(a) < held_place(b); });
  return hand;
}

BySeat<std::uint8_t> tricks_won(const State& state) {
  BySeat<std::uint8_t> won{};
  for (const Trick& trick : state.tricks) ++at(won, trick.winner);
  return won;
}

Scores scores(const ScoreSheet& finished) {
  Scores sums{};
  for (const RoundScore& one : finished)
    for (std::size_t i = 0; i < k_seats; ++i) sums[i] += one.points[i];
  return sums;
}

core::Bounded<Seat, k_seats> winners(const ScoreSheet& finished) {
  core::Bounded<Seat, k_seats> all;
  if (!finished.full()) return all;
  const Scores sums = scores(finished);
  const std::int32_t most = *std::max_element(sums.begin(), sums.end());
  for (Seat seat = 0; seat < k_seats; ++seat)
    if (at(sums, seat) == most) all.push_back(seat);
  return all;
}

std::optional<Seat> leader(const State& state) {
  if (state.phase != Phase::trick) return std::nullopt;
  if (!state.current.empty()) return state.current[0].seat;
  return state.to_act;
}

Public Game::view(const State& state) {
  Public shared;
  shared.deal = state.deal;
  shared.round = state.round;
  shared.hand_size = static_cast<std::uint8_t>(hand_size(state));
  shared.dealer = dealer(state);
  shared.phase = state.phase;
  shared.to_act = state.to_act;
  shared.bids = state.bids;
  shared.trump = state.trump;
  shared.trump_by = state.trump_by;
  shared.tricks_won = tricks_won(state);
  shared.current_trick = state.current;
  shared.leader = leader(state);
  shared.tricks = state.tricks;
  if (!state.tricks.empty()) shared.last_trick = state.tricks.back();
  shared.scores = scores(state.finished);
  shared.rounds = state.finished;
  if (!state.finished.empty()) shared.previous_round = state.finished.back();
  shared.winners = winners(state.finished);
  if (running(state)) shared.winners.clear();
  return shared;
}

Private Game::view(const State& state, Seat seat) {
  Private own;
  if (!is_taken(state, seat)) return own;
  own.hand = held_by(state, seat);
  own.legal = legal_moves(state, seat);
  return own;
}

std::optional<Event> Game::shown(const Event& event, Viewer viewer) {
  const auto* dealt = std::get_if<Dealt>(&event);
  if (dealt == nullptr || viewer == dealt->seat) return event;
  return Dealt{dealt->seat, dealt->count, {}};
}

std::uint64_t Game::seen(const State& state, Viewer viewer) {
  if (!state.dealt) return 0;
  const CardSet played = played_cards(state);
  const auto dealt = static_cast<std::size_t>(hand_size(state)) * k_seats;
  std::uint64_t seen = 0;
  for (std::size_t i = 0; i < dealt; ++i) {
    const bool own = viewer && viewer == owner_of(state, i) && is_taken(state, *viewer);
    if (own || (played & set_of(state.deck[i])) != 0) seen |= cards::position_bit(i);
  }
  return seen;
}

// Two hidden cards at a time change places wherever both hands could hold the other's, often enough that every hand
// can come of it.
State Game::resample(const State& state, Viewer viewer, const Entropy& entropy) {
  if (!state.dealt) return state;
  const std::uint64_t known = seen(state, viewer);
  const auto voids = voids_shown({state.tricks.begin(), state.tricks.size()}, state.current);
  core::Bounded<std::size_t, Card::k_count> hidden;
  for (std::size_t i = 0; i < state.deck.size(); ++i)
    if ((known & cards::position_bit(i)) == 0) hidden.push_back(i);
  State other = state;
  if (hidden.size() < 2) return other;
  const auto may_lie = [&](std::size_t position, Card card) {
    const auto owner = owner_of(state, position);
    return !owner || (at(voids, *owner) >> static_cast<unsigned>(card.suit()) & 1) == 0;
  };
  cards::Keystream chance(entropy);
  const auto count = static_cast<std::uint32_t>(hidden.size());
  for (std::uint32_t i = 0; i < 8 * count; ++i) {
    const std::size_t a = hidden[i % count];
    const std::size_t b = hidden[chance.below(count)];
    if (may_lie(a, other.deck[b]) && may_lie(b, other.deck[a])) std::swap(other.deck[a], other.deck[b]);
  }
  return other;
}

}  // namespace baize::games::nommie
