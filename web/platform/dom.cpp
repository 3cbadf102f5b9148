#include "web/platform/dom.h"

#include <emscripten/emscripten.h>

#include <utility>

#include "web/platform/callbacks.h"
#include "web/platform/frame_loop.h"

extern "C" {
void baize_dom_listen();
void baize_dom_create(const char* id, int id_size, const char* tag, int tag_size);
void baize_dom_remove(const char* id, int size);
void baize_dom_place(const char* id, int id_size, const char* parent, int parent_size, int index);
void baize_dom_set(const char* id, int id_size, const char* name, int name_size, const char* value, int value_size);
void baize_dom_unset(const char* id, int id_size, const char* name, int name_size);
void baize_dom_text(const char* id, int id_size, const char* text, int text_size);
void baize_dom_value(const char* id, int id_size, const char* text, int text_size);
void baize_dom_box(const char* id, int size, float x, float y, float width, float height);
void baize_dom_scroll(const char* id, int size, float offset, float extent);
void baize_dom_style(const char* id, int id_size, const char* name, int name_size, const char* value, int value_size);
void baize_dom_focus(const char* id, int size);
void baize_dom_speak(const char* text, int size, int assertive);
}

namespace baize::web::platform::dom {
namespace {

Events& events() {
  static Events only;
  return only;
}

int length(std::string_view text) { return static_cast<int>(text.size()); }

}  // namespace

void create(std::string_view id, std::string_view tag) {
  baize_dom_create(id.data(), length(id), tag.data(), length(tag));
}

void remove(std::string_view id) { baize_dom_remove(id.data(), length(id)); }

void place(std::string_view id, std::string_view parent, int index) {
  baize_dom_place(id.data(), length(id), parent.data(), length(parent), index);
}

void set_attribute(std::string_view id, std::string_view name, std::string_view value) {
  baize_dom_set(id.data(), length(id), name.data(), length(name), value.data(), length(value));
}

void remove_attribute(std::string_view id, std::string_view name) {
  baize_dom_unset(id.data(), length(id), name.data(), length(name));
}

void set_text(std::string_view id, std::string_view text) {
  baize_dom_text(id.data(), length(id), text.data(), length(text));
}

void set_value(std::string_view id, std::string_view value) {
  baize_dom_value(id.data(), length(id), value.data(), length(value));
}

void set_style(std::string_view id, std::string_view property, std::string_view value) {
  baize_dom_style(id.data(), length(id), property.data(), length(property), value.data(), length(value));
}

void set_box(std::string_view id, const Rect& box) {
  baize_dom_box(id.data(), length(id), box.x, box.y, box.width, box.height);
}

void set_scroll(std::string_view id, float offset, float extent) {
  baize_dom_scroll(id.data(), length(id), offset, extent);
}

void focus(std::string_view id) { baize_dom_focus(id.data(), length(id)); }

void speak(std::string_view text, Urgency urgency) {
  baize_dom_speak(text.data(), length(text), urgency == Urgency::assertive ? 1 : 0);
}

void listen(Events handlers) {
  events() = std::move(handlers);
  baize_dom_listen();
}

extern "C" {
EMSCRIPTEN_KEEPALIVE void baize_twin_activated(char* id) {
  events().activated(taken(id));
  request_frame();
}
EMSCRIPTEN_KEEPALIVE void baize_twin_edited(char* id, char* value) {
  const std::string name = taken(id);
  events().edited(name, taken(value));
  request_frame();
}
EMSCRIPTEN_KEEPALIVE void baize_twin_submitted(char* id) {
  events().submitted(taken(id));
  request_frame();
}
EMSCRIPTEN_KEEPALIVE void baize_twin_scrolled(char* id, float offset) {
  events().scrolled(taken(id), offset);
  request_frame();
}
EMSCRIPTEN_KEEPALIVE void baize_twin_focused(char* id, int ring) {
  events().focused(taken(id), ring != 0);
  request_frame();
}
}

}  // namespace baize::web::platform::dom
