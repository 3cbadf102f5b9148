#include "games/holdem/scene.h"

#include <algorithm>

#include "games/holdem/scene_parts.h"
#include "games/table_picture.h"

namespace baize::games::holdem {
namespace {

using scene::Element;
using scene::Part;
using scene::Rect;
using scene::Size;

// Sizes at scale 1: for areas wider than tall, for phones on their side, and for phones held upright.
constexpr Measures k_wide{
    {{150, 50}, {88, 44}, {164, 103}, {96, 28}, {408, 180}, 13, 0.4F, 1.3F}, {48, 67}, {78, 109}, {74, 104}, 8, 19, 15};
constexpr Measures k_low{
    {{122, 38}, {72, 30}, {124, 77}, {84, 24}, {348, 146}, 11, 0.4F, 1.3F}, {40, 56}, {59, 83}, {62, 87}, 7, 16, 14};
constexpr Measures k_tall{
    {{106, 40}, {66, 34}, {142, 90}, {82, 24}, {292, 138}, 11, 0.4F, 2}, {36, 50}, {68, 95}, {54, 76}, 5.5F, 16, 13};

// In px.
constexpr float k_low_below = 400;

const Measures& measures_for(const TableFacts& facts) {
  const Rect room = Rect{0, 0, facts.area.width, facts.area.height}.inset(facts.safe);
  if (room.width <= room.height) return k_tall;
  return room.height < k_low_below ? k_low : k_wide;
}

}  // namespace

Canvas::Canvas(const Public& shared_view, const Private* own_view, const TableFacts& table_facts, scene::Scene& target)
    : shared(shared_view),
      own(own_view),
      facts(table_facts),
      measures(measures_for(table_facts)),
      layout(scene::ring_layout(facts.area, facts.safe, facts.seat_count, facts.viewer, measures.needs)),
      scale(layout.scale),
      hand_tag("#" + std::to_string(shared.hand)),
      out(target) {
  for (const SeatFacts& seat : facts.seats) names.set(seat.seat, seat.name);
  names.set_reader(facts.viewer);
}

const PlayerView* Canvas::player(Seat seat) const {
  for (const PlayerView& one : shared.players)
    if (one.seat == seat) return &one;
  return nullptr;
}

const Winner* Canvas::winner(Seat seat) const {
  for (const Winner& one : shared.winners)
    if (one.seat == seat) return &one;
  return nullptr;
}

bool Canvas::wins_with(Card card) const {
  return std::any_of(shared.winners.begin(), shared.winners.end(), [card](const Winner& one) {
    const auto has = [card](const auto& hand) { return std::find(hand.begin(), hand.end(), card) != hand.end(); };
    return has(one.hand) || has(one.second_hand);
  });
}

bool Canvas::shown_down() const {
  return std::any_of(shared.winners.begin(), shared.winners.end(),
                     [](const Winner& one) { return !one.hand.empty() || !one.second_hand.empty(); });
}

Element& Canvas::card(std::string id, const Rect& box, std::optional<Card> face, std::string within) {
  const bool raised = face && shown_down() && wins_with(*face);
  // As far as cards that stand behind a plate can rise without leaving it.
  const Rect place = raised ? box.moved(0, -box.height * 0.045F) : box;
  Element& element = out.add(std::move(id), place, scene::CardFigure{face, 0, raised, shown_down() && face && !raised});
  if (face) element.meaning = {Part::image, narration::card_name(*face), {}, std::move(within)};
  element.motion.from = deck();
  element.motion.to = deck();
  return element;
}

namespace {

void add_button(Canvas& canvas) {
  const auto seat = static_cast<std::size_t>(canvas.shared.button);
  if (canvas.shared.hand == 0 || seat >= canvas.layout.seats.size()) return;
  const scene::SeatPlace& place = canvas.layout.seats[seat];
  const float radius = scene::token_radius(place.plate);
  canvas.out.add("button", scene::around(place.token, {2 * radius, 2 * radius}), scene::Token{"D"});
}

}  // namespace

void picture(const Public& shared, const Private* own, const TableFacts& facts, scene::Scene& scene) {
  scene.area = facts.area;
  scene.elements.reserve(scene.elements.size() + 96);
  Canvas canvas(shared, own, facts, scene);
  add_table(scene, facts, canvas.layout);
  add_middle(canvas);
  scene.add("seats", canvas.layout.table, scene::Nothing{}).meaning = {Part::list, "Seats", {}, {}};
  for (const Seat seat : seats_in_order(facts)) add_seat(canvas, seat);
  add_button(canvas);
}

}  // namespace baize::games::holdem
