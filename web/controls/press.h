// Press: what every control that can be pressed is made of. It adds the twin, asks ImGui about the pointer and the
// activation queue about everything else, and says once that it was pressed, whichever way. It draws nothing but the
// focus ring.
#pragma once

#include "web/semantics/semantics.h"

namespace baize::web::controls {

struct Press {
  bool pressed = false;  ///< in this frame, once; never while disabled or covered by a dialog
  bool held = false;     ///< the pointer is down on it
  bool hovered = false;  ///< a mouse is over it
};

/// Roles button, checkbox, radio, tab and link (which the browser follows by itself, `pressed` stays false).
Press press(semantics::Twin twin);

/// The same for something that is pointed at but has a twin of its own: only the pointer.
Press press_area(const std::string& id, const Rect& rect);

/// Around a control that has the focus by keyboard.
void draw_focus_ring(const std::string& id, const Rect& rect, float radius);

}  // namespace baize::web::controls
