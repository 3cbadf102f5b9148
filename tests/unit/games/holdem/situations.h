// Situations at a hold'em table as views, written out by hand: what the tests of its picture look at.
#pragma once

#include <string>
#include <vector>

#include "games/holdem/scene.h"

namespace baize::games::holdem::situations {

using namespace cards::literals;

struct Situation {
  Public shared;
  Private own;
  TableFacts facts;
};

inline const std::vector<std::string>& people() {
  static const std::vector<std::string> names{"Ann",    "Bob Marlowe",           "Chloé", "Dmitri Petrov", "Eve",
                                              "Fatima", "George Washington III", "Hal",   "Ingrid Ö",      "Jo"};
  return names;
}

// `count` seats, all taken, 1,000 chips and a bit; seat 0 looks.
inline TableFacts table(int count, scene::Size area, scene::Insets safe = {}) {
  TableFacts facts;
  facts.area = area;
  facts.safe = safe;
  facts.seat_count = count;
  for (int i = 0; i < count; ++i) {
    SeatFacts seat;
    seat.seat = static_cast<Seat>(i);
    seat.name = people()[static_cast<std::size_t>(i)];
    seat.uuid = "uuid-" + std::to_string(i * 7919);
    seat.stack = Chips{1000 + 385 * i * i};
    seat.bot = i == 4;
    facts.seats.push_back(seat);
  }
  facts.viewer = Seat{0};
  return facts;
}

inline void seat_all(Situation& s) {
  for (const SeatFacts& seat : s.facts.seats) {
    PlayerView player;
    player.seat = seat.seat;
    player.stack = seat.stack;
    s.shared.players.push_back(player);
  }
}

inline PlayerView& player(Situation& s, int seat) { return s.shared.players[static_cast<std::size_t>(seat)]; }

// The flop is out, there was a raise, and it is the viewer's turn; a third of the clock is gone at 0 ms.
inline Situation flop(int count, scene::Size area, scene::Insets safe = {}) {
  Situation s{{}, {}, table(count, area, safe)};
  seat_all(s);
  s.shared.hand = 12;
  s.shared.street = Street::flop;
  s.shared.board = {"Ts"_card, "Kh"_card, "4d"_card};
  s.shared.button = static_cast<Seat>(count - 1);
  s.shared.to_act = Seat{0};
  s.shared.current_bet = Chips{120};
  s.shared.big_blind = Chips{10};
  s.own.hand = {"Ah"_card, "Kd"_card};
  s.own.legal = {LegalFold{}, LegalCall{Chips{80}}, LegalRaise{Chips{200}, Chips{1040}}};
  for (int i = 0; i < count; ++i) {
    player(s, i).bet = Chips{i == count - 1 ? 120 : 40};
    player(s, i).last_action = i == count - 1 ? ActKind::raise : i == 0 ? ActKind::bet : ActKind::call;
  }
  if (count > 3) {
    player(s, 2).folded = true;
    player(s, 2).bet = Chips{0};
    player(s, 2).last_action = ActKind::fold;
  }
  Pot pot{Chips{120 + 120 + 40 * (count - 2)}, {}};
  for (int i = 0; i < count; ++i) pot.seats.push_back(static_cast<Seat>(i));
  s.shared.pots.push_back(pot);
  s.facts.turn_clock = scene::TurnClock{20'000, 30'000};
  return s;
}

// Blinds are posted and the seat on the viewer's left thinks; some seats are empty, one player is away.
inline Situation preflop(int count, scene::Size area, scene::Insets safe = {}) {
  Situation s = flop(count, area, safe);
  s.shared.street = Street::preflop;
  s.shared.board.clear();
  s.shared.to_act = static_cast<Seat>(count - 1);
  s.shared.button = 0;
  s.own.legal.clear();
  s.own.hand = {"8c"_card, "8s"_card};
  for (PlayerView& player : s.shared.players) {
    player.bet = Chips{0};
    player.folded = false;
    player.last_action.reset();
  }
  player(s, 1).bet = Chips{5};
  player(s, 2).bet = Chips{10};
  s.shared.small_blind_seat = Seat{1};
  s.shared.big_blind_seat = Seat{2};
  s.shared.pots.clear();
  s.shared.pots.push_back({Chips{15}, {1, 2}});
  s.facts.seats[1].connected = false;
  return s;
}

// All-in on the turn with side pots; a spectator looks and may sit down on the empty seat 3.
inline Situation side_pots(int count, scene::Size area, scene::Insets safe = {}) {
  Situation s = flop(count, area, safe);
  s.shared.street = Street::turn;
  s.shared.board = {"Ts"_card, "Kh"_card, "4d"_card, "Qc"_card};
  s.shared.to_act = Seat{4};
  s.own = {};
  s.facts.viewer.reset();
  s.facts.may_sit = true;
  s.facts.seats.erase(s.facts.seats.begin() + 3);
  s.shared.players.erase_at(3);
  for (PlayerView& player : s.shared.players) {
    player.bet = Chips{0};
    player.last_action.reset();
  }
  player(s, 0).all_in = true;
  player(s, 0).shown = {"Ah"_card, "Kd"_card};
  player(s, 1).all_in = true;
  s.facts.seats[0].stack = s.facts.seats[1].stack = Chips{0};
  s.shared.pots.clear();
  s.shared.pots.push_back({Chips{1340}, {0, 1, 4}});
  s.shared.pots.push_back({Chips{12'400}, {1, 4}});
  s.shared.pots.push_back({Chips{600}, {4}});
  s.shared.big_blind = Chips{10};
  return s;
}

// The hand is over: seat 1 wins at showdown against the viewer.
inline Situation showdown(int count, scene::Size area, scene::Insets safe = {}) {
  Situation s = flop(count, area, safe);
  s.shared.street = Street::over;
  s.shared.board = {"Ts"_card, "Kh"_card, "4d"_card, "Qc"_card, "4s"_card};
  s.shared.to_act.reset();
  s.facts.turn_clock.reset();
  s.own.legal.clear();
  for (PlayerView& player : s.shared.players) {
    player.bet = Chips{0};
    player.last_action.reset();
    player.folded = player.seat > 1;
  }
  player(s, 0).shown = {"Ah"_card, "Kd"_card};
  player(s, 1).shown = {"4c"_card, "4h"_card};
  s.shared.pots.clear();
  s.shared.winners.push_back({1, Chips{1340}, {"4c"_card, "4h"_card, "4d"_card, "4s"_card, "Kh"_card}, {}});
  return s;
}

// All-in before the turn and run twice: the viewer won on the first board, seat 1 on the second.
inline Situation run_twice(int count, scene::Size area, scene::Insets safe = {}) {
  Situation s = showdown(count, area, safe);
  s.shared.run_out = RunOut::twice;
  s.shared.board = {"Ts"_card, "Kh"_card, "4d"_card, "Ac"_card, "2c"_card};
  s.shared.second_board = {"Ts"_card, "Kh"_card, "4d"_card, "9c"_card, "4s"_card};
  s.shared.winners.clear();
  s.shared.winners.push_back({0, Chips{670}, {"Ah"_card, "Ac"_card, "Kh"_card, "Kd"_card, "Ts"_card}, {}});
  s.shared.winners.push_back({1, Chips{670}, {}, {"4c"_card, "4h"_card, "4d"_card, "4s"_card, "Kh"_card}});
  return s;
}

}  // namespace baize::games::holdem::situations
