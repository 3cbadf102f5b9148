#include "server/crowd.h"

#include <algorithm>

#include "server/websocket_frames.h"

namespace baize::server::testing {

namespace asio = boost::asio;
using boost::system::error_code;

void Crowd::add(Who who) {
  One& one = all_.emplace_back(One{asio::ip::tcp::socket(context_), who});
  one.socket.connect({asio::ip::address_v4::loopback(), static_cast<std::uint16_t>(port_)});
  asio::write(one.socket,
              asio::buffer("GET " + target_ +
                           " HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                           "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"));
  while (one.heard.find("\r\n\r\n") == std::string::npos) {
    const auto count = one.socket.read_some(asio::buffer(one.part));
    one.heard.append(one.part, 0, count);
  }
  if (!one.heard.starts_with("HTTP/1.1 101")) throw std::runtime_error("not let in: " + one.heard);
  one.heard.clear();
  asio::write(one.socket, asio::buffer(bytes_of({k_text, R"({"action":"join-table"})"})));
}

void Crowd::read(One& one) {
  one.socket.async_read_some(asio::buffer(one.part), [this, &one](error_code failure, std::size_t count) {
    one.heard.append(one.part, 0, count);
    one.ended = static_cast<bool>(failure);
    if (one.ended) return;
    const bool closed =
        one.heard.find(bytes_of({k_close, close_payload(1012, "restarting"), true, 0, false})) != std::string::npos;
    error_code gone;
    if (closed) asio::write(one.socket, asio::buffer(bytes_of({k_close, close_payload(1012)})), gone);
    read(one);
  });
}

void Crowd::read_to_the_end() {
  for (One& one : all_)
    if (one.who == Who::reads) read(one);
  context_.run_for(std::chrono::seconds(60));
  for (const One& one : all_)
    if (one.who == Who::reads && !one.ended) throw std::runtime_error("a connection never ended");
}

std::deque<std::string> Crowd::heard() const {
  std::deque<std::string> all;
  for (const One& one : all_)
    if (one.who == Who::reads) all.push_back(one.heard);
  return all;
}

}  // namespace baize::server::testing
