#include "scene/shapes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace baize::scene {
namespace {

constexpr Curve straight(Point from, Point to) {
  return {from + (to - from) * (1.0F / 3), from + (to - from) * (2.0F / 3), to};
}

constexpr Point mirrored(Point p) { return {1 - p.x, p.y}; }

// `half` curves from `start` on the axis x = 1/2 up one side, back to the axis; the other side is its mirror image.
template <std::size_t N>
constexpr std::array<Curve, 2 * N> both_sides(Point start, const std::array<Curve, N>& half) {
  std::array<Curve, 2 * N> whole{};
  for (std::size_t i = 0; i < N; ++i) {
    whole[i] = half[i];
    const Point end = i == 0 ? start : half[i - 1].end;
    whole[2 * N - 1 - i] = {mirrored(half[i].b), mirrored(half[i].a), mirrored(end)};
  }
  return whole;
}

template <std::size_t N>
constexpr std::array<Curve, N> polygon(const std::array<Point, N>& corners) {
  std::array<Curve, N> sides{};
  for (std::size_t i = 0; i < N; ++i) sides[i] = straight(corners[i], corners[(i + 1) % N]);
  return sides;
}

// A circle out of four curves, beginning at its right.
constexpr std::array<Curve, 4> circle(Point centre, float rx, float ry) {
  constexpr float k = 0.5523F;  // 4/3 (sqrt 2 - 1)
  const float x = centre.x;
  const float y = centre.y;
  return {{{{x + rx, y + k * ry}, {x + k * rx, y + ry}, {x, y + ry}},
           {{x - k * rx, y + ry}, {x - rx, y + k * ry}, {x - rx, y}},
           {{x - rx, y - k * ry}, {x - k * rx, y - ry}, {x, y - ry}},
           {{x + k * rx, y - ry}, {x + rx, y - k * ry}, {x + rx, y}}}};
}

template <std::size_t N>
constexpr Contour contour(const std::array<Curve, N>& curves) {
  return {curves[N - 1].end, curves.data(), N};
}

// --- suits ---

constexpr auto k_heart_line = both_sides<3>({0.5F, 0.99F}, {{{{0.42F, 0.86F}, {0, 0.62F}, {0, 0.30F}},
                                                             {{0, 0.11F}, {0.13F, 0.01F}, {0.26F, 0.01F}},
                                                             {{0.37F, 0.01F}, {0.46F, 0.07F}, {0.5F, 0.19F}}}});
constexpr std::array k_heart{contour(k_heart_line)};

constexpr auto k_diamond_line = both_sides<2>(
    {0.5F, 1}, {{{{0.39F, 0.83F}, {0.19F, 0.63F}, {0, 0.5F}}, {{0.19F, 0.37F}, {0.39F, 0.17F}, {0.5F, 0}}}});
constexpr std::array k_diamond{contour(k_diamond_line)};

constexpr auto k_spade_leaf = both_sides<3>({0.5F, 0}, {{{{0.42F, 0.15F}, {0, 0.36F}, {0, 0.61F}},
                                                         {{0, 0.76F}, {0.11F, 0.84F}, {0.23F, 0.84F}},
                                                         {{0.34F, 0.84F}, {0.44F, 0.79F}, {0.5F, 0.66F}}}});
constexpr auto k_stem =
    both_sides<2>({0.5F, 0.55F}, {{{{0.47F, 0.80F}, {0.42F, 0.92F}, {0.30F, 1}}, straight({0.30F, 1}, {0.5F, 1})}});
constexpr std::array k_spade{contour(k_spade_leaf), contour(k_stem)};

constexpr auto k_club_top = circle({0.5F, 0.24F}, 0.235F, 0.24F);
constexpr auto k_club_left = circle({0.235F, 0.61F}, 0.235F, 0.24F);
constexpr auto k_club_right = circle({0.765F, 0.61F}, 0.235F, 0.24F);
constexpr auto k_club_heart = polygon<4>({{{0.5F, 0.26F}, {0.66F, 0.58F}, {0.5F, 0.72F}, {0.34F, 0.58F}}});
constexpr std::array k_club{contour(k_club_top), contour(k_club_left), contour(k_club_right), contour(k_club_heart),
                            contour(k_stem)};

// --- court cards ---

constexpr auto k_crown_body = polygon<7>(
    {{{0.10F, 0.78F}, {0.03F, 0.27F}, {0.29F, 0.50F}, {0.5F, 0.12F}, {0.71F, 0.50F}, {0.97F, 0.27F}, {0.90F, 0.78F}}});
constexpr auto k_crown_band = polygon<4>({{{0.10F, 0.86F}, {0.90F, 0.86F}, {0.90F, 1}, {0.10F, 1}}});
constexpr auto k_crown_left = circle({0.05F, 0.22F}, 0.055F, 0.08F);
constexpr auto k_crown_top = circle({0.5F, 0.08F}, 0.055F, 0.08F);
constexpr auto k_crown_right = circle({0.95F, 0.22F}, 0.055F, 0.08F);
constexpr std::array k_crown{contour(k_crown_body), contour(k_crown_band), contour(k_crown_left), contour(k_crown_top),
                             contour(k_crown_right)};

constexpr auto k_tiara_body = both_sides<4>({0.5F, 0.86F}, {{{{0.34F, 0.86F}, {0.20F, 0.89F}, {0.08F, 0.94F}},
                                                             {{0.06F, 0.72F}, {0.03F, 0.56F}, {0, 0.44F}},
                                                             {{0.10F, 0.58F}, {0.24F, 0.58F}, {0.27F, 0.34F}},
                                                             {{0.32F, 0.56F}, {0.45F, 0.52F}, {0.5F, 0.24F}}}});
constexpr auto k_tiara_left = circle({0.27F, 0.24F}, 0.05F, 0.07F);
constexpr auto k_tiara_top = circle({0.5F, 0.11F}, 0.07F, 0.10F);
constexpr auto k_tiara_right = circle({0.73F, 0.24F}, 0.05F, 0.07F);
constexpr std::array k_tiara{contour(k_tiara_body), contour(k_tiara_left), contour(k_tiara_top),
                             contour(k_tiara_right)};

constexpr auto k_lily_middle = both_sides<2>(
    {0.5F, 0}, {{{{0.40F, 0.14F}, {0.34F, 0.28F}, {0.36F, 0.40F}}, {{0.38F, 0.52F}, {0.45F, 0.56F}, {0.47F, 0.64F}}}});
// The bands that hold the petals.
constexpr auto k_lily_band = polygon<4>({{{0.30F, 0.62F}, {0.70F, 0.62F}, {0.70F, 0.70F}, {0.30F, 0.70F}}});
constexpr std::array<Curve, 5> k_lily_left_line{{{{0.40F, 0.44F}, {0.30F, 0.24F}, {0.14F, 0.26F}},
                                                 {{0, 0.28F}, {-0.02F, 0.50F}, {0.10F, 0.56F}},
                                                 {{0.12F, 0.46F}, {0.20F, 0.42F}, {0.26F, 0.50F}},
                                                 {{0.30F, 0.56F}, {0.32F, 0.58F}, {0.34F, 0.64F}},
                                                 straight({0.34F, 0.64F}, {0.45F, 0.64F})}};
constexpr std::array<Curve, 5> k_lily_right_line{{{{0.60F, 0.44F}, {0.70F, 0.24F}, {0.86F, 0.26F}},
                                                  {{1, 0.28F}, {1.02F, 0.50F}, {0.90F, 0.56F}},
                                                  {{0.88F, 0.46F}, {0.80F, 0.42F}, {0.74F, 0.50F}},
                                                  {{0.70F, 0.56F}, {0.68F, 0.58F}, {0.66F, 0.64F}},
                                                  straight({0.66F, 0.64F}, {0.55F, 0.64F})}};
constexpr auto k_lily_foot = both_sides<3>({0.5F, 1}, {{{{0.46F, 0.92F}, {0.44F, 0.86F}, {0.40F, 0.80F}},
                                                        {{0.36F, 0.86F}, {0.30F, 0.86F}, {0.24F, 0.82F}},
                                                        {{0.32F, 0.78F}, {0.38F, 0.74F}, {0.5F, 0.69F}}}});
constexpr std::array k_lily{contour(k_lily_middle), contour(k_lily_band), contour(k_lily_left_line),
                            contour(k_lily_right_line), contour(k_lily_foot)};

constexpr auto k_star_line = polygon<10>({{{0.5F, 0},
                                           {0.618F, 0.363F},
                                           {1, 0.363F},
                                           {0.691F, 0.588F},
                                           {0.809F, 0.951F},
                                           {0.5F, 0.727F},
                                           {0.191F, 0.951F},
                                           {0.309F, 0.588F},
                                           {0, 0.363F},
                                           {0.382F, 0.363F}}});
constexpr std::array k_star{contour(k_star_line)};

template <std::size_t N>
constexpr Shape shape_of(const std::array<Contour, N>& contours, float aspect) {
  return {contours.data(), N, aspect};
}

// In the order of Mark.
constexpr std::array k_shapes{shape_of(k_club, 1),      shape_of(k_diamond, 0.82F), shape_of(k_heart, 1.04F),
                              shape_of(k_spade, 0.94F), shape_of(k_crown, 1.45F),   shape_of(k_tiara, 1.45F),
                              shape_of(k_lily, 0.92F),  shape_of(k_star, 1)};

Point at(const Rect& box, Point unit) { return {box.x + unit.x * box.width, box.y + unit.y * box.height}; }

bool is_straight(Point from, const Curve& curve) {
  const Point along = curve.end - from;
  const auto aside = [&](Point p) { return std::abs(along.x * (p.y - from.y) - along.y * (p.x - from.x)); };
  return aside(curve.a) < 1e-5F && aside(curve.b) < 1e-5F;
}

}  // namespace

