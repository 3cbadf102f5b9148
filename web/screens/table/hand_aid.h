// The aid for practice: a line over the action bar that says what the own cards are and how often they win against
// everybody who is still in. It thinks in slices between the frames and is off until somebody switches it on; the
// browser remembers that. Only practice has it: at a table with people it would be unfair.
#pragma once

#include <optional>
#include <string>

#include "games/registry_thinking.h"
#include "web/screens/table/open_table.h"

namespace baize::web::screens {

// Whether it is switched on in this browser.
bool hand_aid_on();
void switch_hand_aid(bool on);

class HandAid {
 public:
  HandAid() = default;
  ~HandAid();
  HandAid(const HandAid&) = delete;
  HandAid& operator=(const HandAid&) = delete;

  // How high the line is at this table; 0 where there is none.
  static float height(const OpenTable& table);
  void draw(const Rect& line, const OpenTable& table);

 private:
  // Begins anew when cards or opponents are others than before.
  void follow(const OpenTable& table);
  void think();

  std::uint64_t revision_ = 0;
  std::optional<games::AnyOdds> odds_;
  bool thinking_ = false;
  int timer_ = 0;
};

}  // namespace baize::web::screens
