// The start screen: what this is, which server it found, and the name that makes a guest. Without a server it says so
// and offers practice.
#pragma once

#include <memory>
#include <string>

#include "web/screens/account_dialog.h"
#include "web/screens/house.h"
#include "web/screens/lifeline.h"
#include "web/screens/screen.h"

namespace baize::web::screens {

class Start final : public Screen {
 public:
  explicit Start(House& house);

  void draw(const Rect& stage) override;

 private:
  void draw_name(Rect& area, bool low);
  void draw_log_in(const Rect& rect);
  void draw_no_server(Rect& area);
  void draw_practice(Rect& area);
  void come_in();

  House& house_;
  std::string name_;
  std::string error_;
  bool waiting_ = false;
  std::unique_ptr<AccountDialog> log_in_;
  Lifeline lifeline_;
};

}  // namespace baize::web::screens
