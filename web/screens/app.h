// App: the whole client. It keeps the house, shows the screen that the address, the server and the account ask for, and
// hands every frame and every word of the page to it. main makes the only one.
#pragma once

#include <memory>
#include <string>

#include "web/screens/house.h"
#include "web/screens/open_tables.h"
#include "web/screens/screen.h"

namespace baize::web::screens {

class App {
 public:
  // Starts to listen to the page: address, server, visibility, network.
  App();
  App(const App&) = delete;
  App& operator=(const App&) = delete;

  // Draws one frame into the open picture.
  void draw();

 private:
  // What is to be shown: names a screen and, for a table, which.
  std::string wanted() const;
  void make(const std::string& name);
  Screen* screen() const { return table_ != nullptr ? table_ : screen_.get(); }
  std::string wanted_for_deal(const client::DealLink& link) const;
  void show_wanted();

  House house_;
  std::string route_;
  std::string shown_;  // the name of the screen
  std::optional<std::uint32_t> shown_deal_;
  OpenTables tables_{house_};
  TableScreen* table_ = nullptr;    // the one of `tables_` that is on the stage
  std::unique_ptr<Screen> screen_;  // where none is
};

}  // namespace baize::web::screens
