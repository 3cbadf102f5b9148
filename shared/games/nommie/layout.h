// Where in the deck each card of a round lies, fixed before the first one is dealt: one card at a time to each seat,
// starting left of the dealer; what is left over is never opened. Dealing, views and the proofs of a fair deal all ask
// here; nothing else knows positions.
#pragma once

#include <cstddef>

#include "games/nommie/views.h"

namespace baize::games::nommie::layout {

// The `which`-th card (from 0) of a seat.
constexpr std::size_t card(Seat dealer, Seat seat, std::size_t which) {
  const auto order = static_cast<std::size_t>((seat - dealer - 1 + 2 * k_seats) % k_seats);
  return which * k_seats + order;
}

// Bit p is set if a card of the seat lies at position p.
constexpr std::uint64_t hand(Seat dealer, Seat seat, std::size_t hand_size) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < hand_size; ++i) bits |= std::uint64_t{1} << card(dealer, seat, i);
  return bits;
}

static_assert(card(0, 1, 0) == 0 && card(0, 0, 0) == 3 && card(3, 0, 1) == 4 && card(1, 1, 12) == 51);

}  // namespace baize::games::nommie::layout
