// How good a player's own cards are, as an aid for practice: about how many tricks they are worth. It knows what the
// seat may see and nothing more. Behind the contract's thinking.h.
#pragma once

#include "games/nommie/views.h"
#include "games/thinking.h"

namespace baize::games::nommie {

class Odds {
 public:
  Odds(const Public& shared, const Private& own, Seat seat);

  // There is nothing to think about for longer.
  bool think(int) { return false; }
  // "about 3 tricks"; once trump is named, of the cards that are left. Nothing without cards.
  Outlook outlook() const;
  // Whether these are about the same cards in the same situation.
  bool ask_the_same(const Odds& other) const { return deal_ == other.deal_ && worth_ == other.worth_; }

 private:
  std::uint32_t deal_ = 0;
  std::optional<int> worth_;  // in hundredths of a trick
};

}  // namespace baize::games::nommie
