// What takes a trick, and which cards may be played to it (rule 6). Pure functions of cards, for the rules, the bots
// and the records alike.
#pragma once

#include <span>

#include "games/nommie/views.h"

namespace baize::games::nommie {

// Whether `card`, played later, takes the trick from `best`, the best of it so far.
constexpr bool beats(Card card, Card best, Trump trump) {
  return card.suit() == best.suit() ? card.rank() > best.rank() : is_trump(card, trump);
}

// Whose trick it is, or would be as it lies. `cards` are not empty.
constexpr const PlayedCard& best_of(const TrickCards& cards, Trump trump) {
  const PlayedCard* best = cards.begin();
  for (const PlayedCard& one : cards)
    if (beats(one.card, best->card, trump)) best = &one;
  return *best;
}

constexpr bool holds(std::span<const Card> hand, Suit suit) {
  for (const Card card : hand)
    if (card.suit() == suit) return true;
  return false;
}

// Whether a hand that has the card may play it.
constexpr bool may_play(std::span<const Card> hand, Card card, const TrickCards& trick) {
  return trick.empty() || card.suit() == trick[0].card.suit() || !holds(hand, trick[0].card.suit());
}

// One bit for each suit that a seat has shown not to hold any more, by not following it.
constexpr BySeat<unsigned> voids_shown(std::span<const Trick> tricks, const TrickCards& current) {
  BySeat<unsigned> voids{};
  const auto look_at = [&voids](const TrickCards& cards) {
    for (const PlayedCard& one : cards)
      if (one.card.suit() != cards[0].card.suit())
        voids[static_cast<std::size_t>(one.seat)] |= 1U << static_cast<unsigned>(cards[0].card.suit());
  };
  for (const Trick& trick : tricks) look_at(trick.cards);
  look_at(current);
  return voids;
}

}  // namespace baize::games::nommie
