// Uniform numbers from 32 bytes of entropy: the ChaCha20 keystream of that key, read by rejection sampling. Shuffles,
// dice and bots draw from it; the same key gives the same numbers natively and in wasm, forever, because deals are
// checked with it. It never makes entropy of its own.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

#include "core/bytes.h"

namespace baize::cards {

/// The stream is ChaCha20 in its original form (64-bit nonce, here zero, and a 64-bit block counter from 0; D. J.
/// Bernstein 2008, libsodium's crypto_stream_chacha20).
class Keystream {
 public:
  explicit Keystream(const core::Entropy& key) : key_(key) {}

  std::uint8_t next_byte();

  /// Uniform in 0 .. n-1; n from 1 to 2^24. Reads a number of the fewest bytes that can hold n-1 (little-endian; none
  /// for n = 1, one up to 256) and drops it while it is not below the largest multiple of n that those bytes can hold.
  std::uint32_t below(std::uint32_t n);

 private:
  static constexpr std::size_t k_block = 64;

  core::Entropy key_;
  std::array<std::uint8_t, k_block> block_{};
  std::size_t used_ = k_block;
  std::uint64_t next_block_ = 0;
};

/// Every order equally likely. Fisher and Yates in Durstenfeld's form (CACM 7, 1964, algorithm 235): from the last
/// position down to the second, swap with one of those up to it, itself included. At most 2^24 items.
template <class T>
void shuffle(std::span<T> items, Keystream& keystream) {
  for (std::size_t left = items.size(); left > 1; --left)
    std::swap(items[left - 1], items[keystream.below(static_cast<std::uint32_t>(left))]);
}

}  // namespace baize::cards
