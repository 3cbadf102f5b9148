// The tree of hashes over the 52 cards of a deck: its root fixes every card at its position, and a proof shows one of
// them without telling anything of the others. The table publishes the root with the deal; whoever gets or sees a card
// gets its proof. A tree knows the whole deck and never leaves the table.
#pragma once

#include <array>
#include <boost/describe.hpp>
#include <cstdint>
#include <optional>

#include "cards/deck.h"
#include "cards/fair/chain.h"
#include "core/bounded.h"

namespace baize::cards::fair {

/// What keeps the hash of a card from being guessed: there are only 52 cards.
using Salt = core::Bytes<16>;

/// The first 16 bytes of core::derive(server_seed, "baize salt", position).
Salt salt_at(const Value& server_seed, std::uint8_t position);

/// That `card` stands at `position` (0 is dealt first): the hashes beside the way from its leaf up to the root.
struct Proof {
  std::uint8_t position = 0;
  Card card;
  Salt salt;
  core::Bounded<Hash, 6> path;
  friend bool operator==(const Proof&, const Proof&) = default;
};
BOOST_DESCRIBE_STRUCT(Proof, (), (position, card, salt, path))

/// The root to which this proof leads; nothing if its position is none or its path has not the right length.
std::optional<Hash> root_of(const Proof& proof);

/// Whether the deck behind `root` has this card at this position.
inline bool holds(const Hash& root, const Proof& proof) { return root_of(proof) == root; }

/// Leaf = SHA-256(0, position, salt, card), node = SHA-256(1, left, right); position, card index (cards/card.h), 0 and
/// 1 are one byte each. Neighbours are joined level by level from the left; one without a neighbour moves up as it is,
/// so the shape is that of RFC 6962, section 2.1.
class Tree {
 public:
  Tree(const Deck& deck, const Value& server_seed);

  const Hash& root() const { return nodes_.back(); }
  /// `position` below 52.
  Proof proof(std::uint8_t position) const;

 private:
  // Levels of 52, 26, 13, 7, 4, 2 and 1 nodes, one after the other.
  static constexpr std::size_t k_nodes = 105;

  Deck deck_;
  std::array<Salt, Card::k_count> salts_;
  std::array<Hash, k_nodes> nodes_;
};

}  // namespace baize::cards::fair
