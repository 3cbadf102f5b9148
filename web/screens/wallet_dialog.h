// The dialog of the wallet: what is in it, what came and went with the newest first, and the house's help for who has
// run out of chips.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/platform/geometry.h"
#include "web/screens/house.h"
#include "web/screens/lifeline.h"

namespace baize::web::screens {

class WalletDialog {
 public:
  explicit WalletDialog(House& house);

  // True when it should go away.
  bool draw();

 private:
  void ask(std::optional<std::int64_t> after);
  void take_in(const client::CallAnswer& answer, bool more);
  void draw_claim(Rect& area);
  void draw_entries(const Rect& area);
  void claim();

  House& house_;
  std::vector<protocol::LedgerEntry> entries_;
  std::optional<std::int64_t> next_;  // there are older ones
  bool known_ = false;                // a page has come
  bool asking_ = false;
  bool claiming_ = false;
  std::string trouble_;
  Lifeline lifeline_;
};

}  // namespace baize::web::screens
