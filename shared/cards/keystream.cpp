#include "cards/keystream.h"

#include <sodium.h>

#include "core/check.h"

namespace baize::cards {

namespace {

// What one byte needs, worked out beforehand: a shuffle draws below 51 numbers, and divisions are slow.
constexpr std::uint32_t k_byte = 256;

// The largest multiple of n that a byte can hold.
constexpr auto k_limits = [] {
  std::array<std::uint16_t, k_byte + 1> limits{};
  for (std::uint32_t n = 1; n <= k_byte; ++n) limits[n] = static_cast<std::uint16_t>(k_byte - k_byte % n);
  return limits;
}();

// byte / n is byte * k_reciprocals[n] / 2^16, rounded down.
constexpr auto k_reciprocals = [] {
  std::array<std::uint32_t, k_byte + 1> reciprocals{};
  for (std::uint32_t n = 1; n <= k_byte; ++n) reciprocals[n] = 65'536 / n + 1;
  return reciprocals;
}();

constexpr std::uint32_t rest_of(std::uint32_t byte, std::uint32_t n) {
  return byte - (byte * k_reciprocals[n] >> 16) * n;
}

static_assert([] {
  for (std::uint32_t n = 1; n <= k_byte; ++n)
    for (std::uint32_t byte = 0; byte < k_byte; ++byte)
      if (rest_of(byte, n) != byte % n) return false;
  return true;
}());

}  // namespace

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
  if (n == 1) return 0;
  if (n <= k_byte)
    for (;;)
      if (const std::uint32_t drawn = next_byte(); drawn < k_limits[n]) return rest_of(drawn, n);
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
