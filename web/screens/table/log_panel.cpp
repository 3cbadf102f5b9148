#include "web/screens/table/log_panel.h"

#include "web/controls/label.h"
#include "web/controls/layout.h"
#include "web/controls/scroll.h"
#include "web/semantics/semantics.h"

namespace baize::web::screens {
namespace {

constexpr float k_line_gap = 6;
constexpr paint::TextStyle k_line{.size = 14};

float height_of(const client::LogLine& line, float width) {
  return paint::paragraph_height(line.text, width, k_line) + k_line_gap;
}

}  // namespace

void draw_log(const Rect& area, const OpenTable& table) {
  // What is told aloud is told by the live region; this list is for looking things up.
  const semantics::Group list({.id = "log", .role = semantics::Role::list, .name = "Activity log", .rect = area});
  const auto& lines = table.session().log();
  if (lines.empty()) {
    controls::paragraph("log/empty", area, "Nothing has happened yet.", {.size = 15, .tint = Tint::ink_soft});
    return;
  }
  const float width = area.width - 8;
  float height = 0;
  for (const client::LogLine& line : lines) height += height_of(line, width);
  const controls::Scroll scroll("log/scroll", area, height, controls::Scroll::Stick::to_end);
  Rect rest = scroll.content();
  rest.width = width;
  controls::cut_top(rest, std::max(0.0F, rest.height - height), 0);
  std::size_t number = 0;
  for (const client::LogLine& line : lines) {
    const Rect box = controls::cut_top(rest, height_of(line, width), 0);
    if (scroll.shows(box)) paint::draw_paragraph(box, line.text, k_line);
    semantics::add(
        {.id = "log/" + std::to_string(number++), .role = semantics::Role::text, .name = line.text, .rect = box});
  }
}

}  // namespace baize::web::screens
