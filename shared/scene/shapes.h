// Shapes made of Bezier curves in a unit square: suits, crowns and other marks. Both painters fill them; nobody else
// needs to know what they look like. Every contour is closed and simple, contours may overlap, so each is filled alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "cards/card.h"
#include "scene/geometry.h"

namespace baize::scene {

// A cubic Bezier curve from where the pen is.
struct Curve {
  Point a;
  Point b;
  Point end;
};

// `start` and then `curves` back to it.
struct Contour {
  Point start;
  const Curve* curves = nullptr;
  std::size_t count = 0;
};

// `aspect`: width over height of the box in which it looks right.
struct Shape {
  const Contour* contours = nullptr;
  std::size_t count = 0;
  float aspect = 1;
};

enum class Mark : std::uint8_t { club, diamond, heart, spade, crown, tiara, lily, star };

const Shape& shape(Mark mark);
Mark mark_of(cards::Suit suit);

// One contour as a polygon in `box`, clockwise as seen, the first point not repeated. `steps` >= 1: pieces of each
// curve; straight ones are one. `out` is emptied first.
void flatten(const Contour& contour, const Rect& box, int steps, std::vector<Point>& out);

}  // namespace baize::scene
