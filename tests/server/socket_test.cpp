#include <gtest/gtest.h>

#include "protocol/client_codec.h"
#include "protocol/server_codec.h"
#include "server/house.h"

namespace baize::server::testing {
namespace {

// A server with one table, its owner, and the owner's socket.
class AtATable : public ::testing::Test {
 protected:
  Json ask(Socket& socket, Json message) {
    message["request_id"] = "r" + std::to_string(++requests_);
    socket.send(message);
    return socket.until([&](const Json& one) { return one.value("request_id", "") == message["request_id"]; });
  }
  std::uint64_t version() { return site_.get("/api/tables/" + table_).json()["version"]; }

  House house_;
  Site site_ = house_.site();
  Player ann_ = site_.guest("Ann");
  std::string table_ = site_.open_table(ann_);
  Socket socket_ = site_.join(table_, ann_);
  int requests_ = 0;
};

TEST_F(AtATable, an_unknown_table_refuses_the_upgrade_with_404) {
  const Socket socket(site_.port(), "/ws/table/nothere");
  EXPECT_EQ(socket.status(), 404);
  EXPECT_EQ(Json::parse(socket.upgrade_body())["code"], "no-such-table");
  EXPECT_EQ(Socket(site_.port(), "/ws/elsewhere").status(), 404);
}

TEST_F(AtATable, another_pages_origin_refuses_the_upgrade_with_403) {
  EXPECT_EQ(Socket(site_.port(), "/ws/table/" + table_, {{"Origin", "https://elsewhere.example"}}).status(), 403);
  EXPECT_EQ(Socket(site_.port(), "/ws/table/" + table_, {{"Authorization", "Bearer nonsense"}}).status(), 401);
}

TEST_F(AtATable, the_subprotocol_is_echoed_where_it_was_offered) {
  const Socket offered(site_.port(), "/ws/table/" + table_, {{"Sec-WebSocket-Protocol", "other, baize.json.v1"}});
  EXPECT_EQ(offered.status(), 101);
  EXPECT_EQ(offered.upgrade_field("Sec-WebSocket-Protocol"), "baize.json.v1");
  const Socket none(site_.port(), "/ws/table/" + table_);
  EXPECT_EQ(none.upgrade_field("Sec-WebSocket-Protocol"), "");
}

TEST_F(AtATable, speaks_the_binary_form_with_who_offers_it_and_greets_with_the_fingerprint_first) {
  using protocol::Wire;
  Fields fields = ann_.bearer();
  fields.push_back({"Sec-WebSocket-Protocol", "baize.cereal.v1, baize.json.v1"});
  Socket socket(site_.port(), "/ws/table/" + table_, fields);
  EXPECT_EQ(socket.upgrade_field("Sec-WebSocket-Protocol"), "baize.cereal.v1");
  EXPECT_EQ(socket.next_frame(), protocol::greeting());
  const auto say = [&](protocol::TableVerb verb, const char* id) {
    const protocol::ClientMessage message{core::RequestId(id), {}, std::move(verb)};
    socket.send_binary(protocol::encode(message, Wire::cereal));
  };
  const auto hear = [&] {
    auto message = protocol::decode_server_message(socket.next_frame(), Wire::cereal);
    EXPECT_TRUE(message);
    return message ? std::move(*message) : protocol::ServerMessage{};
  };
  const auto until = [&](auto&& wanted) {
    for (;;) {
      const protocol::ServerMessage message = hear();
      if (const auto* found = wanted(message)) return *found;
    }
  };
  say(protocol::JoinTable{}, "join");
  const auto uuid = until([](const auto& one) { return std::get_if<protocol::UpdatePlayerUuid>(&one); });
  EXPECT_EQ(uuid.uuid.view(), ann_.uuid);
  const auto view = until([](const auto& one) { return std::get_if<protocol::UpdateGame>(&one); });
  EXPECT_EQ(view.version, view.game.shared.value.version);
  EXPECT_GT(view.now, view.game.shared.value.at - 60'000);
  EXPECT_TRUE(view.game.viewer.owner);

  protocol::SendMessage line;
  line.message = "hello";
  say(line, "line");
  // Those who speak JSON hear it as text.
  EXPECT_EQ(socket_.until_action("new-message")["message"], "hello");
  const auto refused = [&](const std::string& frame) {
    socket.send_binary(frame);
    return until([](const auto& one) { return std::get_if<protocol::ErrorMessage>(&one); }).reason;
  };
  EXPECT_EQ(refused("\x7f\x01"), core::Reason::malformed);
  EXPECT_EQ(refused(""), core::Reason::malformed);
  socket.send_text(R"({"action":"ping"})");
  until([](const auto& one) { return std::get_if<protocol::ErrorMessage>(&one); });
  protocol::Ping ping;
  ping.t = 5;
  say(ping, "ping");
  EXPECT_EQ(until([](const auto& one) { return std::get_if<protocol::Pong>(&one); }).t, ping.t);
}

TEST_F(AtATable, a_connection_is_silent_until_it_joins_and_then_gets_who_it_is_and_the_view) {
  Socket socket(site_.port(), "/ws/table/" + table_, ann_.bearer());
  socket.send({{"action", "ping"}, {"t", 5}});
  EXPECT_EQ(socket.next()["action"], "pong");
  socket.send({{"action", "join-table"}});
  EXPECT_EQ(socket.next(), (Json{{"action", "update-player-uuid"}, {"uuid", ann_.uuid}}));
  const Json view = socket.next();
  EXPECT_EQ(view["action"], "update-game");
  EXPECT_EQ(view["type"], "game_view");
  EXPECT_EQ(view["version"], view["game"]["version"]);
  EXPECT_EQ(view["game"]["viewer"]["owner"], true);
  EXPECT_EQ(socket.next()["action"], "presence");
}

TEST_F(AtATable, bad_messages_get_a_reason_and_change_nothing_and_the_connection_stays) {
  ASSERT_EQ(ask(socket_, {{"action", "take-seat"}, {"seatID", 0}, {"buyIn", 1000}})["action"], "ack");
  const auto before = version();
  const std::vector<std::pair<std::string, std::string>> bad = {
      {"{", "malformed"},
      {"[1,2]", "malformed"},
      {"{}", "malformed"},
      {R"({"action":7})", "malformed"},
      {"\xff\xfe", "malformed"},
      {std::string(200, '[') + std::string(200, ']'), "malformed"},
      {R"({"action":"dance"})", "unknown-action"},
      {R"({"action":"player-dance"})", "unknown-action"},
      {R"({"type":"join","buyIn":100})", "unknown-action"},
      {R"({"action":"player-raise","amount":-5})", "invalid-amount"},
      {R"({"action":"player-raise","amount":100.5})", "invalid-amount"},
      {R"({"action":"player-raise","amount":18446744073709551615})", "invalid-amount"},
      {R"({"action":"player-raise","amount":9007199254740992})", "invalid-amount"},
      {R"({"action":"player-raise","amount":"100"})", "invalid-amount"},
      {R"({"action":"player-raise"})", "invalid-field"},
      {R"({"action":"take-seat","seatID":99,"buyIn":100})", "already-seated"},
      {R"({"action":"player-fold"})", "illegal-move"},
  };
  for (const auto& [text, reason] : bad) {
    if (text.starts_with('\xff')) continue;  // no valid text frame: below
    socket_.send_text(text);
    const Json answer = socket_.until_action("error");
    EXPECT_EQ(answer["reason"], reason) << text.substr(0, 60) << answer;
    EXPECT_EQ(answer["type"], "error");
    EXPECT_GT(answer["message"].get<std::string>().size(), 10u);
  }
  socket_.send_binary("{}");
  EXPECT_EQ(socket_.until_action("error")["reason"], "malformed");
  EXPECT_EQ(version(), before);
  EXPECT_EQ(ask(socket_, {{"action", "sit-out"}})["action"], "ack");
}

TEST_F(AtATable, an_error_names_the_request_that_it_answers) {
  const Json error = ask(socket_, {{"action", "player-raise"}, {"amount", -1}});
  EXPECT_EQ(error["action"], "error");
  EXPECT_EQ(error["code"], 400);
}

TEST_F(AtATable, a_frame_that_is_too_large_closes_with_1009) {
  socket_.send_text(R"({"action":"send-message","message":")" + std::string(70'000, 'x') + R"("})");
  EXPECT_EQ(socket_.closed(), 1009);
}

TEST_F(AtATable, a_nameless_spectator_gets_a_name_and_is_a_guest_from_then_on) {
  Socket visitor = site_.watch(table_);
  EXPECT_EQ(ask(visitor, {{"action", "send-message"}, {"message", "hello"}})["reason"], "name-needed");
  EXPECT_EQ(ask(visitor, {{"action", "take-seat"}, {"seatID", 1}, {"buyIn", 500}})["reason"], "name-needed");
  EXPECT_EQ(ask(visitor, {{"action", "new-player"}, {"username", "ann"}})["reason"], "name-taken");
  visitor.send({{"action", "new-player"}, {"username", "Bea"}});
  const Json guest = visitor.until_action("guest");
  EXPECT_EQ(guest["account"]["username"], "Bea");
  const Fields bearer = {{"Authorization", "Bearer " + guest["access_token"].get<std::string>()}};
  EXPECT_EQ(site_.get("/api/auth/me", bearer).json()["account"]["id"], guest["account"]["id"]);
  EXPECT_EQ(ask(visitor, {{"action", "take-seat"}, {"seatID", 1}, {"buyIn", 500}})["action"], "ack");
  EXPECT_EQ(site_.get("/api/auth/me", bearer).json()["wallet_balance"], 9'500);
}

TEST_F(AtATable, chat_reaches_everybody_is_kept_and_makes_no_version) {
  const auto before = version();
  Socket visitor = site_.watch(table_);
  EXPECT_EQ(ask(socket_, {{"action", "send-message"}, {"message", "Grüße ♠"}})["action"], "ack");
  const Json heard = visitor.until_action("new-message");
  EXPECT_EQ(heard["message"], "Grüße ♠");
  EXPECT_EQ(heard["username"], "Ann");
  EXPECT_EQ(heard["uuid"], ann_.uuid);
  EXPECT_EQ(ask(socket_, {{"action", "send-log"}, {"message", "opened the window"}})["action"], "ack");
  EXPECT_EQ(visitor.until_action("new-log")["message"], "opened the window");
  EXPECT_EQ(ask(socket_, {{"action", "send-message"}, {"message", std::string(501, 'x')}})["action"], "error");
  EXPECT_EQ(ask(socket_, {{"action", "send-message"}, {"message", "  "}})["action"], "error");
  EXPECT_EQ(version(), before);

  house_.restart();
  Socket late(house_.site().port(), "/ws/table/" + table_);
  late.send({{"action", "join-table"}});
  EXPECT_EQ(late.until_action("new-message")["message"], "Grüße ♠");
  EXPECT_EQ(late.until_action("new-log")["message"], "opened the window");
}

TEST_F(AtATable, a_line_that_is_sent_twice_is_said_once) {
  const Json line = {{"action", "send-message"}, {"message", "once"}, {"request_id", "line"}};
  for (int i = 0; i < 2; ++i) {
    socket_.send(line);
    EXPECT_EQ(socket_.until_action("ack")["request_id"], "line");
  }
  EXPECT_EQ(ask(socket_, {{"action", "send-message"}, {"message", "then"}})["action"], "ack");
  Socket late(site_.port(), "/ws/table/" + table_);
  late.send({{"action", "join-table"}});
  EXPECT_EQ(late.until_action("new-message")["message"], "once");
  EXPECT_EQ(late.until_action("new-message")["message"], "then");
}

TEST_F(AtATable, the_last_hundred_lines_are_there_on_joining) {
  for (int i = 0; i < 103; ++i) ask(socket_, {{"action", "send-message"}, {"message", std::to_string(i)}});
  Socket late = site_.join(table_, ann_);
  std::vector<std::string> lines;
  for (const std::string& text : late.heard())
    if (const Json one = Json::parse(text); one["action"] == "new-message") lines.push_back(one["message"]);
  ASSERT_EQ(lines.size(), 100u);
  EXPECT_EQ(lines.front(), "3");
  EXPECT_EQ(lines.back(), "102");
}

TEST_F(AtATable, whoever_stops_watching_and_comes_back_hears_what_was_said_meanwhile_and_nothing_twice) {
  const auto say = [&](const char* text) { ask(socket_, {{"action", "send-message"}, {"message", text}}); };
  Socket visitor(site_.port(), "/ws/table/" + table_);
  say("before");
  const auto come_back = [&] {
    visitor.send({{"action", "join-table"}});
    visitor.until_action("update-game");
  };
  come_back();
  say("watched");
  visitor.until([](const Json& one) { return one.value("message", "") == "watched"; });
  ask(visitor, {{"action", "stop-spectating"}});
  ask(visitor, {{"action", "stop-spectating"}});
  say("missed");
  ask(socket_, {{"action", "send-log"}, {"message", "noted"}});
  for (int i = 0; i < 3; ++i) {
    come_back();
    come_back();
    ask(visitor, {{"action", "stop-spectating"}});
  }
  std::vector<std::string> lines;
  for (const std::string& text : visitor.heard())
    if (const Json one = Json::parse(text); one["action"] == "new-message" || one["action"] == "new-log")
      lines.push_back(one["message"]);
  EXPECT_EQ(lines, (std::vector<std::string>{"before", "watched", "missed", "noted"}));
}

TEST_F(AtATable, presence_tells_who_is_connected_and_how_many_watch) {
  Socket visitor = site_.watch(table_);
  const Json both = socket_.until([](const Json& one) { return one["action"] == "presence" && one["watching"] == 2; });
  EXPECT_EQ(both["connected"], Json::array({ann_.uuid}));
  visitor.cut();
  socket_.until([](const Json& one) { return one["action"] == "presence" && one["watching"] == 1; });
}

TEST_F(AtATable, a_reader_that_takes_nothing_in_is_closed_and_delays_nobody) {
  Socket stuck = site_.watch(table_);
  const std::string line(500, 'x');
  bool gone = false;
  for (int i = 0; i < 40'000 && !gone; ++i) {
    socket_.send({{"action", "send-message"}, {"message", line}});
    const Json heard = socket_.until([&](const Json& one) {
      return one["action"] == "new-message" || (one["action"] == "presence" && one["watching"] == 1);
    });
    gone = heard["action"] == "presence";
  }
  EXPECT_TRUE(gone);
  EXPECT_EQ(ask(socket_, {{"action", "sit-in"}})["reason"], "not-seated");
}

TEST_F(AtATable, a_locked_table_shows_nothing_without_its_passphrase) {
  const auto made =
      site_.post("/api/tables", {{"name", "Secret"}, {"game", "holdem"}, {"passphrase", "sesame"}}, ann_.bearer());
  const std::string locked = made.json()["id"];
  EXPECT_EQ(made.json()["locked"], true);
  const Player bob = site_.guest("Bob");
  Socket socket(site_.port(), "/ws/table/" + locked, bob.bearer());
  EXPECT_EQ(ask(socket, {{"action", "join-table"}})["reason"], "wrong-passphrase");
  EXPECT_EQ(ask(socket, {{"action", "join-table"}, {"passphrase", "open"}})["reason"], "wrong-passphrase");
  EXPECT_EQ(ask(socket, {{"action", "send-message"}, {"message", "hi"}})["reason"], "wrong-passphrase");
  EXPECT_EQ(site_.post("/api/tables/" + locked + "/join", {{"buy_in_amount", 500}}, bob.bearer()).status, 403);
  EXPECT_EQ(ask(socket, {{"action", "join-table"}, {"passphrase", "sesame"}})["action"], "ack");
  socket.until_action("update-game");
  EXPECT_EQ(ask(socket, {{"action", "take-seat"}, {"seatID", 1}, {"buyIn", 500}})["action"], "ack");
}

}  // namespace
}  // namespace baize::server::testing
