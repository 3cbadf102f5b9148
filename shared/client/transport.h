// The seam between the client and whatever carries its messages: a WebSocket of the browser, a socket of the load
// generator, a lossy wire of a test. It moves frames and says when it opened or closed; it never retries and knows no
// message.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "protocol/wire.h"

namespace baize::client {

// What a transport reports to. Never called from within open, send or close.
class TransportEvents {
 public:
  virtual ~TransportEvents() = default;
  // `agreed`: the form of all frames of this connection, as the server chose.
  virtual void on_open(protocol::Wire agreed) = 0;
  virtual void on_frame(std::string_view frame) = 0;
  // `code` as in RFC 6455 section 7.4; 1006 where the connection broke or never came about.
  virtual void on_close(std::uint16_t code, std::string_view reason) = 0;
};

class Transport {
 public:
  virtual ~Transport() = default;
  // Begins a new connection in the place of any that there is; answered by on_open or on_close. `best`: JSON alone is
  // offered, or binary first and JSON for a server that does not know it.
  virtual void open(TransportEvents& events, protocol::Wire best) = 0;
  // Only between on_open and on_close, in the form that was agreed.
  virtual void send(std::string_view frame) = 0;
  // Ends it without an on_close.
  virtual void close() = 0;
};

}  // namespace baize::client
