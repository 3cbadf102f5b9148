// What a hand is worth before it is played: about how many tricks under each trump, which trump suits it best, and the
// bid that follows. In hundredths of a trick and whole numbers throughout, so that it is the same on every machine.
#pragma once

#include "games/nommie/bot/board.h"

namespace baize::games::nommie {

// How many tricks a hand takes under this trump, on average. `hand_size`: of the round; `unseen`: the cards that
// somebody else may hold.
int worth(const Suits& hand, int hand_size, Trump trump, const Suits& unseen);

struct BestTrump {
  Trump trump = Trump::no_trumps;
  int worth = 0;
};
BestTrump best_trump(const Suits& hand, int hand_size);

// What all others have bid so far, for who bids next.
struct BidsSoFar {
  int hand_size = 0;
  int made = 0;   // how many have bid
  int total = 0;  // of their bids
  int highest = -1;
};

// How many tricks the next bidder will take, its own trump or another's: in hundredths.
int outlook_of(const Suits& hand, const BidsSoFar& bids);

}  // namespace baize::games::nommie
