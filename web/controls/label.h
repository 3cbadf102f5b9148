// Text that is there to be read: headings, lines and paragraphs, each with its twin.
#pragma once

#include <string>

#include "web/paint/text.h"

namespace baize::web::controls {

/// One line.
void label(const std::string& id, const Rect& rect, const std::string& text, const paint::TextStyle& style = {});

/// `level` 1..3, the largest first. One line in the box's middle.
void heading(const std::string& id, const Rect& rect, const std::string& text, int level = 2,
             paint::Align align = paint::Align::left);

/// Broken into lines from the box's upper edge. Returns its height.
float paragraph(const std::string& id, const Rect& rect, const std::string& text, const paint::TextStyle& style = {});

}  // namespace baize::web::controls
