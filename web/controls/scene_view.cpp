#include "web/controls/scene_view.h"

#include <algorithm>

#include "web/controls/press.h"
#include "web/paint/canvas_brush.h"
#include "web/paint/picture.h"
#include "web/paint/theme.h"

namespace baize::web::controls {
namespace {

using scene::Element;
using scene::Part;
using semantics::Role;

/// At least as large as a finger needs.
Rect for_fingers(const Rect& box) {
  return scene::around(box.centre(), {std::max(box.width, paint::k_touch), std::max(box.height, paint::k_touch)});
}

/// Walks the elements as a reader hears them: in the scene's order, members where their group stands.
class Reader {
 public:
  Reader(const SceneView& view, const scene::Scene& scene) : view_(view), scene_(scene) {}

  void read(const std::string& within) {
    for (const Element& element : scene_.elements) {
      if (element.meaning.part != Part::none && element.meaning.within == within) read(element);
    }
  }

  std::optional<std::string> pressed() && { return std::move(pressed_); }

 private:
  semantics::Twin twin_of(const Element& element, Role role, std::string suffix = {}) const {
    semantics::Twin twin;
    twin.id = view_.id + "/" + element.id + suffix;
    twin.role = role;
    twin.name = element.meaning.label;
    twin.rect = element.box.moved(view_.origin.x, view_.origin.y);
    return twin;
  }

  void read(const Element& element) {
    switch (element.meaning.part) {
      case Part::group:
      case Part::list: {
        const semantics::Group group(twin_of(element, element.meaning.part == Part::list ? Role::list : Role::group));
        if (!element.meaning.action.empty()) press_element(element, "/action");
        return read(element.id);
      }
      case Part::item: {
        semantics::Twin item = twin_of(element, Role::list_item, "/item");
        item.name.clear();
        const semantics::Group group(std::move(item));
        read_leaf(element, Role::text);
        return read(element.id);
      }
      case Part::image:
        return read_leaf(element, Role::image);
      case Part::text:
        return read_leaf(element, Role::text);
      case Part::button:
        return press_element(element, "");
      case Part::none:
        return;
    }
  }

  void read_leaf(const Element& element, Role role) {
    if (!element.meaning.action.empty()) return press_element(element, "");
    semantics::add(twin_of(element, role));
  }

  /// What is left to touch of a card that others lie over, as in a fan: up to where the next one begins.
  Rect uncovered(const Element& element) const {
    Rect box = element.box;
    if (!std::holds_alternative<scene::CardFigure>(element.figure)) return box;
    for (auto above = &element + 1; above != scene_.elements.data() + scene_.elements.size(); ++above) {
      if (!std::holds_alternative<scene::CardFigure>(above->figure)) continue;
      const bool beside = above->box.y < box.centre().y && above->box.bottom() > box.centre().y;
      if (beside && above->box.x > box.x && above->box.x < box.right()) box.width = above->box.x - box.x;
    }
    return box;
  }

  void press_element(const Element& element, const std::string& suffix) {
    semantics::Twin twin = twin_of(element, Role::button, suffix);
    twin.disabled = element.meaning.action.empty();
    const Rect part = uncovered(element);
    const Rect box = part.moved(view_.origin.x, view_.origin.y);
    const std::string id = twin.id;
    twin.rect = part.width < element.box.width ? box : for_fingers(box);
    const Press press = controls::press(std::move(twin));
    if (press.hovered) {
      paint::CanvasBrush brush;
      brush.frame(box.inset(-2), paint::k_radius, 1.5F, scene::with_alpha(paint::colour(Tint::brass_light), 0.7F));
    }
    draw_focus_ring(id, box, paint::k_radius);
    if (press.pressed) pressed_ = element.meaning.action;
  }

  const SceneView& view_;
  const scene::Scene& scene_;
  std::optional<std::string> pressed_;
};

}  // namespace

std::optional<std::string> scene_view(const SceneView& view, paint::ScenePainter& painter) {
  painter.paint(view.origin, paint::theme(), paint::frame_moment(), view.clock);
  const semantics::Group region(view.id, Role::region, view.label);
  Reader reader(view, painter.scene());
  reader.read("");
  return std::move(reader).pressed();
}

}  // namespace baize::web::controls
