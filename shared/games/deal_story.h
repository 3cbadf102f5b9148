// A deal that is over, as it is told again: what the table knew of it besides its events, what came of it, and its
// steps for a replay. Games fill these from the events that a viewer may know and never from a state; histories, lists
// of hands and the replayer are made of them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/chips.h"
#include "core/described.h"
#include "core/ids.h"
#include "core/time.h"
#include "narration/words.h"

namespace baize::games {

// What each seat held, where it is known.
using Stacks = std::array<std::optional<core::Chips>, core::k_max_seats>;

// For people, or in the notation that other programs for this kind of game read.
enum class HistoryForm { text, notation };

struct DealFacts {
  std::string table;          // its name
  int seat_count = 0;         // of the table, free seats too
  core::TimeMs began_at = 0;  // Unix ms
  Stacks stacks{};            // of all taken seats, before anything was put in
  narration::Names names;     // the reader is the viewer
};

struct DealShare {
  core::Seat seat = 0;
  core::Chips amount;
  friend bool operator==(const DealShare&, const DealShare&) = default;
};
BOOST_DESCRIBE_STRUCT(DealShare, (), (seat, amount))

// What came of a deal, in one line. `pot` and the shares are in chips, or in points where a game has no chips: then
// everybody gets points for themselves, and nobody loses any.
struct DealSummary {
  std::uint32_t number = 0;
  bool over = false;
  bool voided = false;                                   // it never happened: everything went back to where it was
  bool points = false;                                   // the amounts are points
  core::Chips pot;                                       // all that was won
  std::vector<DealShare> winners;                        // what each took out of it, the most first
  std::vector<core::Seat> players;                       // who was dealt in
  std::array<std::int64_t, core::k_max_seats> gained{};  // by seat: taken out less put in
};

// Where a replay can stop: after so many of the deal's events, with a sentence on what has just happened.
struct ReplayStep {
  std::size_t events = 0;
  std::string words;
  std::string chapter;  // "Flop", where one begins; else empty
};

// What could be seen after some of a deal's events. `stacks` of all seats that were taken.
template <class G>
struct Replayed {
  typename G::Public shared;
  typename G::Private own;
  Stacks stacks{};
};

}  // namespace baize::games
