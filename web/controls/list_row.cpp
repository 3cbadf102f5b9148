#include "web/controls/list_row.h"

#include "web/controls/layout.h"
#include "web/controls/press.h"
#include "web/paint/canvas_brush.h"
#include "web/paint/text.h"

namespace baize::web::controls {
namespace {

using paint::colour;

std::string spoken(const ListRow& row) {
  if (!row.name.empty()) return row.name;
  std::string name = row.title;
  for (const std::string& part : {row.detail, row.trailing}) {
    if (!part.empty()) name += ", " + part;
  }
  return name;
}

void draw(const ListRow& row, const Press& press) {
  paint::CanvasBrush brush;
  const float light = press.held ? 0.8F : press.hovered ? 0.55F : 0.25F;
  brush.box(row.rect, paint::k_radius, scene::with_alpha(colour(Tint::plate_edge), light));
  const float opacity = row.disabled ? 0.45F : 1.0F;
  Rect inner = row.rect.inset(scene::Insets{14, 8, 14, 8});
  draw_icon(brush, paint::Icon::chevron, scene::around(cut_right(inner, 18, 6).centre(), {18, 18}),
            scene::with_alpha(colour(Tint::ink_soft), opacity));
  if (row.icon != paint::Icon::none) {
    const Rect box = scene::around(cut_left(inner, 28).centre(), {24, 24});
    draw_icon(brush, row.icon, box, scene::with_alpha(colour(Tint::brass), opacity));
  }
  if (!row.trailing.empty()) {
    const paint::TextStyle style{.size = 15, .weight = Weight::bold, .align = paint::Align::right, .opacity = opacity};
    paint::draw_text(cut_right(inner, paint::text_width(row.trailing, style) + 1), row.trailing, style);
  }
  if (row.detail.empty()) {
    paint::draw_text(inner, row.title, {.weight = Weight::bold, .opacity = opacity});
    return;
  }
  paint::draw_text(controls::row(inner, 0, 2, 0), row.title, {.weight = Weight::bold, .opacity = opacity});
  paint::draw_text(controls::row(inner, 1, 2, 0), row.detail,
                   {.size = paint::k_text_small, .tint = Tint::ink_soft, .opacity = opacity});
}

}  // namespace

bool list_row(const ListRow& row) {
  const semantics::Group item(row.id + "/item", semantics::Role::list_item, "");
  const Press press = controls::press(
      {.id = row.id, .role = semantics::Role::button, .name = spoken(row), .rect = row.rect, .disabled = row.disabled});
  if (!semantics::visible(row.rect).empty()) draw(row, press);
  draw_focus_ring(row.id, row.rect.inset(5), paint::k_radius - 5);  // inside: rows fill their list
  return press.pressed;
}

}  // namespace baize::web::controls
