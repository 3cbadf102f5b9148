#include "web/controls/choice.h"

#include "web/controls/layout.h"
#include "web/controls/panel.h"
#include "web/controls/press.h"
#include "web/paint/canvas_brush.h"
#include "web/paint/text.h"

namespace baize::web::controls {
namespace {

using paint::colour;
using semantics::Role;

// Tabs below this width, px, have smaller words.
constexpr float k_narrow_tab = 72;

struct Style {
  Role group;
  Role member;
};

/// Calls draw(rect, press, selected) for each option and moves the selection.
template <class Draw>
bool choose(const Choice& choice, int& selected, const Style& style, Draw draw) {
  const semantics::Group group(
      semantics::Twin{.id = choice.id, .role = style.group, .name = choice.label, .rect = choice.rect});
  const int count = static_cast<int>(choice.options.size());
  bool changed = false;
  for (int i = 0; i < count; ++i) {
    const Option& option = choice.options[static_cast<std::size_t>(i)];
    const bool chosen = i == selected;
    semantics::Twin twin{.id = choice.id + "/" + option.id,
                         .role = style.member,
                         .name = option.label,
                         .rect = column(choice.rect, i, count, 0),
                         .disabled = choice.disabled};
    (style.member == Role::tab ? twin.selected : twin.checked) = chosen;
    const Rect rect = twin.rect;
    const std::string id = twin.id;
    const Press press = controls::press(std::move(twin));
    draw(rect, option, press, chosen);
    draw_focus_ring(id, rect.inset(4), 8);
    if (press.pressed && !chosen) {
      selected = i;
      changed = true;
    }
  }
  return changed;
}

}  // namespace

bool choice(const Choice& choice, int& selected) {
  well(choice.rect);
  return choose(choice, selected, {Role::radio_group, Role::radio},
                [&](const Rect& rect, const Option& option, const Press& press, bool chosen) {
                  paint::CanvasBrush brush;
                  const float opacity = choice.disabled ? 0.5F : 1.0F;
                  if (chosen) brush.box(rect.inset(3), 8, scene::with_alpha(colour(Tint::brass), opacity));
                  if (!chosen && press.hovered)
                    brush.box(rect.inset(3), 8, scene::with_alpha(colour(Tint::plate_edge), 0.5F));
                  paint::draw_text(rect.inset(scene::Insets{8, 0, 8, 0}), option.label,
                                   {.size = 15,
                                    .weight = Weight::bold,
                                    .tint = chosen ? Tint::ink_on_lit : Tint::ink_soft,
                                    .align = paint::Align::centre,
                                    .opacity = opacity});
                });
}

bool tabs(const Choice& choice, int& selected) {
  divider({choice.rect.x, choice.rect.bottom() - 1, choice.rect.width, 1});
  return choose(choice, selected, {Role::tab_list, Role::tab},
                [](const Rect& rect, const Option& option, const Press& press, bool chosen) {
                  paint::CanvasBrush brush;
                  if (chosen) brush.box({rect.x + 8, rect.bottom() - 3, rect.width - 16, 3}, 1.5F, colour(Tint::brass));
                  const float air = rect.width < k_narrow_tab ? 2 : 8;
                  paint::draw_text(rect.inset(scene::Insets{air, 0, air, 0}), option.label,
                                   {.size = rect.width < k_narrow_tab ? 13.5F : 15.0F,
                                    .weight = Weight::bold,
                                    .tint = chosen || press.hovered ? Tint::ink : Tint::ink_soft,
                                    .align = paint::Align::centre});
                });
}

bool toggle(const Switch& toggle, bool& on) {
  const Press press = controls::press({.id = toggle.id,
                                       .role = Role::checkbox,
                                       .name = toggle.label,
                                       .rect = toggle.rect,
                                       .disabled = toggle.disabled,
                                       .checked = on,
                                       .description = toggle.hint});
  const float opacity = toggle.disabled ? 0.45F : 1.0F;
  Rect rest = toggle.rect;
  const Rect slot = scene::around(cut_right(rest, 46).centre(), {46, 26});
  paint::draw_text(rest, toggle.label, {.opacity = opacity});
  paint::CanvasBrush brush;
  const Colour track =
      on ? colour(Tint::brass) : mix(colour(Tint::plate_edge), colour(Tint::ink_soft), press.hovered ? 0.3F : 0.1F);
  brush.box(slot, 13, scene::with_alpha(track, opacity));
  const float x = on ? slot.right() - 13 : slot.x + 13;
  brush.disc({x, slot.centre().y + 1}, 10.5F, colour(Tint::shadow));
  brush.disc({x, slot.centre().y}, 10, scene::with_alpha(colour(on ? Tint::ink_on_lit : Tint::ink), opacity));
  draw_focus_ring(toggle.id, toggle.rect, 8);
  if (press.pressed) on = !on;
  return press.pressed;
}

}  // namespace baize::web::controls
