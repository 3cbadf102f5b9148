#include "net/load.h"

#include <algorithm>

#include "store/journal.h"

namespace baize::server {

namespace {

using Clock = std::chrono::steady_clock;

constexpr core::TimeMs k_every_ms = 100;

double ms_between(Clock::time_point from, Clock::time_point to) {
  return std::chrono::duration<double, std::milli>(to - from).count();
}

}  // namespace

struct Load::Measured {
  explicit Measured(Loop& loop) : timer(loop) {}

  LoopTimer timer;  // on its loop only
  Clock::time_point due = Clock::now();
  std::atomic<double> lag_ms = 0;
};

Load::Load(const FullLoad& full, const std::vector<Loop*>& loops, const ConnectionCaps& caps, const Journal& journal)
    : full_(full), caps_(caps), journal_(journal) {
  for (Loop* loop : loops) loops_.push_back(std::make_unique<Measured>(*loop));
  for (std::size_t i = 0; i < loops.size(); ++i)
    loops[i]->post([this, one = loops_[i].get()] {
      one->due = Clock::now();
      measure(*one);
    });
}

Load::~Load() = default;

void Load::measure(Measured& one) {
  const auto now = Clock::now();
  one.lag_ms = smoothed_lag(one.lag_ms, std::max(ms_between(one.due, now), 0.0));
  now_.store(sum_up(), std::memory_order_relaxed);
  one.due = now + std::chrono::milliseconds(k_every_ms);
  one.timer.start(k_every_ms, [this, &one] { measure(one); });
}

double Load::sum_up() const {
  double load = caps_.fullness();
  if (full_.loop_lag_ms > 0)
    for (const auto& one : loops_) load = std::max(load, one->lag_ms / static_cast<double>(full_.loop_lag_ms));
  if (full_.journal_queue > 0)
    load = std::max(load, static_cast<double>(journal_.queued()) / static_cast<double>(full_.journal_queue));
  return load;
}

}  // namespace baize::server
