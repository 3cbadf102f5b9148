// The rest of a round as bots play it in their minds: whose hands hold what (known, drawn by chance, or empty where
// nobody asks), what has been played, and a habit by which every seat plays on. Small and quick, because a bot plays
// hundreds of rounds out for one decision.
#pragma once

#include <bit>

#include "games/nommie/tricks.h"

namespace baize::games::nommie {

// One bit for each rank of a suit.
using Ranks = std::uint16_t;
// By suit.
using Suits = std::array<Ranks, cards::k_suit_count>;

constexpr std::size_t suit_of(Card card) { return static_cast<std::size_t>(card.suit()); }
constexpr int rank_of(Card card) { return static_cast<int>(card.rank()); }
constexpr Ranks bit_of(Card card) { return static_cast<Ranks>(1U << rank_of(card)); }
constexpr Card card_of(std::size_t suit, int rank) { return {static_cast<cards::Rank>(rank), static_cast<Suit>(suit)}; }
constexpr Suits all_cards() { return {0x1FFF, 0x1FFF, 0x1FFF, 0x1FFF}; }
constexpr void add(Suits& cards, Card card) {
  cards[suit_of(card)] = static_cast<Ranks>(cards[suit_of(card)] | bit_of(card));
}
constexpr void remove(Suits& cards, Card card) {
  cards[suit_of(card)] = static_cast<Ranks>(cards[suit_of(card)] & ~bit_of(card));
}
constexpr int count(const Suits& cards) {
  int sum = 0;
  for (const Ranks ranks : cards) sum += std::popcount(ranks);
  return sum;
}
// How many of `cards` are higher than the card in its suit.
constexpr int higher(const Suits& cards, Card card) {
  return std::popcount(static_cast<unsigned>(cards[suit_of(card)]) >> (rank_of(card) + 1));
}

struct Board {
  Trump trump = Trump::no_trumps;
  BySeat<Suits> hands{};
  Suits out = all_cards();  // not played yet, wherever they are
  TrickCards trick;
  BySeat<int> bids{};
  BySeat<int> won{};
  Seat to_act = 0;
  int tricks_left = 0;  // the current one included

  void play(Card card);
  // What the seat to act plays by habit, to take exactly its bid; as many as it can where that is lost. It looks at its
  // own hand and at what everybody has seen.
  Card habit() const;
  // Everybody by habit to the end.
  void play_out() {
    while (tricks_left > 0) play(habit());
  }
};

}  // namespace baize::games::nommie
