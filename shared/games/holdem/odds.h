// How good a player's own cards are, as an aid for practice: in words, and the chance to win against everybody who is
// still in, whatever they may hold. Exact against one opponent from the flop on, otherwise from many ends of the hand
// drawn by chance. It knows what the seat may see and nothing more. Behind the contract's thinking.h.
#pragma once

#include "games/holdem/bot/combos.h"
#include "games/dice.h"
#include "games/holdem/views.h"
#include "games/thinking.h"

namespace baize::games::holdem {

class Odds {
 public:
  Odds(const Public& shared, const Private& own, Seat seat);

  // Goes on for about so many microseconds of a usual processor; true while there is more to think.
  bool think(int pieces);
  Outlook outlook() const;
  // Whether these are about the same cards and as many opponents.
  bool ask_the_same(const Odds& other) const;

 private:
  // The chance that is asked for; nothing to find out when the hand is over, or folded, or nobody is left.
  void ask(const Public& shared, Seat seat);
  void count_next_board();
  void play_out();
  bool next_board();

  core::Bounded<Card, 2> hand_;
  core::Bounded<Card, 5> board_;
  int opponents_ = 0;
  core::Bounded<Card, Card::k_count> unseen_;
  bool exact_ = false;
  bool more_ = false;
  // Of the unseen cards those that complete the board, while all boards are gone through.
  std::array<std::size_t, 2> missing_{};
  Dice dice_;
  double won_ = 0;
  double squares_ = 0;
  std::int64_t cases_ = 0;
};

}  // namespace baize::games::holdem
