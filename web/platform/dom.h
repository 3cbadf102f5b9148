// The few things that web/semantics does to the document: elements in the twin layer by their id, attributes, boxes,
// focus and the spoken lines. It keeps no picture of the document: whoever calls says only what changed.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "web/platform/geometry.h"

namespace baize::web::platform::dom {

/// The id of the layer that holds all twins.
inline constexpr std::string_view k_layer = "twins";

void create(std::string_view id, std::string_view tag);
void remove(std::string_view id);
/// Makes an element the child number `index` of `parent`. Nothing is touched when it stands there already.
void place(std::string_view id, std::string_view parent, int index);
void set_attribute(std::string_view id, std::string_view name, std::string_view value);
void remove_attribute(std::string_view id, std::string_view name);
void set_text(std::string_view id, std::string_view text);
/// The value of an input element; the caret goes to its end if that is another value than it has.
void set_value(std::string_view id, std::string_view value);
void set_style(std::string_view id, std::string_view property, std::string_view value);
/// `box` relative to the parent element's content.
void set_box(std::string_view id, const Rect& box);
/// For elements that scroll: how far, of how much (px).
void set_scroll(std::string_view id, float offset, float extent);
void focus(std::string_view id);
/// Speaks in the live region, whether or not the page is seen.
enum class Urgency { polite, assertive };
void speak(std::string_view text, Urgency urgency);

struct Events {
  /// A click that no pointer made: Enter, Space, assistive technology, element.click().
  std::function<void(const std::string& id)> activated;
  std::function<void(const std::string& id, const std::string& value)> edited;
  /// Enter in a line of text.
  std::function<void(const std::string& id)> submitted;
  /// The browser scrolled a scrolling element, to show something in it.
  std::function<void(const std::string& id, float offset)> scrolled;
  /// "" when no twin has the focus. `ring`: it should be seen (came by keyboard).
  std::function<void(const std::string& id, bool ring)> focused;
};
void listen(Events events);

}  // namespace baize::web::platform::dom
