#include "web/semantics/document.h"

#include <algorithm>
#include <utility>

#include "web/platform/dom.h"

namespace baize::web::semantics {
namespace dom = platform::dom;
namespace {

/// Groups without a rectangle get the one around their members; members come after their group, so go backwards.
void enclose_groups(std::vector<Placed>& twins) {
  std::vector<bool> open(twins.size());
  for (std::size_t i = 0; i < twins.size(); ++i) {
    open[i] = is_group(twins[i].twin.role) && twins[i].twin.rect.empty();
  }
  for (std::size_t i = twins.size(); i-- > 0;) {
    const int parent = twins[i].parent;
    if (parent < 0 || !open[static_cast<std::size_t>(parent)]) continue;
    Placed& group = twins[static_cast<std::size_t>(parent)];
    group.twin.rect = enclosing(group.twin.rect, twins[i].twin.rect);
  }
}

std::string value_of(const Twin& twin) {
  if (twin.entry) return twin.entry->value;
  return twin.range ? std::to_string(twin.range->value) : std::string();
}

bool has_value(const Twin& twin) { return twin.entry || twin.range; }

}  // namespace

Document::Element& Document::element_for(const Twin& twin) {
  const auto found = shown_.find(twin.id);
  const std::string_view tag = tag_of(twin);
  if (found != shown_.end() && found->second.tag == tag) return found->second;
  if (found != shown_.end()) {
    dom::remove(twin.id);
    shown_.erase(found);
  }
  dom::create(twin.id, tag);
  restructured_ = true;
  Element& fresh = shown_[twin.id];
  fresh.tag = tag;
  fresh.twin.id = twin.id;
  return fresh;
}

void Document::write_attributes(Element& element, const Twin& twin) {
  Attributes wanted = attributes_of(twin);
  for (const auto& [name, value] : element.attributes) {
    const auto same_name = [key = name](const auto& pair) { return pair.first == key; };
    if (std::none_of(wanted.begin(), wanted.end(), same_name)) dom::remove_attribute(twin.id, name);
  }
  for (const auto& pair : wanted) {
    if (std::find(element.attributes.begin(), element.attributes.end(), pair) == element.attributes.end()) {
      dom::set_attribute(twin.id, pair.first, pair.second);
    }
  }
  element.attributes = std::move(wanted);
}

void Document::write_content(Element& element, const Twin& twin) {
  if (named_by_content(twin.role) && element.twin.name != twin.name) dom::set_text(twin.id, twin.name);
  if (twin.entry && (!element.twin.entry || element.twin.entry->text_size != twin.entry->text_size)) {
    dom::set_style(twin.id, "font-size", std::to_string(twin.entry->text_size) + "px");
  }
}

void Document::write_box(Element& element, const Twin& twin, const Twin* group) {
  Rect box = twin.rect;
  if (group != nullptr) box = box.moved(-group->rect.x, -group->rect.y);
  if (group != nullptr && group->scrolled) box = box.moved(0, group->scrolled->offset);
  if (box == element.box) return;
  dom::set_box(twin.id, box);
  element.box = box;
}

void Document::arrange(const std::vector<Placed>& twins) {
  std::map<int, int> children;
  bool moved = std::exchange(restructured_, false);
  for (const Placed& placed : twins) {
    Element& element = shown_.find(placed.twin.id)->second;
    const std::string_view group =
        placed.parent < 0 ? dom::k_layer : std::string_view(twins[static_cast<std::size_t>(placed.parent)].twin.id);
    const int index = children[placed.parent]++;
    moved = moved || element.parent != group || element.index != index;
    element.parent = group;
    element.index = index;
  }
  for (const Placed& placed : twins) {
    Element& element = shown_.find(placed.twin.id)->second;
    if (moved) dom::place(placed.twin.id, element.parent, element.index);
    write_box(element, placed.twin, placed.parent < 0 ? nullptr : &twins[static_cast<std::size_t>(placed.parent)].twin);
  }
  for (const Placed& placed : twins) {
    const Element& element = shown_.find(placed.twin.id)->second;
    if (placed.twin.scrolled && placed.twin.scrolled != element.twin.scrolled) {
      dom::set_scroll(placed.twin.id, placed.twin.scrolled->offset, placed.twin.scrolled->extent);
    }
  }
}

void Document::show(std::vector<Placed> twins) {
  enclose_groups(twins);
  for (auto& [id, element] : shown_) element.wanted = false;
  for (const Placed& placed : twins) {
    Element& element = element_for(placed.twin);
    element.wanted = true;
    if (!(element.twin == placed.twin)) {
      write_attributes(element, placed.twin);
      write_content(element, placed.twin);
    }
    if (has_value(placed.twin) && element.value != value_of(placed.twin)) {
      element.value = value_of(placed.twin);
      dom::set_value(placed.twin.id, element.value);
    }
    if (element.inert != placed.inert) {
      if (placed.inert) {
        dom::set_attribute(placed.twin.id, "inert", "");
      } else {
        dom::remove_attribute(placed.twin.id, "inert");
      }
      element.inert = placed.inert;
    }
  }
  for (auto it = shown_.begin(); it != shown_.end();) {
    if (!it->second.wanted) dom::remove(it->first);
    restructured_ = restructured_ || !it->second.wanted;
    it = it->second.wanted ? std::next(it) : shown_.erase(it);
  }
  arrange(twins);
  for (Placed& placed : twins) shown_.find(placed.twin.id)->second.twin = std::move(placed.twin);
}

void Document::note_value(std::string_view id, std::string_view value) {
  const auto found = shown_.find(id);
  if (found != shown_.end()) found->second.value = value;
}

}  // namespace baize::web::semantics
