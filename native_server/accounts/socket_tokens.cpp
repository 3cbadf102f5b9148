#include "accounts/socket_tokens.h"

#include "accounts/secrets.h"

namespace baize::server {

namespace {

// How many are kept; beyond it those that have ended go, then whichever comes first.
constexpr std::size_t k_most = 100'000;

// By its hash, so that the time a search takes tells nothing about the tokens that there are.
std::string key_of(const std::string& token) { return core::to_text(token_hash(token)); }

}  // namespace

std::string SocketTokens::give(const Identity& identity, core::TimeMs now) {
  std::string token = fresh_token();
  const std::lock_guard lock(mutex_);
  if (given_.size() >= k_most) {
    std::erase_if(given_, [now](const auto& one) { return one.second.ends <= now; });
    if (given_.size() >= k_most) given_.erase(given_.begin());
  }
  given_[key_of(token)] = {identity, now + k_socket_token_ms};
  return token;
}

std::optional<Identity> SocketTokens::take(const std::string& token, core::TimeMs now) {
  const std::lock_guard lock(mutex_);
  const auto found = given_.find(key_of(token));
  if (found == given_.end()) return std::nullopt;
  const Given given = std::move(found->second);
  given_.erase(found);
  if (given.ends <= now) return std::nullopt;
  return given.identity;
}

}  // namespace baize::server
