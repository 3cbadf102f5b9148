// Who is at the table: the seats with names, chips and whether they are here, and how many watch. Used by the side
// panel.
#pragma once

#include <optional>

#include "web/screens/table/open_table.h"

namespace baize::web::screens {

// The seat whose row was pressed.
std::optional<core::Seat> draw_people(const Rect& area, const OpenTable& table);

// "sitting out", "not connected", "bot"; empty for somebody who plays.
std::string seat_words(const table::SeatView& seat, const OpenTable& table);

}  // namespace baize::web::screens
