// A line (or some lines) to type in: the frame and the label are drawn, the text itself is a real element of the
// document laid over the frame, so that phones show their keyboard, and input methods, spelling and paste work.
#pragma once

#include <string>

#include "web/semantics/twin.h"

namespace baize::web::controls {

/// Height of a label and its field; with an error below it, k_error_height more.
inline constexpr float k_field_height = 68;
inline constexpr float k_error_height = 22;

struct TextField {
  std::string id;
  std::string label;
  Rect rect;  ///< label above and field below; only the field when `label_hidden`
  bool label_hidden = false;
  std::string error;  ///< drawn below the rectangle, also spoken as the description
  std::string hint;
  bool disabled = false;
  semantics::Entry entry{};  ///< its kind, placeholder, length; `value` is filled in here
};

struct Typed {
  bool changed = false;
  bool submitted = false;  ///< Enter
};

Typed text_field(const TextField& field, std::string& value);

}  // namespace baize::web::controls
