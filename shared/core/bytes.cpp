#include "core/bytes.h"

#include <sodium.h>

namespace baize::core {

namespace {

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

std::string hex(const std::uint8_t* bytes, std::size_t count) {
  static constexpr char k_digits[] = "0123456789abcdef";
  std::string text(2 * count, '0');
  for (std::size_t i = 0; i < count; ++i) {
    text[2 * i] = k_digits[bytes[i] >> 4];
    text[2 * i + 1] = k_digits[bytes[i] & 15];
  }
  return text;
}

bool unhex(std::string_view text, std::uint8_t* out, std::size_t count) {
  if (text.size() != 2 * count) return false;
  for (std::size_t i = 0; i < count; ++i) {
    const int high = digit(text[2 * i]);
    const int low = digit(text[2 * i + 1]);
    if (high < 0 || low < 0) return false;
    out[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return true;
}

Digest sha256(std::string_view bytes) {
  Digest digest;
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  return digest;
}

Entropy derive(const Entropy& seed, std::string_view domain, std::uint64_t n) {
  std::string input(domain);
  input.push_back('\0');
  for (int shift = 56; shift >= 0; shift -= 8) input.push_back(static_cast<char>((n >> shift) & 0xff));
  input.append(reinterpret_cast<const char*>(seed.data()), seed.size());
  return sha256(input);
}

}  // namespace baize::core
