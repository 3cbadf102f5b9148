#include "web/paint/icons.h"

#include <cmath>
#include <initializer_list>
#include <numbers>
#include <vector>

namespace baize::web::paint {
namespace {

constexpr float k_grid = 24;  // icons are written on a grid of 24 by 24, lines 2 wide

/// A pen on the icon's own grid.
class Pen {
 public:
  Pen(scene::Brush& brush, const Rect& box, scene::Colour colour) : brush_(brush), box_(box), colour_(colour) {}

  void line(std::initializer_list<Point> points) { stroke({points.begin(), points.end()}); }

  void closed(std::initializer_list<Point> points) {
    std::vector<Point> path(points.begin(), points.end());
    // Into the first edge once more, so that the joint has no notch.
    path.push_back(path[0]);
    path.push_back(path[0] + (path[1] - path[0]) * 0.1F);
    stroke(std::move(path));
  }

  /// Degrees clockwise from three o'clock.
  void arc(Point centre, float radius, float from, float to) {
    std::vector<Point> path;
    constexpr int k_pieces = 24;
    for (int i = 0; i <= k_pieces; ++i) {
      const float degrees = from + (to - from) * static_cast<float>(i) / k_pieces;
      const float angle = degrees * std::numbers::pi_v<float> / 180;
      path.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
    stroke(std::move(path));
  }

  void ring(Point centre, float radius) { arc(centre, radius, 0, 366); }
  void dot(Point centre, float radius) { brush_.disc(placed(centre), radius * scale(), colour_); }
  void box(const Rect& rect, float radius) {
    const Point corner = placed({rect.x, rect.y});
    brush_.frame({corner.x, corner.y, rect.width * scale(), rect.height * scale()}, radius * scale(), width(), colour_);
  }

 private:
  float scale() const { return box_.width / k_grid; }
  float width() const { return 2 * scale(); }
  Point placed(Point p) const { return {box_.x + p.x * scale(), box_.y + p.y * scale()}; }
  void stroke(std::vector<Point> path) {
    for (Point& p : path) p = placed(p);
    brush_.line(path.data(), path.size(), width(), colour_);
  }

  scene::Brush& brush_;
  Rect box_;
  scene::Colour colour_;
};

void person(Pen& pen, float x, float y) {
  pen.ring({x, y}, 3.2F);
  pen.arc({x, y + 12}, 6.2F, 185, 355);
}

void speaker(Pen& pen) { pen.closed({{3, 9.5F}, {7, 9.5F}, {12, 5}, {12, 19}, {7, 14.5F}, {3, 14.5F}}); }

void draw_things(Pen& pen, Icon icon) {
  switch (icon) {
    case Icon::chat:
      pen.closed({{4, 5}, {20, 5}, {20, 16}, {11, 16}, {6.5F, 20}, {6.5F, 16}, {4, 16}});
      return;
    case Icon::eye:
      pen.arc({12, 18.5F}, 11.5F, 214, 326);
      pen.arc({12, 5.5F}, 11.5F, 34, 146);
      return pen.dot({12, 12}, 3);
    case Icon::link:
      pen.arc({8.5F, 15.5F}, 4.2F, 90, 285);
      pen.arc({15.5F, 8.5F}, 4.2F, 270, 465);
      return pen.line({{9.5F, 14.5F}, {14.5F, 9.5F}});
    case Icon::copy:
      pen.box({8, 8, 12, 12}, 2);
      return pen.line({{5, 16}, {4, 16}, {4, 4}, {16, 4}, {16, 5}});
    case Icon::gear:
      pen.ring({12, 12}, 3);
      pen.ring({12, 12}, 6.6F);
      for (float a = 0; a < 6.2F; a += 0.7854F) {
        pen.line(
            {{12 + 6.6F * std::cos(a), 12 + 6.6F * std::sin(a)}, {12 + 9.4F * std::cos(a), 12 + 9.4F * std::sin(a)}});
      }
      return;
    case Icon::sound:
      speaker(pen);
      pen.arc({12, 12}, 4.5F, -50, 50);
      return pen.arc({12, 12}, 8.5F, -50, 50);
    case Icon::mute:
      speaker(pen);
      pen.line({{15.5F, 9.5F}, {20.5F, 14.5F}});
      return pen.line({{20.5F, 9.5F}, {15.5F, 14.5F}});
    case Icon::people:
      person(pen, 8.5F, 8);
      pen.arc({16.2F, 8}, 3.2F, -110, 110);
      return pen.arc({16, 20}, 6.2F, 270, 355);
    case Icon::robot:
      pen.box({4.5F, 8.5F, 15, 11}, 2.5F);
      pen.line({{12, 8.5F}, {12, 5}});
      pen.dot({12, 4.4F}, 1.6F);
      pen.dot({9, 14}, 1.5F);
      return pen.dot({15, 14}, 1.5F);
    case Icon::lock:
      pen.box({5.5F, 10.5F, 13, 9.5F}, 2);
      pen.arc({12, 9}, 3.8F, 180, 360);
      pen.line({{8.2F, 9}, {8.2F, 11}});
      return pen.line({{15.8F, 9}, {15.8F, 11}});
    case Icon::warning:
      pen.closed({{12, 4}, {21, 19.5F}, {3, 19.5F}});
      pen.line({{12, 10}, {12, 14.2F}});
      return pen.dot({12, 16.9F}, 1.2F);
    default:
      return;
  }
}

void draw_signs(Pen& pen, Icon icon) {
  switch (icon) {
    case Icon::back:
      pen.line({{19, 12}, {5.5F, 12}});
      return pen.line({{11, 6}, {5, 12}, {11, 18}});
    case Icon::close:
      pen.line({{6, 6}, {18, 18}});
      return pen.line({{18, 6}, {6, 18}});
    case Icon::more:
      for (float y : {5.5F, 12.0F, 18.5F}) pen.dot({12, y}, 1.7F);
      return;
    case Icon::plus:
      pen.line({{12, 5}, {12, 19}});
      return pen.line({{5, 12}, {19, 12}});
    case Icon::minus:
      return pen.line({{5, 12}, {19, 12}});
    case Icon::check:
      return pen.line({{5, 12.5F}, {10, 17.5F}, {19.5F, 7}});
    case Icon::chevron:
      return pen.line({{9, 5.5F}, {15.5F, 12}, {9, 18.5F}});
    case Icon::clock:
      pen.ring({12, 12}, 8.5F);
      return pen.line({{12, 7}, {12, 12}, {15.5F, 14}});
    case Icon::refresh:
      pen.arc({12, 12}, 7.8F, -30, 260);
      return pen.line({{20.3F, 4}, {19.2F, 8.6F}, {14.6F, 7.6F}});
    case Icon::send:
      pen.line({{12, 20}, {12, 5}});
      return pen.line({{5.5F, 11}, {12, 4.5F}, {18.5F, 11}});
    case Icon::door:
      pen.line({{11, 4.5F}, {5, 4.5F}, {5, 19.5F}, {11, 19.5F}});
      pen.line({{10, 12}, {20, 12}});
      return pen.line({{16, 8}, {20, 12}, {16, 16}});
    case Icon::history:
      pen.arc({12.5F, 12}, 7.8F, -150, 130);
      pen.line({{3.6F, 5}, {5.4F, 9}, {9.6F, 7.6F}});
      return pen.line({{12.5F, 7.5F}, {12.5F, 12}, {15.5F, 14}});
    case Icon::play:
      return pen.closed({{7, 4.5F}, {19.5F, 12}, {7, 19.5F}});
    case Icon::pause:
      pen.line({{8.5F, 5}, {8.5F, 19}});
      return pen.line({{15.5F, 5}, {15.5F, 19}});
    case Icon::step:
      return pen.line({{9, 5.5F}, {15.5F, 12}, {9, 18.5F}});
    case Icon::step_back:
      return pen.line({{15, 5.5F}, {8.5F, 12}, {15, 18.5F}});
    case Icon::first:
      pen.line({{18, 5.5F}, {11.5F, 12}, {18, 18.5F}});
      return pen.line({{6.5F, 5.5F}, {6.5F, 18.5F}});
    case Icon::last:
      pen.line({{6, 5.5F}, {12.5F, 12}, {6, 18.5F}});
      return pen.line({{17.5F, 5.5F}, {17.5F, 18.5F}});
    default:
      return draw_things(pen, icon);
  }
}

}  // namespace

void draw_icon(scene::Brush& brush, Icon icon, const Rect& box, scene::Colour colour) {
  Pen pen(brush, box, colour);
  draw_signs(pen, icon);
}

}  // namespace baize::web::paint
