// A bot's decision as it is being thought: what the seat may see goes in, portion by portion the rest of the round is
// played out in the mind, a legal move comes out. The number of rounds is fixed and nothing is reckoned in fractions,
// so the same entropy leads to the same move on every machine. Behind Game::choose and the contract's thinking.h.
#pragma once

#include <memory>

#include "games/contract.h"
#include "games/nommie/moves.h"
#include "games/nommie/views.h"

namespace baize::games::nommie {

class Thought {
 public:
  Thought(const Public& shared, const Private& own, Seat seat, Strength strength, const Entropy& entropy);
  ~Thought();
  Thought(Thought&&) noexcept;
  Thought& operator=(Thought&&) noexcept;

  // Goes on for about so many microseconds of a usual processor; true while there is more to think.
  bool think(int pieces);
  // Of a thought at its end; before that it breaks an invariant.
  Move move() const;

 private:
  class Mind;
  std::unique_ptr<Mind> mind_;
};

}  // namespace baize::games::nommie
