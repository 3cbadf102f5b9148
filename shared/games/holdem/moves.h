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

using Move = std::variant<Fold, Check, Call, Raise, AllIn, Show>;

}  // namespace baize::games::holdem
