#include "accounts/login_limits.h"

#include <algorithm>
#include <array>

namespace baize::server {

namespace {

// How many windows are kept at most; beyond it those without attempts go, then whichever comes first.
constexpr std::size_t k_most_windows = 100'000;

struct Window {
  std::string key;
  std::size_t most = 0;
};

// No name and no address has a line break in it.
std::array<Window, 3> windows_of(const std::string& name, const std::string& address) {
  return {Window{"name and address\n" + name + '\n' + address, k_logins_of_name_and_address},
          Window{"name\n" + name, k_logins_of_name}, Window{"address\n" + address, k_logins_of_address}};
}

}  // namespace

core::TimeMs LoginLimits::attempt(const std::string& name, const std::string& address, core::TimeMs now) {
  const auto windows = windows_of(name, address);
  const std::lock_guard lock(mutex_);
  core::TimeMs wait = 0;
  for (const Window& window : windows) {
    const auto found = attempts_.find(window.key);
    if (found == attempts_.end()) continue;
    Times& times = found->second;
    while (!times.empty() && times.front() + k_login_window_ms <= now) times.pop_front();
    if (times.size() >= window.most) wait = std::max(wait, times.front() + k_login_window_ms - now);
  }
  if (wait > 0) return wait;
  make_room(now);
  for (const Window& window : windows) attempts_[window.key].push_back(now);
  return 0;
}

void LoginLimits::succeeded(const std::string& name, const std::string& address) {
  const auto windows = windows_of(name, address);
  const std::lock_guard lock(mutex_);
  attempts_.erase(windows[0].key);
  for (const Window& window : {windows[1], windows[2]}) {
    const auto found = attempts_.find(window.key);
    if (found != attempts_.end() && !found->second.empty()) found->second.pop_back();
  }
}

void LoginLimits::make_room(core::TimeMs now) {
  if (attempts_.size() + 3 <= k_most_windows) return;
  std::erase_if(attempts_,
                [now](const auto& one) { return one.second.empty() || one.second.back() + k_login_window_ms <= now; });
  while (attempts_.size() + 3 > k_most_windows) attempts_.erase(attempts_.begin());
}

}  // namespace baize::server
