// A client::Transport over a WebSocket on Asio and Beast: one connection of the generator. Its Tap hears every message
// before the door does and says whether the door needs it at all, so that most are never read in full.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <memory>
#include <string>

#include "client/transport.h"

namespace baize::bench {

// Where the server is.
struct Site {
  std::string host;  // as in the URL
  boost::asio::ip::tcp::endpoint endpoint;
};

class Tap {
 public:
  virtual ~Tap() = default;
  // A message came in, which took so many bytes on the wire. True if it is to be handed on to the events that the
  // transport was opened with.
  virtual bool heard(std::string_view frame, protocol::Wire wire, std::uint64_t wire_bytes) = 0;
  // It was handed on.
  virtual void handed_on() = 0;
  // The connection is lost, or never came about; `why` is for people.
  virtual void lost(std::uint16_t code, std::string_view why) = 0;
};

class SocketTransport final : public client::Transport {
 public:
  // `tap` outlives the transport.
  SocketTransport(boost::asio::io_context& context, const Site& site, Tap& tap);
  ~SocketTransport() override;

  // What to open: a path with its leading slash, and the bearer's token, or none.
  void aim(std::string path, std::string token);

  void open(client::TransportEvents& events, protocol::Wire best) override;
  void send(std::string_view frame) override;
  void close() override;

  // The connection breaks, as with a network that is gone: nothing is said to the server any more, and the events hear
  // of it.
  void break_off();
  // Every connection from now on offers to have its text compressed (RFC 7692).
  void deflate() { deflate_ = true; }
  // What follows is for a client that does not keep up. Every connection from now on takes in little before the server
  // notices: small segments and a small window, as over a phone's network instead of within one machine.
  void narrow() { narrow_ = true; }
  // Nothing is read any more, neither from this connection nor from any that follows.
  void stop_reading();

 private:
  class Line;

  boost::asio::io_context& context_;
  const Site& site_;
  Tap& tap_;
  std::string path_;
  std::string token_;
  bool deflate_ = false;
  bool narrow_ = false;
  bool reads_ = true;
  std::shared_ptr<Line> line_;
};

}  // namespace baize::bench
