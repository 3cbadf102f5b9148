// Access tokens: JSON Web Tokens (RFC 7519) under HMAC-SHA-256 and nothing else. They say who asks without a look into
// the store. Made and read here only; what was revoked is known by Accounts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accounts/identity.h"
#include "core/error.h"
#include "core/time.h"
#include "store/store.h"

namespace baize::server {

// Lifetime in ms.
inline constexpr core::TimeMs k_access_ms = 15 * 60 * 1000;

class AccessTokens {
 public:
  // At least one key, the newest first: it signs, and all of them are accepted.
  explicit AccessTokens(std::vector<SigningKeyRow> keys);

  // Lives k_access_ms from `now`.
  std::string issue(const Identity& identity, core::TimeMs now) const;
  // bad-token for what was not made by `issue` with one of the keys, or is too old at `now`.
  core::Result<Identity> read(std::string_view token, core::TimeMs now) const;

 private:
  std::vector<SigningKeyRow> keys_;
};

}  // namespace baize::server
