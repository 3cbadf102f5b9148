#include "accounts/secrets.h"

#include <sodium.h>

#include <array>

#include "core/check.h"

namespace baize::server {

void sodium_ready() {
  static const bool initialised = sodium_init() >= 0;
  core::check(initialised, "libsodium is ready");
}

core::Entropy fresh_entropy() {
  sodium_ready();
  core::Entropy entropy;
  randombytes_buf(entropy.data(), entropy.size());
  return entropy;
}

std::string fresh_token() {
  const auto bytes = fresh_entropy();
  std::array<char, sodium_base64_ENCODED_LEN(32, sodium_base64_VARIANT_URLSAFE_NO_PADDING)> text{};
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  return text.data();
}

core::Uuid fresh_uuid() {
  auto raw = fresh_entropy();
  raw.raw[6] = static_cast<std::uint8_t>((raw.raw[6] & 0x0f) | 0x40);
  raw.raw[8] = static_cast<std::uint8_t>((raw.raw[8] & 0x3f) | 0x80);
  std::string text = core::hex(raw.data(), 16);
  for (const std::size_t at : {20u, 16u, 12u, 8u}) text.insert(at, "-");
  return core::Uuid(text);
}

core::TableId fresh_table_id() {
  constexpr std::string_view k_letters = "abcdefghijkmnpqrstuvwxyz23456789";
  static_assert(k_letters.size() == 32);
  const auto raw = fresh_entropy();
  std::string text;
  for (std::size_t i = 0; i < 12; ++i) text.push_back(k_letters[raw.raw[i] % 32]);
  return core::TableId(text);
}

core::Digest token_hash(std::string_view token) { return core::sha256(token); }

std::string passphrase_hash(std::string_view passphrase) {
  sodium_ready();
  std::array<char, crypto_pwhash_STRBYTES> text{};
  const int failed = crypto_pwhash_str(text.data(), passphrase.data(), passphrase.size(),
                                       crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE);
  core::check(failed == 0, "there is memory for hashing a passphrase");
  return text.data();
}

bool passphrase_fits(const std::string& hash, std::string_view passphrase) {
  sodium_ready();
  return crypto_pwhash_str_verify(hash.c_str(), passphrase.data(), passphrase.size()) == 0;
}

}  // namespace baize::server
