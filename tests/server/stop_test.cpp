#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <thread>

#include "server/house.h"

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
