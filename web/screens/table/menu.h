// The menu of a table: what a player may do with a seat, and what the owner may do with the table. Others do not see
// the owner's part.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "web/paint/icons.h"
#include "web/screens/table/open_table.h"

namespace baize::web::screens {

class Menu {
 public:
  enum class Wish { nothing, close, add_chips, settings, leave_page };

  // Draws the dialog; does what the table can be asked for, and says what only the screen can do.
  Wish draw(OpenTable& table);

 private:
  struct Entry {
    std::string id;
    std::string label;
    paint::Icon icon = paint::Icon::none;
    bool danger = false;
    std::function<Wish()> act;
  };

  std::vector<Entry> seat_entries(OpenTable& table);
  std::vector<Entry> owner_entries(OpenTable& table);
  static std::vector<Entry> page_entries(OpenTable& table);
  Wish draw_entries(Rect& area, const std::vector<Entry>& entries);
  Wish draw_bots(Rect& area, OpenTable& table);

  int strength_ = 1;        // of the bot to add: games::Strength
  std::string asked_back_;  // the id of a dangerous entry that was pressed once
};

}  // namespace baize::web::screens
