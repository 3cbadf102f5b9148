// Text is compressed for whoever asks for it (RFC 7692), within the limits of text that is not.
#include <gtest/gtest.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>

#include "server/house.h"

namespace baize::server::testing {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;

// A client that asks for compression, as browsers do.
class Compressed {
 public:
  Compressed(int port, const std::string& target, const std::string& subprotocol = "baize.json.v1") : ws_(context_) {
    ws_.next_layer().connect({asio::ip::make_address("127.0.0.1"), static_cast<std::uint16_t>(port)});
    websocket::permessage_deflate deflate;
    deflate.client_enable = true;
    ws_.set_option(deflate);
    ws_.auto_fragment(false);
    ws_.write_buffer_bytes(64 * 1024);
    ws_.set_option(websocket::stream_base::decorator([&](websocket::request_type& request) {
      request.set(beast::http::field::sec_websocket_protocol, subprotocol);
    }));
    websocket::response_type response;
    ws_.handshake(response, "127.0.0.1", target);
    const auto found = response[beast::http::field::sec_websocket_extensions];
    agreed_ = std::string(found.data(), found.size());
  }

  // What the server answered to the offer; empty: nothing is compressed.
  const std::string& agreed() const { return agreed_; }
  void send(const std::string& text) { ws_.write(asio::buffer(text)); }
  Json next() {
    beast::flat_buffer buffer;
    ws_.read(buffer);
    return Json::parse(beast::buffers_to_string(buffer.cdata()));
  }
  // Reads to the end: the close code.
  int closed() {
    boost::system::error_code failure;
    for (beast::flat_buffer buffer; !failure; buffer.clear()) ws_.read(buffer, failure);
    return ws_.reason().code;
  }

 private:
  asio::io_context context_;
  websocket::stream<asio::ip::tcp::socket> ws_;
  std::string agreed_;
};

struct Compression : ::testing::Test {
  std::string path(const House& house) { return "/ws/table/" + house.site().open_table(house.site().guest("Ann")); }
};

TEST_F(Compression, is_agreed_on_with_small_windows_and_every_message_is_understood) {
  House house;
  Compressed client(house.site().port(), path(house));
  EXPECT_NE(client.agreed().find("permessage-deflate"), std::string::npos) << client.agreed();
  EXPECT_NE(client.agreed().find("server_max_window_bits=13"), std::string::npos) << client.agreed();
  client.send(R"({"action":"join-table","delta":true})");
  Json heard;
  while (heard["action"] != "update-game") heard = client.next();
  EXPECT_EQ(heard["game"]["table"]["game"], "holdem");
  for (int i = 0; i < 50; ++i) {
    client.send(R"({"action":"ping","t":)" + std::to_string(i) + "}");
    while (heard["action"] != "pong" || heard["t"] != i) heard = client.next();
  }
}

TEST_F(Compression, is_not_given_to_who_speaks_binary_or_where_the_house_has_turned_it_off) {
  House house;
  EXPECT_EQ(Compressed(house.site().port(), path(house), "baize.cereal.v1").agreed(), "");
  House plain([](ServerSettings& settings) { settings.deflate_bits = 0; });
  EXPECT_EQ(Compressed(plain.site().port(), path(plain)).agreed(), "");
}

TEST_F(Compression, does_not_let_in_a_message_that_grows_beyond_the_limit_when_it_is_read) {
  House house;
  Compressed within(house.site().port(), path(house));
  within.send(R"({"action":"ping","t":7,"words":")" + std::string(60'000, 'x') + "\"}");
  EXPECT_EQ(within.next()["action"], "pong");
  Compressed beyond(house.site().port(), path(house));
  // A thousand bytes on the wire, in one frame: all of it is there before the server says no.
  beyond.send(std::string(1'000'000, ' '));
  EXPECT_EQ(beyond.closed(), 1009);
}

}  // namespace
}  // namespace baize::server::testing