const Shape& shape(Mark mark) { return k_shapes[static_cast<std::size_t>(mark)]; }

Mark mark_of(cards::Suit suit) {
  switch (suit) {
    case cards::Suit::clubs:
      return Mark::club;
    case cards::Suit::diamonds:
      return Mark::diamond;
    case cards::Suit::hearts:
      return Mark::heart;
    case cards::Suit::spades:
      break;
  }
  return Mark::spade;
}

void flatten(const Contour& contour, const Rect& box, int steps, std::vector<Point>& out) {
  out.clear();
  Point pen = contour.start;
  float twice_area = 0;
  const auto go_to = [&](Point unit) {
    const Point next = at(box, unit);
    if (!out.empty()) twice_area += out.back().x * next.y - next.x * out.back().y;
    out.push_back(next);
  };
  for (std::size_t i = 0; i < contour.count; ++i) {
    const Curve& curve = contour.curves[i];
    const int pieces = is_straight(pen, curve) ? 1 : steps;
    for (int piece = 1; piece <= pieces; ++piece) {
      const float t = static_cast<float>(piece) / static_cast<float>(pieces);
      const float u = 1 - t;
      go_to(pen * (u * u * u) + curve.a * (3 * u * u * t) + curve.b * (3 * u * t * t) + curve.end * (t * t * t));
    }
    pen = curve.end;
  }
  twice_area += out.back().x * out.front().y - out.front().x * out.back().y;
  if (twice_area < 0) std::reverse(out.begin(), out.end());
}

}  // namespace baize::scene
