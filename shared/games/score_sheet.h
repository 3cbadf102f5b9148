// A score sheet as a game writes it and any client can draw it: a column a seat, a line for what has been scored, a sum
// below. Knows no game; games without scores have none.
#pragma once

#include <string>
#include <vector>

#include "core/ids.h"

namespace baize::games {

// What one seat has on one line: "3/2" and "+13". `points` is empty while the line is still being played. `good`: what
// the seat set out to do.
struct ScoreCell {
  std::string text;
  std::string points;
  bool good = false;
};

struct ScoreLine {
  std::string label;  // "5"
  std::string note;   // what it was about: "9 ♥"
  std::string words;  // the same for who does not see it: "Round 5, 9 cards, hearts"
  std::vector<ScoreCell> cells;  // one a seat
};

struct ScoreSheet {
  std::vector<core::Seat> seats;    // the columns
  std::vector<ScoreLine> lines;     // first to last
  std::vector<std::string> totals;  // one a seat
  std::string legend;               // what a cell says: "Bid/won and points"
};

}  // namespace baize::games
