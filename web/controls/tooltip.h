// Tooltips: the twin's description, shown to a mouse that rests on a control. Readers hear the same text from the twin.
#pragma once

#include <string>

#include "web/platform/geometry.h"

namespace baize::web::controls {

/// Shows `text` near `rect` once a mouse has rested on it for a while. Call it in every frame that draws the control.
void offer_tooltip(const Rect& rect, const std::string& text);

/// Draws the one that is due, above everything else. Called at the end of a frame.
void draw_tooltip();

}  // namespace baize::web::controls
