#include "web/controls/press.h"

#include <imgui.h>

#include "web/controls/scroll.h"
#include "web/controls/tooltip.h"
#include "web/paint/canvas_brush.h"
#include "web/paint/theme.h"
#include "web/platform/frame_loop.h"
#include "web/platform/input.h"

namespace baize::web::controls {

Press press_area(const std::string& id, const Rect& rect) {
  Press result;
  if (rect.empty() || semantics::visible(rect).empty()) return result;
  ImGui::SetCursorScreenPos({rect.x, rect.y});
  result.pressed = ImGui::InvisibleButton(id.c_str(), {rect.width, rect.height});
  result.hovered = ImGui::IsItemHovered() && !platform::touching();
  result.held = ImGui::IsItemActive();
  return result;
}

Press press(semantics::Twin twin) {
  Press result;
  const bool enabled = !twin.disabled && !semantics::covered();
  const bool link = twin.role == semantics::Role::link;
  if (enabled) {
    result = press_area(twin.id, twin.rect);
    result.pressed = !link && (result.pressed || semantics::activated(twin.id));
  }
  if (!twin.description.empty()) offer_tooltip(twin.rect, twin.description);
  if (result.pressed) platform::request_frame();  // for what was drawn before the press changed it
  scroll_to_focus(twin.id, twin.rect);
  semantics::add(std::move(twin));
  return result;
}

void draw_focus_ring(const std::string& id, const Rect& rect, float radius) {
  if (!semantics::focus_seen(id)) return;
  paint::CanvasBrush brush;
  brush.frame(rect.inset(-4), radius + 4, 2, paint::colour(Tint::brass_light));
}

}  // namespace baize::web::controls
