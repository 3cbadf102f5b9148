// How far each seat of one table has seen it, and by that how long a move took from its sender to the last seat.
#pragma once

#include <deque>
#include <vector>

#include "load/figures.h"

namespace baize::bench {

class Progress {
 public:
  Progress(int seats, Figures& figures) : seen_(static_cast<std::size_t>(seats)), figures_(figures) {}

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
  Figures& figures_;
};

}  // namespace baize::bench
