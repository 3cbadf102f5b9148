#include "games/nommie/scene.h"

#include "games/nommie/scene_parts.h"
#include "games/table_picture.h"

namespace baize::games::nommie {
namespace {

using scene::Rect;

// Sizes at scale 1: for areas wider than tall, for phones on their side, and for phones held upright.
constexpr Measures k_wide{{{158, 50}, {118, 40}, {520, 112}, {24, 8}, {392, 246}, 15, 0.4F, 1.3F},
                          {40, 56},
                          {80, 112},
                          {70, 98},
                          {86, 54},
                          26,
                          15};
constexpr Measures k_low{{{130, 38}, {84, 22}, {430, 76}, {16, 6}, {340, 158}, 12, 0.4F, 1.3F},
                         {32, 45},
                         {60, 84},
                         {50, 70},
                         {72, 30},
                         20,
                         13};
constexpr Measures k_tall{
    {{112, 42}, {86, 32}, {366, 96}, {16, 6}, {330, 236}, 14, 0.4F, 2}, {32, 45}, {68, 95}, {66, 92}, {80, 50}, 26, 13};

// In px.
constexpr float k_low_below = 400;

const Measures& measures_for(const TableFacts& facts) {
  const Rect room = Rect{0, 0, facts.area.width, facts.area.height}.inset(facts.safe);
  if (room.width <= room.height) return k_tall;
  return room.height < k_low_below ? k_low : k_wide;
}

void add_dealer(Canvas& canvas) {
  const auto seat = static_cast<std::size_t>(canvas.shared.dealer);
  if (canvas.shared.round == 0 || seat >= canvas.layout.seats.size()) return;
  const scene::SeatPlace& place = canvas.layout.seats[seat];
  const float radius = scene::token_radius(place.plate);
  canvas.out.add("dealer", scene::around(place.token, {2 * radius, 2 * radius}), scene::Token{"D"});
}

}  // namespace

Canvas::Canvas(const Public& shared_view, const Private* own_view, const TableFacts& table_facts, scene::Scene& target)
    : shared(shared_view),
      own(own_view),
      facts(table_facts),
      measures(measures_for(table_facts)),
      layout(scene::ring_layout(facts.area, facts.safe, facts.seat_count, facts.viewer, measures.needs)),
      scale(layout.scale),
      tag("#" + std::to_string(shared.deal)),
      out(target) {
  for (const SeatFacts& seat : facts.seats) names.set(seat.seat, seat.name);
  names.set_reader(facts.viewer);
}

void picture(const Public& shared, const Private* own, const TableFacts& facts, scene::Scene& scene) {
  scene.area = facts.area;
  scene.elements.reserve(scene.elements.size() + 96);
  Canvas canvas(shared, own, facts, scene);
  add_table(scene, facts, canvas.layout);
  add_middle(canvas);
  scene.add("seats", canvas.layout.table, scene::Nothing{}).meaning = {scene::Part::list, "Seats", {}, {}};
  for (const Seat seat : seats_in_order(facts)) add_seat(canvas, seat);
  add_dealer(canvas);
}

}  // namespace baize::games::nommie
