#include "web/controls/label.h"

#include <algorithm>
#include <array>

#include "web/semantics/semantics.h"

namespace baize::web::controls {

void label(const std::string& id, const Rect& rect, const std::string& text, const paint::TextStyle& style) {
  paint::draw_text(rect, text, style);
  semantics::add({.id = id, .role = semantics::Role::text, .name = text, .rect = rect});
}

void heading(const std::string& id, const Rect& rect, const std::string& text, int level, paint::Align align) {
  static constexpr std::array k_sizes{paint::k_text_title, paint::k_text_large, paint::k_text};
  const float size = k_sizes[static_cast<std::size_t>(std::clamp(level, 1, 3) - 1)];
  paint::draw_text(rect, text, {.size = size, .weight = Weight::bold, .align = align});
  semantics::add({.id = id, .role = semantics::Role::heading, .name = text, .rect = rect, .level = level});
}

float paragraph(const std::string& id, const Rect& rect, const std::string& text, const paint::TextStyle& style) {
  const float height = paint::draw_paragraph(rect, text, style);
  semantics::add({.id = id, .role = semantics::Role::text, .name = text, .rect = {rect.x, rect.y, rect.width, height}});
  return height;
}

}  // namespace baize::web::controls
