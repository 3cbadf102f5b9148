#include "scene/draw.h"

#include <algorithm>

#include "scene/draw_parts.h"

namespace baize::scene {
namespace {

// Draws the figure of one element.
struct Painter {
  const Rect& box;
  const Theme& theme;
  TimeMs now;
  Brush& brush;

  void operator()(const Nothing&) const {}

  void operator()(const Backdrop&) const {
    brush.box(box, 0, Fill{theme[Role::room], theme[Role::room_edge], Run::outward});
  }

  void operator()(const Felt& felt) const {
    const auto round = [](const Rect& rect) { return std::min(rect.width, rect.height) / 2; };
    draw_shadow(box, round(box), felt.rail * 0.8F, theme, brush);
    brush.box(box, round(box), Fill{theme[Role::rail_light], theme[Role::rail], Run::down});
    brush.frame(box, round(box), 1, with_alpha(theme[Role::brass_light], 0.18F));
    const Rect cloth = box.inset(felt.rail);
    brush.box(cloth.inset(-2), round(cloth) + 2, Colour{0, 0, 0, 90});
    brush.box(cloth, round(cloth), Fill{theme[Role::felt], theme[Role::felt_edge], Run::outward});
    for (float depth : {2.0F, 4.0F, 7.0F})  // the rail's shadow on the cloth
      brush.frame(cloth, round(cloth), depth, with_alpha(theme[Role::shadow], 0.5F));
    if (felt.line > 0) {
      const Rect line = cloth.inset(felt.line);
      brush.frame(line, round(line), 1.5F, theme[Role::felt_line]);
    }
  }

  void operator()(const Panel& panel) const {
    if (panel.opacity > 0) brush.box(box, panel.radius, with_alpha(theme[panel.fill], panel.opacity));
    if (panel.edge_width > 0) brush.frame(box, panel.radius, panel.edge_width, theme[panel.edge]);
  }

  void operator()(const CardFigure& card) const { draw_card(card, box, theme, brush); }
  void operator()(const CardPlace&) const { draw_card_place(box, theme, brush); }
  void operator()(const ChipPile& pile) const { draw_chips(pile, box, theme, brush); }
  void operator()(const Text& text) const {
    draw_line(text.utf8, box, text.size, text.weight, text.align, theme[text.colour], brush);
  }

  void operator()(const Pill& pill) const {
    const float padding = pill.size * 0.6F;
    const float room = box.width - 2 * padding;
    const float width = std::min(text_width(pill.utf8, pill.size, Weight::bold), room) + 2 * padding;
    const float free = box.width - width;
    const float left = box.x + (pill.align == Align::left ? 0 : pill.align == Align::right ? free : free / 2);
    const Rect body{left, box.y, width, box.height};
    draw_shadow(body, body.height / 2, 2, theme, brush);
    brush.box(body, body.height / 2, theme[pill.fill]);
    brush.frame(body, body.height / 2, 1, with_alpha(theme[Role::ink], 0.14F));
    draw_line(pill.utf8, body.inset({padding - 0.5F, 0, padding - 0.5F, 0}), pill.size, Weight::bold, Align::centre,
              theme[pill.colour], brush);
  }

  void operator()(const SeatPlate& plate) const { draw_plate(plate, box, theme, now, brush); }
  void operator()(const EmptySeat& seat) const { draw_empty_seat(seat, box, theme, brush); }
  void operator()(const Token& token) const { draw_token(token, box, theme, brush); }
  void operator()(const Sign& sign) const { brush.shape(shape(sign.mark), box, theme[sign.colour]); }
};

}  // namespace

void draw_shadow(const Rect& box, float radius, float depth, const Theme& theme, Brush& brush) {
  for (int layer = 3; layer >= 1; --layer) {
    const float spread = depth * static_cast<float>(layer) / 3;
    brush.box(box.inset(-spread * 0.7F).moved(0, spread * 0.6F), radius + spread * 0.7F,
              with_alpha(theme[Role::shadow], 0.5F));
  }
}

void draw_line(std::string_view utf8, const Rect& box, float size, Weight weight, Align align, Colour colour,
               Brush& brush) {
  if (utf8.empty() || box.width <= 0) return;
  const std::string fitting = fit_text(utf8, size, weight, box.width);
  const float free = box.width - text_width(fitting, size, weight);
  const float left = box.x + (align == Align::left ? 0 : align == Align::right ? free : free / 2);
  brush.text({fitting, left, box.y + box.height / 2, size, weight, colour});
}

void draw(const Element& element, const Theme& theme, TimeMs now, Brush& brush) {
  const auto* card = std::get_if<CardFigure>(&element.figure);
  const float degrees = card != nullptr ? card->degrees : 0;
  const bool posed = degrees != 0 || element.opacity < 1;
  if (posed) brush.push({element.box.centre(), degrees, 1, element.opacity});
  std::visit(Painter{element.box, theme, now, brush}, element.figure);
  if (posed) brush.pop();
}

void draw(const Scene& scene, const Theme& theme, TimeMs now, Brush& brush) {
  for (const Element& element : scene.elements) draw(element, theme, now, brush);
}

std::optional<TimeMs> changes_in(const Element& element, TimeMs now) {
  const auto* plate = std::get_if<SeatPlate>(&element.figure);
  if (plate == nullptr || !plate->clock || now >= plate->clock->deadline) return std::nullopt;
  return std::max<TimeMs>(plate->clock->turn_ms / 200, 16);
}

}  // namespace baize::scene
