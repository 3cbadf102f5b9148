// One of a few (a row of segments), yes or no (a switch), and one of several pages (tabs).
#pragma once

#include <string>
#include <vector>

#include "web/platform/geometry.h"

namespace baize::web::controls {

struct Option {
  std::string id;  ///< within the choice: "two-colour"
  std::string label;
};

struct Choice {
  std::string id;
  std::string label;  ///< of the whole, for readers; not drawn
  Rect rect;          ///< k_touch high
  std::vector<Option> options;
  bool disabled = false;
};

/// True when `selected` (an index) changed. Arrow keys move through the options.
bool choice(const Choice& choice, int& selected);

/// The same, drawn as tabs: what follows belongs to the selected one.
bool tabs(const Choice& choice, int& selected);

struct Switch {
  std::string id;
  std::string label;
  Rect rect;  ///< k_touch high: label left, switch right
  bool disabled = false;
  std::string hint;
};

/// True when `on` changed.
bool toggle(const Switch& toggle, bool& on);

}  // namespace baize::web::controls
