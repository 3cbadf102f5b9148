#include "games/nommie/bot/deals.h"

#include <algorithm>

namespace baize::games::nommie {

namespace {

constexpr int k_attempts = 20;

bool may_hold(unsigned voids, Card card) { return (voids >> suit_of(card) & 1) == 0; }

}  // namespace

Knowledge::Knowledge(const Public& shared, const Private& own, Seat seat) : seat_(seat) {
  board_.trump = shared.trump.value_or(Trump::no_trumps);
  board_.trick = shared.current_trick;
  board_.to_act = shared.phase == Phase::trick ? seat : seat_after(shared.dealer);
  board_.tricks_left = shared.hand_size - static_cast<int>(shared.tricks.size());
  for (std::size_t i = 0; i < k_seats; ++i) {
    board_.bids[i] = shared.bids[i].value_or(0);
    board_.won[i] = shared.tricks_won[i];
    sizes_[i] = cards_left(shared, static_cast<Seat>(i));
  }
  sizes_[static_cast<std::size_t>(seat)] = 0;
  for (const Trick& trick : shared.tricks)
    for (const PlayedCard& one : trick.cards) remove(board_.out, one.card);
  for (const PlayedCard& one : shared.current_trick) remove(board_.out, one.card);
  Suits& hand = board_.hands[static_cast<std::size_t>(seat)];
  for (const Card card : own.hand) add(hand, card);
  for (std::size_t i = 0; i < Card::k_count; ++i) {
    const Card card = Card::from_index(i);
    if ((board_.out[suit_of(card)] & ~hand[suit_of(card)] & bit_of(card)) != 0) unseen_.push_back(card);
  }
  voids_ = voids_shown({shared.tricks.begin(), shared.tricks.size()}, shared.current_trick);
}

Board Knowledge::imagine(Dice& dice) const {
  for (int attempt = 1;; ++attempt) {
    Board board = board_;
    if (deal(board, dice) || attempt == k_attempts) return board;
  }
}

// Each card goes to a place that is drawn among those where it may lie: in a hand that has room, or among the cards
// that were not dealt. False if a card finds none; then, so that every hand is full, it lies where there is room.
bool Knowledge::deal(Board& board, Dice& dice) const {
  auto cards = unseen_;
  for (std::size_t left = cards.size(); left > 1; --left)
    std::swap(cards[left - 1], cards[dice.below(static_cast<std::uint32_t>(left))]);
  // What fewer hands may hold is dealt first.
  const auto homes = [&](Card card) {
    int n = 0;
    for (std::size_t i = 0; i < k_seats; ++i) n += sizes_[i] > 0 && may_hold(voids_[i], card);
    return n;
  };
  BySeat<int> room = sizes_;
  int undealt = static_cast<int>(cards.size());
  for (const int one : room) undealt -= one;
  bool fits = true;
  for (int wanted = 0; wanted < k_seats; ++wanted)
    for (const Card card : cards) {
      if (homes(card) != wanted) continue;
      BySeat<int> places{};
      int all = undealt;
      for (std::size_t i = 0; i < k_seats; ++i) all += places[i] = may_hold(voids_[i], card) ? room[i] : 0;
      if (all == 0) {
        fits = false;
        places = room;
        for (const int one : room) all += one;
      }
      int at = static_cast<int>(dice.below(static_cast<std::uint32_t>(all)));
      std::size_t seat = 0;
      while (seat < k_seats && at >= places[seat]) at -= places[seat++];
      if (seat == k_seats) {
        --undealt;
        continue;
      }
      --room[seat];
      add(board.hands[seat], card);
    }
  return fits;
}

}  // namespace baize::games::nommie
