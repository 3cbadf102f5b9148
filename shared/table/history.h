// A deal of a table that is over, or still running, as its stored events tell it: who sat there and what happened. The
// server makes one of log rows, practice mode of the messages it saw; what a person is shown of it - text, notation,
// replay - comes from here, through the game's `shown`. Nothing is ever played again.
#pragma once

#include <vector>

#include "table/events.h"
#include "table/view.h"

namespace baize::table {

struct DealRecord {
  core::TableId table;
  core::Name name;    // of the table
  Settings settings;  // as the table has them now
  TimeMs began_at = 0;
  TimeMs ended_at = 0;  // of the last event
  DealBegan start;
  core::Flat<games::AnyEvents> events;  // "game" and "events"
  friend bool operator==(const DealRecord&, const DealRecord&) = default;
};
BOOST_DESCRIBE_STRUCT(DealRecord, (), (table, name, settings, began_at, ended_at, start, events))

// Where `uuid` sat in this deal; nothing for who only watched.
games::Viewer seat_in(const DealRecord& record, const Uuid& uuid);

// The record as `uuid` may know it. Everything below is given one of these and the same uuid.
DealRecord shown(const DealRecord& record, const Uuid& uuid);

// Empty where the game has no such form.
std::string history(const DealRecord& shown, const Uuid& uuid, games::HistoryForm form);

// One line of a list of deals.
struct DealLine {
  struct Share {
    Seat seat = 0;
    core::Name username;
    Chips amount;
    friend bool operator==(const Share&, const Share&) = default;
    BOOST_DESCRIBE_CLASS(Share, (), (seat, username, amount), (), ())
  };
  std::uint32_t number = 0;
  TimeMs began_at = 0;
  TimeMs ended_at = 0;
  bool voided = false;
  bool points = false;  // what follows is points, which everybody gets apart, not chips
  Chips pot;
  std::vector<Share> winners;  // the most first
  bool took_part = false;      // the viewer was dealt in
  std::int64_t gained = 0;     // by the viewer: what was won less what was put in
  friend bool operator==(const DealLine&, const DealLine&) = default;
};
BOOST_DESCRIBE_STRUCT(DealLine, (), (number, began_at, ended_at, voided, points, pot, winners, took_part, gained))

// Nothing while the deal runs.
std::optional<DealLine> line_of(const DealRecord& shown, const Uuid& uuid);

std::vector<games::ReplayStep> replay_steps(const DealRecord& shown, const Uuid& uuid);

// What `uuid` could see after so many of the events: a view without clocks and without anything to decide.
GameView replay_view(const DealRecord& shown, const Uuid& uuid, std::size_t events);

}  // namespace baize::table
