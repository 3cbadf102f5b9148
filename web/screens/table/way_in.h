// What stands before a table that is not shown to this person yet: a passphrase to give, or, where there are no
// spectators, a seat to ask for. Used by the table's screen.
#pragma once

#include <string>

#include "web/screens/house.h"
#include "web/screens/table/open_table.h"

namespace baize::web::screens {

class WayIn {
 public:
  enum class Wish { nothing, lobby, try_passphrase };

  Wish draw(House& house, OpenTable& table);
  const std::string& passphrase() const { return passphrase_; }

 private:
  Wish draw_locked(const OpenTable& table);
  Wish draw_private(House& house, OpenTable& table);
  void ask_for_seat(House& house, OpenTable& table, core::Seat seat);

  std::string passphrase_;
  std::string name_;
  bool naming_ = false;  // a guest is being made of somebody who has no name yet
  bool asked_ = false;   // for the seat
};

}  // namespace baize::web::screens
