// One reader of a table's read-only stream: gets a snapshot at once and at every change, and is heard only to be alive,
// no more often than others. Its part in the table is that of somebody who watches, or of a player who is there.
#pragma once

#include "rooms/running_table.h"

namespace baize::server {

class Stream : public Receiver {
 public:
  Stream(std::shared_ptr<RunningTable> table, std::shared_ptr<Connection> connection, Identity identity);

  void begin();
  void received(std::string_view, Frame) override;
  void closed() override;

 private:
  std::shared_ptr<RunningTable> table_;
  Spectator me_;
  ConnectionWindows windows_;
};

}  // namespace baize::server
