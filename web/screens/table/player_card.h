// The dialog about one player: who it is and what the owner may do about it.
#pragma once

#include "web/screens/table/open_table.h"

namespace baize::web::screens {

class PlayerCard {
 public:
  enum class Wish { nothing, take_seat, close };

  explicit PlayerCard(core::Seat seat) : seat_(seat) {}

  core::Seat seat() const { return seat_; }
  // Anything but `nothing`: it is done with.
  Wish draw(OpenTable& table);

 private:
  bool draw_owner_part(Rect& area, OpenTable& table, const table::SeatView& player);

  core::Seat seat_;
};

}  // namespace baize::web::screens
