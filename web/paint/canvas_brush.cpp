#include "web/paint/canvas_brush.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "scene/text.h"
#include "web/paint/fonts.h"

namespace baize::web::paint {
namespace {

using scene::Colour;
using scene::Fill;
using scene::Run;

constexpr int k_rings = 8;              // of a fill that runs outward
constexpr float k_longest_edge = 0.1F;  // of such a fill's outline, as a share of its size

ImU32 shaded(ImU32 vertex, Colour colour) {
  const ImU32 alpha = (vertex >> IM_COL32_A_SHIFT) & 0xFFU;
  return IM_COL32(colour.r, colour.g, colour.b, static_cast<ImU32>(colour.a) * alpha / 255U);
}

/// How far outward a point lies in the ellipse within `rect`: 0 in the middle, 1 at its rim and beyond.
float outwardness(const Rect& rect, ImVec2 p) {
  const float dx = (p.x - rect.centre().x) / (rect.width / 2);
  const float dy = (p.y - rect.centre().y) / (rect.height / 2);
  return std::min(1.0F, std::sqrt(dx * dx + dy * dy));
}

/// Cuts the long edges of a closed path, so that colours can follow a curve between the corners.
void divide(ImVector<ImVec2>& path, float longest) {
  ImVector<ImVec2> finer;
  for (int i = 0; i < path.Size; ++i) {
    const ImVec2 from = path[i];
    const ImVec2 to = path[(i + 1) % path.Size];
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    const int pieces = std::max(1, static_cast<int>(std::ceil(length / longest)));
    for (int k = 0; k < pieces; ++k) {
      const float share = static_cast<float>(k) / static_cast<float>(pieces);
      finer.push_back({from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
    }
  }
  path.swap(finer);
}

/// Where two arcs meet without an edge between them their points coincide; soft edges need a direction at each.
void drop_twice_given(ImVector<ImVec2>& path) {
  constexpr float k_same = 0.01F;
  const auto same = [](ImVec2 a, ImVec2 b) { return std::abs(a.x - b.x) < k_same && std::abs(a.y - b.y) < k_same; };
  int kept = 0;
  for (int i = 0; i < path.Size; ++i) {
    if (kept == 0 || !same(path[kept - 1], path[i])) path[kept++] = path[i];
  }
  if (kept > 1 && same(path[kept - 1], path[0])) --kept;
  path.resize(kept);
}

int curve_steps(const Rect& rect) {
  const float pixels = std::max(rect.width, rect.height) * ImGui::GetIO().DisplayFramebufferScale.x;
  return std::clamp(static_cast<int>(std::sqrt(pixels) * 1.2F), 3, 20);
}

}  // namespace

void CanvasBrush::push(const scene::Pose& pose) { poses_.push_back({pose, list_.VtxBuffer.Size}); }

void CanvasBrush::pop() {
  const Posed posed = poses_.back();
  poses_.pop_back();
  const float angle = posed.pose.degrees * std::numbers::pi_v<float> / 180;
  const float cosine = std::cos(angle);
  const float sine = std::sin(angle);
  const Point centre = posed.pose.centre + origin_;
  for (int i = posed.first_vertex; i < list_.VtxBuffer.Size; ++i) {
    ImDrawVert& vertex = list_.VtxBuffer[i];
    const float x = (vertex.pos.x - centre.x) * posed.pose.stretch;
    const float y = vertex.pos.y - centre.y;
    vertex.pos = {centre.x + x * cosine - y * sine, centre.y + x * sine + y * cosine};
    const auto alpha = static_cast<float>((vertex.col >> IM_COL32_A_SHIFT) & 0xFFU) * posed.pose.opacity;
    vertex.col = (vertex.col & ~IM_COL32_A_MASK) | (static_cast<ImU32>(alpha + 0.5F) << IM_COL32_A_SHIFT);
  }
}

void CanvasBrush::round_path(const Rect& rect, float radius) {
  const float most = std::min(rect.width, rect.height) / 2;
  const float round = std::clamp(radius, 0.0F, most);
  list_.PathClear();
  if (round < 0.5F) {
    list_.PathRect({rect.x, rect.y}, {rect.right(), rect.bottom()}, 0);
    return;
  }
  const float pi = std::numbers::pi_v<float>;
  list_.PathArcTo({rect.x + round, rect.y + round}, round, pi, pi * 1.5F);
  list_.PathArcTo({rect.right() - round, rect.y + round}, round, pi * 1.5F, pi * 2);
  list_.PathArcTo({rect.right() - round, rect.bottom() - round}, round, 0, pi * 0.5F);
  list_.PathArcTo({rect.x + round, rect.bottom() - round}, round, pi * 0.5F, pi);
  drop_twice_given(list_._Path);
}

void CanvasBrush::fill_path(const Rect& rect, const Fill& fill) {
  if (fill.run == Run::outward) return fill_path_outward(rect, fill);
  if (fill.run == Run::flat) return list_.PathFillConvex(packed(fill.from));
  const int first = list_.VtxBuffer.Size;
  list_.PathFillConvex(IM_COL32_WHITE);
  for (int i = first; i < list_.VtxBuffer.Size; ++i) {
    ImDrawVert& vertex = list_.VtxBuffer[i];
    const float share = std::clamp((vertex.pos.y - rect.y) / rect.height, 0.0F, 1.0F);
    vertex.col = shaded(vertex.col, mix(fill.from, fill.to, share));
  }
}

/// Rings around the middle, coloured by their distance, and a last one that fades out over one pixel.
void CanvasBrush::fill_path_outward(const Rect& rect, const Fill& fill) {
  ImVector<ImVec2>& path = list_._Path;
  divide(path, std::max(rect.width, rect.height) * k_longest_edge);
  const int around = path.Size;
  const ImVec2 uv = list_._Data->TexUvWhitePixel;
  const ImVec2 middle = vec(rect.centre());
  const auto base = static_cast<unsigned>(list_._VtxCurrentIdx);
  const auto index = [&](int ring, int i) {
    return static_cast<ImDrawIdx>(base + 1U + static_cast<unsigned>(ring * around + i % around));
  };
  list_.PrimReserve(around * (3 + 6 * k_rings), 1 + around * (k_rings + 1));
  list_.PrimWriteVtx(middle, uv, packed(fill.from));
  const float fringe = list_._FringeScale / (std::max(rect.width, rect.height) / 2);
  for (int ring = 0; ring <= k_rings; ++ring) {
    const bool rim = ring == k_rings;
    const float reach = rim ? 1 + fringe : static_cast<float>(ring + 1) / static_cast<float>(k_rings);
    for (int i = 0; i < around; ++i) {
      const ImVec2 p{middle.x + (path[i].x - middle.x) * reach, middle.y + (path[i].y - middle.y) * reach};
      Colour colour = mix(fill.from, fill.to, outwardness(rect, p));
      if (rim) colour.a = 0;
      list_.PrimWriteVtx(p, uv, packed(colour));
    }
  }
  const auto triangle = [this](ImDrawIdx a, ImDrawIdx b, ImDrawIdx c) {
    list_.PrimWriteIdx(a);
    list_.PrimWriteIdx(b);
    list_.PrimWriteIdx(c);
  };
  for (int i = 0; i < around; ++i) {
    triangle(static_cast<ImDrawIdx>(base), index(0, i), index(0, i + 1));
    for (int ring = 0; ring < k_rings; ++ring) {
      triangle(index(ring, i), index(ring + 1, i), index(ring + 1, i + 1));
      triangle(index(ring, i), index(ring + 1, i + 1), index(ring, i + 1));
    }
  }
  list_.PathClear();
}

void CanvasBrush::box(const Rect& rect, float radius, const Fill& fill) {
  if (rect.empty()) return;
  const Rect place = placed(rect);
  round_path(place, radius);
  fill_path(place, fill);
}

void CanvasBrush::frame(const Rect& rect, float radius, float width, Colour colour) {
  if (rect.empty()) return;
  round_path(placed(rect).inset(width / 2), radius - width / 2);
  list_.PathStroke(packed(colour), ImDrawFlags_Closed, width);
}

void CanvasBrush::disc(Point centre, float radius, const Fill& fill) {
  const Point place = centre + origin_;
  list_.PathClear();
  const int segments = list_._CalcCircleAutoSegmentCount(radius);
  const float whole = 2 * std::numbers::pi_v<float>;
  list_.PathArcTo(vec(place), radius, 0, whole * static_cast<float>(segments - 1) / static_cast<float>(segments),
                  segments - 1);
  fill_path(scene::around(place, {radius * 2, radius * 2}), fill);
}

void CanvasBrush::line(const Point* points, std::size_t count, float width, Colour colour) {
  polygon_.clear();
  for (std::size_t i = 0; i < count; ++i) polygon_.push_back(vec(points[i] + origin_));
  list_.AddPolyline(polygon_.data(), static_cast<int>(count), packed(colour), 0, width);
}

void CanvasBrush::shape(const scene::Shape& shape, const Rect& rect, Colour colour) {
  const Rect place = placed(rect);
  for (std::size_t i = 0; i < shape.count; ++i) {
    flatten(shape.contours[i], place, curve_steps(place), outline_);
    polygon_.clear();
    for (const Point& p : outline_) polygon_.push_back(vec(p));
    list_.AddConcavePolyFilled(polygon_.data(), static_cast<int>(polygon_.size()), packed(colour));
  }
}

void CanvasBrush::text(const scene::TextRun& run) {
  if (run.utf8.empty()) return;
  const float baseline = run.middle + scene::baseline_below_middle(run.size);
  // Half a pixel, because ImGui cuts positions to whole ones.
  const ImVec2 at{run.left + origin_.x + 0.5F, baseline - ascent(run.weight, run.size) + origin_.y + 0.5F};
  list_.AddText(font(run.weight), run.size, at, packed(run.colour), run.utf8.data(), run.utf8.data() + run.utf8.size());
}

}  // namespace baize::web::paint
