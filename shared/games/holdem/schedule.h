// The blind schedule of a sit-and-go: what its levels are, in order, and whether one that a table is given is one. The
// rules ask it for the stakes of a level and the settings for its faults; it knows nothing of clocks and hands.
#pragma once

#include "core/error.h"
#include "games/holdem/settings.h"

namespace baize::games::holdem {

struct Stakes {
  Chips small_blind;
  Chips big_blind;
  Chips ante;
  friend bool operator==(const Stakes&, const Stakes&) = default;
};

inline constexpr int k_most_levels = 30;

// At least 1, at most k_most_levels.
int count_levels(const Settings& settings);
// The stakes of a level, counted from 0. The last one stays.
Stakes level_of(const Settings& settings, int level);
// A custom schedule is two levels or more, "small/big" or "small/big/ante", with spaces or commas between them. The
// first is the blinds and the ante of the table; on later ones nothing falls and something rises. Error invalid-field
// with a sentence that names the level at fault.
core::Result<void> check_schedule(const Settings& settings);

}  // namespace baize::games::holdem
