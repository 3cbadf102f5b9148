// The documents of the protocol tell the truth: their examples are understood by the server and by the client, and the
// page in docs/ is the one that the program prints.
#include "documents/messages.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "core/json_write.h"
#include "documents/protocol_page.h"
#include "protocol/client_end.h"
#include "protocol/server_codec.h"
#include "server/house.h"

namespace baize::server::testing {
namespace {

// The answer to one message of Ann's at a new table of hers.
Json answer_of(const Site& site, const Player& ann, const std::string& game, Json message) {
  Socket socket = site.join(site.open_table(ann, Json::object(), game), ann);
  message["request_id"] = "example";
  socket.send(message);
  return socket.until([](const Json& heard) {
    return heard.value("request_id", "") == "example" || heard["action"] == "pong" || heard["action"] == "table-closed";
  });
}

TEST(Documents, the_example_of_every_command_is_understood_by_the_server) {
  House house;
  const Player ann = house.site().guest("Ann");
  core::SchemaDefinitions named;
  const std::set<std::string> foreign = {"malformed", "unknown-action", "invalid-field"};
  for (const documents::Message& one : documents::client_messages(named)) {
    bool understood = false;
    for (const auto& game : games::describe_games()) {
      const Json answer = answer_of(house.site(), ann, game.id, one.example);
      understood = understood || foreign.count(answer.value("reason", "")) == 0;
    }
    EXPECT_TRUE(understood) << one.example;
  }
}

TEST(Documents, the_example_of_every_server_message_is_read_by_the_client_and_written_again_as_it_stands) {
  core::SchemaDefinitions named;
  for (const documents::Message& one : documents::server_messages(named)) {
    if (one.example.value("type", "") == "game_delta") {
      const auto delta = core::from_json<protocol::GameDelta>(one.example);
      ASSERT_TRUE(delta) << delta.error().message;
      EXPECT_EQ(Json::parse(core::to_json(*delta)), one.example);
      continue;
    }
    if (one.name == "batch") {
      const auto batch = core::from_json<protocol::Batch>(one.example);
      ASSERT_TRUE(batch) << batch.error().message;
      EXPECT_EQ(Json::parse(core::to_json(*batch)), one.example);
      continue;
    }
    const auto read = protocol::decode_server_message(one.example.dump());
    ASSERT_TRUE(read) << one.example << read.error().message;
    EXPECT_EQ(Json::parse(protocol::encode(*read)), one.example);
  }
}

TEST(Documents, the_example_of_a_delta_makes_a_view_of_the_one_that_is_its_base) {
  core::SchemaDefinitions named;
  protocol::JsonEnd reader;
  std::vector<protocol::ServerMessage> heard;
  Json view;
  for (const documents::Message& one : documents::server_messages(named)) {
    if (one.name == "update-game") view = one.example;
    if (one.name != "update-game.game_delta") continue;
    view["game"]["version"] = one.example["base"];
    ASSERT_TRUE(reader.read(view.dump(), heard));
    ASSERT_TRUE(reader.read(one.example.dump(), heard));
  }
  ASSERT_EQ(heard.size(), 2u);
  EXPECT_FALSE(std::get<protocol::UpdateGame>(heard[1]).game.viewer.owner);
}

TEST(Documents, the_example_of_a_batch_is_read_as_the_messages_that_it_holds) {
  core::SchemaDefinitions named;
  for (const documents::Message& one : documents::server_messages(named)) {
    if (one.name != "batch") continue;
    std::vector<protocol::ServerMessage> heard;
    ASSERT_TRUE(protocol::JsonEnd().read(one.example.dump(), heard));
    ASSERT_EQ(heard.size(), one.example["messages"].size());
    for (std::size_t i = 0; i < heard.size(); ++i)
      EXPECT_EQ(Json::parse(protocol::encode(heard[i])), one.example["messages"][i]);
    return;
  }
  FAIL() << "the documents have no batch";
}

TEST(Documents, the_page_of_the_protocol_is_the_one_that_the_program_prints) {
  std::ifstream file(BAIZE_DOCS "/protocol.md");
  std::ostringstream page;
  page << file.rdbuf();
  EXPECT_EQ(page.str(), documents::protocol_page()) << "Run: baize document protocol > docs/protocol.md";
  const auto printed = run_baize({"document", "protocol"});
  EXPECT_EQ(printed.code, 0);
  EXPECT_EQ(printed.output, documents::protocol_page());
}

TEST(Documents, there_is_no_other_document) {
  const auto refused = run_baize({"document", "gospel"});
  EXPECT_EQ(refused.code, 1);
  EXPECT_NE(refused.errors.find("There are protocol, openapi and asyncapi."), std::string::npos) << refused.errors;
}

}  // namespace
}  // namespace baize::server::testing
