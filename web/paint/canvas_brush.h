// CanvasBrush: the strokes of shared/scene as triangles in an ImGui draw list, with soft edges at the screen's own
// density. Scenes, controls and icons are all drawn with it, so a panel of the lobby and a plate at the table match.
#pragma once

#include <imgui.h>

#include <vector>

#include "scene/brush.h"
#include "web/platform/geometry.h"

namespace baize::web::paint {

inline ImVec2 vec(Point p) { return {p.x, p.y}; }
inline ImU32 packed(scene::Colour c) { return IM_COL32(c.r, c.g, c.b, c.a); }

class CanvasBrush final : public scene::Brush {
 public:
  /// `origin`: where the (0, 0) of what is drawn lies on the stage.
  explicit CanvasBrush(ImDrawList& list, Point origin = {}) : list_(list), origin_(origin) {}
  /// Into the window that is open.
  CanvasBrush() : list_(*ImGui::GetWindowDrawList()) {}

  void push(const scene::Pose& pose) override;
  void pop() override;
  void box(const Rect& rect, float radius, const scene::Fill& fill) override;
  void frame(const Rect& rect, float radius, float width, scene::Colour colour) override;
  void disc(Point centre, float radius, const scene::Fill& fill) override;
  void line(const Point* points, std::size_t count, float width, scene::Colour colour) override;
  void shape(const scene::Shape& shape, const Rect& rect, scene::Colour colour) override;
  void text(const scene::TextRun& run) override;

 private:
  struct Posed {
    scene::Pose pose;
    int first_vertex = 0;
  };

  void round_path(const Rect& rect, float radius);
  void fill_path(const Rect& rect, const scene::Fill& fill);
  void fill_path_outward(const Rect& rect, const scene::Fill& fill);
  Rect placed(const Rect& rect) const { return rect.moved(origin_.x, origin_.y); }

  ImDrawList& list_;
  Point origin_;
  std::vector<Posed> poses_;
  std::vector<scene::Point> outline_;
  std::vector<ImVec2> polygon_;
};

}  // namespace baize::web::paint
