// Chips: an amount of play money, a whole number. A type of its own so that an amount is never mixed up with a seat,
// a count or a time, and so that decoders know to hold it to 0..2^53-1 (what every JSON reader can represent).
#pragma once

#include <compare>
#include <cstdint>

namespace baize::core {

struct Chips {
  std::int64_t count = 0;

  constexpr Chips() = default;
  constexpr explicit Chips(std::int64_t n) : count(n) {}

  friend constexpr auto operator<=>(Chips, Chips) = default;
  friend constexpr Chips operator+(Chips a, Chips b) { return Chips{a.count + b.count}; }
  friend constexpr Chips operator-(Chips a, Chips b) { return Chips{a.count - b.count}; }
  friend constexpr Chips operator*(Chips a, std::int64_t n) { return Chips{a.count * n}; }
  friend constexpr Chips operator/(Chips a, std::int64_t n) { return Chips{a.count / n}; }
  friend constexpr Chips operator%(Chips a, std::int64_t n) { return Chips{a.count % n}; }
  constexpr Chips& operator+=(Chips b) { return *this = *this + b; }
  constexpr Chips& operator-=(Chips b) { return *this = *this - b; }
};

// The largest amount anywhere, and the largest total of one table: 2^53 - 1.
inline constexpr Chips k_max_chips{(std::int64_t{1} << 53) - 1};

}  // namespace baize::core
