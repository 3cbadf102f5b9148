// The lobby: the tables of the server, with their stakes and free seats, and the way to a new one or to practice. It
// asks for the list again every few seconds while it is seen.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "client/standing.h"
#include "web/screens/account_dialog.h"
#include "web/screens/create_table.h"
#include "web/screens/house.h"
#include "web/screens/lifeline.h"
#include "web/screens/screen.h"

namespace baize::web::screens {

class Lobby final : public Screen {
 public:
  explicit Lobby(House& house);
  ~Lobby() override;

  void draw(const Rect& stage) override;
  void page_seen() override { ask(); }
  void network(bool up) override;

 private:
  void ask();
  void take_in(const client::CallAnswer& answer);
  client::Connection connection() const;
  void draw_header(const Rect& strip);
  void draw_person(Rect& strip, bool narrow);
  void draw_tables(const Rect& area);
  void draw_table(const protocol::TableSummary& table, const Rect& rect);

  House& house_;
  std::vector<protocol::TableSummary> tables_;
  bool known_ = false;   // a list has come
  bool up_ = true;       // the device has a network
  int status_ = 200;     // of the last answer; 0: none came
  std::string trouble_;  // why the last one did not
  bool asking_ = false;
  int timer_ = 0;
  std::unique_ptr<CreateTable> create_;
  std::unique_ptr<AccountDialog> person_;
  Lifeline lifeline_;
};

}  // namespace baize::web::screens
