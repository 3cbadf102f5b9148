// The 52 cards in an order, and the fair shuffle that makes one. Games deal from it by position; the proofs of a fair
// deal are about these positions. It never keeps count of what was dealt: that is the state of a game.
#pragma once

#include <array>

#include "cards/card.h"
#include "core/bytes.h"

namespace baize::cards {

/// Position 0 is dealt first.
using Deck = std::array<Card, Card::k_count>;

/// The cards in the order of their indices: 2c 2d 2h 2s 3c .. As.
constexpr Deck fresh_deck() {
  Deck deck;
  for (std::size_t i = 0; i < deck.size(); ++i) deck[i] = Card::from_index(i);
  return deck;
}

/// The fresh deck, shuffled with the keystream of `key` (keystream.h). This is the deck of a hand: the key decides
/// every card of it, and anybody who knows the key can make it again.
Deck shuffled_deck(const core::Entropy& key);

/// Every card exactly once.
constexpr bool is_whole(const Deck& deck) {
  std::uint64_t seen = 0;
  for (const Card card : deck) seen |= std::uint64_t{1} << card.index();
  return seen == (std::uint64_t{1} << Card::k_count) - 1;
}

}  // namespace baize::cards
