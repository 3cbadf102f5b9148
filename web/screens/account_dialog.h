// The dialog around an account: signing in to one, making one, and for who is signed in what this browser knows of it.
// A guest can choose a password there and keeps name, chips and seats; who has one can sign out.
#pragma once

#include <optional>
#include <string>

#include "web/platform/geometry.h"
#include "web/screens/house.h"
#include "web/screens/lifeline.h"
#include "web/screens/wallet_dialog.h"

namespace baize::web::screens {

class AccountDialog {
 public:
  enum class Purpose { log_in, sign_up, look };
  AccountDialog(House& house, Purpose purpose);

  // True when it should go away.
  bool draw();

 private:
  bool asks() const;
  bool offers_other() const;
  std::string title() const;
  std::string_view verb() const;
  bool draw_form(Rect& area);
  void draw_other(Rect& area);
  void draw_wallet(Rect& area);
  void draw_known(Rect& area);
  void send();
  void told(const std::string& sentence);

  House& house_;
  Purpose purpose_;
  std::optional<WalletDialog> wallet_;  // in place of this dialog
  std::string name_;
  std::string password_;
  std::string error_;
  bool waiting_ = false;
  bool done_ = false;
  Lifeline lifeline_;
};

}  // namespace baize::web::screens
