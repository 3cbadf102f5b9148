// OpenTables: the tables that this page is at besides the one that it shows. Who has a seat, or waits for one, keeps
// the connection while looking elsewhere; a strip at the top says where it is their turn and leads there.
#pragma once

#include <memory>
#include <vector>

#include "web/screens/table/table_screen.h"

namespace baize::web::screens {

class OpenTables {
 public:
  explicit OpenTables(House& house) : house_(house) {}

  // The screen of this table: the one that is open, or a new one.
  TableScreen& at(const core::TableId& id);
  // `shown` is the one on the stage, or null; others are let go where nothing binds this person to them any more.
  void show(const TableScreen* shown);

  void page_seen();
  void network(bool up);

  // Of the strip; 0 while there is nothing but what the stage shows.
  float height() const;
  void draw(const Rect& strip);

 private:
  std::vector<const TableScreen*> elsewhere() const;

  House& house_;
  std::vector<std::unique_ptr<TableScreen>> open_;
  const TableScreen* shown_ = nullptr;
};

}  // namespace baize::web::screens
