// Socket tokens: what stands in the address of a WebSocket, since browsers can send nothing else there. Each opens one
// socket within 90 seconds and is no use for anything besides. Kept in memory only. Any thread.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "accounts/identity.h"
#include "core/time.h"

namespace baize::server {

// Lifetime in ms.
inline constexpr core::TimeMs k_socket_token_ms = 90 * 1000;

class SocketTokens {
 public:
  std::string give(const Identity& identity, core::TimeMs now);
  // Whose it is, the first time and not too late.
  std::optional<Identity> take(const std::string& token, core::TimeMs now);

 private:
  struct Given {
    Identity identity;
    core::TimeMs ends = 0;
  };
  std::mutex mutex_;
  std::unordered_map<std::string, Given> given_;  // by the token's hash
};

}  // namespace baize::server
