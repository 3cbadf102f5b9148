// The 1,326 different pairs of hole cards, numbered, and what a set of cards is in one word. Bots' ranges and the odds
// are tables over these numbers.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "cards/card.h"

namespace baize::games::holdem {

using cards::Card;

// One bit for each card.
using CardSet = std::uint64_t;

constexpr CardSet set_of(Card card) { return CardSet{1} << card.index(); }
constexpr CardSet set_of(std::span<const Card> cards) {
  CardSet set = 0;
  for (const Card card : cards) set |= set_of(card);
  return set;
}

struct Combo {
  Card a;
  Card b;
  constexpr CardSet set() const { return set_of(a) | set_of(b); }
};

inline constexpr std::size_t k_combos = 1326;

inline constexpr auto k_all_combos = [] {
  std::array<Combo, k_combos> all{};
  std::size_t n = 0;
  for (std::size_t high = 1; high < Card::k_count; ++high)
    for (std::size_t low = 0; low < high; ++low) all[n++] = {Card::from_index(low), Card::from_index(high)};
  return all;
}();

constexpr std::size_t combo_of(Card a, Card b) {
  const std::size_t high = a.index() > b.index() ? a.index() : b.index();
  const std::size_t low = a.index() > b.index() ? b.index() : a.index();
  return high * (high - 1) / 2 + low;
}

}  // namespace baize::games::holdem
