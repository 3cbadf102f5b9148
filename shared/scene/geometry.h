// Points, sizes and rectangles of a picture, in CSS px with y downwards. Layout, drawing and hit tests are made of
// them.
#pragma once

namespace baize::scene {

struct Point {
  float x = 0;
  float y = 0;
  friend constexpr bool operator==(const Point&, const Point&) = default;
  friend constexpr Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
  friend constexpr Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
  friend constexpr Point operator*(Point a, float by) { return {a.x * by, a.y * by}; }
};

struct Size {
  float width = 0;
  float height = 0;
  friend constexpr bool operator==(const Size&, const Size&) = default;
  friend constexpr Size operator*(Size a, float by) { return {a.width * by, a.height * by}; }
};

// Room that is taken away from the edges: notches, bars, the controls under a table.
struct Insets {
  float left = 0;
  float top = 0;
  float right = 0;
  float bottom = 0;
  friend constexpr bool operator==(const Insets&, const Insets&) = default;
};

struct Rect {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;

  constexpr float right() const { return x + width; }
  constexpr float bottom() const { return y + height; }
  constexpr Point centre() const { return {x + width / 2, y + height / 2}; }
  constexpr bool empty() const { return width <= 0 || height <= 0; }
  constexpr bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
  constexpr bool contains(const Rect& r) const {
    return r.x >= x && r.y >= y && r.right() <= right() && r.bottom() <= bottom();
  }
  // Touching edges do not overlap.
  constexpr bool overlaps(const Rect& r) const {
    return x < r.right() && r.x < right() && y < r.bottom() && r.y < bottom();
  }
  // Smaller by `by` on each side; a negative number makes it larger.
  constexpr Rect inset(float by) const { return {x + by, y + by, width - 2 * by, height - 2 * by}; }
  constexpr Rect inset(const Insets& by) const {
    return {x + by.left, y + by.top, width - by.left - by.right, height - by.top - by.bottom};
  }
  constexpr Rect moved(float dx, float dy) const { return {x + dx, y + dy, width, height}; }
  friend constexpr bool operator==(const Rect&, const Rect&) = default;
};

constexpr Rect around(Point centre, Size size) {
  return {centre.x - size.width / 2, centre.y - size.height / 2, size.width, size.height};
}

}  // namespace baize::scene
