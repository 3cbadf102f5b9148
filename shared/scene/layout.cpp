#include "scene/layout.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace baize::scene {
namespace {

constexpr float k_quarter = 1.5707963F;
constexpr float k_gap = 5;        // between a seat's things and other things, at scale 1
constexpr float k_margin = 4;     // to the edges of the area
constexpr float k_rail = 0.035F;  // of the room's height, which the middle stays off the table's edge
constexpr int k_halvings = 7;

using Centres = std::array<Point, core::k_max_seats>;  // of the seats' blocks, clockwise from the own one

// Everything scaled, and the room there is.
struct Plan {
  Rect room;
  int seats;
  bool own;  // the seat at the bottom shows its cards large
  float scale;
  SeatNeeds needs;  // scaled
  float gap;

  Size hand_of(int place) const { return own && place == 0 ? needs.own_hand : needs.hand; }
  // A seat's block: hand, plate and the pill that hangs out.
  Size block(int place) const {
    return {std::max(needs.plate.width, hand_of(place).width), hand_of(place).height + needs.plate.height + needs.pill};
  }
};

Plan make_plan(const Rect& room, int seats, bool own, const SeatNeeds& needs, float scale) {
  SeatNeeds scaled = needs;
  for (Size* size : {&scaled.plate, &scaled.hand, &scaled.own_hand, &scaled.front, &scaled.middle})
    *size = *size * scale;
  scaled.pill *= scale;
  return {room, seats, own, scale, scaled, k_gap * scale};
}

// The rectangle on which blocks of this size may be centred.
Rect centres_of(const Plan& plan, Size block) {
  return plan.room.inset({block.width / 2, block.height / 2, block.width / 2, block.height / 2});
}

Point own_centre(const Plan& plan) { return {plan.room.centre().x, plan.room.bottom() - plan.block(0).height / 2}; }

// The point at `share` of the way around a racetrack, clockwise from the middle of its lower edge.
Point on_racetrack(const Rect& box, float share) {
  const float radius = std::max(0.0F, std::min(box.width, box.height) / 2);
  const float wide = std::max(0.0F, box.width - 2 * radius);
  const float tall = std::max(0.0F, box.height - 2 * radius);
  const float arc = radius * k_quarter;
  const Point c = box.centre();
  const std::array<float, 9> lengths{wide / 2, arc, tall, arc, wide, arc, tall, arc, wide / 2};
  float way = share * (2 * wide + 2 * tall + 4 * arc);
  std::size_t piece = 0;
  while (piece < 8 && way > lengths[piece]) way -= lengths[piece++];
  const auto turn = [&](float x, float y, float from) {
    const float angle = from + (radius > 0 ? way / radius : 0);
    return Point{x + radius * std::cos(angle), y + radius * std::sin(angle)};
  };
  const float left = c.x - wide / 2;
  const float right = c.x + wide / 2;
  const float top = c.y - tall / 2;
  const float bottom = c.y + tall / 2;
  switch (piece) {
    case 0:
      return {c.x - way, box.bottom()};
    case 1:
      return turn(left, bottom, k_quarter);
    case 2:
      return {box.x, bottom - way};
    case 3:
      return turn(left, top, 2 * k_quarter);
    case 4:
      return {left + way, box.y};
    case 5:
      return turn(right, top, 3 * k_quarter);
    case 6:
      return {box.right(), top + way};
    case 7:
      return turn(right, bottom, 0);
    default:
      return {right - way, box.bottom()};
  }
}

// A way to put the blocks: their centres clockwise from the own one, the middle, and the table under them.
struct Arrangement {
  Centres centres{};
  Point middle;
  Rect table;
};

// Halfway between what the seats above and the own seat put in front of themselves.
float middle_height(const Plan& plan, float lowest_above) {
  const float top = lowest_above + plan.gap + plan.needs.front.height;
  const float bottom = plan.room.bottom() - plan.block(0).height - 2 * plan.gap - plan.needs.front.height;
  return (top + bottom) / 2;
}

// Around the table at even distances.
Arrangement around_racetrack(const Plan& plan) {
  const Size block = plan.block(1);
  Rect track = centres_of(plan, block);
  const float widest = track.height * 2.3F;
  if (track.width > widest) track = track.inset({(track.width - widest) / 2, 0, (track.width - widest) / 2, 0});
  Arrangement out;
  for (int i = 0; i < plan.seats; ++i)
    out.centres[static_cast<std::size_t>(i)] =
        on_racetrack(track, static_cast<float>(i) / static_cast<float>(plan.seats));
  out.centres[0] = own_centre(plan);
  out.middle = {plan.room.centre().x, middle_height(plan, track.y + block.height / 2)};
  // The rail runs under the plates, which lie in the lower part of their blocks.
  const float plate_below = (block.height - plan.needs.pill - plan.needs.plate.height) / 2;
  out.table = track.inset(Insets{-0.1F, 0, -0.1F, 0}).moved(0, plate_below).inset(-plan.needs.plate.height * 0.1F);
  return out;
}

// How many of the others sit at the top and on each side, and of these above the middle.
struct Columns {
  int top;
  int side;
  int upper;
  int lower;
};

Columns columns_for(int others) {
  const int top = others % 2 == 1 ? 1 : (others >= 6 ? 2 : 0);
  const int side = (others - top) / 2;
  const int upper = (side + 1) / 2;
  return {top, side, upper, side - upper};
}

// Columns on both sides that leave the height of the middle free, with one or two seats at the top: for areas taller
// than wide, where the middle needs the whole width.
Arrangement in_columns(const Plan& plan) {
  const Size block = plan.block(1);
  const Rect track = centres_of(plan, block);
  const int others = plan.seats - 1;
  const Columns columns = columns_for(others);
  Arrangement out;
  out.centres[0] = own_centre(plan);

  const float drop = columns.top == 0 ? 0 : columns.top == 2 ? block.height + plan.gap : block.height * 0.55F;
  const float first = track.y + drop;
  const float above = static_cast<float>(columns.upper) * (block.height + plan.gap);
  const float last = plan.room.bottom() - plan.block(0).height * 0.5F - block.height / 2;
  const float below = static_cast<float>(columns.lower) * (block.height + plan.gap);
  const float highest = first - block.height / 2 + above + plan.gap + plan.needs.middle.height / 2;
  const float lowest = last + block.height / 2 - below - plan.gap - plan.needs.middle.height / 2;
  out.middle = {plan.room.centre().x,
                std::clamp(middle_height(plan, track.y + block.height / 2), highest, std::max(highest, lowest))};
  const float reach = plan.needs.middle.height / 2 + block.height / 2 + plan.gap;

  const auto row = [](float from, float to, int index, int count) {
    return count <= 1 ? (from + to) / 2
                      : from + (to - from) * static_cast<float>(index) / static_cast<float>(count - 1);
  };
  for (int i = 0; i < columns.side; ++i) {  // upwards
    const bool low = i < columns.lower;
    const float y = low ? row(last, out.middle.y + reach, i, columns.lower)
                        : row(out.middle.y - reach, first, i - columns.lower, columns.upper);
    out.centres[static_cast<std::size_t>(1 + i)] = {track.x, y};
    out.centres[static_cast<std::size_t>(others - i)] = {track.right(), y};
  }
  const auto top_at = static_cast<std::size_t>(1 + columns.side);
  if (columns.top == 1) out.centres[top_at] = {plan.room.centre().x, track.y};
  if (columns.top == 2) {
    const float apart = std::min(track.width / 2, block.width * 0.5F + plan.gap * 3);
    out.centres[top_at] = {plan.room.centre().x - apart, track.y};
    out.centres[top_at + 1] = {plan.room.centre().x + apart, track.y};
  }
  const float side = plan.needs.plate.width * 0.06F;
  const float top = plan.needs.hand.height + plan.needs.plate.height * 0.4F;
  out.table = plan.room.inset({side, top, side, plan.needs.plate.height * 0.5F + plan.needs.pill});
  return out;
}

SeatPlace place_seat(const Plan& plan, int place, Point centre, Point middle) {
  const Size block = plan.block(place);
  const Size hand = plan.hand_of(place);
  const float top = centre.y - block.height / 2;
  SeatPlace seat;
  seat.own = plan.own && place == 0;
  seat.hand = {centre.x - hand.width / 2, top, hand.width, hand.height};
  seat.plate = {centre.x - plan.needs.plate.width / 2, top + hand.height, plan.needs.plate.width,
                plan.needs.plate.height};
  const float radius = token_radius(seat.plate);
  if (place == 0) {
    seat.token = {seat.plate.right() + radius * 1.25F, seat.plate.centre().y};
  } else {
    seat.token = {centre.x <= middle.x ? seat.plate.right() : seat.plate.x, seat.plate.y + radius * 0.2F};
  }
  return seat;
}

Rect block_of(const SeatPlace& seat, float pill) {
  const float left = std::min(seat.hand.x, seat.plate.x);
  const float right = std::max(seat.hand.right(), seat.plate.right());
  return {left, seat.hand.y, right - left, seat.plate.bottom() + pill - seat.hand.y};
}

// What is already taken on the table.
struct Taken {
  core::Bounded<Rect, 3 * core::k_max_seats + 1> rects;
  bool clashes(const Rect& rect) const {
    return std::any_of(rects.begin(), rects.end(), [&](const Rect& one) { return one.overlaps(rect); });
  }
};

// A place for the seat's front towards the middle: straight to it, or beside the plate, or above or below the block.
std::optional<Rect> find_front(const Plan& plan, const SeatPlace& seat, Point middle, const Taken& taken) {
  const Rect block = block_of(seat, plan.needs.pill).inset(-plan.gap);
  const Size front = plan.needs.front;
  const Point c = seat.plate.centre();
  const float away_x = middle.x >= c.x ? 1.0F : -1.0F;
  const float away_y = middle.y >= c.y ? 1.0F : -1.0F;
  const float beside_x = away_x > 0 ? block.right() + front.width / 2 : block.x - front.width / 2;
  const float beyond_y = away_y > 0 ? block.bottom() + front.height / 2 : block.y - front.height / 2;
  const Point way = middle - c;
  const float steep = std::abs(way.y) > 1 ? way.x / way.y : 0;
  const float slide = std::clamp((beyond_y - c.y) * steep, -block.width / 2, block.width / 2);
  const Point beyond{c.x + slide, beyond_y};
  const Point beside{beside_x, seat.plate.bottom() - front.height / 2};
  const bool facing = std::abs(way.x) < plan.needs.plate.width * 0.6F;  // above or below the middle
  const bool steeply = std::abs(way.y) * 1.6F > std::abs(way.x);
  const std::array<Point, 2> tries = steeply ? std::array<Point, 2>{beyond, facing ? Point{c.x, beyond_y} : beside}
                                             : std::array<Point, 2>{beside, beyond};
  for (Point centre : tries) {
    const Rect rect = around(centre, front);
    if (plan.room.contains(rect) && !taken.clashes(rect)) return rect;
  }
  return std::nullopt;
}

struct Fitted {
  RingLayout layout;
  bool fits = true;
};

// `order` of the arrangement's places is clockwise from `bottom`, the seat that sits there.
Fitted fit(const Plan& plan, const Arrangement& arrangement, int bottom) {
  Fitted out;
  out.layout.scale = plan.scale;
  out.layout.table = arrangement.table;
  out.layout.middle = around(arrangement.middle, plan.needs.middle);
  Taken taken;
  const auto take = [&](const Rect& rect) {
    out.fits = out.fits && plan.room.inset(-1).contains(rect) && !taken.clashes(rect);
    taken.rects.push_back(rect);
  };
  take(out.layout.middle);
  out.fits = out.fits && arrangement.table.inset(plan.room.height * k_rail).contains(out.layout.middle);
  std::array<SeatPlace, core::k_max_seats> places;
  for (int i = 0; i < plan.seats; ++i) {
    places[static_cast<std::size_t>(i)] =
        place_seat(plan, i, arrangement.centres[static_cast<std::size_t>(i)], arrangement.middle);
    take(block_of(places[static_cast<std::size_t>(i)], plan.needs.pill));
  }
  for (int i = 0; i < plan.seats; ++i) {
    SeatPlace& place = places[static_cast<std::size_t>(i)];
    const std::optional<Rect> front = find_front(plan, place, arrangement.middle, taken);
    out.fits = out.fits && front.has_value();
    place.front = front.value_or(
        around(place.plate.centre() + (arrangement.middle - place.plate.centre()) * 0.4F, plan.needs.front));
    taken.rects.push_back(place.front);
  }
  for (int seat = 0; seat < plan.seats; ++seat)
    out.layout.seats.push_back(places[static_cast<std::size_t>((seat - bottom + plan.seats) % plan.seats)]);
  return out;
}

}  // namespace

