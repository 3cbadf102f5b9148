// The games that the conformance kit runs over: all that are registered, and one that only the tests know, which keeps
// the way to a new game open (docs/adding-a-game.md).
#pragma once

#include <gtest/gtest.h>

#include "conformance/high_card/game.h"
#include "games/registry.h"
#include "games/thinking.h"

namespace baize::games::conformance {

static_assert(Game<high_card::Game> && Thinks<high_card::Game>);

using Games = boost::mp11::mp_rename<boost::mp11::mp_push_back<Registered, high_card::Game>, ::testing::Types>;

}  // namespace baize::games::conformance
