#include "games/table_picture.h"

#include <algorithm>

namespace baize::games {

using scene::Part;
using scene::Rect;

namespace {

// From a uuid's characters (FNV-1a), so that a player keeps a colour everywhere.
std::uint32_t person_seed(std::string_view uuid) {
  std::uint32_t hash = 2166136261U;
  for (const char c : uuid) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

}  // namespace

std::string seat_id(Seat seat) { return "seat." + std::to_string(int{seat}); }

void add_table(scene::Scene& out, const TableFacts& facts, const scene::RingLayout& layout) {
  out.add("backdrop", {0, 0, facts.area.width, facts.area.height}, scene::Backdrop{});
  const float rail = std::clamp(layout.table.height * 0.035F, 8.0F, 22.0F);
  out.add("felt", layout.table, scene::Felt{rail, rail * 1.1F});
}

void add_empty_seat(scene::Scene& out, const TableFacts& facts, Seat seat, const Rect& plate) {
  auto& element = out.add(seat_id(seat), plate, scene::EmptySeat{facts.may_sit ? "Sit here" : ""});
  if (facts.may_sit)
    element.meaning = {Part::button, "Sit here: seat " + std::to_string(seat + 1), take_seat_action(seat), "seats"};
}

scene::SeatPlate plate_of(const SeatFacts& seat, bool own) {
  scene::SeatPlate plate;
  plate.name = seat.name;
  plate.initials = scene::initials(seat.name);
  plate.person = person_seed(seat.uuid);
  plate.own = own;
  plate.bot = seat.bot;
  plate.away = !seat.connected;
  return plate;
}

Rect seat_box(const scene::SeatPlace& place) {
  const float left = std::min(place.plate.x, place.hand.x);
  const float right = std::max(place.plate.right(), place.hand.right());
  return {left, place.hand.y, right - left, place.plate.bottom() - place.hand.y};
}

std::vector<Seat> seats_in_order(const TableFacts& facts) {
  std::vector<Seat> order;
  const int first = facts.viewer ? *facts.viewer + 1 : 0;
  for (int i = 0; i < facts.seat_count; ++i) order.push_back(static_cast<Seat>((first + i) % facts.seat_count));
  return order;
}

}  // namespace baize::games
