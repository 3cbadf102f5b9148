#include "accounts/passwords.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <optional>

#include "accounts/secrets.h"

namespace baize::server {

namespace {

using core::fail;
using core::Reason;
using core::Result;

// OWASP's Password Storage Cheat Sheet, Argon2id: 19 MiB, 2 passes, one lane (libsodium has no other number of lanes).
constexpr unsigned long long k_passes = 2;
constexpr std::size_t k_memory = std::size_t{19'456} * 1024;

// Nothing where there was no memory for it.
std::optional<std::string> argon2id(std::string_view password) {
  std::array<char, crypto_pwhash_STRBYTES> text{};
  const int failed = crypto_pwhash_str_alg(text.data(), password.data(), password.size(), k_passes, k_memory,
                                           crypto_pwhash_ALG_ARGON2ID13);
  if (failed != 0) return std::nullopt;
  return text.data();
}

// Of a password that nobody has.
const std::string& hash_of_nobody() {
  static const std::string hash = argon2id(fresh_token()).value_or("");
  return hash;
}

}  // namespace

Result<void> new_password(std::string_view password) {
  const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; };  // RFC 3629 section 3
  const auto characters = std::count_if(password.begin(), password.end(), [&](char c) { return !continues(c); });
  if (characters >= k_shortest_password && characters <= k_longest_password) return {};
  return fail(Reason::invalid_field, "A password has " + std::to_string(k_shortest_password) + " to " +
                                         std::to_string(k_longest_password) + " characters.");
}

Passwords::Passwords(int threads, std::size_t most_waiting) : workers_(threads, most_waiting) {}

void Passwords::hash(std::string password, Then<std::string> then) {
  const bool queued = workers_.run([password = std::move(password), then] {
    sodium_ready();
    auto made = argon2id(password);
    made ? then(std::move(*made)) : then(fail(Reason::server_full));
  });
  if (!queued) then(fail(Reason::server_full));
}

void Passwords::fits(std::string password, std::string hash, Then<bool> then) {
  const bool queued = workers_.run([password = std::move(password), hash = std::move(hash), then] {
    sodium_ready();
    const std::string& held = hash.empty() ? hash_of_nobody() : hash;
    const bool same = crypto_pwhash_str_verify(held.c_str(), password.data(), password.size()) == 0;
    then(same && !hash.empty());
  });
  if (!queued) then(fail(Reason::server_full));
}

}  // namespace baize::server
