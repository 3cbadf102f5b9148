#include "web/controls/pre_actions.h"

#include <algorithm>

#include "web/controls/layout.h"
#include "web/controls/press.h"
#include "web/paint/canvas_brush.h"
#include "web/paint/icons.h"
#include "web/paint/text.h"

namespace baize::web::controls {
namespace {

using paint::colour;

constexpr float k_cell_gap = 8;
constexpr float k_air = 10;
constexpr float k_box = 18;
constexpr float k_most_stretch = 1.4F;  // of a cell that has more room than it needs
constexpr paint::TextStyle k_label{.size = 15};

float cell_width(const games::PreAction& one) { return paint::text_width(one.label, k_label) + k_box + 3 * k_air; }

bool draw_cell(const games::PreAction& one, const Rect& rect, bool ticked) {
  const std::string id = "before/" + one.id;
  const Press press = controls::press(
      {.id = id, .role = semantics::Role::checkbox, .name = one.label, .rect = rect, .checked = ticked});
  paint::CanvasBrush brush;
  const float light = press.held ? 0.9F : press.hovered || ticked ? 0.65F : 0.35F;
  brush.box(rect, paint::k_radius, scene::with_alpha(colour(Tint::plate_edge), light));
  brush.frame(rect, paint::k_radius, 1, colour(ticked ? Tint::brass : Tint::plate_edge));
  Rect rest = rect.inset(scene::Insets{k_air, 0, k_air, 0});
  const Rect box = scene::around(cut_left(rest, k_box, k_air).centre(), {k_box, k_box});
  if (ticked)
    brush.box(box, 4, colour(Tint::brass));
  else
    brush.frame(box, 4, 1.5F, colour(Tint::ink_soft));
  if (ticked) draw_icon(brush, paint::Icon::check, box.inset(2), colour(Tint::ink_on_lit));
  paint::TextStyle style = k_label;
  if (ticked) style.weight = Weight::bold;
  paint::draw_text(rest, one.label, style);
  draw_focus_ring(id, rect, paint::k_radius);
  return press.pressed;
}

// A flat row keeps to the side of the amounts as far as its labels fit there.
Rect row_of(Rect area, LegalMoves::Shape shape, float wanted) {
  if (shape == LegalMoves::Shape::flat)
    return cut_right(area, std::clamp(wanted, area.width * 0.4F, area.width * 0.6F));
  return scene::around({area.centre().x, area.bottom() - LegalMoves::k_buttons - paint::k_touch / 2},
                       {area.width, paint::k_touch});
}

}  // namespace

std::optional<std::string> pre_actions(const Rect& area, LegalMoves::Shape shape,
                                       const std::vector<games::PreAction>& offers, std::string_view decided) {
  const semantics::Group group("before", semantics::Role::group, "Before your turn");
  float wanted = 0;
  for (const games::PreAction& one : offers) wanted += cell_width(one);
  const float gaps = k_cell_gap * static_cast<float>(offers.size() - 1);
  Rect row = row_of(area, shape, wanted + gaps);
  const float room = row.width - gaps;
  const float stretch = std::min(room / wanted, k_most_stretch);
  row = in_middle(row, row.width - room + wanted * stretch, paint::k_touch);
  std::optional<std::string> pressed;
  for (const games::PreAction& one : offers)
    if (draw_cell(one, cut_left(row, cell_width(one) * stretch, k_cell_gap), one.id == decided)) pressed = one.id;
  return pressed;
}

}  // namespace baize::web::controls
