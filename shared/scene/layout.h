// Where the seats of a table lie: around a racetrack, the viewer's own at the bottom in the middle, each with room for
// its plate, the cards it holds, what it puts in front of itself, and a free middle. Any game with seats around a table
// asks for what it needs; the largest scale at which nothing overlaps is found by trying.
#pragma once

#include <optional>

#include "core/bounded.h"
#include "core/ids.h"
#include "scene/geometry.h"

namespace baize::scene {

// What a seat and the middle need at scale 1, in px.
struct SeatNeeds {
  Size plate{148, 50};
  Size hand{82, 44};       // how far the others' cards stand out above their plate
  Size own_hand{150, 96};  // the same for the own ones
  Size front{92, 26};      // towards the middle: bets, a bid, a card played
  Size middle{420, 150};   // what lies in the centre
  float pill = 9;          // how far a pill at a plate's lower edge hangs out of it
  float smallest = 0.4F;   // scales are tried from `largest` down to here
  float largest = 1.5F;
};

struct SeatPlace {
  Rect plate;
  Rect hand;  // ends at the plate's upper edge
  Rect front;
  Point token;  // the centre of a marker (the dealer's button) at the plate's corner
  bool own = false;
};

struct RingLayout {
  float scale = 1;                                    // what `needs` was multiplied by
  Rect table;                                         // the table's outline, rail and all
  Rect middle;                                        // `needs.middle` scaled, centred on the table
  core::Bounded<SeatPlace, core::k_max_seats> seats;  // by seat number
};

// The radius of the marker at a plate, in px.
float token_radius(const Rect& plate);

// `seats` 1..k_max_seats. Without a viewer seat 0 sits at the bottom like the others' hands. Everything but the table's
// outline lies within `area` less `safe`. If even the smallest scale overlaps, that one is given.
RingLayout ring_layout(Size area, const Insets& safe, int seats, std::optional<core::Seat> viewer,
                       const SeatNeeds& needs);

}  // namespace baize::scene
