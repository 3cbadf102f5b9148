// The seal of a table's fair deals: a small plate with four words under the header, a dialog that explains it, shows
// the values and lets records be checked, and once it is broken a red bar above everything, dialogs and replays too,
// which stays. It shows what the session's witness has found and judges nothing itself.
#pragma once

#include "web/screens/table/record_check.h"

namespace baize::web::screens {

class Seal {
 public:
  // How much of a stage this wide the broken seal's bar takes at the top, px; nothing of an unbroken one.
  static float bar_height(const OpenTable& table, float width);
  // Into a strip as high as that.
  void draw_bar(const Rect& bar, const OpenTable& table);
  // How much of a stage this wide the plate takes below the header, px: some only where it is narrow.
  static float height(const OpenTable& table, float width);
  // The plate. `area`: the picture below the header.
  void draw(const Rect& area, OpenTable& table);
  // The dialog, if it is open.
  void draw_dialog(OpenTable& table);

 private:
  void draw_plate(const Rect& area, const OpenTable& table);

  bool open_ = false;
  RecordCheck record_;
};

}  // namespace baize::web::screens
