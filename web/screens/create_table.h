// The dialog that opens a table: its name, the settings of its game from their descriptions, and a passphrase for those
// who want one. Part of the lobby.
#pragma once

#include <string>

#include "web/screens/house.h"
#include "web/screens/lifeline.h"
#include "web/screens/settings_form.h"

namespace baize::web::screens {

class CreateTable {
 public:
  explicit CreateTable(House& house);

  // True when it is done with: given up, or the table was made and the house goes there.
  bool draw();

 private:
  void choose_game(int index);
  float form_height(float width) const;
  void draw_form(Rect area);
  void draw_game(Rect& area);
  void create();

  House& house_;
  int game_ = 0;  // of House::games
  SettingsForm form_;
  std::string name_;
  std::string passphrase_;
  std::string error_;
  bool waiting_ = false;
  bool done_ = false;
  Lifeline lifeline_;
};

}  // namespace baize::web::screens
