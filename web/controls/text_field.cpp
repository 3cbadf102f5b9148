#include "web/controls/text_field.h"

#include "web/controls/layout.h"
#include "web/controls/scroll.h"
#include "web/paint/canvas_brush.h"
#include "web/paint/text.h"
#include "web/platform/frame_loop.h"
#include "web/semantics/semantics.h"

namespace baize::web::controls {
namespace {

using paint::colour;

constexpr float k_label_height = 20;

void draw_frame(const TextField& field, const Rect& box) {
  paint::CanvasBrush brush;
  const bool focused = semantics::focused(field.id);
  brush.box(box, 8, colour(Tint::room_edge));
  const Tint edge = !field.error.empty() ? Tint::danger : focused ? Tint::brass : Tint::plate_edge;
  brush.frame(box, 8, focused ? 2 : 1, colour(edge));
}

/// The document's text is hidden while a dialog covers it; then the picture shows it.
void draw_value(const Rect& box, const std::string& value, const semantics::Entry& entry) {
  const bool secret = entry.kind == semantics::EntryKind::password;
  const std::string& text = value.empty() ? entry.placeholder : value;
  const Tint tint = value.empty() ? Tint::ink_soft : Tint::ink;
  if (secret && !value.empty()) return;
  paint::draw_text(box.inset(scene::Insets{12, 0, 12, 0}), text, {.size = entry.text_size, .tint = tint});
}

}  // namespace

Typed text_field(const TextField& field, std::string& value) {
  Typed typed;
  if (auto edited = semantics::edited(field.id); edited && !field.disabled) {
    typed.changed = *edited != value;
    value = std::move(*edited);
  }
  typed.submitted = semantics::submitted(field.id) && !field.disabled;
  if (typed.changed || typed.submitted) platform::request_frame();
  Rect box = field.rect;
  if (!field.label_hidden) {
    paint::draw_text(cut_top(box, k_label_height, 4), field.label,
                     {.size = paint::k_text_small, .weight = Weight::bold, .tint = Tint::ink_soft});
  }
  draw_frame(field, box);
  if (semantics::covered()) draw_value(box, value, field.entry);
  if (!field.error.empty()) {
    const Rect below{field.rect.x, field.rect.bottom() + 2, field.rect.width, k_error_height};
    paint::draw_text(below, field.error, {.size = paint::k_text_small, .tint = Tint::danger});
  }
  scroll_to_focus(field.id, box);
  semantics::Entry entry = field.entry;
  entry.value = value;
  entry.invalid = !field.error.empty();
  semantics::add({.id = field.id,
                  .role = semantics::Role::entry,
                  .name = field.label,
                  .rect = box,
                  .disabled = field.disabled,
                  .description = field.error.empty() ? field.hint : field.error,
                  .entry = std::move(entry)});
  return typed;
}

}  // namespace baize::web::controls
