// How good a player's own cards are, as an aid for practice: about how many tricks the hand is worth, and how likely it
// is to make exactly the bid, from ends of the round played out in the mind. It knows what the seat may see and nothing
// more. Behind the contract's thinking.h.
#pragma once

#include <memory>

#include "games/nommie/views.h"
#include "games/thinking.h"

namespace baize::games::nommie {

class Odds {
 public:
  Odds(const Public& shared, const Private& own, Seat seat);
  ~Odds();
  Odds(Odds&&) noexcept;
  Odds& operator=(Odds&&) noexcept;

  // Goes on for about so many microseconds of a usual processor; true while there is more to think.
  bool think(int pieces);
  Outlook outlook() const;
  // Whether these are about the same cards in the same situation.
  bool ask_the_same(const Odds& other) const;

 private:
  class Reckoning;
  std::unique_ptr<Reckoning> reckoning_;
};

}  // namespace baize::games::nommie
