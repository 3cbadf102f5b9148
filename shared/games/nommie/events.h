// What happens in a round of Nommie, in the order it happens. Stored with the action that caused it; shown to each
// viewer through Game::shown, which drops what it may not know. Histories, words, animation and sound are made of
// these.
#pragma once

#include <variant>

#include "games/nommie/views.h"

namespace baize::games::nommie {

struct RoundStarted {
  static constexpr core::Tag k_tag{"event", "round-started"};
  std::uint32_t deal = 0;  // Public::deal
  std::uint8_t round = 1;
  std::uint8_t hand_size = 0;
  Seat dealer = 0;
  Scores scores{};  // before it
  friend bool operator==(const RoundStarted&, const RoundStarted&) = default;
};
BOOST_DESCRIBE_STRUCT(RoundStarted, (), (deal, round, hand_size, dealer, scores))

// The hand of a seat. Only its player sees `cards`; for others they are empty and `count` says how many.
struct Dealt {
  static constexpr core::Tag k_tag{"event", "dealt"};
  Seat seat = 0;
  std::uint8_t count = 0;
  core::Bounded<Card, k_most_cards> cards;
  friend bool operator==(const Dealt&, const Dealt&) = default;
};
BOOST_DESCRIBE_STRUCT(Dealt, (), (seat, count, cards))

// `timed_out`, here and below: the clock ran out, and the seat was played as its bot would.
struct BidMade {
  static constexpr core::Tag k_tag{"event", "bid-made"};
  Seat seat = 0;
  std::uint8_t bid = 0;
  bool timed_out = false;
  friend bool operator==(const BidMade&, const BidMade&) = default;
};
BOOST_DESCRIBE_STRUCT(BidMade, (), (seat, bid, timed_out))

struct TrumpNamed {
  static constexpr core::Tag k_tag{"event", "trump-named"};
  Seat seat = 0;
  Trump trump = Trump::no_trumps;
  bool timed_out = false;
  friend bool operator==(const TrumpNamed&, const TrumpNamed&) = default;
};
BOOST_DESCRIBE_STRUCT(TrumpNamed, (), (seat, trump, timed_out))

struct CardPlayed {
  static constexpr core::Tag k_tag{"event", "card-played"};
  Seat seat = 0;
  Card card;
  bool timed_out = false;
  friend bool operator==(const CardPlayed&, const CardPlayed&) = default;
};
BOOST_DESCRIBE_STRUCT(CardPlayed, (), (seat, card, timed_out))

// `tricks`: how many the seat has now; `bid`: how many it said it would.
struct TrickWon {
  static constexpr core::Tag k_tag{"event", "trick-won"};
  Seat seat = 0;
  std::uint8_t tricks = 1;
  std::uint8_t bid = 0;
  friend bool operator==(const TrickWon&, const TrickWon&) = default;
};
BOOST_DESCRIBE_STRUCT(TrickWon, (), (seat, tricks, bid))

// `scores`: with this round's points.
struct RoundScored {
  static constexpr core::Tag k_tag{"event", "round-scored"};
  RoundScore score;
  Scores scores{};
  friend bool operator==(const RoundScored&, const RoundScored&) = default;
};
BOOST_DESCRIBE_STRUCT(RoundScored, (), (score, scores))

// After the last round: who has the most points.
struct GameWon {
  static constexpr core::Tag k_tag{"event", "game-won"};
  core::Bounded<Seat, k_seats> winners;
  std::int32_t score = 0;
  friend bool operator==(const GameWon&, const GameWon&) = default;
};
BOOST_DESCRIBE_STRUCT(GameWon, (), (winners, score))

struct RoundEnded {
  static constexpr core::Tag k_tag{"event", "round-ended"};
  std::uint32_t deal = 0;
  std::uint8_t round = 1;
  bool voided = false;  // it never happened; it will be dealt again
  friend bool operator==(const RoundEnded&, const RoundEnded&) = default;
};
BOOST_DESCRIBE_STRUCT(RoundEnded, (), (deal, round, voided))

using Event =
    std::variant<RoundStarted, Dealt, BidMade, TrumpNamed, CardPlayed, TrickWon, RoundScored, GameWon, RoundEnded>;

}  // namespace baize::games::nommie
