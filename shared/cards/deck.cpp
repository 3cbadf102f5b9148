#include "cards/deck.h"

#include "cards/keystream.h"

namespace baize::cards {

Deck shuffled_deck(const core::Entropy& key) {
  Deck deck = fresh_deck();
  Keystream keystream(key);
  shuffle(std::span<Card>(deck), keystream);
  return deck;
}

}  // namespace baize::cards
