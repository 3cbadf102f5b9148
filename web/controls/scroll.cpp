#include "web/controls/scroll.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "web/paint/canvas_brush.h"
#include "web/paint/picture.h"
#include "web/paint/theme.h"
#include "web/platform/frame_loop.h"
#include "web/platform/input.h"
#include "web/semantics/semantics.h"

namespace baize::web::controls {
namespace {

constexpr float k_wheel_step = 100;      // px a notch
constexpr float k_finger_slop = 8;       // px until a touch is a scroll and no press
constexpr float k_swing_loss = 0.0032F;  // of the speed, a ms
constexpr float k_slowest = 0.02F;       // px a ms
constexpr float k_bar = 4;

}  // namespace

struct Scroll::State {
  float offset = 0;
  float highest = 0;  // offset at the end, in the last frame
  bool at_end = true;
  bool dragging = false;
  bool finger_inside = false;
  float speed = 0;  // px a ms, of the swing
  double last = 0;  // moment of the last frame that drew it
};

namespace {

Scroll* innermost = nullptr;

}  // namespace

Scroll::State& Scroll::state_of(const std::string& id) {
  static std::map<std::string, State> all;
  return all[id];
}

Scroll::Scroll(const std::string& id, const Rect& area, float content_height, Stick stick)
    : area_(area), height_(content_height), state_(state_of(id)), around_(innermost) {
  innermost = this;
  const std::string twin = id + "/scroll";
  if (const auto to = semantics::scrolled(twin)) state_.offset = *to;
  follow_pointer();
  const float highest = std::max(0.0F, height_ - area_.height);
  if (stick == Stick::to_end && state_.at_end && highest > state_.highest) state_.offset = highest;
  state_.highest = highest;
  limit();
  state_.last = paint::frame_moment();
  semantics::begin_scroll(twin, area_, {std::round(state_.offset), std::max(height_, area_.height)});
  ImGui::PushClipRect({area_.x, area_.y}, {area_.right(), area_.bottom()}, true);
}

Scroll::~Scroll() {
  ImGui::PopClipRect();
  semantics::end_scroll();
  innermost = around_;
  if (height_ <= area_.height + 1) return;
  const float bar = std::max(32.0F, area_.height * area_.height / height_);
  const float top = area_.y + (area_.height - bar) * state_.offset / (height_ - area_.height);
  paint::CanvasBrush brush;
  brush.box({area_.right() - k_bar, top, k_bar, bar}, k_bar / 2,
            scene::with_alpha(paint::colour(Tint::ink_soft), 0.45F));
}

Rect Scroll::content() const {
  return {area_.x, area_.y - std::round(state_.offset), area_.width, std::max(height_, area_.height)};
}

void Scroll::limit() {
  state_.offset = std::clamp(state_.offset, 0.0F, state_.highest);
  state_.at_end = state_.offset >= state_.highest - 2;
}

void Scroll::follow_pointer() {
  const ImGuiIO& io = ImGui::GetIO();
  const bool inside =
      !semantics::covered() && ImGui::IsMouseHoveringRect({area_.x, area_.y}, {area_.right(), area_.bottom()});
  if (inside && io.MouseWheel != 0) {
    state_.offset -= io.MouseWheel * k_wheel_step;
    state_.speed = 0;
  }
  const auto elapsed = static_cast<float>(paint::frame_moment() - state_.last);
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
    state_.finger_inside = inside && platform::touching();
    state_.dragging = false;
    if (inside) state_.speed = 0;
  }
  const ImVec2 moved = ImGui::GetMouseDragDelta(ImGuiMouseButton_Left, 0);
  const bool down = ImGui::IsMouseDown(ImGuiMouseButton_Left) && state_.finger_inside;
  if (down && !state_.dragging && std::abs(moved.y) > k_finger_slop && std::abs(moved.y) > std::abs(moved.x)) {
    state_.dragging = true;
  }
  if (down && state_.dragging) {
    ImGui::ClearActiveID();  // the finger scrolls: nothing under it is pressed
    state_.offset -= io.MouseDelta.y;
    if (elapsed > 0) state_.speed = state_.speed * 0.5F - io.MouseDelta.y / elapsed * 0.5F;
    return;
  }
  state_.dragging = false;
  if (std::abs(state_.speed) < k_slowest || elapsed > 100) {
    state_.speed = 0;
    return;
  }
  state_.offset += state_.speed * elapsed;
  state_.speed *= std::exp(-k_swing_loss * elapsed);
  platform::request_frame();
}

void scroll_to_focus(const std::string& id, const Rect& rect) {
  if (!semantics::focus_arrived(id)) return;
  for (Scroll* scroll = innermost; scroll != nullptr; scroll = scroll->around_) {
    const Rect& area = scroll->area_;
    constexpr float k_air = 10;
    if (rect.y < area.y + k_air) scroll->state_.offset -= area.y + k_air - rect.y;
    if (rect.bottom() > area.bottom() - k_air) scroll->state_.offset += rect.bottom() - area.bottom() + k_air;
    scroll->limit();
    platform::request_frame();
  }
}

}  // namespace baize::web::controls
