// One connection's conversation with a table: reads its messages, answers those that are about the connection itself
// (joining, chat, names, pings) and hands the rest to the room as commands of whoever is connected.
#pragma once

#include "ops/log.h"
#include "protocol/client_codec.h"
#include "rooms/running_table.h"

namespace baize::server {

class Visitor : public Receiver, public std::enable_shared_from_this<Visitor> {
 public:
  Visitor(std::shared_ptr<RunningTable> table, std::shared_ptr<Connection> connection, Identity identity);

  void begin(RunningTable::Entry entry);
  void received(std::string_view frame, Frame kind) override;
  void closed() override;

 private:
  using RequestId = core::OrAbsent<core::RequestId>;

  void hear(const protocol::ClientMessage& message);
  void join(const protocol::JoinTable& wanted, const RequestId& request_id);
  void gather(bool wanted);
  void show_everything(const core::OrAbsent<std::uint64_t>& since);
  void stop_watching(const RequestId& request_id);
  void leave(const protocol::ClientMessage& message);
  void say(bool log, const std::string& text, std::size_t most, const RequestId& request_id);
  void take_name(const std::string& username, const RequestId& request_id);
  void become_guest(const core::Name& name, const RequestId& request_id);
  void is_guest(const core::Result<protocol::SignedIn>& made, const RequestId& request_id);
  void wait_to_watch(const RequestId& request_id);
  void lose_sight();
  void take_seat(const protocol::ClientMessage& message);
  void command(const protocol::ClientMessage& message);

  // Calls `then` on the table's loop, unless the connection is gone by then.
  template <class Value>
  std::function<void(Value)> while_here(std::function<void(Value)> then);
  void answer(const core::Result<void>& outcome, const RequestId& request_id);
  void tell(const protocol::ServerMessage& message);
  // For the log.
  About about(const RequestId& request_id) const;

  std::shared_ptr<RunningTable> table_;
  Spectator me_;
  ConnectionWindows windows_;
  bool here_ = false;
  Chat::Heard heard_;  // of what was said, before it watches and while it does not
  bool becoming_guest_ = false;
  std::vector<std::pair<std::string, RequestId>> names_;  // that were asked for meanwhile
};

}  // namespace baize::server
