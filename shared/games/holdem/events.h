// What happens in a hand of hold'em, in the order it happens. Stored with the action that caused it; shown to each
// viewer through Game::shown, which drops what it may not know. Histories, words, animation and sound are made of
// these.
#pragma once

#include <optional>
#include <variant>

#include "games/holdem/views.h"

namespace baize::games::holdem {

struct HandStarted {
  static constexpr core::Tag k_tag{"event", "hand-started"};
  std::uint32_t hand = 0;
  Seat button = 0;
  friend bool operator==(const HandStarted&, const HandStarted&) = default;
};
BOOST_DESCRIBE_STRUCT(HandStarted, (), (hand, button))

enum class PostKind { ante, small_blind, big_blind };
BOOST_DESCRIBE_ENUM(PostKind, ante, small_blind, big_blind)

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

// Board cards of a street: three, one, one.
struct BoardDealt {
  static constexpr core::Tag k_tag{"event", "board-dealt"};
  Street street = Street::flop;
  core::Bounded<Card, 3> cards;
  friend bool operator==(const BoardDealt&, const BoardDealt&) = default;
};
BOOST_DESCRIBE_STRUCT(BoardDealt, (), (street, cards))

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

// One seat's share of one pot. `pot` counts from 0, the main pot; `hand` is empty if nobody had to show.
struct Awarded {
  static constexpr core::Tag k_tag{"event", "awarded"};
  std::uint8_t pot = 0;
  Seat seat = 0;
  Chips amount;
  core::Bounded<Card, 5> hand;
  friend bool operator==(const Awarded&, const Awarded&) = default;
};
BOOST_DESCRIBE_STRUCT(Awarded, (), (pot, seat, amount, hand))

struct HandEnded {
  static constexpr core::Tag k_tag{"event", "hand-ended"};
  std::uint32_t hand = 0;
  bool voided = false;  // every chip went back to where it was
  friend bool operator==(const HandEnded&, const HandEnded&) = default;
};
BOOST_DESCRIBE_STRUCT(HandEnded, (), (hand, voided))

using Event = std::variant<HandStarted, Posted, Dealt, Acted, BoardDealt, Returned, Shown, Mucked, Awarded, HandEnded>;

}  // namespace baize::games::holdem
