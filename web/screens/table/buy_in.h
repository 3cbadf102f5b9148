// The dialog that takes a seat or adds chips to one: how many chips, within the table's limits and the wallet, and for
// somebody without a name the name. It closes when the table has answered.
#pragma once

#include <optional>
#include <string>

#include "web/controls/amount_picker.h"
#include "web/screens/house.h"
#include "web/screens/table/open_table.h"

namespace baize::web::screens {

class BuyIn {
 public:
  // For this seat; with the viewer's own seat it adds chips.
  BuyIn(House& house, const OpenTable& table, core::Seat seat);

  // True when it is done with.
  bool draw(OpenTable& table);

 private:
  enum class Step { asking, naming, sent };

  bool adding() const { return adding_; }
  std::string title() const;
  // Why nothing can be bought at all; empty if something can.
  std::string obstacle(const OpenTable& table) const;
  void draw_name(Rect& area);
  void follow(OpenTable& table);
  void send(OpenTable& table);
  void take_seat(OpenTable& table);

  House& house_;
  core::Seat seat_;
  bool adding_;
  bool asks_owner_ = false;
  controls::AmountPicker picker_{"buy-in", "Buy-in"};
  std::vector<games::Preset> presets_;
  std::string name_;
  std::string error_;
  Step step_ = Step::asking;
};

}  // namespace baize::web::screens
