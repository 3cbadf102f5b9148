// The seam between the client and whatever carries its messages: a WebSocket of the browser, a socket of the load
// generator, a lossy wire of a test. It moves text and says when it opened or closed; it never retries and knows no
// message.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace baize::client {

// What a transport reports to. Never called from within open, send or close.
class TransportEvents {
 public:
  virtual ~TransportEvents() = default;
  virtual void on_open() = 0;
  virtual void on_text(std::string_view text) = 0;
  // `code` as in RFC 6455 section 7.4; 1006 where the connection broke or never came about.
  virtual void on_close(std::uint16_t code, std::string_view reason) = 0;
};

class Transport {
 public:
  virtual ~Transport() = default;
  // Begins a new connection in the place of any that there is; answered by on_open or on_close.
  virtual void open(TransportEvents& events) = 0;
  // Only between on_open and on_close.
  virtual void send(std::string_view text) = 0;
  // Ends it without an on_close.
  virtual void close() = 0;
};

}  // namespace baize::client
