// A connection that comes, says what has to be said to be there, and is silent from then on; the WebSocket below it
// answers pings. For measuring what one costs that does nothing. No client::RemoteDoor, which would ping by itself.
#pragma once

#include <string>

#include "load/socket_transport.h"

namespace baize::bench {

class Quiet final : private Tap, private client::TransportEvents {
 public:
  // `joins`: it joins the table behind `path` and is there when it sees it; else as soon as its WebSocket is open.
  enum class Joins { yes, no };
  Quiet(boost::asio::io_context& context, const Site& site, std::string path, std::string token, protocol::Wire wire,
        Joins joins);

  bool there() const { return there_; }
  bool lost() const { return lost_; }

 private:
  bool heard(std::string_view frame, protocol::Wire wire, std::uint64_t wire_bytes) override;
  void handed_on() override {}
  void lost(std::uint16_t code, std::string_view why) override;
  void on_open(protocol::Wire agreed) override;
  void on_frame(std::string_view) override {}
  void on_close(std::uint16_t, std::string_view) override {}

  SocketTransport transport_;
  Joins joins_;
  bool there_ = false;
  bool lost_ = false;
};

}  // namespace baize::bench
