// How well each pair of hole cards fits a board (before the flop: how good a start it is): the place that it takes
// among all pairs, now and over boards still to come, so that a draw counts for what it may become. Bots read their
// rivals' bets by it.
#pragma once

#include <array>

#include "core/bounded.h"
#include "games/holdem/bot/combos.h"
#include "games/dice.h"

namespace baize::games::holdem {

class Reading {
 public:
  // `known`: cards that nobody else holds or will hold, the board among them. `own` is read too.
  Reading(std::span<const Card> board, Combo own, CardSet known);

  // Reads one more board; true while more would help.
  bool read(Dice& dice);
  // After that: the pairs in order.
  void finish();

  // 0 (the worst) .. 1 (the best); 0 for pairs that can't be.
  float place(std::size_t combo) const { return place_[combo]; }
  // Pairs that can be, from the worst to the best.
  std::span<const std::uint16_t> in_order() const { return {order_.data(), count_}; }

 private:
  void add_board(std::span<const Card> cards, CardSet more, float weight);

  core::Bounded<Card, 5> board_;
  CardSet known_ = 0;
  std::size_t own_ = 0;
  int boards_left_ = 0;
  std::array<float, k_combos> place_{};
  std::array<float, k_combos> weight_{};
  std::array<std::uint16_t, k_combos> order_{};
  std::size_t count_ = 0;
};

}  // namespace baize::games::holdem
