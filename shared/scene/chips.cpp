#include "scene/chips.h"

#include <algorithm>

namespace baize::scene {

core::Bounded<ChipColumn, k_max_columns> chip_columns(core::Chips amount, std::size_t columns) {
  core::Bounded<ChipColumn, k_max_columns> piles;
  std::int64_t rest = amount.count;
  for (std::size_t i = k_denominations.size(); i-- > 0 && piles.size() < columns;) {
    const std::int64_t count = rest / k_denominations[i];
    if (count <= 0) continue;
    rest -= count * k_denominations[i];
    piles.push_back({k_denominations[i], static_cast<int>(std::min<std::int64_t>(count, k_max_column))});
  }
  return piles;
}

}  // namespace baize::scene
