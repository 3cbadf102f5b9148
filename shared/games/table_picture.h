// What the pictures of all games have in common: the table itself, its empty seats and the plates of those who sit.
// Games lay on it what they are about. Knows no game.
#pragma once

#include <string>

#include "games/table_facts.h"
#include "scene/layout.h"
#include "scene/scene.h"

namespace baize::games {

// "seat.3": the id of a seat's group; what belongs to the seat begins with it.
std::string seat_id(Seat seat);

// The room behind, the felt with its rail, and the list that the seats' groups stand in ("seats").
void add_table(scene::Scene& out, const TableFacts& facts, const scene::RingLayout& layout);

// Nobody sits there; an offer to this viewer where it may sit down.
void add_empty_seat(scene::Scene& out, const TableFacts& facts, Seat seat, const scene::Rect& plate);

// Everything of a plate that is not the game's: name, disc, bot, connection. The game adds mood, second line and clock.
scene::SeatPlate plate_of(const SeatFacts& seat, bool own);

// What a seat's group covers: its cards and its plate.
scene::Rect seat_box(const scene::SeatPlace& place);

// Seats in the order in which they are added to a picture: clockwise from the viewer's left, the own one last and so on
// top.
std::vector<Seat> seats_in_order(const TableFacts& facts);

}  // namespace baize::games
