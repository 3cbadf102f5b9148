#include "accounts/sliding_window.h"

#include <algorithm>

namespace baize::server {

using core::TimeMs;

SlidingWindow SlidingWindow::at(TimeMs length, TimeMs now) const {
  SlidingWindow window = *this;
  if (over(length, now)) {
    window = SlidingWindow();
    window.begun_ = now;
  } else if (now - begun_ >= length) {
    window.begun_ += length;
    window.before_ = count_;
    window.count_ = 0;
  }
  return window;
}

// Of the bucket before, before * (length - elapsed) / length still counts.
TimeMs SlidingWindow::wait(std::uint32_t most, TimeMs length, TimeMs now) const {
  if (most == 0) return 0;
  const SlidingWindow window = at(length, now);
  const TimeMs elapsed = now - window.begun_;
  // From when on one more fits beside `there` ones of its own bucket: (most - 1 - there) * length has to be as much.
  const auto fits_from = [&](TimeMs before, TimeMs there) -> TimeMs {
    const TimeMs room = static_cast<TimeMs>(most) - 1 - there;
    if (before <= room) return 0;
    return length - room * length / before;
  };
  if (window.count_ < most) return std::max<TimeMs>(fits_from(window.before_, window.count_) - elapsed, 0);
  return length - elapsed + fits_from(window.count_, 0);
}

void SlidingWindow::add(TimeMs length, TimeMs now) {
  *this = at(length, now);
  ++count_;
}

TimeMs WindowsByName::wait(std::initializer_list<Whose> all, TimeMs now) {
  if (most_ == 0) return 0;
  const std::lock_guard lock(mutex_);
  TimeMs longest = 0;
  for (const Whose& one : all)
    if (const auto known = windows_.find(std::string(one.name)); known != windows_.end())
      longest = std::max(longest, known->second.wait(most_ * one.times, length_, now));
  if (longest > 0) return longest;
  forget_the_silent(now);
  for (const Whose& one : all) windows_[std::string(one.name)].add(length_, now);
  return 0;
}

void WindowsByName::forget_the_silent(TimeMs now) {
  if (windows_.size() < sweep_at_) return;
  std::erase_if(windows_, [&](const auto& one) { return one.second.over(length_, now); });
  sweep_at_ = 2 * windows_.size() + 1'024;
}

std::string sentence_for_wait(std::string_view why, TimeMs wait) {
  const auto seconds = (wait + 999) / 1000;
  return std::string(why) + ". Try again in " + std::to_string(seconds) + (seconds == 1 ? " second." : " seconds.");
}

}  // namespace baize::server
