// What a bot knows of a round from its two views, and deals that fit it: the cards that it does not see, drawn into the
// other hands by chance, but none where a seat has shown that it holds no more of that suit.
#pragma once

#include "games/dice.h"
#include "games/nommie/bot/board.h"
#include "games/nommie/views.h"

namespace baize::games::nommie {

class Knowledge {
 public:
  Knowledge(const Public& shared, const Private& own, Seat seat);

  const Suits& own() const { return board_.hands[static_cast<std::size_t>(seat_)]; }
  // With the own hand alone.
  const Board& board() const { return board_; }
  // With all hands.
  Board imagine(Dice& dice) const;

 private:
  bool deal(Board& board, Dice& dice) const;

  Board board_;
  Seat seat_;
  BySeat<unsigned> voids_{};
  BySeat<int> sizes_{};  // how many cards each of the others holds
  core::Bounded<Card, Card::k_count> unseen_;
};

}  // namespace baize::games::nommie
