// Brush: the few strokes that every picture is made of. scene/draw.h turns elements into strokes; the SVG writer and
// the client's canvas each implement these strokes, so both show the same picture. A brush never knows a game or an
// element.
#pragma once

#include <string_view>

#include "scene/geometry.h"
#include "scene/shapes.h"
#include "scene/text.h"
#include "scene/theme.h"

namespace baize::scene {

// What fills an area: one colour, `from` at the top to `to` at the bottom, or `from` in the middle to `to` at the rim.
enum class Run : std::uint8_t { flat, down, outward };

struct Fill {
  Colour from;
  Colour to;
  Run run = Run::flat;

  constexpr Fill(Colour colour) : from(colour), to(colour) {}  // NOLINT: a colour is a fill
  constexpr Fill(Colour first, Colour last, Run how) : from(first), to(last), run(how) {}
};

// Turned clockwise about `centre`, its width about `centre` multiplied by `stretch` (0..1: a card in mid-flip), and all
// alphas multiplied by `opacity`.
struct Pose {
  Point centre;
  float degrees = 0;
  float stretch = 1;
  float opacity = 1;
};

// One line of text: `left` is where its pen starts, `middle` where the middle of its capitals lies.
struct TextRun {
  std::string_view utf8;
  float left = 0;
  float middle = 0;
  float size = 14;
  Weight weight = Weight::regular;
  Colour colour;
};

class Brush {
 public:
  virtual ~Brush() = default;

  // What follows is posed, until the matching pop. Poses nest.
  virtual void push(const Pose& pose) = 0;
  virtual void pop() = 0;

  // A rectangle with round corners; a radius of half the smaller side makes a racetrack.
  virtual void box(const Rect& rect, float radius, const Fill& fill) = 0;
  // Its border, `width` px wide, lying inside `rect`.
  virtual void frame(const Rect& rect, float radius, float width, Colour colour) = 0;
  virtual void disc(Point centre, float radius, const Fill& fill) = 0;
  // An open line through `count` >= 2 points with butt ends and round joints.
  virtual void line(const Point* points, std::size_t count, float width, Colour colour) = 0;
  // Stretched to `rect`.
  virtual void shape(const Shape& shape, const Rect& rect, Colour colour) = 0;
  virtual void text(const TextRun& run) = 0;
};

}  // namespace baize::scene
