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
  double sum_up() const;

  const FullLoad full_;
  const ConnectionCaps& caps_;
  const Journal& journal_;
  std::vector<std::unique_ptr<Measured>> loops_;
  std::atomic<double> now_ = 0;
};

// The lag of a loop, smoothed: a turn that took long once is no load, and one after the other is.
constexpr double smoothed_lag(double so_far, double newest) { return so_far + (newest - so_far) / 4; }

}  // namespace baize::server
