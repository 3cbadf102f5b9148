// The seal of a table's fair deals: a small plate with four words under the header, a dialog that explains it and shows
// the values, and a red bar across the stage once it is broken, which stays. It shows what the session's witness has
// found, lets the table's own record be checked in this page, and judges nothing itself.
#pragma once

#include <memory>
#include <string>

#include "web/screens/table/open_table.h"

namespace baize::web::screens {

class Seal {
 public:
  // How much of a stage this wide it takes below the header, px: the broken seal's bar, and on narrow stages the plate.
  static float height(const OpenTable& table, float width);
  // `area`: the picture below the header.
  void draw(const Rect& area, OpenTable& table);
  // The dialog, if it is open.
  void draw_dialog(OpenTable& table);

 private:
  void draw_bar(const Rect& bar, const OpenTable& table);
  void draw_plate(const Rect& area, const OpenTable& table);
  void draw_record(Rect& area, OpenTable& table);
  void check_record(OpenTable& table);

  bool open_ = false;
  bool checking_ = false;
  std::vector<std::string> record_;  // what came of checking the table's record, a paragraph a line
  bool record_false_ = false;
  Lifeline lifeline_;
};

}  // namespace baize::web::screens
