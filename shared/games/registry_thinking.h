// The registry's part about thinking (thinking.h): bots' decisions and the odds of a player's cards, whatever the game.
// Used by the doors that play for bots and by the client's aids for practice.
#pragma once

#include "games/registry.h"

namespace baize::games {

template <class G>
using ThoughtOf = typename G::Thought;
template <class G>
using OddsOf = typename G::Odds;

using AnyThought = Any<ThoughtOf>;
using AnyOdds = Any<OddsOf>;

// The decision of a bot in `seat`, not yet thought through.
AnyThought thought(const AnyPublic& shared, const AnyPrivate& own, Seat seat, Strength strength,
                   const Entropy& entropy);
AnyOdds odds(const AnyPublic& shared, const AnyPrivate& own, Seat seat);

// True while there is more to think.
bool think(AnyThought& thought, int pieces);
bool think(AnyOdds& odds, int pieces);

// Of a thought at its end.
AnyMove move(const AnyThought& thought);
Outlook outlook(const AnyOdds& odds);
bool ask_the_same(const AnyOdds& one, const AnyOdds& other);

}  // namespace baize::games
