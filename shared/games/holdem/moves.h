// What a player of hold'em may do. The names are the wire's: {"action":"player-raise","amount":200}.
#pragma once

#include <variant>

#include "cards/card.h"
#include "core/bounded.h"
#include "core/chips.h"
#include "core/described.h"

namespace baize::games::holdem {

using cards::Card;
using core::Chips;

struct Fold {
  static constexpr core::Tag k_tag{"action", "player-fold"};
  friend bool operator==(const Fold&, const Fold&) = default;
};
BOOST_DESCRIBE_STRUCT(Fold, (), ())

struct Check {
  static constexpr core::Tag k_tag{"action", "player-check"};
  friend bool operator==(const Check&, const Check&) = default;
};
BOOST_DESCRIBE_STRUCT(Check, (), ())

// Puts in what is missing to the current bet, or all that is left if that is less.
struct Call {
  static constexpr core::Tag k_tag{"action", "player-call"};
  friend bool operator==(const Call&, const Call&) = default;
};
BOOST_DESCRIBE_STRUCT(Call, (), ())

// Bets or raises TO `amount`: the seat's total for this street after the move.
struct Raise {
  static constexpr core::Tag k_tag{"action", "player-raise"};
  Chips amount;
  friend bool operator==(const Raise&, const Raise&) = default;
};
BOOST_DESCRIBE_STRUCT(Raise, (), (amount))

// Everything that is left: a raise, or a call for less.
struct AllIn {
  static constexpr core::Tag k_tag{"action", "player-all-in"};
  friend bool operator==(const AllIn&, const AllIn&) = default;
};
BOOST_DESCRIBE_STRUCT(AllIn, (), ())

// Between hands: turns up one or both of the seat's own cards of the hand that just ended.
struct Show {
  static constexpr core::Tag k_tag{"action", "player-show"};
  core::Bounded<Card, 2> cards;
  friend bool operator==(const Show&, const Show&) = default;
};
BOOST_DESCRIBE_STRUCT(Show, (), (cards))

// Comes in with the next deal that reaches the seat: a live big blind, and a dead small one if that was missed too.
struct PostBlind {
  static constexpr core::Tag k_tag{"action", "player-post-blind"};
  friend bool operator==(const PostBlind&, const PostBlind&) = default;
};
BOOST_DESCRIBE_STRUCT(PostBlind, (), ())

// Takes that back: comes in when the big blind reaches the seat.
struct WaitForBlind {
  static constexpr core::Tag k_tag{"action", "player-wait-for-blind"};
  friend bool operator==(const WaitForBlind&, const WaitForBlind&) = default;
};
BOOST_DESCRIBE_STRUCT(WaitForBlind, (), ())

// Before the deal, by the seat that will act first: posts two big blinds unseen and acts last before the flop.
struct Straddle {
  static constexpr core::Tag k_tag{"action", "player-straddle"};
  friend bool operator==(const Straddle&, const Straddle&) = default;
};
BOOST_DESCRIBE_STRUCT(Straddle, (), ())

// All-in with cards to come: the answer to whether the rest of the board should be dealt twice.
struct RunTwice {
  static constexpr core::Tag k_tag{"action", "player-run-twice"};
  bool yes = false;
  friend bool operator==(const RunTwice&, const RunTwice&) = default;
};
BOOST_DESCRIBE_STRUCT(RunTwice, (), (yes))

// After the hand: shows everybody the board cards that would have come.
struct Rabbit {
  static constexpr core::Tag k_tag{"action", "player-rabbit"};
  friend bool operator==(const Rabbit&, const Rabbit&) = default;
};
BOOST_DESCRIBE_STRUCT(Rabbit, (), ())

// Adds the time bank to the present decision now, instead of when the turn's time has run out.
struct TimeBank {
  static constexpr core::Tag k_tag{"action", "player-time-bank"};
  friend bool operator==(const TimeBank&, const TimeBank&) = default;
};
BOOST_DESCRIBE_STRUCT(TimeBank, (), ())

// Between hands: lays the cards of the hand that just ended away for good; they are not shown any more.
struct Muck {
  static constexpr core::Tag k_tag{"action", "player-muck"};
  friend bool operator==(const Muck&, const Muck&) = default;
};
BOOST_DESCRIBE_STRUCT(Muck, (), ())

using Move = std::variant<Fold, Check, Call, Raise, AllIn, Show, PostBlind, WaitForBlind, Straddle, RunTwice, Rabbit,
                          TimeBank, Muck>;

}  // namespace baize::games::holdem
