#include "net/load.h"

#include <algorithm>

#include "store/journal.h"

namespace baize::server {

namespace {

using Clock = std::chrono::steady_clock;

constexpr core::TimeMs k_every_ms = 100;

}  // namespace

struct Load::Measured {
  explicit Measured(Loop& loop) : timer(loop) {}

  LoopTimer timer;  // on its loop only
  Clock::time_point due = Clock::now();
  LoopLag lag;
  std::atomic<double> lag_ms = 0;
};

double LoopLag::ran(Time due, Time now) {
  const double late = std::max(std::chrono::duration<double, std::milli>(now - due).count(), 0.0);
  ms_ += (late - ms_) / 4;
  return ms_;
}

double load_of(const FullLoad& full, const Measurements& measured) {
  double load = measured.fullness;
  if (full.loop_lag_ms > 0) load = std::max(load, measured.loop_lag_ms / static_cast<double>(full.loop_lag_ms));
  if (full.journal_queue > 0)
    load = std::max(load, static_cast<double>(measured.queued) / static_cast<double>(full.journal_queue));
  return load;
}

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
  one.lag_ms = one.lag.ran(one.due, now);
  now_.store(load_of(full_, measured()), std::memory_order_relaxed);
  one.due = now + std::chrono::milliseconds(k_every_ms);
  one.timer.start(k_every_ms, [this, &one] { measure(one); });
}

Measurements Load::measured() const {
  Measurements all{0, caps_.fullness(), journal_.queued()};
  for (const auto& one : loops_) all.loop_lag_ms = std::max(all.loop_lag_ms, one->lag_ms.load());
  return all;
}

}  // namespace baize::server
