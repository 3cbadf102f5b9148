// Both wires carry everything: each command's example goes through the binary form and back, and a round of Nommie is
// played over a socket in either.
#include "documents/messages.h"
#include "protocol/binary_end.h"
#include "protocol/client_codec.h"
#include "protocol/server_codec.h"
#include "server/doors.h"

namespace baize::server::testing {
namespace {

using protocol::ClientMessage;
using protocol::Wire;

TEST(EveryCommand, says_the_same_in_both_wires) {
  core::SchemaDefinitions named;
  const auto messages = documents::client_messages(named);
  ASSERT_FALSE(messages.empty());
  for (const documents::Message& one : messages) {
    Json example = one.example;
    example["request_id"] = "r-1";
    example["version"] = 7;
    int understood = 0;
    for (const auto& game : games::describe_games()) {
      const auto said = protocol::decode_client_message(example.dump(), game.id);
      if (!said) continue;
      ++understood;
      const auto binary = protocol::decode_client_message(protocol::encode(*said, Wire::cereal), game.id, Wire::cereal);
      ASSERT_TRUE(binary) << example << binary.error().error.message;
      EXPECT_EQ(*binary, *said) << example;
      EXPECT_EQ(Json::parse(protocol::encode(*binary)), example);
    }
    EXPECT_GE(understood, 1) << example;
  }
}

class Round : public ::testing::TestWithParam<Wire> {
 protected:
  void SetUp() override {
    if (GetParam() == Wire::cereal)
      end_ = std::make_unique<protocol::BinaryEnd>();
    else
      end_ = std::make_unique<protocol::JsonEnd>();
    fields_.emplace_back("Sec-WebSocket-Protocol", GetParam() == Wire::cereal ? "baize.cereal.v1" : "baize.json.v1");
    socket_.emplace(site_.port(), "/ws/table/" + table_, fields_);
    end_->begin();
    if (GetParam() == Wire::json) return;
    EXPECT_EQ(socket_->next_frame(), protocol::greeting());
  }
  // `message` as the protocol's page writes it.
  void say(const Json& message) {
    const auto said = protocol::decode_client_message(message.dump(), "nommie");
    ASSERT_TRUE(said) << message << said.error().error.message;
    const std::string frame = end_->write(*said);
    GetParam() == Wire::cereal ? socket_->send_binary(frame) : socket_->send_text(frame);
  }
  // The next one, as the protocol's page writes it.
  Json hear() {
    while (heard_.empty()) {
      const auto read = end_->read(socket_->next_frame(), heard_);
      if (!read) throw std::runtime_error(read.error().message);
    }
    const Json next = Json::parse(protocol::encode(heard_.front()));
    heard_.erase(heard_.begin());
    return next;
  }
  void ask(Json message) {
    const std::string id = "r" + std::to_string(++asked_);
    message["request_id"] = id;
    say(message);
    for (;;) {
      const Json next = hear();
      if (next["action"] == "update-game") view_ = next["game"];
      if (next.value("request_id", "") != id) continue;
      ASSERT_EQ(next["action"], "ack") << message << next;
      return;
    }
  }
  bool is_over() const { return !view_.is_null() && !view_["public"]["previous_round"].is_null(); }
  bool is_to_move() const { return !view_.is_null() && !is_over() && !view_["viewer"]["legal"].empty(); }
  static Json first_of(const Json& legal) {
    const std::string action = legal["action"];
    if (action == "player-trump") return {{"action", action}, {"trump", legal["trumps"][0]}};
    if (action == "player-play") return {{"action", action}, {"card", legal["cards"][0]}};
    int bid = legal["min"];
    while (std::count(legal["forbidden"].begin(), legal["forbidden"].end(), Json(bid)) > 0) ++bid;
    return {{"action", action}, {"bid", bid}};
  }

  House house_;
  Site site_ = house_.site();
  Player ann_ = site_.guest("Ann");
  std::string table_ = site_.open_table(ann_, {{"auto_start", false}}, "nommie");
  Fields fields_ = ann_.bearer();
  std::optional<Socket> socket_;
  std::unique_ptr<protocol::ClientEnd> end_;
  std::vector<protocol::ServerMessage> heard_;
  Json view_;
  int asked_ = 0;
};

TEST_P(Round, of_nommie_is_played_over_a_socket) {
  ask({{"action", "join-table"}, {"delta", true}, {"batch", true}});
  ask({{"action", "take-seat"}, {"seatID", 0}, {"buyIn", 0}});
  ask({{"action", "start-game"}});  // bots take the other seats
  int bids = 0;
  int cards = 0;
  while (!is_over()) {
    const Json next = hear();
    if (next["action"] == "update-game") view_ = next["game"];
    while (is_to_move()) {
      const Json move = first_of(view_["viewer"]["legal"][0]);
      bids += move["action"] == "player-bid" ? 1 : 0;
      cards += move["action"] == "player-play" ? 1 : 0;
      const Json before = view_["version"];
      ASSERT_NO_FATAL_FAILURE(ask(move));
      while (view_["version"] == before) {
        const Json more = hear();
        if (more["action"] == "update-game") view_ = more["game"];
      }
    }
  }
  EXPECT_EQ(bids, 1);
  EXPECT_EQ(cards, 13);
  EXPECT_FALSE(end_->take_lost());
}

INSTANTIATE_TEST_SUITE_P(InBothWires, Round, ::testing::Values(Wire::json, Wire::cereal),
                         [](const auto& one) { return one.param == Wire::json ? "json" : "cereal"; });

}  // namespace
}  // namespace baize::server::testing
