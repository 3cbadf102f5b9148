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

#include "core/time.h"

namespace baize::server {

// Counts in two buckets, this span of time and the one before, of which as much counts as the window still covers. 16
// bytes however much is said, where the instants of a hundred messages would take 800; for that it takes the bucket
// before as evenly spread, so what was said in one burst may be forgotten, or held against one, for part of a span.
class SlidingWindow {
 public:
  // How long until one more fits in: 0 is now, and at most two lengths. `length` > 0, in ms; a `most` of 0 is no limit.
  core::TimeMs wait(std::uint32_t most, core::TimeMs length, core::TimeMs now) const;
  void add(core::TimeMs length, core::TimeMs now);
  // Nothing in it counts any more.
  bool over(core::TimeMs length, core::TimeMs now) const { return now - begun_ >= 2 * length || now < begun_; }

 private:
  // As it is at `now`.
  SlidingWindow at(core::TimeMs length, core::TimeMs now) const;

  core::TimeMs begun_ = 0;  // this bucket
  std::uint32_t before_ = 0;
  std::uint32_t count_ = 0;
};

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

// "Too many messages. Try again in 3 seconds."
std::string sentence_for_wait(core::TimeMs wait);

}  // namespace baize::server
