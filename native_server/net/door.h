// What the network knows of the house behind it: requests go in and answers come out; an upgrade request is answered by
// a refusal or by the loop that takes the connection over and the receiver of its messages. Implemented by http/app and
// rooms/; the network never knows what is said.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "http/message.h"
#include "net/connection_caps.h"
#include "net/http_caps.h"
#include "net/loop.h"

namespace baize::server {

// WebSocket close codes that we send (RFC 6455 section 7.4 and the protocol's own).
enum class CloseCode : std::uint16_t {
  normal = 1000,
  policy_violation = 1008,
  internal_error = 1011,
  restart = 1012,
  try_again_later = 1013,
  signed_out = 4401,
  opened_elsewhere = 4409
};

// A message to a client in up to four parts that are written one after the other: what only this reader gets around
// what all readers share. `clock` writes the time of sending, given in ms since `clock_from` (Unix ms), behind `head`.
struct Outgoing {
  // A newer view makes the older ones in a slow reader's queue worthless, and the events before them.
  enum class Kind { view, event, message };
  Kind kind = Kind::message;
  std::string (*clock)(core::TimeMs now) = nullptr;
  core::TimeMs clock_from = 0;
  std::string head;
  std::shared_ptr<const std::string> shared;
  std::string tail;

  // What it takes while it waits, in bytes.
  std::size_t size() const {
    return sizeof *this + head.capacity() + (shared ? shared->capacity() : 0) + tail.capacity();
  }
};

// A client's end of a connection. Used on its loop only; after it closed, calls do nothing.
class Connection {
 public:
  virtual ~Connection() = default;
  // Which of the server's connections it is, for the log: they are numbered from 1.
  virtual std::uint64_t number() const = 0;
  // The subprotocol that was agreed on; its frames are text or binary accordingly. Empty: none was offered.
  virtual std::string_view subprotocol() const = 0;
  // The sign-in that it was opened with, or that its client has made since; empty: none. It is closed when that ends.
  virtual std::string_view family() const = 0;
  // Whose it is, as the limits count (http/forwarded).
  virtual const std::string& address() const = 0;
  virtual void belong_to(const std::string& account, std::string family) = 0;
  // In order, never blocking; a reader that does not keep up loses views for newer ones and is closed in the end.
  virtual void send(Outgoing message) = 0;
  // All that was sent is on its way, so that the newest view will arrive: what is sent now may build on it.
  virtual bool keeps_up() const = 0;
  // Sends what is queued, then a close frame; what the client says from then on is not heard.
  virtual void close(CloseCode code, std::string_view reason) = 0;
};

// Who hears what a client says. Called on the connection's loop; `closed` is the last call.
class Receiver {
 public:
  virtual ~Receiver() = default;
  enum class Frame { text, binary };
  virtual void received(std::string_view frame, Frame kind) = 0;
  virtual void closed() = 0;
};

// An upgrade that is welcome: the loop that takes the socket over, and what to call there.
struct Admission {
  // A form of messages that is spoken here, by its name as a subprotocol.
  struct Language {
    std::string_view subprotocol;
    Receiver::Frame frames = Receiver::Frame::text;
  };
  Loop* loop = nullptr;
  std::string family;                              // of its connection
  std::shared_ptr<ConnectionCaps::Ticket> ticket;  // which it holds
  // The first is spoken with who offers none.
  std::vector<Language> languages;
  std::function<std::shared_ptr<Receiver>(std::shared_ptr<Connection>)> enter;
};
using AdmissionReply = std::function<void(std::variant<Response, Admission>)>;

// How much a client may ask of the network; bytes and milliseconds.
struct NetLimits {
  std::size_t header_bytes = 16 * 1024;
  std::size_t body_bytes = 64 * 1024;
  std::size_t frame_bytes = 64 * 1024;  // a message of a WebSocket, however many frames it comes in
  std::size_t queue_bytes = 256 * 1024;
  int deflate_bits = 13;             // the window of compressed text, as a power of two, 9 to 15; 0: none is compressed
  core::TimeMs header_ms = 10'000;   // from the connection, or the first byte of a later request, to its header's end
  core::TimeMs body_ms = 10'000;     // from there to the end of the body
  core::TimeMs idle_ms = 60'000;     // between the requests of one connection, and for an answer to go out
  core::TimeMs silence_ms = 40'000;  // of a WebSocket; it is pinged after half of it
  core::TimeMs blocked_ms = 10'000;  // a WebSocket whose client reads nothing
  // Control frames that a WebSocket's client may send in window_ms; 0: as many as it likes.
  std::uint32_t control_frames = 100;
  core::TimeMs window_ms = 10'000;
};

class Door {
 public:
  virtual ~Door() = default;
  // A connection from this address has come: a place for as long as it speaks HTTP, or why there is none.
  virtual core::Result<std::unique_ptr<HttpCaps::Place>> welcome(const std::string& peer) = 0;
  virtual void answer(Request request, Reply reply) = 0;
  virtual void admit(Request request, AdmissionReply reply) = 0;
  virtual const NetLimits& limits() const = 0;
};

}  // namespace baize::server
