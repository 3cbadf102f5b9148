#include "web/controls/panel.h"

#include "web/paint/canvas_brush.h"
#include "web/paint/theme.h"

namespace baize::web::controls {
namespace {

using paint::colour;

void soft_shadow(scene::Brush& brush, const Rect& rect, float radius) {
  for (const float reach : {10.0F, 7.0F, 4.0F, 2.0F}) {
    brush.box(rect.inset(-reach).moved(0, 4), radius + reach, scene::with_alpha(colour(Tint::shadow), 0.35F));
  }
}

}  // namespace

void panel(const Rect& rect) {
  paint::CanvasBrush brush;
  soft_shadow(brush, rect, paint::k_radius);
  const Colour low = colour(Tint::plate);
  brush.box(rect, paint::k_radius, scene::Fill{mix(low, colour(Tint::plate_edge), 0.38F), low, scene::Run::down});
  brush.frame(rect, paint::k_radius, 1, colour(Tint::plate_edge));
}

void well(const Rect& rect) {
  paint::CanvasBrush brush;
  brush.box(rect, paint::k_radius, scene::with_alpha(colour(Tint::room_edge), 0.55F));
  brush.frame(rect, paint::k_radius, 1, scene::with_alpha(colour(Tint::plate_edge), 0.7F));
}

void divider(const Rect& rect) {
  paint::CanvasBrush brush;
  brush.box({rect.x, rect.y, rect.width, 1}, 0, colour(Tint::plate_edge));
}

void backdrop(const Rect& stage) {
  paint::CanvasBrush brush;
  brush.box(stage, 0, scene::Fill{colour(Tint::room), colour(Tint::room_edge), scene::Run::outward});
}

}  // namespace baize::web::controls
