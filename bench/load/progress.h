// How far each seat of one table has seen it, and by that how long a move took from its sender to the last seat. The
// same for its chat, where the version is the number of lines.
#pragma once

#include <deque>
#include <vector>

#include "load/figures.h"

namespace baize::bench {

class Progress {
 public:
  // The latencies are added to `latencies` while `figures` measure.
  Progress(int seats, const Figures& figures, Latencies& latencies)
      : seen_(static_cast<std::size_t>(seats)), figures_(figures), latencies_(latencies) {}

  // A move was sent now, decided on this version.
  void moved(std::uint64_t version) { under_way_.push_back({version, steady_us()}); }
  // The move decided on this version was refused.
  void refused(std::uint64_t version);
  // This seat sees this version now.
  void seen(int seat, std::uint64_t version);

  // The newest version that everybody has seen, and since when, by steady_us().
  std::uint64_t common_version() const { return common_; }
  Microseconds common_since() const { return common_since_; }

 private:
  struct Move {
    std::uint64_t version;
    Microseconds sent;
  };

  std::vector<std::uint64_t> seen_;
  std::deque<Move> under_way_;
  std::uint64_t common_ = 0;
  Microseconds common_since_ = 0;
  const Figures& figures_;
  Latencies& latencies_;
};

}  // namespace baize::bench
