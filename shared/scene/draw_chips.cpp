#include <algorithm>
#include <cmath>

#include "scene/chips.h"
#include "scene/draw_parts.h"

namespace baize::scene {
namespace {

constexpr float k_turn = 6.2831853F;
constexpr int k_notches = 6;
constexpr float k_rise = 0.17F;  // how far a chip lies above the one below, of its diameter
constexpr float k_gap = 0.14F;   // between columns, and to the text

void draw_chip(Point centre, float radius, const ChipColours& colours, Brush& brush) {
  brush.disc({centre.x, centre.y + radius * 0.16F}, radius, mix(colours.body, Colour{0, 0, 0, 255}, 0.45F));
  brush.disc(centre, radius, colours.body);
  for (int i = 0; i < k_notches; ++i) {
    const float angle = k_turn * (static_cast<float>(i) + 0.25F) / k_notches;
    const Point out{std::cos(angle), std::sin(angle)};
    const Point ends[2] = {centre + out * (radius * 0.72F), centre + out * (radius * 0.99F)};
    brush.line(ends, 2, radius * 0.38F, colours.mark);
  }
  brush.disc(centre, radius * 0.58F, mix(colours.body, colours.mark, 0.18F));
}

float columns_width(std::size_t columns, float disc) {
  const auto n = static_cast<float>(columns);
  return n * disc + (n - 1) * disc * k_gap;
}

}  // namespace

void draw_chips(const ChipPile& pile, const Rect& box, const Theme& theme, Brush& brush) {
  const float text_width_px = text_width(pile.text, pile.text_size, Weight::bold);
  const float gap = pile.text.empty() ? 0 : pile.disc * 0.3F;
  std::size_t columns = k_max_columns;
  while (columns > 1 && columns_width(columns, pile.disc) + gap + text_width_px > box.width) --columns;
  const auto piles = chip_columns(pile.amount, columns);
  const float discs = piles.empty() ? 0 : columns_width(piles.size(), pile.disc);
  const float whole = std::min(discs + gap + text_width_px, box.width);
  const float free = box.width - whole;
  const float left = box.x + (pile.align == Align::left ? 0 : pile.align == Align::right ? free : free / 2);

  const float radius = pile.disc / 2;
  const float middle = box.y + box.height / 2;
  float x = left + radius;
  for (const ChipColumn& column : piles) {
    const float height = static_cast<float>(column.count - 1) * pile.disc * k_rise;
    float y = middle + std::min(height / 2, box.height / 2 - radius * 0.6F);
    brush.disc({x, y + radius * 0.35F}, radius * 1.06F, theme[Role::shadow]);
    for (int i = 0; i < column.count; ++i, y -= pile.disc * k_rise)
      draw_chip({x, y}, radius, chip_colours(column.denomination), brush);
    x += pile.disc * (1 + k_gap);
  }
  const float text_left = left + discs + gap;
  draw_line(pile.text, {text_left, box.y, box.right() - text_left, box.height}, pile.text_size, Weight::bold,
            Align::left, theme[Role::ink], brush);
}

void draw_token(const Token& token, const Rect& box, const Theme& theme, Brush& brush) {
  const Point centre = box.centre();
  const float radius = std::min(box.width, box.height) / 2;
  brush.disc({centre.x, centre.y + radius * 0.14F}, radius * 1.04F, theme[Role::shadow]);
  brush.disc(centre, radius, Fill{theme[Role::card], theme[Role::card_edge], Run::outward});
  brush.disc(centre, radius * 0.82F, theme[Role::card]);
  draw_line(token.letters, box, radius * (token.letters.size() > 1 ? 0.85F : 1.2F), Weight::bold, Align::centre,
            theme[Role::black_suit], brush);
}

}  // namespace baize::scene
