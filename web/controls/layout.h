// Rectangles cut from rectangles: the whole layout of a screen. Each cut takes a strip off an area, with a gap after
// it, and leaves the rest.
#pragma once

#include <algorithm>

#include "web/paint/theme.h"

namespace baize::web::controls {

inline Rect cut_top(Rect& area, float height, float gap = paint::k_gap) {
  const Rect strip{area.x, area.y, area.width, height};
  area.y += height + gap;
  area.height -= height + gap;
  return strip;
}

inline Rect cut_bottom(Rect& area, float height, float gap = paint::k_gap) {
  const Rect strip{area.x, area.bottom() - height, area.width, height};
  area.height -= height + gap;
  return strip;
}

inline Rect cut_left(Rect& area, float width, float gap = paint::k_gap) {
  const Rect strip{area.x, area.y, width, area.height};
  area.x += width + gap;
  area.width -= width + gap;
  return strip;
}

inline Rect cut_right(Rect& area, float width, float gap = paint::k_gap) {
  const Rect strip{area.right() - width, area.y, width, area.height};
  area.width -= width + gap;
  return strip;
}

/// Part number `index` (from 0) of `count` equal ones side by side.
inline Rect column(const Rect& area, int index, int count, float gap = paint::k_gap) {
  const float width = (area.width - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
  return {area.x + static_cast<float>(index) * (width + gap), area.y, width, area.height};
}

/// The same, one below the other.
inline Rect row(const Rect& area, int index, int count, float gap = paint::k_gap) {
  const float height = (area.height - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
  return {area.x, area.y + static_cast<float>(index) * (height + gap), area.width, height};
}

/// In the middle of an area, never larger than it.
inline Rect in_middle(const Rect& area, float width, float height) {
  const Size size{std::min(width, area.width), std::min(height, area.height)};
  return scene::around(area.centre(), size);
}

}  // namespace baize::web::controls
