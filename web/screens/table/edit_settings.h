// The dialog in which the owner changes the settings of a table; they hold from the next deal on.
#pragma once

#include "web/screens/house.h"
#include "web/screens/settings_form.h"
#include "web/screens/table/open_table.h"

namespace baize::web::screens {

class EditSettings {
 public:
  EditSettings(const House& house, const OpenTable& table);

  // True when it is done with.
  bool draw(OpenTable& table);

 private:
  SettingsForm form_;
  bool sent_ = false;
};

}  // namespace baize::web::screens
