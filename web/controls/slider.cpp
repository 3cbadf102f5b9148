#include "web/controls/slider.h"

#include <imgui.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "web/controls/press.h"
#include "web/paint/canvas_brush.h"
#include "web/paint/theme.h"
#include "web/platform/frame_loop.h"

namespace baize::web::controls {
namespace {

using paint::colour;

constexpr float k_knob = 12;
constexpr float k_track = 6;

double share_of(const Slider& slider, std::int64_t value) {
  if (slider.high <= slider.low) return 0;
  const double share = static_cast<double>(value - slider.low) / static_cast<double>(slider.high - slider.low);
  return slider.spread == Spread::fine_low ? std::sqrt(share) : share;
}

std::int64_t stepped(const Slider& slider, std::int64_t value) {
  const std::int64_t step = std::max<std::int64_t>(1, slider.step);
  const std::int64_t steps = (value - slider.low + step / 2) / step;
  // The last stretch may be shorter than a step.
  const bool nearer_end = value > slider.high - step / 2;
  return nearer_end ? slider.high : std::clamp(slider.low + steps * step, slider.low, slider.high);
}

std::int64_t value_at(const Slider& slider, double share) {
  const double way = std::clamp(share, 0.0, 1.0);
  const double part = slider.spread == Spread::fine_low ? way * way : way;
  const double span = static_cast<double>(slider.high - slider.low);
  return stepped(slider, slider.low + static_cast<std::int64_t>(std::llround(part * span)));
}

/// The native input moves by ones for an arrow key; that means one step here.
std::int64_t typed_value(const Slider& slider, std::int64_t value, const std::string& text) {
  std::int64_t number = value;
  std::from_chars(text.data(), text.data() + text.size(), number);
  const std::int64_t moved = number - value;
  const bool arrow = moved == 1 || moved == -1;
  return std::clamp(arrow ? value + moved * slider.step : number, slider.low, std::max(slider.low, slider.high));
}

void draw(const Slider& slider, std::int64_t value, bool lively) {
  const float opacity = slider.disabled ? 0.4F : 1.0F;
  const float middle = slider.rect.centre().y;
  const float way = slider.rect.width - 2 * k_knob;
  const float knob = slider.rect.x + k_knob + way * static_cast<float>(share_of(slider, value));
  const Rect track{slider.rect.x + k_knob, middle - k_track / 2, way, k_track};
  paint::CanvasBrush brush;
  brush.box(track, k_track / 2, scene::with_alpha(colour(Tint::plate_edge), opacity));
  brush.box({track.x, track.y, knob - track.x, k_track}, k_track / 2, scene::with_alpha(colour(Tint::brass), opacity));
  brush.disc({knob, middle + 1.5F}, k_knob + 0.5F, colour(Tint::shadow));
  brush.disc({knob, middle}, lively ? k_knob + 1 : k_knob,
             scene::Fill{scene::with_alpha(colour(Tint::brass_light), opacity),
                         scene::with_alpha(colour(Tint::brass), opacity), scene::Run::down});
}

}  // namespace

bool slider(const Slider& slider, std::int64_t& value) {
  const std::int64_t before = value;
  value = std::clamp(value, slider.low, std::max(slider.low, slider.high));
  if (const auto typed = semantics::edited(slider.id); typed && !slider.disabled)
    value = typed_value(slider, value, *typed);
  const Press press = controls::press({.id = slider.id,
                                       .role = semantics::Role::slider,
                                       .name = slider.label,
                                       .rect = slider.rect,
                                       .disabled = slider.disabled,
                                       .range = semantics::Range{slider.low, slider.high, value, 1, slider.spoken}});
  if (press.held) {
    const float way = std::max(1.0F, slider.rect.width - 2 * k_knob);
    value = value_at(slider, static_cast<double>((ImGui::GetIO().MousePos.x - slider.rect.x - k_knob) / way));
  }
  draw(slider, value, press.hovered || press.held);
  draw_focus_ring(slider.id, slider.rect, paint::k_radius);
  if (value != before) platform::request_frame();
  return value != before;
}

}  // namespace baize::web::controls
