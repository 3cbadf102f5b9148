// A row of a list that opens something: a title, a line below it, something at its right end.
#pragma once

#include <string>

#include "web/paint/icons.h"
#include "web/platform/geometry.h"

namespace baize::web::controls {

inline constexpr float k_row_height = 64;

struct ListRow {
  std::string id;
  std::string title;
  std::string detail;
  std::string trailing;  ///< "3 of 6"
  Rect rect;
  paint::Icon icon = paint::Icon::none;  ///< at the left
  std::string name;                      ///< for readers; empty: title, detail and trailing
  bool disabled = false;
};

/// True once when pressed. Put rows into a semantics::Group of Role::list; each is an item of it.
bool list_row(const ListRow& row);

}  // namespace baize::web::controls
