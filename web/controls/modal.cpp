#include "web/controls/modal.h"

#include <imgui.h>

#include <cmath>

#include "web/controls/button.h"
#include "web/controls/label.h"
#include "web/controls/layout.h"
#include "web/controls/panel.h"
#include "web/paint/canvas_brush.h"
#include "web/paint/theme.h"
#include "web/platform/canvas.h"
#include "web/platform/frame_loop.h"
#include "web/semantics/semantics.h"

namespace baize::web::controls {
namespace {

constexpr float k_phone = 560;  // px; narrower screens get a sheet at the lower edge
constexpr float k_air = 10;

float& clear_above() {
  static float top = 0;
  return top;
}

Rect place(Size size) {
  const platform::Viewport& view = platform::viewport();
  const Rect room = Rect{0, clear_above(), view.width, view.height - clear_above()}.inset(k_air);
  Rect box = in_middle(room, size.width, size.height);
  if (view.width < k_phone) box.y = room.bottom() - box.height;
  return {std::round(box.x), std::round(box.y), std::round(box.width), std::round(box.height)};
}

}  // namespace

void Modal::keep_clear(float top) { clear_above() = top; }

Modal::Modal(const std::string& id, const std::string& title, Size size) {
  const platform::Viewport& view = platform::viewport();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({view.width, view.height});
  ImGui::Begin(id.c_str(), nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse);
  paint::CanvasBrush brush;
  brush.box({0, clear_above(), view.width, view.height - clear_above()}, 0, Colour{0, 0, 0, 150});
  const Rect box = place(size);
  panel(box);
  semantics::begin_group({.id = id, .role = semantics::Role::dialog, .name = title, .rect = box});
  Rect inner = box.inset(paint::k_margin);
  Rect top = cut_top(inner, paint::k_touch);
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool beside = !ImGui::IsWindowAppearing() && ImGui::IsWindowHovered() &&
                      ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !box.contains(Point{mouse.x, mouse.y});
  const bool escape = !semantics::covered() && ImGui::IsKeyPressed(ImGuiKey_Escape, false);
  const Rect cross = cut_right(top, paint::k_touch).moved(8, -4);
  heading(id + "/title", top.moved(0, -4), title, 2);
  const bool closed = icon_button(id + "/close", paint::Icon::close, "Close", cross);
  dismissed_ = beside || escape || closed;
  if (dismissed_) platform::request_frame();
  content_ = inner;
}

Modal::~Modal() {
  semantics::end_group();
  ImGui::End();
}

}  // namespace baize::web::controls
