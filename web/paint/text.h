// Lines and paragraphs of text outside scenes. Measured with the shared table of advances, drawn with the house's two
// faces. Controls and screens use it; twins are theirs to add.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scene/scene.h"
#include "web/paint/theme.h"

namespace baize::web::paint {

using scene::Align;

struct TextStyle {
  float size = k_text;
  Weight weight = Weight::regular;
  Tint tint = Tint::ink;
  Align align = Align::left;
  float opacity = 1;
};

/// One line, in the middle of the box's height, cut with an ellipsis where the box ends.
void draw_text(const Rect& box, std::string_view utf8, const TextStyle& style = {});

/// Its width in CSS pixels.
float text_width(std::string_view utf8, const TextStyle& style = {});

/// The height of one line of a paragraph.
float line_height(float size);

/// Broken at spaces (and within words that are too long) to lines of at most this width. "\n" ends a line.
std::vector<std::string> wrapped(std::string_view utf8, float width, const TextStyle& style = {});

/// How high wrapped() lines are together.
float paragraph_height(std::string_view utf8, float width, const TextStyle& style = {});

/// Draws a paragraph from the box's upper edge; what passes its lower edge is drawn too. Returns its height.
float draw_paragraph(const Rect& box, std::string_view utf8, const TextStyle& style = {});

}  // namespace baize::web::paint
