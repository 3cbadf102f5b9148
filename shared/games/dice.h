// Numbers for playing hands out in the mind: fast, and the same for the same seed. Nothing that is dealt ever comes
// from here; deals use cards/keystream.h.
#pragma once

#include <array>
#include <bit>
#include <cstdint>

#include "core/bytes.h"

namespace baize::games {

// xoshiro256++ 1.0 (D. Blackman, S. Vigna 2019).
class Dice {
 public:
  explicit Dice(const core::Entropy& seed) {
    for (std::size_t i = 0; i < 32; ++i) state_[i / 8] |= std::uint64_t{seed.raw[i]} << (8 * (i % 8));
    // It may not begin with nothing but zeros, and forgets a poor seed within a few steps.
    state_[0] ^= 0x9e3779b97f4a7c15;
    for (int i = 0; i < 16; ++i) next();
  }

  std::uint64_t next() {
    const std::uint64_t result = std::rotl(state_[0] + state_[3], 23) + state_[0];
    const std::uint64_t mixed = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= mixed;
    state_[3] = std::rotl(state_[3], 45);
    return result;
  }

  // In 0 .. n-1; for numbers of cards none is likelier than another by more than one in ten million.
  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>((next() >> 32) * n >> 32); }
  // In [0, 1).
  double part() { return static_cast<double>(next() >> 11) * 0x1p-53; }

 private:
  std::array<std::uint64_t, 4> state_{};
};

}  // namespace baize::games
