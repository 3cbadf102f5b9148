// What happens in a hand of hold'em, in the order it happens. Stored with the action that caused it; shown to each
// viewer through Game::shown, which drops what it may not know. Histories, words, animation and sound are made of
// these.
#pragma once

#include <optional>
#include <variant>

#include "core/time.h"
#include "games/holdem/views.h"

namespace baize::games::holdem {

using core::TimeMs;

struct HandStarted {
  static constexpr core::Tag k_tag{"event", "hand-started"};
  std::uint32_t hand = 0;
  Seat button = 0;
  Chips small_blind;  // as they are now: a sit-and-go raises them
  Chips big_blind;
  Chips ante;
  friend bool operator==(const HandStarted&, const HandStarted&) = default;
};
BOOST_DESCRIBE_STRUCT(HandStarted, (), (hand, button, small_blind, big_blind, ante))

// `big_blind_ante`: the big blind's, for the whole table. `missed_blind`: a big blind by a newcomer or for one that was
// missed, live. `dead_blind`: a missed small blind. Antes and dead blinds count to nobody's bet.
enum class PostKind { ante, small_blind, big_blind, big_blind_ante, missed_blind, dead_blind, straddle };
BOOST_DESCRIBE_ENUM(PostKind, ante, small_blind, big_blind, big_blind_ante, missed_blind, dead_blind, straddle)

// Whether it is part of its seat's bet, as against dead money.
constexpr bool is_live(PostKind kind) {
  return kind != PostKind::ante && kind != PostKind::big_blind_ante && kind != PostKind::dead_blind;
}

// A forced bet; less than due if the stack was short, and then all-in.
struct Posted {
  static constexpr core::Tag k_tag{"event", "posted"};
  Seat seat = 0;
  PostKind kind = PostKind::ante;
  Chips amount;
  bool all_in = false;
  friend bool operator==(const Posted&, const Posted&) = default;
};
BOOST_DESCRIBE_STRUCT(Posted, (), (seat, kind, amount, all_in))

// Hole cards to a seat. Only its player sees `cards`; for others they are empty and `count` says how many.
struct Dealt {
  static constexpr core::Tag k_tag{"event", "dealt"};
  Seat seat = 0;
  std::uint8_t count = 2;
  core::Bounded<Card, 2> cards;
  friend bool operator==(const Dealt&, const Dealt&) = default;
};
BOOST_DESCRIBE_STRUCT(Dealt, (), (seat, count, cards))

// A decision. `amount` is what was put in by it, `to` the seat's total for the street after it.
struct Acted {
  static constexpr core::Tag k_tag{"event", "acted"};
  Seat seat = 0;
  ActKind kind = ActKind::fold;
  Chips amount;
  Chips to;
  bool all_in = false;
  bool timed_out = false;  // the clock or an absent player's rule decided
  friend bool operator==(const Acted&, const Acted&) = default;
};
BOOST_DESCRIBE_STRUCT(Acted, (), (seat, kind, amount, to, all_in, timed_out))

// Board cards of a street: three, one, one. `board` is 2 for those of the second board of a hand that is run twice.
struct BoardDealt {
  static constexpr core::Tag k_tag{"event", "board-dealt"};
  Street street = Street::flop;
  core::Bounded<Card, 3> cards;
  std::uint8_t board = 1;
  friend bool operator==(const BoardDealt&, const BoardDealt&) = default;
};
BOOST_DESCRIBE_STRUCT(BoardDealt, (), (street, cards, board))

// The seat to act has begun to use its time bank, of which so much is left.
struct TimeBankOpened {
  static constexpr core::Tag k_tag{"event", "time-bank-opened"};
  Seat seat = 0;
  TimeMs left_ms = 0;
  friend bool operator==(const TimeBankOpened&, const TimeBankOpened&) = default;
};
BOOST_DESCRIBE_STRUCT(TimeBankOpened, (), (seat, left_ms))

// All-in with cards to come: whether the seat wants two boards. The first no decides.
struct RunTwiceAnswered {
  static constexpr core::Tag k_tag{"event", "run-twice-answered"};
  Seat seat = 0;
  bool yes = false;
  friend bool operator==(const RunTwiceAnswered&, const RunTwiceAnswered&) = default;
};
BOOST_DESCRIBE_STRUCT(RunTwiceAnswered, (), (seat, yes))

// The part of a bet that nobody called.
struct Returned {
  static constexpr core::Tag k_tag{"event", "returned"};
  Seat seat = 0;
  Chips amount;
  friend bool operator==(const Returned&, const Returned&) = default;
};
BOOST_DESCRIBE_STRUCT(Returned, (), (seat, amount))

// A hand turned up: at showdown, when all are all-in, or by choice.
struct Shown {
  static constexpr core::Tag k_tag{"event", "shown"};
  Seat seat = 0;
  core::Bounded<Card, 2> cards;
  friend bool operator==(const Shown&, const Shown&) = default;
};
BOOST_DESCRIBE_STRUCT(Shown, (), (seat, cards))

// A losing hand given up unseen at showdown.
struct Mucked {
  static constexpr core::Tag k_tag{"event", "mucked"};
  Seat seat = 0;
  friend bool operator==(const Mucked&, const Mucked&) = default;
};
BOOST_DESCRIBE_STRUCT(Mucked, (), (seat))

// One seat's share of one pot. `pot` counts from 0, the main pot; `hand` is empty if nobody had to show. With two
// boards each decides half of every pot: `board` says which this share was won on.
struct Awarded {
  static constexpr core::Tag k_tag{"event", "awarded"};
  std::uint8_t pot = 0;
  Seat seat = 0;
  Chips amount;
  core::Bounded<Card, 5> hand;
  std::uint8_t board = 1;
  friend bool operator==(const Awarded&, const Awarded&) = default;
};
BOOST_DESCRIBE_STRUCT(Awarded, (), (pot, seat, amount, hand, board))

// After the hand: the board cards that would have come, for everybody to see, because the seat asked.
struct RabbitShown {
  static constexpr core::Tag k_tag{"event", "rabbit-shown"};
  Seat seat = 0;
  core::Bounded<Card, 5> cards;
  friend bool operator==(const RabbitShown&, const RabbitShown&) = default;
};
BOOST_DESCRIBE_STRUCT(RabbitShown, (), (seat, cards))

// A sit-and-go goes on with higher blinds, from this hand on. `level` counts from 1.
struct LevelBegan {
  static constexpr core::Tag k_tag{"event", "level-began"};
  std::uint32_t level = 1;
  Chips small_blind;
  Chips big_blind;
  Chips ante;
  friend bool operator==(const LevelBegan&, const LevelBegan&) = default;
};
BOOST_DESCRIBE_STRUCT(LevelBegan, (), (level, small_blind, big_blind, ante))

// A place of a sit-and-go is decided, the winner's (1) last. `prize` may be nothing.
struct PlaceTaken {
  static constexpr core::Tag k_tag{"event", "place-taken"};
  Seat seat = 0;
  std::uint8_t place = 1;
  Chips prize;
  friend bool operator==(const PlaceTaken&, const PlaceTaken&) = default;
};
BOOST_DESCRIBE_STRUCT(PlaceTaken, (), (seat, place, prize))

struct HandEnded {
  static constexpr core::Tag k_tag{"event", "hand-ended"};
  std::uint32_t hand = 0;
  bool voided = false;  // every chip went back to where it was
  friend bool operator==(const HandEnded&, const HandEnded&) = default;
};
BOOST_DESCRIBE_STRUCT(HandEnded, (), (hand, voided))

using Event = std::variant<HandStarted, Posted, Dealt, Acted, BoardDealt, Returned, Shown, Mucked, Awarded, HandEnded,
                           TimeBankOpened, RunTwiceAnswered, RabbitShown, LevelBegan, PlaceTaken>;

}  // namespace baize::games::holdem
