// What may be seen of a hold'em state: Public by everybody, Private by the player of one seat. Allow-lists of their
// own, never a state with cards blanked out; the only forms in which a state leaves the server.
#pragma once

#include <optional>
#include <variant>

#include "cards/card.h"
#include "core/bounded.h"
#include "core/chips.h"
#include "core/described.h"
#include "core/ids.h"

namespace baize::games::holdem {

using cards::Card;
using core::Chips;
using core::Seat;

inline constexpr int k_max_players = 10;

// `over`: between hands, the result of the last one (if any) still on the table. `showdown` never rests: a state shows
// it only inside the events of a step.
enum class Street { preflop, flop, turn, river, showdown, over };
BOOST_DESCRIBE_ENUM(Street, preflop, flop, turn, river, showdown, over)

// A layer of the money in the middle and the seats that can win it, clockwise from left of the button. The first is the
// main pot. Chips of the running street's bets are counted in. There is none when the hand is over.
struct Pot {
  Chips amount;
  core::Bounded<Seat, k_max_players> seats;
  friend bool operator==(const Pot&, const Pot&) = default;
};
BOOST_DESCRIBE_STRUCT(Pot, (), (amount, seats))

enum class ActKind { fold, check, call, bet, raise };
BOOST_DESCRIBE_ENUM(ActKind, fold, check, call, bet, raise)

// One seat that was dealt into the hand. `last_action` is its last decision of this street, shown beside the seat:
// emptied when a street begins (a fold stays), and not set by posting a blind.
struct PlayerView {
  Seat seat = 0;
  Chips stack;  // left behind
  Chips bet;    // put in on this street
  bool folded = false;
  bool all_in = false;
  core::Bounded<Card, 2> shown;  // turned up for all
  std::optional<ActKind> last_action;
  std::int64_t time_bank_ms = 0;  // left
  friend bool operator==(const PlayerView&, const PlayerView&) = default;
};
BOOST_DESCRIBE_STRUCT(PlayerView, (), (seat, stack, bet, folded, all_in, shown, last_action, time_bank_ms))

// Who took how much in all, when the hand is over. `hand` are the five winning cards, empty if nobody had to show;
// `second_hand` those that won on the second board.
struct Winner {
  Seat seat = 0;
  Chips amount;
  core::Bounded<Card, 5> hand;
  core::Bounded<Card, 5> second_hand;
  friend bool operator==(const Winner&, const Winner&) = default;
};
BOOST_DESCRIBE_STRUCT(Winner, (), (seat, amount, hand, second_hand))

// All-in with cards to come: whether two boards are wanted is being asked, or has been answered.
enum class RunOut { none, asking, once, twice };
BOOST_DESCRIBE_ENUM(RunOut, none, asking, once, twice)

// How far a sit-and-go has come. `level` counts from 1; `next_level_hands` or `next_level_ms` is what is left of it.
struct TournamentView {
  bool begun = false;
  std::uint32_t level = 1;
  Chips small_blind;
  Chips big_blind;
  Chips ante;
  std::int32_t next_level_hands = 0;
  std::int64_t next_level_ms = 0;
  std::int32_t entrants = 0;
  std::int32_t left = 0;  // who still have chips
  core::Bounded<Chips, 3> prizes;
  friend bool operator==(const TournamentView&, const TournamentView&) = default;
};
BOOST_DESCRIBE_STRUCT(TournamentView, (),
                      (begun, level, small_blind, big_blind, ante, next_level_hands, next_level_ms, entrants, left,
                       prizes))

// A place of a sit-and-go that is decided.
struct PlaceView {
  Seat seat = 0;
  std::uint8_t place = 1;
  Chips prize;
  friend bool operator==(const PlaceView&, const PlaceView&) = default;
};
BOOST_DESCRIBE_STRUCT(PlaceView, (), (seat, place, prize))

struct Public {
  static constexpr core::Tag k_tag{"game", "holdem"};
  std::uint32_t hand = 0;  // its number at this table, from 1; 0 before the first
  Street street = Street::over;
  core::Bounded<Card, 5> board;
  core::Bounded<Pot, k_max_players> pots;
  core::Bounded<Seat, k_max_players> dealt;  // who got cards, in the order in which they got them
  Seat button = 0;                           // of the running or last hand; may be an empty seat (dead button)
  std::optional<Seat> small_blind_seat;
  std::optional<Seat> big_blind_seat;
  std::optional<Seat> to_act;
  Chips current_bet;   // the highest bet of this street
  Chips min_raise_to;  // the smallest legal raise to, if anybody could make it
  Chips big_blind;
  core::Bounded<PlayerView, k_max_players> players;  // in order of seats
  core::Bounded<Winner, k_max_players> winners;      // when over
  RunOut run_out = RunOut::none;
  core::Bounded<Card, 5> second_board;  // whole; the cards before the all-in lie on both boards
  core::Bounded<Card, 5> rabbit;        // after the hand: what would have come behind `board`
  bool time_bank = false;               // the seat to act is using its time bank
  std::optional<TournamentView> tournament;
  core::Bounded<PlaceView, k_max_players> places;  // of those who still sit
  friend bool operator==(const Public&, const Public&) = default;
};
BOOST_DESCRIBE_STRUCT(Public, (),
                      (hand, street, board, pots, dealt, button, small_blind_seat, big_blind_seat, to_act, current_bet,
                       min_raise_to, big_blind, players, winners, run_out, second_board, rabbit, time_bank, tournament,
                       places))

// --- legal moves, with their limits ---

struct LegalFold {
  static constexpr core::Tag k_tag{"action", "player-fold"};
  friend bool operator==(const LegalFold&, const LegalFold&) = default;
};
BOOST_DESCRIBE_STRUCT(LegalFold, (), ())

struct LegalCheck {
  static constexpr core::Tag k_tag{"action", "player-check"};
  friend bool operator==(const LegalCheck&, const LegalCheck&) = default;
};
BOOST_DESCRIBE_STRUCT(LegalCheck, (), ())

// `amount`: what a call puts in, at most the stack.
struct LegalCall {
  static constexpr core::Tag k_tag{"action", "player-call"};
  Chips amount;
  friend bool operator==(const LegalCall&, const LegalCall&) = default;
};
BOOST_DESCRIBE_STRUCT(LegalCall, (), (amount))

// Raise TO min..max; max is all-in. min = max where only the all-in is a legal raise.
struct LegalRaise {
  static constexpr core::Tag k_tag{"action", "player-raise"};
  Chips min;
  Chips max;
  friend bool operator==(const LegalRaise&, const LegalRaise&) = default;
};
BOOST_DESCRIBE_STRUCT(LegalRaise, (), (min, max))

// `amount`: the seat's total for the street if it goes all-in.
struct LegalAllIn {
  static constexpr core::Tag k_tag{"action", "player-all-in"};
  Chips amount;
  friend bool operator==(const LegalAllIn&, const LegalAllIn&) = default;
};
BOOST_DESCRIBE_STRUCT(LegalAllIn, (), (amount))

// The own cards that may still be turned up, after the hand.
struct LegalShow {
  static constexpr core::Tag k_tag{"action", "player-show"};
  core::Bounded<Card, 2> cards;
  friend bool operator==(const LegalShow&, const LegalShow&) = default;
};
BOOST_DESCRIBE_STRUCT(LegalShow, (), (cards))

// What coming in at once costs: `amount` is live, `dead` goes to the pot.
struct LegalPostBlind {
  static constexpr core::Tag k_tag{"action", "player-post-blind"};
  Chips amount;
  Chips dead;
  friend bool operator==(const LegalPostBlind&, const LegalPostBlind&) = default;
};
BOOST_DESCRIBE_STRUCT(LegalPostBlind, (), (amount, dead))

struct LegalWaitForBlind {
  static constexpr core::Tag k_tag{"action", "player-wait-for-blind"};
  friend bool operator==(const LegalWaitForBlind&, const LegalWaitForBlind&) = default;
};
BOOST_DESCRIBE_STRUCT(LegalWaitForBlind, (), ())

struct LegalStraddle {
  static constexpr core::Tag k_tag{"action", "player-straddle"};
  Chips amount;
  friend bool operator==(const LegalStraddle&, const LegalStraddle&) = default;
};
BOOST_DESCRIBE_STRUCT(LegalStraddle, (), (amount))

struct LegalRunTwice {
  static constexpr core::Tag k_tag{"action", "player-run-twice"};
  friend bool operator==(const LegalRunTwice&, const LegalRunTwice&) = default;
};
BOOST_DESCRIBE_STRUCT(LegalRunTwice, (), ())

struct LegalRabbit {
  static constexpr core::Tag k_tag{"action", "player-rabbit"};
  friend bool operator==(const LegalRabbit&, const LegalRabbit&) = default;
};
BOOST_DESCRIBE_STRUCT(LegalRabbit, (), ())

// `left_ms`: what the bank holds.
struct LegalTimeBank {
  static constexpr core::Tag k_tag{"action", "player-time-bank"};
  std::int64_t left_ms = 0;
  friend bool operator==(const LegalTimeBank&, const LegalTimeBank&) = default;
};
BOOST_DESCRIBE_STRUCT(LegalTimeBank, (), (left_ms))

// Wherever showing is.
struct LegalMuck {
  static constexpr core::Tag k_tag{"action", "player-muck"};
  friend bool operator==(const LegalMuck&, const LegalMuck&) = default;
};
BOOST_DESCRIBE_STRUCT(LegalMuck, (), ())

using Legal = std::variant<LegalFold, LegalCheck, LegalCall, LegalRaise, LegalAllIn, LegalShow, LegalPostBlind,
                           LegalWaitForBlind, LegalStraddle, LegalRunTwice, LegalRabbit, LegalTimeBank, LegalMuck>;
inline constexpr std::size_t k_most_legal = 6;

struct Private {
  static constexpr core::Tag k_tag{"game", "holdem"};
  core::Bounded<Card, 2> hand;
  // Empty when it is not this seat's turn, but for what answers no decision: showing after the hand, how to come in.
  core::Bounded<Legal, k_most_legal> legal;
  friend bool operator==(const Private&, const Private&) = default;
};
BOOST_DESCRIBE_STRUCT(Private, (), (hand, legal))

}  // namespace baize::games::holdem
