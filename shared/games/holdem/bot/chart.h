// The order of starting hands, for bots: which part of all hands is better than one.
#pragma once

#include "games/holdem/bot/combos.h"

namespace baize::games::holdem {

// 0.002 (aces) .. 0.995: the hand is as good as the last of this part of all hands. Playing "a quarter of all hands"
// is playing those up to 0.25.
double tightness(Card a, Card b);

}  // namespace baize::games::holdem
