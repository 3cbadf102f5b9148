// Accounts and their tokens: guests are made at once with their first chips, access tokens say who asks, refresh tokens
// are rotated, socket tokens open one WebSocket. Tokens are opaque, 256 random bits, and stored as hashes. Used by the
// routes and by the rooms (an anonymous spectator who takes a name); never touches a table.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "accounts/identity.h"
#include "protocol/http_messages.h"
#include "store/journal.h"
#include "store/readers.h"

namespace baize::server {

// Lifetimes in ms.
inline constexpr core::TimeMs k_access_ms = 15 * 60 * 1000;
inline constexpr core::TimeMs k_refresh_ms = core::TimeMs{30} * 24 * 3600 * 1000;
inline constexpr core::TimeMs k_socket_token_ms = 90 * 1000;

class Accounts {
 public:
  // Answers come on any thread.
  template <class T>
  using Then = std::function<void(core::Result<T>)>;

  Accounts(Journal& journal, Readers& readers, core::Chips first_grant);

  // A new guest of this name; invalid-field for what is no name.
  void create_guest(std::string_view username, Then<protocol::SignedIn> then);
  // bad-token for one that is unknown, too old or used; using one twice revokes its whole family.
  void refresh(const std::string& refresh_token, Then<protocol::SignedIn> then);
  // Whose access token this is; bad-token otherwise. At once if it was seen lately.
  void identify(const std::string& access_token, Then<Identity> then);
  void wallet(const core::Uuid& account, Then<core::Chips> then);

  std::string give_socket_token(const Identity& identity);
  std::optional<Identity> take_socket_token(const std::string& token);

 private:
  struct Known {
    Identity identity;
    core::TimeMs expires = 0;
    std::string family = {};
  };
  struct DigestHash {
    std::size_t operator()(const core::Digest& digest) const;
  };
  using Tokens = std::unordered_map<core::Digest, Known, DigestHash>;

  void sign_in(CommitUnit unit, const Identity& identity, const std::string& family, Then<protocol::SignedIn> then);
  void remember(Tokens& tokens, const core::Digest& hash, const Known& known);
  void forget_family(const std::string& family);

  Journal& journal_;
  Readers& readers_;
  core::Chips first_grant_;
  std::mutex mutex_;
  Tokens access_;
  Tokens socket_;
};

}  // namespace baize::server
