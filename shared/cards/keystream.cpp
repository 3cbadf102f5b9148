#include "cards/keystream.h"

#include <sodium.h>

#include "core/check.h"

namespace baize::cards {

std::uint8_t Keystream::next_byte() {
  if (used_ == k_block) {
    static constexpr std::array<std::uint8_t, crypto_stream_chacha20_NONCEBYTES> k_nonce{};
    block_.fill(0);
    crypto_stream_chacha20_xor_ic(block_.data(), block_.data(), k_block, k_nonce.data(), next_block_, key_.data());
    ++next_block_;
    used_ = 0;
  }
  return block_[used_++];
}

std::uint32_t Keystream::below(std::uint32_t n) {
  constexpr std::uint32_t k_most = 1u << 24;
  core::check(n >= 1 && n <= k_most, "Keystream::below takes 1 to 2^24");
  std::uint32_t range = 1;
  unsigned bytes = 0;
  for (; range < n; range <<= 8) ++bytes;
  const std::uint32_t limit = range - range % n;
  for (;;) {
    std::uint32_t drawn = 0;
    for (unsigned i = 0; i < bytes; ++i) drawn |= std::uint32_t{next_byte()} << (8 * i);
    if (drawn < limit) return drawn % n;
  }
}

}  // namespace baize::cards
