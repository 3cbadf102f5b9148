// How many connections speak HTTP at once, and what becomes of those beyond.
#include "net/http_caps.h"

#include <gtest/gtest.h>

#include <boost/asio/ip/tcp.hpp>

#include "server/house.h"

namespace baize::server::testing {
namespace {

namespace asio = boost::asio;

TEST(HttpCaps, give_a_place_back_when_it_goes_and_count_no_address_of_a_proxy) {
  HttpCaps caps({4, 2});
  auto first = caps.admit("a");
  const auto second = caps.admit("a");
  EXPECT_EQ(caps.admit("a").error().reason, core::Reason::too_many);
  first->reset();
  EXPECT_FALSE(caps.crowded());
  const auto third = caps.admit("a");
  const auto proxied = caps.admit("");
  EXPECT_TRUE(caps.crowded());
  EXPECT_TRUE((*proxied)->crowded());
  const auto another = caps.admit("");
  EXPECT_EQ(caps.admit("").error().reason, core::Reason::server_full);
  EXPECT_EQ(caps.admit("b").error().reason, core::Reason::server_full);
}

TEST(HttpCaps, of_0_are_none) {
  HttpCaps caps({0, 0});
  std::vector<std::unique_ptr<HttpCaps::Place>> places;
  for (int i = 0; i < 1'000; ++i) places.push_back(std::move(*caps.admit("a")));
  EXPECT_FALSE(caps.crowded());
}

// A connection that says nothing, held open.
class Idle {
 public:
  explicit Idle(const House& house) : socket_(context_) {
    socket_.connect({asio::ip::address_v4::loopback(), static_cast<std::uint16_t>(house.site().port())});
  }

 private:
  asio::io_context context_;
  asio::ip::tcp::socket socket_;
};

// Asks until the answer has this status, for connections come and go a little after those who hold them.
Answer await_status(const House& house, int status) {
  Answer answer;
  for (int i = 0; i < 20'000 && answer.status != status; ++i) answer = house.site().get("/healthz");
  return answer;
}

TEST(HttpConnections, of_one_address_are_so_many_and_the_next_one_is_told_so) {
  const House house([](ServerSettings& settings) {
    settings.proxies.clear();
    settings.max_address_http = 2;
  });
  auto first = std::make_unique<Idle>(house);
  const Idle second(house);
  const auto refused = await_status(house, 429);
  EXPECT_EQ(refused.json()["code"], "too-many");
  EXPECT_EQ(refused.fields.at("retry-after"), "5");
  EXPECT_EQ(refused.fields.at("connection"), "close");
  first.reset();
  EXPECT_EQ(await_status(house, 200).status, 200);
}

TEST(HttpConnections, in_all_are_so_many_whoever_they_come_from_and_no_websocket_is_among_them) {
  const House house([](ServerSettings& settings) {
    settings.max_http_connections = 2;
    settings.max_address_http = 1;  // from here they come through a proxy
  });
  const std::string table = house.site().open_table(house.site().guest("Ann"));
  std::vector<Socket> sockets;
  for (int i = 0; i < 4; ++i) {
    Socket socket(house.site().port(), "/ws/table/" + table);
    for (int tries = 0; tries < 2'000 && socket.status() != 101; ++tries)
      socket = Socket(house.site().port(), "/ws/table/" + table);
    EXPECT_EQ(socket.status(), 101);
    sockets.push_back(std::move(socket));
  }
  auto first = std::make_unique<Idle>(house);
  const Idle second(house);
  const auto refused = await_status(house, 503);
  EXPECT_EQ(refused.json()["code"], "server-full");
  EXPECT_EQ(refused.fields.at("retry-after"), "5");
  for (Socket& one : sockets) {
    one.send({{"action", "ping"}});
    EXPECT_EQ(one.until_action("pong")["action"], "pong");
  }
  first.reset();
  EXPECT_EQ(await_status(house, 200).status, 200);
}

TEST(HttpConnections, are_kept_between_requests_only_while_there_is_room) {
  const House house([](ServerSettings& settings) {
    settings.max_http_connections = 4;
    settings.idle_ms = 3'600'000;
  });
  const Idle first(house);
  const Idle second(house);
  Answer answer;
  for (int i = 0; i < 20'000 && answer.fields.count("connection") == 0; ++i) answer = house.site().get("/healthz");
  EXPECT_EQ(answer.fields["connection"], "close");
  // It ends with its answer, where a connection that is kept would last an hour.
  const auto heard = raw_exchange(house.site().port(), "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_NE(heard.find("Connection: close\r\n"), std::string::npos) << heard;
}

}  // namespace
}  // namespace baize::server::testing
