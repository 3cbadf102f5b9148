// The chat of a table: what was said, and a line to say something. Used by the side panel.
#pragma once

#include <string>

#include "web/screens/table/open_table.h"

namespace baize::web::screens {

class ChatPanel {
 public:
  void draw(const Rect& area, OpenTable& table);

 private:
  void draw_lines(const Rect& area, const OpenTable& table);
  void draw_entry(const Rect& row, OpenTable& table);

  std::string text_;
  std::string name_;
};

}  // namespace baize::web::screens
