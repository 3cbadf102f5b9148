// TableFacts: what a game needs to know of the table around it to draw its picture: who sits where, how much room
// there is, whose clock runs. Filled by shared/table from a view; holds nothing that a viewer may not see, and no game.
#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/bounded.h"
#include "core/ids.h"
#include "core/time.h"
#include "games/contract.h"
#include "scene/geometry.h"
#include "scene/scene.h"

namespace baize::games {

struct SeatFacts {
  Seat seat = 0;
  std::string name;
  std::string uuid;
  Chips stack;
  SeatStatus status = SeatStatus::playing;
  bool bot = false;
  bool connected = true;
  friend bool operator==(const SeatFacts&, const SeatFacts&) = default;
};

struct TableFacts {
  scene::Size area;              // of the whole picture, CSS px
  scene::Insets safe;            // taken by notches, title and controls
  int seat_count = 6;            // 1..core::k_max_seats
  std::vector<SeatFacts> seats;  // the taken ones, in order of seats
  Viewer viewer;
  bool may_sit = false;                        // empty seats are offers to this viewer
  bool may_pick = false;                       // cards of the own hand can be touched (a control asks for one)
  std::optional<scene::TurnClock> turn_clock;  // of the seat to act, while it runs
  bool paused = false;
  friend bool operator==(const TableFacts&, const TableFacts&) = default;

  // Nothing if the seat is empty.
  const SeatFacts* at(Seat seat) const {
    for (const SeatFacts& one : seats)
      if (one.seat == seat) return &one;
    return nullptr;
  }
};

// What touching an element of a picture asks for (scene::Meaning::action): "take-seat/3", "seat/3" (that player's
// card: stack, kick, ..), "card/As" (that card as the answer to a control).
inline std::string take_seat_action(Seat seat) { return "take-seat/" + std::to_string(seat); }
inline std::string seat_action(Seat seat) { return "seat/" + std::to_string(seat); }
inline std::string card_action(cards::Card card) { return "card/" + std::string(to_text(card)); }

// The seat of "take-seat/3" or "seat/3" after its prefix; nothing if it is something else.
inline std::optional<Seat> seat_of_action(std::string_view action, std::string_view prefix) {
  if (!action.starts_with(prefix)) return std::nullopt;
  action.remove_prefix(prefix.size());
  int seat = -1;
  const auto [end, error] = std::from_chars(action.data(), action.data() + action.size(), seat);
  if (error != std::errc{} || end != action.data() + action.size() || seat < 0 || seat >= core::k_max_seats)
    return std::nullopt;
  return static_cast<Seat>(seat);
}

}  // namespace baize::games
