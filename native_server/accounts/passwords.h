// Passwords, hashed with Argon2id on threads of their own behind a short queue: whoever tries many makes the others who
// sign in wait, and never a table. Knows no account and no name; keeps no password.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/error.h"
#include "ops/workers.h"

namespace baize::server {

// What is asked of a new password, in characters (NIST SP 800-63B section 3.1.1: length, and nothing about its kinds).
inline constexpr std::int64_t k_shortest_password = 8;
inline constexpr std::int64_t k_longest_password = 256;
// invalid-field for one that is shorter or longer.
core::Result<void> new_password(std::string_view password);

class Passwords {
 public:
  // Answers come on one of the threads, or at once where the queue is full: server-full.
  template <class T>
  using Then = std::function<void(core::Result<T>)>;

  Passwords(int threads, std::size_t most_waiting);

  // The text to store: "$argon2id$v=19$m=19456,t=2,p=1$" and so on.
  void hash(std::string password, Then<std::string> then);
  // Whether the hash is of this password. An empty hash is of none, which takes as long to find out, so that the time
  // does not tell for whom there is one.
  void fits(std::string password, std::string hash, Then<bool> then);

  // Waits for what is being hashed; nothing is answered after that.
  void stop() { workers_.stop(); }

 private:
  Workers workers_;
};

}  // namespace baize::server
