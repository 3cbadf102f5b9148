// Clients that never stop talking and read nothing of what they are told: each is cut off when what waits for it is too
// much, and nobody else notices.
#include <gtest/gtest.h>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <thread>

#include "server/doors.h"
#include "server/websocket_frames.h"

namespace baize::server::testing {
namespace {

namespace asio = boost::asio;

class Flood : public Doors {
 protected:
  Flood()
      : Doors([](ServerSettings& settings) {
          settings.max_messages = 100;
          settings.max_chat = 5;
        }) {}

  // Sends these bytes over and over on a WebSocket to the table; whether the connection was cut, which it is before far
  // too much was sent.
  bool is_cut(const std::string& bytes) const {
    asio::io_context context;
    asio::ip::tcp::socket socket(context);
    socket.connect({asio::ip::address_v4::loopback(), static_cast<std::uint16_t>(site().port())});
    asio::write(socket,
                asio::buffer("GET /ws/table/" + table_ +
                             " HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                             "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"));
    std::string head;
    char one = 0;
    while (!head.ends_with("\r\n\r\n") && socket.read_some(asio::buffer(&one, 1)) == 1) head.push_back(one);
    EXPECT_TRUE(head.starts_with("HTTP/1.1 101")) << head;
    boost::system::error_code cut;
    std::size_t sent = 0;
    constexpr std::size_t k_far_too_much = std::size_t{64} << 30;  // what is thrown away on the way to the end is fast
    while (!cut && sent < k_far_too_much) sent += asio::write(socket, asio::buffer(bytes), cut);
    return cut.failed();
  }

  // What became of somebody who poured, and of what Ann asked meanwhile.
  struct Flooded {
    bool cut = false;
    int acknowledged = 0;
  };
  static constexpr int k_asked = 41;
  Flooded pour_beside_ann(const Frame& frame) {
    open();
    Client ann = sit(ann_, 0);
    std::string bytes;
    for (int i = 0; i < 100; ++i) bytes += bytes_of(frame);
    Flooded told;
    std::jthread flood([&] { told.cut = is_cut(bytes); });
    const auto ask = [&](const char* action) { told.acknowledged += ann.ask({{"action", action}})["action"] == "ack"; };
    for (int i = 1; i < k_asked; ++i) ask(i % 2 == 1 ? "sit-out" : "sit-in");
    flood.join();
    ask("leave-table");
    return told;
  }
};

TEST_F(Flood, of_messages_that_are_none_ends_at_what_waits_for_their_sender) {
  const Flooded told = pour_beside_ann({k_text, R"({"action":"dance","request_id":"again"})"});
  EXPECT_TRUE(told.cut);
  EXPECT_EQ(told.acknowledged, k_asked);
}

TEST_F(Flood, of_lines_that_are_refused_ends_there_too) {
  const Flooded told = pour_beside_ann({k_text, R"({"action":"send-message","message":"buy","request_id":"again"})"});
  EXPECT_TRUE(told.cut);
  EXPECT_EQ(told.acknowledged, k_asked);
}

TEST_F(Flood, of_pings_ends_at_the_pongs_that_nobody_reads) {
  const Flooded told = pour_beside_ann({k_ping, std::string(125, 'p')});
  EXPECT_TRUE(told.cut);
  EXPECT_EQ(told.acknowledged, k_asked);
}

}  // namespace
}  // namespace baize::server::testing
