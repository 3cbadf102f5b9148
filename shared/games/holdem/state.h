// The whole state of a hold'em table as a value: who sits where with how much, and the running (or last) hand with its
// deck. Only the rules in this folder read it; everybody else gets Public and Private (views.h). Copying it is a copy
// of one block of memory, and it never leaves the server.
#pragma once

#include <array>
#include <optional>
#include <type_traits>

#include "cards/deck.h"
#include "games/contract.h"
#include "games/holdem/layout.h"
#include "games/holdem/settings.h"
#include "games/holdem/views.h"

namespace baize::games::holdem {

inline constexpr std::uint8_t k_laid_away = 4;  // of Chair::shown: the player mucked

// One place at the table. The first half is about who sits there, the second about the running or last hand; that half
// outlives the player who stood up after the hand, until the next deal or the next player.
struct Chair {
  bool taken = false;
  bool absent = false;            // its player is gone: it checks or folds at once and is not dealt in
  bool owes_small_blind = false;  // missed while sitting out
  bool owes_big_blind = false;
  bool posting = false;     // comes in by posting what it owes, not by waiting for the big blind
  bool straddling = false;  // posts a straddle if the next hand begins with its turn
  SeatStatus status = SeatStatus::sitting_out;
  std::int32_t bank_ms = 0;  // left in the time bank
  Chips stack;
  std::uint8_t place = 0;  // in a sit-and-go, once it is decided
  Chips purse;             // in a sit-and-go: the buy-in before it begins, the prize once the place is decided

  bool in_hand = false;  // was dealt in
  bool folded = false;
  bool all_in = false;
  bool came_in = false;        // was waiting for the big blind until this hand
  bool away = false;           // was sitting out when a tournament dealt it in: checks or folds by itself
  std::uint8_t shown = 0;      // bit 0, bit 1: that hole card was turned up for all; k_laid_away: none of them will be
  std::optional<ActKind> act;  // the last decision of this street; a fold stays
  Chips bet;                   // put in on this street
  Chips committed;             // put into this hand and not yet paid out, bets and everybody's antes included
  Chips dead;                  // put in besides, for the main pot: an ante for the table, a missed small blind
  Chips won;                   // paid out of the pots of this hand
  std::uint8_t won_on = 0;     // bit 0, bit 1: some of it on the first, the second board
  friend bool operator==(const Chair&, const Chair&) = default;
};
BOOST_DESCRIBE_STRUCT(Chair, (),
                      (taken, absent, owes_small_blind, owes_big_blind, posting, straddling, status, bank_ms, stack,
                       place, purse, in_hand, folded, all_in, came_in, away, shown, act, bet, committed, dead, won,
                       won_on))

// Where button and blinds stand. All three may be seats that are empty or not dealt in (dead button, dead small blind);
// the next hand's positions follow from them. Empty before the first hand.
struct Positions {
  std::optional<Seat> button;
  std::optional<Seat> small_blind;
  std::optional<Seat> big_blind;
  friend bool operator==(const Positions&, const Positions&) = default;
};
BOOST_DESCRIBE_STRUCT(Positions, (), (button, small_blind, big_blind))

// A sit-and-go over all its hands. Between two of them nobody has begun.
struct Tournament {
  bool begun = false;
  std::uint8_t level = 0;  // 0 the first
  std::uint8_t entrants = 0;
  std::int32_t level_hands = 0;  // dealt on this level
  TimeMs level_ms = 0;           // played on this level
  TimeMs at = 0;                 // when the last hand was dealt
  Chips pool;                    // of all buy-ins
  Chips unpaid;                  // what of it belongs to no decided place yet
  friend bool operator==(const Tournament&, const Tournament&) = default;
};
BOOST_DESCRIBE_STRUCT(Tournament, (), (begun, level, entrants, level_hands, level_ms, at, pool, unpaid))

struct State {
  static constexpr core::Tag k_tag{"game", "holdem"};

  Settings settings;
  std::uint32_t hand = 0;      // the number of the running or last hand; 0 before the first
  std::uint32_t decision = 0;  // the contract's counter
  std::array<Chair, k_max_players> chairs;
  Chips total;  // of all stacks and everything in the middle: nothing but sitting, standing and adding chips moves it

  Street street = Street::over;
  Positions at;                                // of the running or last hand
  Positions before;                            // of the hand before it, should this one be void
  core::Bounded<Seat, k_max_players> players;  // dealt in, the first left of the button first
  cards::Deck deck{};                          // fixed before the first card; see layout.h
  std::uint8_t board_count = 0;                // board cards that are turned up

  std::optional<Seat> to_act;
  std::optional<Seat> aggressor;  // who made the last bet or raise of this street
  Chips current_bet;              // what a seat's bet has to be to stay in
  Chips min_raise;                // the largest full bet or raise of this street, at least the big blind

  bool voided = false;       // the last hand never happened
  bool showdown = false;     // it ended with hands compared, not with a fold
  std::uint8_t run_out = 0;  // streets that were dealt with nobody left to bet
  RunOut runs = RunOut::none;
  std::uint8_t second_count = 0;  // cards of the second board that are turned up, the shared ones included
  std::uint8_t shared_count = 0;  // cards that both boards share
  bool rabbit = false;            // the rest of the board was looked at after the hand
  bool bank_open = false;         // the seat to act uses its time bank

  Tournament tournament;
  friend bool operator==(const State&, const State&) = default;
};
BOOST_DESCRIBE_STRUCT(State, (),
                      (settings, hand, decision, chairs, total, street, at, before, players, deck, board_count, to_act,
                       aggressor, current_bet, min_raise, voided, showdown, run_out, runs, second_count, shared_count,
                       rabbit, bank_open, tournament))

static_assert(std::is_trivially_copyable_v<State>);
static_assert(sizeof(State) <= 1536);

}  // namespace baize::games::holdem
