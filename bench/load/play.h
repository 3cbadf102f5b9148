// The measurement itself: guests are signed in, tables are made, everybody sits down and plays; after a warm-up the
// given seconds are measured.
#pragma once

#include "load/options.h"
#include "load/player.h"

namespace baize::bench {

struct Played {
  Figures figures;
  int stuck_tables = 0;  // where nothing had happened for seconds when the measurement ended
};

// `before` and `after` are called around the measured seconds. Throws std::runtime_error with a sentence for people
// where the game does not come about.
Played measure_play(const Options& options, const Site& site, const std::function<void()>& before,
                    const std::function<void()>& after);

}  // namespace baize::bench
