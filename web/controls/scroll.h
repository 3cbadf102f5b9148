// Scroll: an area that shows a part of something higher. It moves by wheel, by finger (with the swing that people
// expect) and when the focus goes to something that is out of sight; a thin bar says where one is.
#pragma once

#include <string>

#include "web/platform/geometry.h"

namespace baize::web::controls {

/// Draw what is inside between construction and destruction, at the places that content() gives.
///
///   controls::Scroll scroll("lobby/tables", area, 64 * count);
///   Rect rest = scroll.content();
///
/// `stick`: stays at the end while it is there and the content grows (a chat).
class Scroll {
 public:
  enum class Stick { no, to_end };
  Scroll(const std::string& id, const Rect& area, float content_height, Stick stick = Stick::no);
  ~Scroll();
  Scroll(const Scroll&) = delete;
  Scroll& operator=(const Scroll&) = delete;

  /// As wide as the area, as high as the content, moved up by what is scrolled away.
  Rect content() const;
  /// Worth drawing at all.
  bool shows(const Rect& rect) const { return rect.overlaps(area_); }

 private:
  struct State;
  friend void scroll_to_focus(const std::string& id, const Rect& rect);
  static State& state_of(const std::string& id);
  void follow_pointer();
  void limit();

  Rect area_;
  float height_;
  State& state_;
  Scroll* around_;  // the area that this one lies in
};

/// Brings a control that the focus has just reached into sight. press() and the entries call it.
void scroll_to_focus(const std::string& id, const Rect& rect);

}  // namespace baize::web::controls
