// Where in the deck each card of a hand lies, fixed before the first one is dealt: hole cards one at a time, starting
// left of the button, then a burn before each street; behind the first board a whole second one for hands that are run
// twice. The cards that a rabbit hunt shows are those of the first board that never came. Dealing, views, the proofs of
// a fair deal and the tools that replay known hands all ask here; nothing else knows positions.
#pragma once

#include <cstddef>

namespace baize::games::holdem::layout {

inline constexpr std::size_t k_hole_cards = 2;
inline constexpr std::size_t k_board_cards = 5;

// The first (`which` 0) or second (1) card of the `order`-th of `players` seats, order 0 being the first dealt seat
// left of the button.
constexpr std::size_t hole(std::size_t players, std::size_t order, std::size_t which) {
  return which * players + order;
}

// The burn before the flop (`street` 0), the turn (1) and the river (2). Never shown to anybody.
constexpr std::size_t burn(std::size_t players, std::size_t street) {
  return k_hole_cards * players + (street == 0 ? 0 : street * 2 + 2);
}

// The i-th board card: 0 to 2 the flop, 3 the turn, 4 the river.
constexpr std::size_t board(std::size_t players, std::size_t i) {
  const std::size_t burns = i < 3 ? 1 : i - 1;
  return k_hole_cards * players + burns + i;
}

// Behind the last card of the first board.
constexpr std::size_t k_first_board = k_board_cards + 3;

// The second board of a hand that is run twice, with burns of its own. A street that both boards share is left out of
// it: its places hold cards that are never dealt.
constexpr std::size_t second_burn(std::size_t players, std::size_t street) {
  return burn(players, street) + k_first_board;
}
constexpr std::size_t second_board(std::size_t players, std::size_t i) { return board(players, i) + k_first_board; }

static_assert(second_burn(10, 0) == board(10, 4) + 1 && second_board(10, 4) < 52);
static_assert(burn(2, 0) == 4 && board(2, 0) == 5 && board(2, 2) == 7);
static_assert(burn(2, 1) == 8 && board(2, 3) == 9 && burn(2, 2) == 10 && board(2, 4) == 11);

}  // namespace baize::games::holdem::layout
