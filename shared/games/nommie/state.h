// The whole state of a Nommie table as a value: who sits where, the score sheet, and the running (or last) round with
// its deck. Only the rules in this folder read it; everybody else gets Public and Private (views.h). Copying it is a
// copy of one block of memory, and it never leaves the server.
#pragma once

#include <optional>
#include <type_traits>

#include "cards/deck.h"
#include "games/contract.h"
#include "games/nommie/layout.h"
#include "games/nommie/settings.h"
#include "games/nommie/views.h"

namespace baize::games::nommie {

struct Chair {
  bool taken = false;
  bool absent = false;       // its player is gone: a bot plays, until it is back
  bool sitting_out = false;  // doesn't want the next game to begin yet
  friend bool operator==(const Chair&, const Chair&) = default;
};
BOOST_DESCRIBE_STRUCT(Chair, (), (taken, absent, sitting_out))

struct State {
  static constexpr core::Tag k_tag{"game", "nommie"};

  Settings settings;
  std::uint32_t deal = 0;      // rounds that were dealt at this table; 0 before the first
  std::uint32_t decision = 0;  // the contract's counter
  BySeat<Chair> chairs;

  std::uint8_t round = 0;  // of the game, 1 to 26: the running or last one; 0 before the first
  ScoreSheet finished;     // the rounds of this game that are over

  // The running or last round.
  Phase phase = Phase::over;
  bool dealt = false;  // its cards are on the table
  cards::Deck deck{};  // fixed before the first card; see layout.h
  std::optional<Seat> to_act;
  BySeat<std::optional<std::uint8_t>> bids;
  std::optional<Trump> trump;
  std::optional<Seat> trump_by;
  core::Bounded<Trick, k_most_cards> tricks;
  TrickCards current;
  friend bool operator==(const State&, const State&) = default;
};
BOOST_DESCRIBE_STRUCT(State, (),
                      (settings, deal, decision, chairs, round, finished, phase, dealt, deck, to_act, bids, trump,
                       trump_by, tricks, current))

static_assert(std::is_trivially_copyable_v<State>);
static_assert(sizeof(State) <= 1024);

}  // namespace baize::games::nommie
