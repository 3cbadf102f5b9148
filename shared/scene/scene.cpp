#include "scene/scene.h"

namespace baize::scene {

const Element* Scene::find(std::string_view id) const {
  for (const Element& element : elements)
    if (element.id == id) return &element;
  return nullptr;
}

const Element* touched(const Scene& scene, Point point) {
  for (auto element = scene.elements.rbegin(); element != scene.elements.rend(); ++element)
    if (!element->meaning.action.empty() && element->box.contains(point)) return &*element;
  return nullptr;
}

}  // namespace baize::scene
