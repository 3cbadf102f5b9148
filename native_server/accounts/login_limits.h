// How often somebody may try to sign in: sliding windows for a name from one address, for a name from anywhere and for
// an address with any names. What succeeds does not count. Any thread; time is handed in.
#pragma once

#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/time.h"

namespace baize::server {

// In k_login_window_ms. A name from anywhere has more, so that a stranger can't easily lock its owner out.
inline constexpr core::TimeMs k_login_window_ms = 10 * 60 * 1000;
inline constexpr std::size_t k_logins_of_name_and_address = 10;
inline constexpr std::size_t k_logins_of_name = 100;
inline constexpr std::size_t k_logins_of_address = 100;

class LoginLimits {
 public:
  // 0 if this attempt may be made, which counts it; else how long to wait, in ms.
  core::TimeMs attempt(const std::string& name, const std::string& address, core::TimeMs now);
  // The attempt was the right one: neither it nor the ones before it for this name and address count any more.
  void succeeded(const std::string& name, const std::string& address);

 private:
  using Times = std::deque<core::TimeMs>;
  void make_room(core::TimeMs now);

  std::mutex mutex_;
  std::unordered_map<std::string, Times> attempts_;
};

}  // namespace baize::server
