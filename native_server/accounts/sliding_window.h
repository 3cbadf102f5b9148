// How often something may happen: a window over the last stretch of time, and one for each of many who do it. Pure:
// time is handed in. What is counted - messages of a connection, people who come in from an address - is for others.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <mutex>
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

// A window for each account or address that does something. Any thread.
class WindowsByName {
 public:
  // `most` in `length` ms; 0: as often as they like.
  WindowsByName(std::uint32_t most, core::TimeMs length) : most_(most), length_(length) {}
  WindowsByName(const WindowsByName&) = delete;
  WindowsByName& operator=(const WindowsByName&) = delete;

  // Somebody who may do it `times` as often as one alone.
  struct Whose {
    std::string_view name;
    std::uint32_t times = 1;
  };
  // 0 if it may be done once more by all of these, which counts it; else how long to wait, in ms. Refusals do not
  // count.
  core::TimeMs wait(std::initializer_list<Whose> all, core::TimeMs now);

 private:
  void forget_the_silent(core::TimeMs now);

  const std::uint32_t most_;
  const core::TimeMs length_;
  std::mutex mutex_;
  std::unordered_map<std::string, SlidingWindow> windows_;
  std::size_t sweep_at_ = 1'024;  // how many windows before those in which nothing counts are forgotten
};

// "Too many messages. Try again in 3 seconds.", given "Too many messages".
std::string sentence_for_wait(std::string_view why, core::TimeMs wait);

}  // namespace baize::server
