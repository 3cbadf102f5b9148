// The part of the seal's dialog that checks whole records in this page, with the code of `baize verify`: the table's
// own as the house has stored it, or a file that was kept; and that gives the table's record as such a file.
#pragma once

#include <string>

#include "web/screens/table/open_table.h"

namespace baize::web::screens {

class RecordCheck {
 public:
  // px, in a column this wide.
  float height(float width, bool practice) const;
  // Takes what it needs off the area's upper edge. In practice there is no record of the table, only files.
  void draw(Rect& area, OpenTable& table);

 private:
  enum class Fetch { check, keep };

  void fetch(OpenTable& table, Fetch why);
  void choose();
  // What came of checking this text; `name` says what it is.
  void check(const std::string& name, std::string_view text);
  void say(std::string words, bool bad);

  std::string found_;  // in words; empty before anything was checked
  bool bad_ = false;
  bool fetching_ = false;
  Lifeline lifeline_;
};

}  // namespace baize::web::screens
