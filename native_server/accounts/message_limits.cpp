#include "accounts/message_limits.h"

#include <algorithm>

namespace baize::server {

using core::TimeMs;

namespace {

// Above these loads windows shrink to this part, and low messages are refused for this long.
constexpr double k_busy = 0.6;
constexpr double k_very_busy = 0.8;
constexpr double k_busy_part = 0.75;
constexpr double k_very_busy_part = 0.5;
constexpr double k_refuses_low = 0.7;
constexpr TimeMs k_low_wait_ms = 5'000;

// What is left of a window under this load; high is never shrunk, and nothing shrinks to none.
std::uint32_t shrunk(std::uint32_t most, Priority priority, double load) {
  if (priority == Priority::high || most == 0) return most;
  const double part = load > k_very_busy ? k_very_busy_part : load > k_busy ? k_busy_part : 1.0;
  return std::max(1u, static_cast<std::uint32_t>(most * part));
}

}  // namespace

TimeMs MessageLimits::wait(ConnectionWindows* connection, std::string_view account, Said said, double load,
                           TimeMs now) {
  const bool in_burst = connection != nullptr && connection->heard < most_.burst && !said.chat;
  if (said.priority == Priority::low && load > k_refuses_low && !in_burst) return k_low_wait_ms;
  TimeMs longest = 0;
  if (connection != nullptr && !in_burst) longest = wait(connection->said, 1, said, load, now);
  if (!account.empty()) {
    const std::lock_guard lock(mutex_);
    MessageWindows& all = windows_of(account, now);
    longest = std::max(longest, wait(all, k_account_times, said, load, now));
    if (longest == 0) count(all, said, now);
  }
  if (longest > 0 || connection == nullptr) return longest;
  if (in_burst)
    ++connection->heard;
  else
    count(connection->said, said, now);
  return 0;
}

TimeMs MessageLimits::wait(const MessageWindows& windows, std::uint32_t times, Said said, double load,
                           TimeMs now) const {
  const auto wait_in = [&](const SlidingWindow& window, std::uint32_t most) {
    return window.wait(shrunk(most * times, said.priority, load), most_.window_ms, now);
  };
  if (said.priority == Priority::high) return wait_in(windows.high, most_.in_window);
  const TimeMs among_others = wait_in(windows.others, most_.in_window);
  return said.chat ? std::max(among_others, wait_in(windows.chat, most_.chat)) : among_others;
}

void MessageLimits::count(MessageWindows& windows, Said said, TimeMs now) const {
  if (said.priority == Priority::high) return windows.high.add(most_.window_ms, now);
  windows.others.add(most_.window_ms, now);
  if (said.chat) windows.chat.add(most_.window_ms, now);
}

MessageWindows& MessageLimits::windows_of(std::string_view account, TimeMs now) {
  if (accounts_.size() >= sweep_at_) {
    std::erase_if(accounts_, [&](const auto& one) {
      const MessageWindows& all = one.second;
      return all.high.over(most_.window_ms, now) && all.others.over(most_.window_ms, now) &&
             all.chat.over(most_.window_ms, now);
    });
    sweep_at_ = 2 * accounts_.size() + 1'024;
  }
  return accounts_[std::string(account)];
}

}  // namespace baize::server
