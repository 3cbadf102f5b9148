// The screen behind a link to a hand: it fetches the hand as this person may know it and replays it. The table itself
// is one press away.
#pragma once

#include <memory>

#include "web/screens/house.h"
#include "web/screens/lifeline.h"
#include "web/screens/replay/hand_replay.h"
#include "web/screens/screen.h"

namespace baize::web::screens {

class HandScreen final : public Screen {
 public:
  HandScreen(House& house, const client::DealLink& link);

  void draw(const Rect& stage) override;

 private:
  void ask();
  void take_in(const client::CallAnswer& answer);
  void draw_waiting(const Rect& stage);

  House& house_;
  const client::DealLink link_;
  std::unique_ptr<HandReplay> replay_;
  std::string trouble_;
  Lifeline lifeline_;
};

}  // namespace baize::web::screens
