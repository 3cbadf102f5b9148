// A card that somebody sees, with where in the deck it has to lie. Games name them for each view, so that whoever
// checks a fair deal can hold every card that it sees against a proof of that position. It never tells of an unseen
// card.
#pragma once

#include <cstdint>

#include "cards/card.h"

namespace baize::cards {

struct Placed {
  /// Bit p is set if the card may lie at position p of the deck (cards/deck.h); one bit where the view tells which.
  std::uint64_t positions = 0;
  Card card;
  friend bool operator==(const Placed&, const Placed&) = default;
};

constexpr std::uint64_t position_bit(std::size_t position) { return std::uint64_t{1} << position; }

}  // namespace baize::cards
