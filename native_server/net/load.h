// How busy the server is, as one number: the largest of how late its event loops are, how full it is of connections and
// how much waits for the disk, each as a part of what is too much. Measured here and nowhere else, every tenth of a
// second on each loop; what is done about it is for others.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <vector>

#include "net/connection_caps.h"
#include "net/loop.h"

namespace baize::server {

class Journal;

// 0: not counted.
struct FullLoad {
  core::TimeMs loop_lag_ms = 50;
  std::size_t journal_queue = 1'000;
};

// How late a loop is, smoothed: a turn that took long once is no load, and one after the other is. By a clock that is
// handed in.
class LoopLag {
 public:
  using Time = std::chrono::steady_clock::time_point;

  // It was to run at `due` and did at `now`; in ms.
  double ran(Time due, Time now);

 private:
  double ms_ = 0;
};

// What is measured of a server, at one moment.
struct Measurements {
  double loop_lag_ms = 0;  // of the loop that is latest
  double fullness = 0;     // of connections: 1 where nobody else gets in
  std::size_t queued = 0;  // changes that wait for the disk
};
// The load that these make.
double load_of(const FullLoad& full, const Measurements& measured);

class Load {
 public:
  // All outlive it.
  Load(const FullLoad& full, const std::vector<Loop*>& loops, const ConnectionCaps& caps, const Journal& journal);
  // Stops measuring: before it goes, and when no loop runs.
  ~Load();
  Load(const Load&) = delete;
  Load& operator=(const Load&) = delete;

  // 0 is nothing to do, 1 is full load; it may be more. Any thread.
  double now() const { return now_.load(std::memory_order_relaxed); }

 private:
  struct Measured;
  void measure(Measured& one);
  Measurements measured() const;

  const FullLoad full_;
  const ConnectionCaps& caps_;
  const Journal& journal_;
  std::vector<std::unique_ptr<Measured>> loops_;
  std::atomic<double> now_ = 0;
};

}  // namespace baize::server
