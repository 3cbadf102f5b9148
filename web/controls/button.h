// Buttons and links: a label, an icon or both on a plate, with a twin that does the same.
#pragma once

#include <optional>
#include <string>

#include "web/paint/icons.h"
#include "web/platform/geometry.h"

namespace baize::web::controls {

/// primary: the one thing to do here. good, danger: calls and folds. quiet: no plate until pointed at.
enum class Kind { normal, primary, good, danger, quiet };

struct Button {
  std::string id;
  std::string label;  ///< what it is called, also when only the icon is drawn
  Rect rect;          ///< k_touch high at least
  Kind kind = Kind::normal;
  paint::Icon icon = paint::Icon::none;
  bool icon_only = false;
  std::string detail;  ///< a second, smaller line: an amount
  bool disabled = false;
  std::string hint;      ///< tooltip and description; for a disabled button the reason
  std::string shortcut;  ///< one capital letter, "A".."Z": pressing that key presses the button. Shown at its edge.
  std::optional<bool> pressed;   ///< stays down
  std::optional<bool> expanded;  ///< opens something
  std::string copies;            ///< goes to the clipboard when pressed
};

/// True once when it was pressed: by mouse, touch, key or through its twin.
bool button(const Button& button);

/// An icon in a square of k_touch.
bool icon_button(const std::string& id, paint::Icon icon, const std::string& label, const Rect& rect);

/// As wide as its label and icon need.
float button_width(const Button& button);

/// Text that leads elsewhere; the browser follows it ("#/", "https://..").
void link(const std::string& id, const Rect& rect, const std::string& label, const std::string& href);

}  // namespace baize::web::controls
