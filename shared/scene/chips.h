// Which chips make up an amount, for pictures: denominations that card rooms use, the large ones first.
#pragma once

#include <array>
#include <cstdint>

#include "core/bounded.h"
#include "core/chips.h"

namespace baize::scene {

// The values of chips, low to high; larger amounts are piles of the last.
inline constexpr std::array<std::int64_t, 14> k_denominations{
    1, 5, 25, 100, 500, 1'000, 5'000, 25'000, 100'000, 500'000, 1'000'000, 5'000'000, 25'000'000, 1'000'000'000};

// `count` chips of one denomination.
struct ChipColumn {
  std::int64_t denomination = 1;
  int count = 0;
  friend constexpr bool operator==(const ChipColumn&, const ChipColumn&) = default;
};

inline constexpr std::size_t k_max_columns = 3;
inline constexpr int k_max_column = 6;

// The fewest chips that make `amount`, large ones first; what goes past `columns` or k_max_column in one is left out of
// the picture. At least one chip for any amount above 0, none for 0. `columns` 1..k_max_columns.
core::Bounded<ChipColumn, k_max_columns> chip_columns(core::Chips amount, std::size_t columns);

}  // namespace baize::scene
