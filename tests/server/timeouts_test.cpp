// Clients that take their time: each has some, by a setting that is short here, and is cut off when it is over. What
// ends a connection is waited for, never timed.
#include <gtest/gtest.h>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <thread>

#include "server/websocket_frames.h"

namespace baize::server::testing {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;

// Far longer than any test takes: what ends a connection is never this.
constexpr std::int32_t k_never = 3'600'000;

void be_patient(ServerSettings& settings) {
  settings.header_ms = settings.body_ms = settings.idle_ms = k_never;
  settings.silence_ms = settings.blocked_ms = k_never;
}

// Sends `begin` and then the bytes of `more` over and over, one in a millisecond, until the server ends the connection;
// what it has said until then.
std::string drip(int port, std::string_view begin, std::string_view more) {
  asio::io_context context;
  asio::ip::tcp::socket socket(context);
  socket.connect({asio::ip::address_v4::loopback(), static_cast<std::uint16_t>(port)});
  asio::write(socket, asio::buffer(begin));
  std::string heard;
  char part[1024];
  bool ended = false;
  std::function<void()> read = [&] {
    socket.async_read_some(asio::buffer(part), [&](error_code failure, std::size_t count) {
      heard.append(part, count);
      ended = static_cast<bool>(failure);
      if (!ended) read();
    });
  };
  asio::steady_timer tick(context);
  std::size_t sent = 0;
  std::function<void()> send = [&] {
    tick.expires_after(std::chrono::milliseconds(1));
    tick.async_wait([&](error_code) {
      error_code gone;
      asio::write(socket, asio::buffer(&more[sent++ % more.size()], 1), gone);
      if (!gone && !ended) send();
    });
  };
  read();
  send();
  for (const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(30); !ended;) {
    if (context.run_one_until(until) == 0) throw std::runtime_error("the server never ended the connection");
  }
  return heard;
}

// Whether this server still answers.
void expect_alive(const House& house) { EXPECT_EQ(house.site().get("/healthz").status, 200); }

TEST(TimeOut, of_a_header_that_is_sent_a_byte_at_a_time_ends_the_connection) {
  const House house([](ServerSettings& settings) {
    be_patient(settings);
    settings.header_ms = 1'000;
  });
  EXPECT_EQ(drip(house.site().port(), "GET /healthz HTTP/1.1\r\nHost: a\r\nX-Slow: ", "z"), "");
  // The same of an upgrade, and of a second request on a connection that was kept.
  EXPECT_EQ(drip(house.site().port(), "GET /ws/table/x HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n", "z"),
            "");
  const std::string kept = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n";
  EXPECT_TRUE(drip(house.site().port(), kept, "z").starts_with("HTTP/1.1 200 OK\r\n"));
  expect_alive(house);
}

TEST(TimeOut, of_a_connection_that_asks_for_nothing_is_that_of_a_header) {
  const House house([](ServerSettings& settings) {
    be_patient(settings);
    settings.header_ms = 1'000;
  });
  EXPECT_EQ(raw_exchange(house.site().port(), ""), "");
  expect_alive(house);
}

TEST(TimeOut, of_a_body_that_never_ends_closes_the_connection) {
  const House house([](ServerSettings& settings) {
    be_patient(settings);
    settings.body_ms = 100;
  });
  const std::string head = "POST /api/auth/guest HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
  EXPECT_EQ(drip(house.site().port(), head + "Content-Length: 60000\r\n\r\n{", " "), "");
  // In chunks, of which there is always one more.
  EXPECT_EQ(drip(house.site().port(), head + "Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n"), "");
  expect_alive(house);
}

TEST(TimeOut, between_two_requests_closes_the_connection) {
  const House house([](ServerSettings& settings) {
    be_patient(settings);
    settings.idle_ms = 100;
  });
  const auto heard = raw_exchange(house.site().port(), "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_TRUE(heard.starts_with("HTTP/1.1 200 OK\r\n")) << heard;
}

TEST(TimeOut, of_answers_that_nobody_reads_ends_the_connection) {
  const House house([](ServerSettings& settings) {
    be_patient(settings);
    settings.idle_ms = 100;
  });
  const auto metric = [&](const std::string& name) {
    const std::string page = house.site().get("/metrics").body;
    return std::stol(page.substr(page.find("\n" + name + " ") + name.size() + 2));
  };
  asio::io_context context;
  asio::ip::tcp::socket greedy(context);
  greedy.connect({asio::ip::address_v4::loopback(), static_cast<std::uint16_t>(house.site().port())});
  const std::string one = "GET /api/asyncapi.json HTTP/1.1\r\nHost: a\r\n\r\n";
  std::string many;
  for (int i = 0; i < 1'000; ++i) many += one;
  asio::write(greedy, asio::buffer(many));
  // It is answered until nothing more goes into the pipe.
  long sent = 0;
  for (int i = 0; i < 20'000 && sent < 500'000; ++i) sent = metric("baize_sent_bytes_total");
  ASSERT_GE(sent, 500'000);
  long open = 2;
  for (int i = 0; i < 20'000 && open > 1; ++i) open = metric("baize_connections{kind=\"http\"}");
  EXPECT_EQ(open, 1);  // the one that asks
}

// A WebSocket that is upgraded and then says only this, until the server ends it.
Conversation say_no_more(const House& house, const std::string& table, const std::vector<Frame>& frames) {
  std::string bytes;
  for (const Frame& one : frames) bytes += bytes_of(one);
  return read_conversation(raw_exchange(house.site().port(),
                                        "GET /ws/table/" + table +
                                            " HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                            "Sec-WebSocket-Version: 13\r\n"
                                            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
                                        bytes));
}

TEST(TimeOut, of_a_silent_socket_comes_after_a_ping_and_whoever_answers_it_stays) {
  const House house([](ServerSettings& settings) {
    be_patient(settings);
    settings.silence_ms = 4'000;
  });
  const Player ann = house.site().guest("Ann");
  const std::string table = house.site().open_table(ann);
  // This one reads, and so answers pings, all the while; it says nothing itself.
  Socket alive = house.site().watch(table);
  std::jthread reads([&] { EXPECT_EQ(alive.until_action("new-message")["message"], "still there?"); });
  for (int i = 0; i < 2; ++i) {
    const Conversation silent = say_no_more(house, table, {{k_text, R"({"action":"ping"})"}});
    EXPECT_EQ(silent.payloads(k_text).size(), 1u);
    EXPECT_EQ(silent.payloads(k_ping).size(), 1u);
  }
  Socket socket = house.site().join(table, ann);
  socket.send({{"action", "send-message"}, {"message", "still there?"}});
  socket.until_action("new-message");
}

TEST(TimeOut, of_a_message_that_never_ends_is_none_as_long_as_it_goes_on_but_it_is_bound) {
  const House house([](ServerSettings& settings) {
    be_patient(settings);
    settings.max_frame_bytes = 1'000;
  });
  const Player ann = house.site().guest("Ann");
  const std::string table = house.site().open_table(ann);
  std::vector<Frame> frames(2'000, Frame{k_continuation, "x", false});
  frames.front().opcode = k_text;
  EXPECT_EQ(say_no_more(house, table, frames).close_code(), 1009);
  expect_alive(house);
}

TEST(ControlFrames, are_answered_up_to_a_number_and_then_close_with_1008) {
  const House house([](ServerSettings& settings) {
    be_patient(settings);
    settings.max_messages = 10;
    settings.window_ms = k_never;
  });
  const std::string table = house.site().open_table(house.site().guest("Ann"));
  const Frame text{k_text, R"({"action":"ping"})"};
  std::vector<Frame> frames(5, Frame{k_ping, "a"});
  frames.insert(frames.end(), 5, Frame{k_pong, "b"});
  frames.push_back(text);
  frames.push_back({k_close, close_payload(1000)});
  const Conversation few = say_no_more(house, table, frames);
  EXPECT_EQ(few.payloads(k_pong).size(), 5u);
  EXPECT_EQ(few.payloads(k_text).size(), 1u);
  EXPECT_EQ(few.close_code(), 1000);
  frames.assign(1'000, Frame{k_ping, "a"});
  EXPECT_EQ(say_no_more(house, table, frames).close_code(), 1008);
  expect_alive(house);
}

TEST(TimeOut, that_is_0_is_refused_at_the_start) {
  for (const char* flag : {"--header-ms", "--body-ms", "--idle-ms", "--silence-ms", "--window-ms"}) {
    const auto ended = run_baize({"serve", flag, "0", "--print-config"});
    EXPECT_EQ(ended.code, 1) << flag;
    EXPECT_TRUE(ended.errors.ends_with(" needs a number above 0.\n")) << ended.errors;
  }
}

}  // namespace
}  // namespace baize::server::testing
