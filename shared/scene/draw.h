// Draws elements as strokes of a Brush, in the colours of a theme. The client draws every element of a scene at the
// place its animation has reached; the SVG writer draws the whole scene as it stands. Reads no clock: `now` is handed
// in.
#pragma once

#include "scene/brush.h"
#include "scene/scene.h"

namespace baize::scene {

// One element. `now`: the instant that clocks are read at, Unix ms.
void draw(const Element& element, const Theme& theme, TimeMs now, Brush& brush);

// All of them in painter's order.
void draw(const Scene& scene, const Theme& theme, TimeMs now, Brush& brush);

// How long until the picture of this element changes by itself: ms, or nothing if it stands still. A running clock is
// worth about one frame every 1/200 of its turn.
std::optional<TimeMs> changes_in(const Element& element, TimeMs now);

}  // namespace baize::scene
