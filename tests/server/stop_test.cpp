#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <thread>

#include "server/crowd.h"
#include "server/websocket_frames.h"

namespace baize::server::testing {
namespace {

TEST(Stop, a_terminated_server_says_1012_to_its_clients_and_ends_well) {
  const Folder folder;
  const std::string database = (folder / "baize.db").string();
  ChildServer server({"--db", database});
  const Player ann = server.site().guest("Ann");
  const std::string table = server.site().open_table(ann);
  Socket socket = server.site().join(table, ann);
  Socket silent(server.site().port(), "/ws/table/" + table);
  std::thread closing;
  int code = -1;
  closing = std::thread([&] { code = server.terminate(); });
  EXPECT_GT(socket.until_action("server-restarting")["in_ms"], 0);
  EXPECT_EQ(socket.closed(), 1012);
  EXPECT_EQ(silent.closed(), 1012);
  closing.join();
  EXPECT_EQ(code, 0);
}

TEST(Stop, a_client_that_does_not_answer_cannot_hold_it_up) {
  const Folder folder;
  ChildServer server({"--db", (folder / "baize.db").string()});
  const Player ann = server.site().guest("Ann");
  const std::string table = server.site().open_table(ann);
  const Socket deaf = server.site().join(table, ann);
  EXPECT_EQ(server.terminate(), 0);
}

// A thousand connections, of which every tenth reads nothing, at a table that is spoken at.
TEST(Stop, a_thousand_clients_are_told_and_closed_with_1012_though_some_are_stalled) {
  allow_files(4'000);
  const Folder folder;
  const std::string database = (folder / "baize.db").string();
  ChildServer server({"--db", database, "--max-address-connections", "0", "--blocked-ms", "600000"});
  const Player ann = server.site().guest("Ann");
  const std::string table = server.site().open_table(ann);
  Socket socket = server.site().join(table, ann);
  Crowd crowd(server.site().port(), "/ws/table/" + table);
  for (int i = 0; i < 1'000; ++i) crowd.add(i % 10 == 0 ? Crowd::Who::stalls : Crowd::Who::reads);
  socket.until([](const Json& heard) { return heard["action"] == "presence" && heard["watching"] == 1'001; });
  socket.send({{"action", "send-message"}, {"message", "in flight"}, {"request_id", "line"}});
  int code = -1;
  std::jthread stop([&] {
    const auto begin = std::chrono::steady_clock::now();
    code = server.terminate();
    // The promise to whoever stops it; it takes less than half of that.
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
  });
  crowd.read_to_the_end();
  for (const std::string& heard : crowd.heard()) {
    const auto told = heard.find(R"({"action":"server-restarting")");
    ASSERT_NE(told, std::string::npos);
    const auto closed = heard.find(bytes_of({k_close, close_payload(1012, "restarting"), true, 0, false}));
    ASSERT_NE(closed, std::string::npos);
    EXPECT_LT(told, closed);
  }
  EXPECT_EQ(socket.closed(), 1012);
  stop.join();
  EXPECT_EQ(code, 0);
  // What was in flight has ended: answered and kept, or neither.
  const auto is_in = [](const std::vector<std::string>& frames, std::string_view words) {
    return std::any_of(frames.begin(), frames.end(),
                       [&](const std::string& one) { return one.find(words) != std::string::npos; });
  };
  ChildServer again({"--db", database});
  const Socket late = again.site().watch(table);
  EXPECT_EQ(is_in(late.heard(), "in flight"), is_in(socket.heard(), R"({"action":"ack","request_id":"line")"));
}

// While it stops it says so to whoever asks on a connection that is open, and lets nobody in.
TEST(Stop, readyz_says_503_while_it_stops_and_requests_are_still_answered) {
  const Folder folder;
  ChildServer server({"--db", (folder / "baize.db").string()});
  const Player ann = server.site().guest("Ann");
  const std::string table = server.site().open_table(ann);
  Socket socket = server.site().join(table, ann);
  const Socket deaf = server.site().join(table, ann);  // holds it up for a while
  boost::asio::io_context context;
  boost::asio::ip::tcp::socket kept(context);
  kept.connect({boost::asio::ip::address_v4::loopback(), static_cast<std::uint16_t>(server.site().port())});
  const auto ask = [&](const std::string& path, const std::string& end) {
    boost::asio::write(kept, boost::asio::buffer("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n"));
    std::string heard;
    char part[1024];
    boost::system::error_code failure;
    while (heard.find(end) == std::string::npos && !failure)
      heard.append(part, kept.read_some(boost::asio::buffer(part), failure));
    return heard;
  };
  EXPECT_TRUE(ask("/readyz", "}").starts_with("HTTP/1.1 200"));
  std::jthread stop([&] { EXPECT_EQ(server.terminate(), 0); });
  socket.until_action("server-restarting");
  const std::string answer = ask("/readyz", "}");
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 503")) << answer;
  EXPECT_NE(answer.find("\"restarting\""), std::string::npos) << answer;
  EXPECT_TRUE(ask("/healthz", "}").starts_with("HTTP/1.1 200"));
  EXPECT_EQ(socket.closed(), 1012);
}

TEST(Start, a_taken_port_is_one_sentence_and_exit_code_1) {
  const House house;
  const Folder folder;
  const auto ended = run_baize({"serve", "--port", std::to_string(house.site().port()), "--db",
                                (folder / "baize.db").string(), "--log-level", "off"});
  EXPECT_EQ(ended.code, 1);
  EXPECT_EQ(ended.errors, "Cannot listen on 127.0.0.1 port " + std::to_string(house.site().port()) +
                              ": the port is taken, choose another one with --port.\n");
}

TEST(Start, a_database_that_cannot_be_opened_is_one_sentence_and_exit_code_1) {
  const Folder folder;
  const std::string missing = (folder / "not" / "here.db").string();
  const std::string text = (folder / "text.db").string();
  std::ofstream(text) << std::string(5000, 'x');
  for (const std::string& path : {missing, text}) {
    const auto ended = run_baize({"serve", "--port", "0", "--db", path, "--log-level", "off"});
    EXPECT_EQ(ended.code, 1);
    EXPECT_TRUE(ended.errors.starts_with("Cannot open the database " + path + ": ")) << ended.errors;
    EXPECT_EQ(std::count(ended.errors.begin(), ended.errors.end(), '\n'), 1) << ended.errors;
  }
}

TEST(Start, an_address_that_is_none_and_a_setting_that_is_none_are_one_sentence) {
  const Folder folder;
  const auto address =
      run_baize({"serve", "--bind", "here", "--db", (folder / "baize.db").string(), "--log-level", "off"});
  EXPECT_EQ(address.code, 1);
  EXPECT_EQ(address.errors, "Cannot listen on here port 8080: this is not an IP address.\n");
  const auto port = run_baize({"serve", "--port", "many"});
  EXPECT_EQ(port.code, 1);
  EXPECT_EQ(port.errors, "The setting port needs a whole number, not \"many\".\n");
}

TEST(Version, is_printed) {
  const auto ended = run_baize({"version"});
  EXPECT_EQ(ended.code, 0);
  EXPECT_TRUE(ended.output.starts_with("baize "));
}

TEST(Replay, of_a_table_or_file_that_is_not_there_is_one_sentence_and_exit_code_1) {
  const Folder folder;
  {
    const House house;
  }
  EXPECT_EQ(run_baize({"replay", (folder / "no.db").string(), "abc"}).code, 1);
  const House house;
  const auto ended = run_baize({"replay", house.database(), "abc"});
  EXPECT_EQ(ended.code, 1);
  EXPECT_EQ(ended.errors, "There is no table abc in " + house.database() + ".\n");
}

}  // namespace
}  // namespace baize::server::testing
