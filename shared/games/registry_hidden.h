// The registry's way to states that hide what a viewer may not know: for exports, which tell of one deal and of no
// other.
#pragma once

#include "games/registry.h"

namespace baize::games {

// Another state that `viewer` cannot tell from this one (the contract's resample).
AnyState resample(const AnyState& state, Viewer viewer, const Entropy& entropy);

}  // namespace baize::games
