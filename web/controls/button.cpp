#include "web/controls/button.h"

#include <imgui.h>

#include "web/controls/press.h"
#include "web/paint/canvas_brush.h"
#include "web/paint/text.h"
#include "web/platform/frame_loop.h"
#include "web/platform/input.h"

namespace baize::web::controls {
namespace {

using paint::colour;
using scene::Fill;
using scene::Run;

constexpr float k_icon = 20;
constexpr float k_icon_gap = 8;
constexpr Colour k_white{255, 255, 255, 255};
constexpr Colour k_black{0, 0, 0, 255};

struct Face {
  Colour plate;
  Colour edge;
  Tint ink = Tint::ink;
  float opacity = 1;
};

Face face_of(const Button& button) {
  if (button.disabled && button.kind != Kind::quiet) {
    return {colour(Tint::plate_edge), colour(Tint::plate_edge), Tint::ink_soft, 0.5F};
  }
  const bool down = button.pressed.value_or(false) || button.expanded.value_or(false);
  switch (button.kind) {
    case Kind::primary:
      return {colour(Tint::brass), colour(Tint::brass_light), Tint::ink_on_lit};
    case Kind::good:
      return {mix(colour(Tint::good), colour(Tint::felt_edge), 0.55F),
              mix(colour(Tint::good), colour(Tint::felt), 0.4F)};
    case Kind::danger:
      return {mix(colour(Tint::danger), colour(Tint::plate), 0.45F),
              mix(colour(Tint::danger), colour(Tint::plate), 0.15F)};
    case Kind::quiet:
      return {colour(Tint::plate_edge), colour(Tint::plate_edge), Tint::ink, down ? 1.0F : 0.0F};
    case Kind::normal:
      break;
  }
  const Colour rest = mix(colour(Tint::plate), colour(Tint::plate_edge), 0.75F);
  return {down ? colour(Tint::plate_lit) : rest, down ? colour(Tint::brass) : mix(rest, colour(Tint::ink_soft), 0.28F)};
}

void draw_plate(scene::Brush& brush, const Button& button, const Face& face, const Press& press) {
  Colour top = mix(face.plate, k_white, press.hovered ? 0.14F : 0.06F);
  Colour low = mix(face.plate, k_black, press.hovered ? 0.02F : 0.12F);
  if (press.held) std::swap(top, low);
  float opacity = face.opacity;
  if (button.kind == Kind::quiet && (press.hovered || press.held)) opacity = 0.6F;
  if (opacity <= 0) return;
  const auto part = [opacity](Colour c) { return scene::with_alpha(c, opacity); };
  brush.box(button.rect, paint::k_radius, Fill{part(top), part(low), Run::down});
  brush.frame(button.rect, paint::k_radius, 1, part(face.edge));
}

float label_width(const Button& button) {
  const float icon = button.icon == paint::Icon::none ? 0 : k_icon;
  if (button.icon_only) return icon;
  const float text = paint::text_width(button.label, {.weight = Weight::bold});
  return icon > 0 ? icon + k_icon_gap + text : text;
}

void draw_label(scene::Brush& brush, const Button& button, const Face& face) {
  const Rect inner = button.rect.inset(scene::Insets{10, 0, 10, 0});
  const float opacity = button.disabled ? 0.7F : 1.0F;
  const float width = std::min(label_width(button), inner.width);
  Rect line{inner.x + (inner.width - width) / 2, inner.y, width, inner.height};
  if (!button.detail.empty() && !button.icon_only) line = line.moved(0, -9);
  if (button.icon != paint::Icon::none) {
    const Rect box{line.x, line.centre().y - k_icon / 2, k_icon, k_icon};
    draw_icon(brush, button.icon, box, scene::with_alpha(colour(face.ink), opacity));
    line = {line.x + k_icon + k_icon_gap, line.y, line.width - k_icon - k_icon_gap, line.height};
  }
  if (button.icon_only) return;
  paint::draw_text(line, button.label, {.weight = Weight::bold, .tint = face.ink, .opacity = opacity});
  if (button.detail.empty()) return;
  paint::draw_text(
      inner.moved(0, 11), button.detail,
      {.size = paint::k_text_small, .tint = face.ink, .align = paint::Align::centre, .opacity = opacity * 0.85F});
}

void draw_shortcut(const Button& button, const Face& face) {
  const bool room = button.rect.width > label_width(button) + 48;
  if (button.shortcut.empty() || button.disabled || platform::touching() || !room) return;
  const Rect corner{button.rect.right() - 22, button.rect.y, 14, 20};
  paint::draw_text(corner, button.shortcut,
                   {.size = 11, .tint = face.ink, .align = paint::Align::centre, .opacity = 0.55F});
}

bool shortcut_pressed(const Button& button) {
  if (button.shortcut.size() != 1 || button.disabled || semantics::covered()) return false;
  return ImGui::IsKeyPressed(static_cast<ImGuiKey>(ImGuiKey_A + (button.shortcut[0] - 'A')), false);
}

}  // namespace

bool button(const Button& button) {
  const std::string name = button.detail.empty() ? button.label : button.label + " " + button.detail;
  const Press press = controls::press({.id = button.id,
                                       .role = semantics::Role::button,
                                       .name = name,
                                       .rect = button.rect,
                                       .disabled = button.disabled,
                                       .pressed = button.pressed,
                                       .expanded = button.expanded,
                                       .description = button.hint,
                                       .shortcut = button.shortcut,
                                       .copies = button.copies});
  const Face face = face_of(button);
  paint::CanvasBrush brush;
  draw_plate(brush, button, face, press);
  draw_label(brush, button, face);
  draw_shortcut(button, face);
  draw_focus_ring(button.id, button.rect, paint::k_radius);
  if (!shortcut_pressed(button)) return press.pressed;
  platform::request_frame();
  return true;
}

bool icon_button(const std::string& id, paint::Icon icon, const std::string& label, const Rect& rect) {
  return button(
      {.id = id, .label = label, .rect = rect, .kind = Kind::quiet, .icon = icon, .icon_only = true, .hint = {}});
}

float button_width(const Button& button) { return std::max(paint::k_touch, label_width(button) + 36); }

void link(const std::string& id, const Rect& rect, const std::string& label, const std::string& href) {
  const Press press =
      controls::press({.id = id, .role = semantics::Role::link, .name = label, .rect = rect, .href = href});
  const Tint tint = press.hovered ? Tint::brass_light : Tint::brass;
  paint::draw_text(rect, label, {.tint = tint});
  const float width = paint::text_width(label);
  paint::CanvasBrush brush;
  brush.box({rect.x, rect.centre().y + 9, width, 1}, 0, scene::with_alpha(colour(tint), 0.5F));
  draw_focus_ring(id, rect, 4);
}

}  // namespace baize::web::controls
