#include "cards/placed.h"

#include "games/nommie/game.h"

namespace baize::games::nommie {

// Which of a hand's cards was dealt first nobody is told: a card lies at one of its seat's places.
std::vector<cards::Placed> Game::placed(const Public& shared, const Private& own, Viewer viewer) {
  std::vector<cards::Placed> all;
  const auto place = [&](Seat seat, Card card) {
    all.push_back({layout::hand(shared.dealer, seat, shared.hand_size), card});
  };
  for (const Trick& trick : shared.tricks)
    for (const PlayedCard& one : trick.cards) place(one.seat, one.card);
  for (const PlayedCard& one : shared.current_trick) place(one.seat, one.card);
  for (const Card card : own.hand)
    if (viewer) place(*viewer, card);
  return all;
}

}  // namespace baize::games::nommie
