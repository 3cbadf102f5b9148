// A WebSocket as an object: it exists, it opens, it carries texts and bytes, it closes. The transport of shared/client
// in the browser. After its destructor nothing is called any more.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace baize::web::platform {

struct SocketEvents {
  std::function<void(const std::string& subprotocol)> opened;
  std::function<void(std::string_view)> text;
  std::function<void(std::string_view bytes)> binary;
  /// Exactly once, also when opening failed (1006). Close codes of RFC 6455 section 7.4 and of docs/protocol.md.
  std::function<void(int code, const std::string& reason)> closed;
};

class Socket {
 public:
  /// Starts to connect. Events come later, never from inside the constructor.
  Socket(const std::string& url, const std::vector<std::string>& subprotocols, SocketEvents events);
  ~Socket();
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;

  /// False if the socket is not open; then nothing was sent.
  bool send_text(std::string_view text);
  bool send_binary(std::string_view bytes);
  /// 1000 or 3000..4999; the reason at most 123 bytes. `closed` follows.
  void close(int code = 1000, std::string_view reason = {});
  /// Bytes that were handed over and not sent yet.
  std::int64_t waiting() const;

  /// The events and the browser's number of this socket; named here for the callbacks only.
  struct Line;

 private:
  std::unique_ptr<Line> line_;
};

}  // namespace baize::web::platform
