#include "accounts/access_tokens.h"

#include <sodium.h>

#include <array>

#include "accounts/secrets.h"
#include "core/check.h"
#include "core/json_read.h"
#include "core/json_write.h"

namespace baize::server {

namespace {

using core::fail;
using core::Reason;
using core::Result;

constexpr std::string_view k_algorithm = "HS256";  // RFC 7518 section 3.2
constexpr std::string_view k_party = "baize";      // who issues, and for whom
constexpr std::size_t k_longest = 2048;            // of a token, in characters
constexpr int k_base64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
constexpr core::TimeMs k_second = 1000;

// RFC 7515 section 4. A header with "crit" asks for something that is not understood here (section 4.1.11).
struct Header {
  std::string alg;
  std::string typ;
  std::string kid;
  core::OrAbsent<core::RawJson> crit;
};
BOOST_DESCRIBE_STRUCT(Header, (), (alg, typ, kid, crit))

// RFC 7519 section 4.1, and what Identity has beyond; times in seconds.
struct Claims {
  std::string iss;
  std::string aud;
  core::Uuid sub;
  std::int64_t iat = 0;
  std::int64_t exp = 0;
  std::string jti;
  std::string sid;  // the family
  core::Name name;
  bool guest = true;
};
BOOST_DESCRIBE_STRUCT(Claims, (), (iss, aud, sub, iat, exp, jti, sid, name, guest))

std::string base64(const void* bytes, std::size_t count) {
  std::string text(sodium_base64_encoded_len(count, k_base64), '\0');
  sodium_bin2base64(text.data(), text.size(), static_cast<const unsigned char*>(bytes), count, k_base64);
  text.pop_back();  // its final zero
  return text;
}

std::string base64(std::string_view text) { return base64(text.data(), text.size()); }

// Nothing unless all of it is base64 in its one form.
std::optional<std::string> from_base64(std::string_view text) {
  std::string bytes(text.size(), '\0');
  std::size_t count = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(), nullptr,
                        &count, nullptr, k_base64) != 0)
    return std::nullopt;
  bytes.resize(count);
  return bytes;
}

template <class Part>
std::optional<Part> part_of(std::string_view text) {
  const auto json = from_base64(text);
  if (!json) return std::nullopt;
  auto part = core::from_json_text<Part>(*json);
  return part ? std::optional<Part>(std::move(*part)) : std::nullopt;
}

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

bool signed_by(const core::Digest& secret, std::string_view text, std::string_view signature) {
  const auto bytes = from_base64(signature);
  return bytes && bytes->size() == crypto_auth_hmacsha256_BYTES &&
         crypto_auth_hmacsha256_verify(bytes_of(*bytes), bytes_of(text), text.size(), secret.data()) == 0;
}

}  // namespace

AccessTokens::AccessTokens(std::vector<SigningKeyRow> keys) : keys_(std::move(keys)) {
  static_assert(crypto_auth_hmacsha256_KEYBYTES == core::Digest::size());
  core::check(!keys_.empty(), "there is a key for access tokens");
}

std::string AccessTokens::issue(const Identity& identity, core::TimeMs now) const {
  const SigningKeyRow& key = keys_.front();
  Claims claims;
  claims.iss = claims.aud = k_party;
  claims.sub = identity.uuid;
  claims.iat = now / k_second;
  claims.exp = (now + k_access_ms) / k_second;
  claims.jti = fresh_token();
  claims.sid = identity.family;
  claims.name = identity.username;
  claims.guest = identity.guest;
  const Header header{std::string(k_algorithm), "JWT", std::to_string(key.number), {}};
  std::string text = base64(core::to_json(header)) + '.' + base64(core::to_json(claims));
  std::array<unsigned char, crypto_auth_hmacsha256_BYTES> signature{};
  crypto_auth_hmacsha256(signature.data(), bytes_of(text), text.size(), key.secret.data());
  return text + '.' + base64(signature.data(), signature.size());
}

// RFC 8725: the algorithm is ours to choose (3.1), and issuer and audience are looked at (3.8, 3.9).
Result<Identity> AccessTokens::read(std::string_view token, core::TimeMs now) const {
  const auto refused = fail(Reason::bad_token);
  const auto first = token.find('.');
  const auto last = token.rfind('.');
  if (token.size() > k_longest || first == std::string_view::npos || first == last) return refused;
  const auto header = part_of<Header>(token.substr(0, first));
  if (!header || header->alg != k_algorithm || header->typ != "JWT" || header->crit) return refused;
  for (const SigningKeyRow& key : keys_) {
    if (std::to_string(key.number) != header->kid) continue;
    if (!signed_by(key.secret, token.substr(0, last), token.substr(last + 1))) return refused;
    const auto claims = part_of<Claims>(token.substr(first + 1, last - first - 1));
    if (!claims || claims->iss != k_party || claims->aud != k_party) return refused;
    if (claims->exp <= now / k_second) return refused;
    return Identity{claims->sub, claims->name, claims->guest, claims->sid};
  }
  return refused;
}

}  // namespace baize::server
