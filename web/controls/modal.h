// A dialog over everything else: what is behind it is dark, cannot be pressed and is inert for readers; the focus moves
// in when it opens and back when it closes. Draw its content between construction and destruction, each frame while it
// is open.
#pragma once

#include <string>

#include "web/platform/geometry.h"

namespace baize::web::controls {

class Modal {
 public:
  /// `size` is the most it takes; on small screens it is narrower and lies at the lower edge, where thumbs are.
  Modal(const std::string& id, const std::string& title, Size size);
  ~Modal();
  Modal(const Modal&) = delete;
  Modal& operator=(const Modal&) = delete;

  /// Below the title, inside the margins.
  const Rect& content() const { return content_; }
  /// The person wants it closed: Escape, the cross, or a press beside it.
  bool dismissed() const { return dismissed_; }

  /// Keeps so much of the stage's upper edge free of dialogs and their shade, px, until it is set to something else.
  static void keep_clear(float top);

  /// What the margins and the title add to the height of a content.
  static constexpr float k_frame_height = 96;

 private:
  Rect content_;
  bool dismissed_ = false;
};

}  // namespace baize::web::controls
