// SocketTransport: the browser's WebSocket as the transport of a RemoteDoor, opened as whoever the account is at that
// moment. It tells the table after each event, so that messages are taken in without waiting for a frame.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "client/transport.h"
#include "web/platform/socket.h"
#include "web/screens/account.h"

namespace baize::web::screens {

class SocketTransport final : public client::Transport {
 public:
  // What the table does around an event: `before` lets time pass, so that the event has its right time, `after` takes
  // in what it brought. Both may end the transport's connection but not the transport.
  struct Around {
    std::function<void()> before;
    std::function<void()> after;
    std::function<void()> never_opened;  // closed before it was open: perhaps there is no such table
  };

  SocketTransport(Account& account, std::string table, Around around);

  void open(client::TransportEvents& events, protocol::Wire best) override;
  void send(std::string_view frame) override;
  void close() override;

 private:
  void connect(const std::string& url);
  void closed(int code, const std::string& reason);
  void tell(const std::function<void(client::TransportEvents&)>& event);

  Account& account_;
  std::string table_;
  Around around_;
  client::TransportEvents* events_ = nullptr;
  std::unique_ptr<platform::Socket> socket_;
  protocol::Wire best_ = protocol::Wire::json;  // to be offered
  protocol::Wire wire_ = protocol::Wire::json;  // of this connection
  bool was_open_ = false;
  // Of the present attempt; an address that comes for an older one, or after the end, finds it gone.
  std::shared_ptr<int> attempt_;
};

}  // namespace baize::web::screens
