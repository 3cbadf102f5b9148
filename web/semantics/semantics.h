// The accessible side of the picture, rebuilt while it is drawn: twins are collected in reading order and only what
// changed since the last frame touches the document. What people do to a twin without a pointer comes back by its id.
// Announcements need no frame, so that hidden tabs speak too.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "web/platform/dom.h"
#include "web/semantics/twin.h"

namespace baize::web::semantics {

/// Starts to listen to the document. Call once.
void start();

/// Around everything that a frame draws; end_frame() changes the document.
void begin_frame();
void end_frame();

/// What follows belongs to this group until its end. A group without a rectangle gets the one around its members.
/// A dialog makes everything outside itself inert and takes the focus; when it goes the focus returns to where it was.
void begin_group(Twin group);
void end_group();

class Group {
 public:
  explicit Group(Twin group) { begin_group(std::move(group)); }
  Group(std::string id, Role role, std::string name) {
    begin_group({.id = std::move(id), .role = role, .name = std::move(name)});
  }
  ~Group() { end_group(); }
  Group(const Group&) = delete;
  Group& operator=(const Group&) = delete;
};

/// Two twins of one id in one frame are a broken invariant and abort.
void add(Twin twin);

/// What follows is cut to `area`, a part of the picture that scrolls, until end_scroll(). What is scrolled away stays
/// in the document, to be read and reached by Tab, but no pointer meets it.
void begin_scroll(const std::string& id, const Rect& area, const Scrolled& scrolled);
void end_scroll();
/// To where the browser or assistive technology scrolled this area since the last frame, to show something in it.
std::optional<float> scrolled(std::string_view id);
/// What is visible of a rectangle here.
Rect visible(const Rect& rect);

/// True once after the twin was activated without a pointer. Ask before or after add(), in the same frame.
bool activated(std::string_view id);
/// The text that somebody typed into an entry, or the number that a slider was set to, since the last frame.
std::optional<std::string> edited(std::string_view id);
/// True once after Enter in an entry.
bool submitted(std::string_view id);

/// The document's focus is the only one.
bool focused(std::string_view id);
/// The same, and it came by keyboard: draw a ring around it.
bool focus_seen(std::string_view id);
/// True in the first frame after the focus came here: time to scroll it into view.
bool focus_arrived(std::string_view id);
/// At the end of this frame.
void focus(std::string_view id);

/// True when a dialog is open and the innermost group that is being drawn does not lie in it.
bool covered();

using Urgency = platform::dom::Urgency;
/// Spoken by screen readers: `polite` after what they are saying, `assertive` (your turn, errors) at once.
void announce(std::string_view text, Urgency urgency = Urgency::polite);

}  // namespace baize::web::semantics
