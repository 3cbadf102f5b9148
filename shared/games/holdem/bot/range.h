// The hole cards that a rival may hold, each pair with its weight, and drawing from them. Bots make one for each rival
// from what it has done.
#pragma once

#include <optional>

#include "games/holdem/bot/reading.h"

namespace baize::games::holdem {

class Range {
 public:
  // The best `width` (0 to 1] of all starting hands, fading out beyond; pairs with a card of `known` are out.
  Range(double width, CardSet known);

  // Multiplies the weight of every pair by what `factor` makes of its number.
  template <class Factor>
  void weigh(Factor factor) {
    for (std::size_t i = 0; i < k_combos; ++i)
      if (weight_[i] > 0) weight_[i] *= factor(i);
  }

  // To be called before the two below: adds the weights up.
  void finish();

  // A pair without a card of `used`; nothing if the range has hardly any left.
  std::optional<Combo> draw(Dice& dice, CardSet used) const;

  // The place in the reading below which this part of the range lies.
  float cut(const Reading& reading, double part) const;

 private:
  std::array<float, k_combos> weight_{};
  std::array<float, k_combos> sum_{};
};

}  // namespace baize::games::holdem