float token_radius(const Rect& plate) { return plate.height * 0.23F; }

RingLayout ring_layout(Size area, const Insets& safe, int seats, std::optional<core::Seat> viewer,
                       const SeatNeeds& needs) {
  const Rect room = Rect{0, 0, area.width, area.height}.inset(safe).inset(k_margin);
  const bool own = viewer && *viewer >= 0 && *viewer < seats;
  const int bottom = own ? *viewer : 0;
  const auto at_scale = [&](float scale) {
    const Plan plan = make_plan(room, seats, own, needs, scale);
    Fitted columns = fit(plan, in_columns(plan), bottom);
    if (room.height > room.width && columns.fits) return columns;
    Fitted track = fit(plan, around_racetrack(plan), bottom);
    return track.fits || !columns.fits ? track : columns;
  };
  Fitted best = at_scale(needs.largest);
  if (best.fits) return best.layout;
  best = at_scale(needs.smallest);
  float low = needs.smallest;
  float high = needs.largest;
  for (int halving = 0; halving < k_halvings; ++halving) {
    const float scale = (low + high) / 2;
    Fitted tried = at_scale(scale);
    (tried.fits ? low : high) = scale;
    if (tried.fits) best = tried;
  }
  return best.layout;
}

}  // namespace baize::scene
