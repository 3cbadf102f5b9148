// Bytes<N>: raw bytes with a lower-case hex text form: entropy, digests, seeds.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace baize::core {

template <std::size_t N>
struct Bytes {
  std::array<std::uint8_t, N> raw{};

  constexpr const std::uint8_t* data() const { return raw.data(); }
  constexpr std::uint8_t* data() { return raw.data(); }
  static constexpr std::size_t size() { return N; }
  friend constexpr auto operator<=>(const Bytes&, const Bytes&) = default;
};

// 32 bytes from the operating system's generator, or derived from such. The only source of chance in shared/.
using Entropy = Bytes<32>;
// A SHA-256 value.
using Digest = Bytes<32>;

std::string hex(const std::uint8_t* bytes, std::size_t count);
// False, and `out` untouched in part, unless `text` is exactly 2 * count lower- or upper-case hex digits.
bool unhex(std::string_view text, std::uint8_t* out, std::size_t count);

template <std::size_t N>
std::string to_text(const Bytes<N>& bytes) {
  return hex(bytes.data(), N);
}
template <std::size_t N>
bool parse_text(std::string_view text, Bytes<N>& bytes) {
  return unhex(text, bytes.data(), N);
}

// SHA-256 (FIPS 180-4) by libsodium.
Digest sha256(std::string_view bytes);

// The n-th independent 32 bytes that follow from `seed` for the use named by `domain`: SHA-256(domain | n | seed).
Entropy derive(const Entropy& seed, std::string_view domain, std::uint64_t n);

}  // namespace baize::core
