#include <algorithm>
#include <array>
#include <cmath>

#include "scene/draw_parts.h"

namespace baize::scene {
namespace {

constexpr float k_quarter = 1.5707963F;

// Smaller plates have no room for a disc beside a readable name.
constexpr Size k_disc_from{88, 31};
// Nothing is set smaller, in px.
constexpr float k_smallest_text = 10.5F;

float corner(const Rect& box) { return std::min(box.height * 0.32F, 16.0F); }

// The border of a round-cornered box as a line that runs clockwise from the middle of its upper edge.
std::vector<Point> border(const Rect& box, float radius) {
  std::vector<Point> line{{box.x + box.width / 2, box.y}};
  const std::array<Point, 4> centres{{{box.right() - radius, box.y + radius},
                                      {box.right() - radius, box.bottom() - radius},
                                      {box.x + radius, box.bottom() - radius},
                                      {box.x + radius, box.y + radius}}};
  constexpr int k_steps = 6;
  for (std::size_t i = 0; i < centres.size(); ++i)
    for (int step = 0; step <= k_steps; ++step) {
      const float angle = k_quarter * (static_cast<float>(i) - 1 + static_cast<float>(step) / k_steps);
      line.push_back(centres[i] + Point{std::cos(angle), std::sin(angle)} * radius);
    }
  line.push_back(line.front());
  return line;
}

// The last `share` of a line's length.
std::vector<Point> last_of(const std::vector<Point>& line, float share) {
  const auto length = [](Point a, Point b) { return std::hypot(b.x - a.x, b.y - a.y); };
  float whole = 0;
  for (std::size_t i = 1; i < line.size(); ++i) whole += length(line[i - 1], line[i]);
  float skip = whole * (1 - share);
  std::vector<Point> rest;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const float piece = length(line[i - 1], line[i]);
    if (skip >= piece) {
      skip -= piece;
      continue;
    }
    if (rest.empty()) rest.push_back(line[i - 1] + (line[i] - line[i - 1]) * (skip / piece));
    skip = 0;
    rest.push_back(line[i]);
  }
  return rest;
}

// The ring around the seat to act: what is left of the turn, in brass, and in red when little is.
void draw_clock(const SeatPlate& plate, const Rect& box, const Theme& theme, TimeMs now, Brush& brush) {
  const float width = std::max(2.5F, box.height * 0.07F);
  const Rect ring = box.inset(width * 0.1F);
  const float radius = corner(box);
  float left = 1;
  if (plate.clock && plate.clock->turn_ms > 0)
    left = std::clamp(static_cast<float>(plate.clock->deadline - now) / static_cast<float>(plate.clock->turn_ms), 0.0F,
                      1.0F);
  const Colour colour = left < 0.25F ? theme[Role::danger] : theme[Role::brass];
  for (float spread : {7.0F, 4.5F, 2.0F}) brush.box(box.inset(-spread), radius + spread, with_alpha(colour, 0.13F));
  brush.box(box, radius, theme[Role::plate_lit]);
  brush.frame(ring, radius, width, with_alpha(colour, 0.25F));
  const std::vector<Point> line = last_of(border(ring.inset(width / 2), radius - width / 2), left);
  if (line.size() > 1) brush.line(line.data(), line.size(), width, colour);
}

void draw_body(const SeatPlate& plate, const Rect& box, const Theme& theme, TimeMs now, Brush& brush) {
  draw_shadow(box, corner(box), 4, theme, brush);
  if (plate.mood == PlateMood::lit) return draw_clock(plate, box, theme, now, brush);
  if (plate.mood == PlateMood::winner) {
    for (float spread : {6.0F, 3.0F})
      brush.box(box.inset(-spread), corner(box) + spread, with_alpha(theme[Role::brass], 0.16F));
    brush.box(box, corner(box), Fill{theme[Role::brass_light], theme[Role::brass], Run::down});
    return;
  }
  const Colour top = mix(theme[Role::plate], theme[Role::ink], 0.07F);
  brush.box(box, corner(box), Fill{top, theme[Role::plate], Run::down});
  brush.frame(box, corner(box), 1, plate.own ? with_alpha(theme[Role::brass], 0.65F) : theme[Role::plate_edge]);
}

// The player's disc; returns where the text may begin.
float draw_person(const SeatPlate& plate, const Rect& box, const Theme& theme, Brush& brush) {
  const float margin = box.height * 0.14F;
  if (box.width < k_disc_from.width || box.height < k_disc_from.height) return box.x + margin;
  const float radius = box.height / 2 - margin;
  const Point centre{box.x + margin + radius, box.y + box.height / 2};
  const Colour colour = person_colour(plate.person);
  const Fill fill{mix(colour, Colour{255, 255, 255, 255}, 0.14F), mix(colour, Colour{0, 0, 0, 255}, 0.14F), Run::down};
  const Rect square = around(centre, {radius * 2, radius * 2});
  brush.box(square, plate.bot ? radius * 0.45F : radius, fill);
  draw_line(plate.initials, square.inset(1), radius * 0.86F, Weight::bold, Align::centre, theme[Role::ink], brush);
  if (plate.away) {
    brush.box(square, plate.bot ? radius * 0.45F : radius, with_alpha(theme[Role::plate], 0.6F));
    const Point spot = centre + Point{radius * 0.72F, radius * 0.72F};
    brush.disc(spot, radius * 0.34F, theme[Role::plate]);
    brush.disc(spot, radius * 0.24F, theme[Role::danger]);
  }
  return square.right() + box.height * 0.16F;
}

}  // namespace

void draw_plate(const SeatPlate& plate, const Rect& box, const Theme& theme, TimeMs now, Brush& brush) {
  draw_body(plate, box, theme, now, brush);
  const float left = draw_person(plate, box, theme, brush);
  const float size = std::max(k_smallest_text, box.height * 0.29F);
  const Rect lines{left, box.y, box.right() - box.height * 0.16F - left, box.height};
  const bool winner = plate.mood == PlateMood::winner;
  const Colour name =
      winner ? theme[Role::ink_on_lit] : theme[plate.mood == PlateMood::quiet ? Role::ink_soft : Role::ink];
  const Colour second =
      winner ? theme[Role::ink_on_lit] : theme[plate.mood == PlateMood::quiet ? Role::ink_soft : Role::brass_light];
  if (plate.second.empty()) {
    draw_line(plate.name, lines, size, Weight::bold, Align::left, name, brush);
  } else {
    const float apart = box.height * 0.195F;
    draw_line(plate.name, lines.moved(0, -apart), size, Weight::bold, Align::left, name, brush);
    draw_line(plate.second, lines.moved(0, apart), size, Weight::regular, Align::left, second, brush);
  }
  if (plate.mood == PlateMood::quiet) brush.box(box, corner(box), with_alpha(theme[Role::shade], 0.5F));
}

void draw_empty_seat(const EmptySeat& seat, const Rect& box, const Theme& theme, Brush& brush) {
  const bool offer = !seat.label.empty();
  brush.box(box, corner(box), with_alpha(theme[Role::plate], offer ? 0.55F : 0.22F));
  brush.frame(box, corner(box), offer ? 1.5F : 1,
              offer ? with_alpha(theme[Role::brass], 0.6F) : theme[Role::felt_line]);
  if (!offer) return;
  draw_line(seat.label, box.inset(4), std::max(k_smallest_text, box.height * 0.29F), Weight::bold, Align::centre,
            theme[Role::brass_light], brush);
}

}  // namespace baize::scene
