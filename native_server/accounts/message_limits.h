// How much a connection and an account may say: sliding windows over the last seconds that shrink while the server is
// busy, though never against a move on turn. Pure but for the accounts' windows, which connections on several loops and
// requests share; time and load are handed in.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "accounts/sliding_window.h"
#include "core/time.h"

namespace baize::server {

// high: moves on turn, what an owner decides, leaving, pings. low: chat and logs, and what spectators send.
enum class Priority { high, normal, low };

// A message, as far as it matters here.
struct Said {
  Priority priority = Priority::normal;
  bool chat = false;  // a line of chat or log
};

// Of one connection; an account has k_account_times that. 0: no limit.
struct MostMessages {
  std::uint32_t in_window = 100;
  std::uint32_t chat = 5;
  std::uint32_t burst = 20;  // the first ones of a connection do not count for its window, but lines of chat always do
  core::TimeMs window_ms = 10'000;
};
inline constexpr std::uint32_t k_account_times = 4;

// What a connection or an account has said. High messages have a window of their own, so that no flood of others takes
// the room of a move on turn.
struct MessageWindows {
  SlidingWindow high;
  SlidingWindow others;  // with chat
  SlidingWindow chat;
};
// 56 bytes a connection.
struct ConnectionWindows {
  MessageWindows said;
  std::uint32_t heard = 0;  // up to the burst
};

class MessageLimits {
 public:
  explicit MessageLimits(const MostMessages& most) : most_(most) {}
  MessageLimits(const MessageLimits&) = delete;
  MessageLimits& operator=(const MessageLimits&) = delete;

  // How long whoever sends this has to wait, in ms; 0: it may be heard, which counts it. Refused ones do not count.
  // `connection`: none for a request over HTTP, whose account alone counts; `account`: empty for the nameless. Any
  // thread, but one at a time for each connection.
  core::TimeMs wait(ConnectionWindows* connection, std::string_view account, Said said, double load, core::TimeMs now);

 private:
  core::TimeMs wait(const MessageWindows& windows, std::uint32_t times, Said said, double load, core::TimeMs now) const;
  void count(MessageWindows& windows, Said said, core::TimeMs now) const;
  MessageWindows& windows_of(std::string_view account, core::TimeMs now);

  const MostMessages most_;
  std::mutex mutex_;
  std::unordered_map<std::string, MessageWindows> accounts_;
  std::size_t sweep_at_ = 1'024;  // how many accounts before those that are silent are forgotten
};

}  // namespace baize::server
