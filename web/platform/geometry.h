// Points and rectangles of the page: those of shared/scene, in CSS pixels from the stage's upper left corner. Device
// pixels appear nowhere above platform.
#pragma once

#include <algorithm>

#include "scene/geometry.h"

namespace baize::web {

using scene::Point;
using scene::Rect;
using scene::Size;

/// What lies in both; with a size of 0 when nothing does.
inline Rect intersection(const Rect& a, const Rect& b) {
  const float left = std::max(a.x, b.x);
  const float top = std::max(a.y, b.y);
  return {left, top, std::max(0.0F, std::min(a.right(), b.right()) - left),
          std::max(0.0F, std::min(a.bottom(), b.bottom()) - top)};
}

/// The smallest rectangle around both; an empty one counts for nothing.
inline Rect enclosing(const Rect& a, const Rect& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  const float left = std::min(a.x, b.x);
  const float top = std::min(a.y, b.y);
  return {left, top, std::max(a.right(), b.right()) - left, std::max(a.bottom(), b.bottom()) - top};
}

}  // namespace baize::web
