#include <gtest/gtest.h>

#include "client/api.h"
#include "client/local_door.h"
#include "client/remote_door.h"
#include "client/table_session.h"
#include "protocol/binary_end.h"
#include "protocol/client_codec.h"
#include "protocol/commands.h"
#include "protocol/server_codec.h"

namespace baize::client {
namespace {

// A wire that a test opens, cuts and reads by hand.
struct Wire final : Transport {
  TransportEvents* events = nullptr;
  int opened = 0;
  bool up = false;
  protocol::Wire best = protocol::Wire::json;  // what was offered last
  std::vector<std::string> sent;

  void open(TransportEvents& to, protocol::Wire offered) override {
    events = &to;
    best = offered;
    ++opened;
  }
  void send(std::string_view text) override { sent.emplace_back(text); }
  void close() override { up = false; }

  void connect(protocol::Wire agreed = protocol::Wire::json) {
    up = true;
    events->on_open(agreed);
  }
  void cut(std::uint16_t code = 1006) {
    up = false;
    events->on_close(code, "");
  }
  void say(const protocol::ServerMessage& message) { events->on_frame(protocol::encode(message)); }
};

protocol::ClientMessage command(const char* id) {
  protocol::ClientMessage message;
  message.request_id = core::RequestId(id);
  message.verb = protocol::TableVerb{protocol::SitOut{}};
  return message;
}

const Uuid k_ann("aaaaaaaa-0000-4000-8000-000000000001");

// Ann's table, on which nothing has happened yet.
table::State anns_table() {
  return table::open({core::TableId("t1"), core::Name("t"), k_ann, false, *table::default_settings("holdem"), 1});
}
protocol::UpdateGame seen_by_ann(const table::State& state) {
  return {"game_view", state.version, 50, table::view(state, k_ann)};
}

TEST(RemoteDoor, joins_the_table_as_soon_as_the_connection_is_open) {
  Wire wire;
  RemoteDoor door(wire, {}, "sesame");
  EXPECT_EQ(door.link(), Link::connecting);
  door.advance(1000);
  EXPECT_EQ(wire.opened, 1);
  wire.connect();
  EXPECT_EQ(door.link(), Link::open);
  ASSERT_EQ(wire.sent.size(), 1u);
  EXPECT_EQ(wire.sent[0], R"({"action":"join-table","delta":true,"passphrase":"sesame"})");
}

TEST(RemoteDoor, speaks_binary_once_the_greeting_has_shown_that_both_know_the_same_messages) {
  Wire wire;
  RemoteDoor door(wire, {}, "", {}, std::make_unique<protocol::BinaryEnd>());
  door.advance(1000);
  EXPECT_EQ(wire.best, protocol::Wire::cereal);
  wire.connect(protocol::Wire::cereal);
  door.send(command("a"));
  EXPECT_TRUE(wire.sent.empty());
  wire.events->on_frame(protocol::greeting());
  ASSERT_EQ(wire.sent.size(), 2u);
  EXPECT_TRUE(decode_client_message(wire.sent[0], "holdem", protocol::Wire::cereal));
  wire.events->on_frame(protocol::encode(protocol::Ack{core::RequestId("a"), 5}, protocol::Wire::cereal));
  ASSERT_EQ(door.take().size(), 1u);
}

TEST(RemoteDoor, speaks_json_with_a_server_of_another_version_and_says_that_the_page_should_be_reloaded) {
  Wire wire;
  RemoteDoor door(wire, {}, "", {}, std::make_unique<protocol::BinaryEnd>());
  door.advance(1000);
  wire.connect(protocol::Wire::cereal);
  wire.events->on_frame(std::string(32, 'x'));
  EXPECT_EQ(wire.opened, 2);
  EXPECT_EQ(wire.best, protocol::Wire::json);
  wire.connect();
  ASSERT_EQ(wire.sent.size(), 1u);
  EXPECT_EQ(wire.sent[0], R"({"action":"join-table","delta":true})");
  const auto heard = door.take();
  ASSERT_EQ(heard.size(), 1u);
  EXPECT_EQ(std::get<protocol::Notification>(heard[0]).kind, protocol::Notice::reload);
}

TEST(RemoteDoor, repeats_what_was_not_answered_after_a_lost_connection_and_nothing_else) {
  Wire wire;
  RemoteDoor door(wire, {}, "");
  door.advance(1000);
  wire.connect();
  door.send(command("a"));
  door.send(command("b"));
  wire.say(protocol::Ack{core::RequestId("a"), 5});
  wire.cut();
  EXPECT_EQ(door.link(), Link::reconnecting);
  door.send(command("c"));
  wire.sent.clear();
  door.advance(*door.next_wake());
  EXPECT_EQ(wire.opened, 2);
  wire.connect();
  ASSERT_EQ(wire.sent.size(), 3u);
  EXPECT_NE(wire.sent[1].find("\"b\""), std::string::npos);
  EXPECT_NE(wire.sent[2].find("\"c\""), std::string::npos);
}

TEST(RemoteDoor, waits_longer_and_longer_between_tries_but_never_gives_up) {
  Wire wire;
  RemoteDoor door(wire, {}, "");
  TimeMs now = 1000;
  door.advance(now);
  TimeMs longest = 0;
  for (int i = 0; i < 40; ++i) {
    wire.cut();
    const TimeMs wait = *door.next_wake() - now;
    EXPECT_GE(wait, 250);
    EXPECT_LE(wait, 30'000);
    longest = std::max(longest, wait);
    now += wait;
    door.advance(now);
  }
  EXPECT_EQ(wire.opened, 41);
  EXPECT_GE(longest, 15'000);
}

TEST(RemoteDoor, tries_at_once_when_the_device_is_online_or_the_tab_is_looked_at) {
  Wire wire;
  RemoteDoor door(wire, {}, "");
  door.advance(1000);
  wire.connect();
  door.set_online(false, 2000);
  EXPECT_EQ(door.link(), Link::offline);
  EXPECT_FALSE(door.next_wake());
  door.advance(60'000);
  EXPECT_EQ(wire.opened, 1);
  door.set_online(true, 61'000);
  EXPECT_EQ(wire.opened, 2);
  wire.cut();
  door.nudge(61'001);
  EXPECT_EQ(wire.opened, 3);
}

TEST(RemoteDoor, gives_up_a_connection_that_has_gone_silent_but_not_one_whose_tab_was_asleep) {
  Wire wire;
  RemoteDoor door(wire, {}, "");
  door.advance(1000);
  wire.connect();
  TimeMs now = 1000;
  while (door.link() == Link::open && now < 100'000) door.advance(now += 1000);
  EXPECT_EQ(now, 26'000);

  Wire other;
  RemoteDoor sleeper(other, {}, "");
  sleeper.advance(1000);
  other.connect();
  sleeper.advance(3'600'000);
  EXPECT_EQ(sleeper.link(), Link::open);
  EXPECT_NE(other.sent.back().find("ping"), std::string::npos);
  other.say(protocol::Pong{{}, 0});
  sleeper.advance(3'604'500);
  EXPECT_EQ(sleeper.link(), Link::open);
}

TEST(RemoteDoor, stays_away_when_it_was_signed_out_or_opened_elsewhere) {
  Wire wire;
  RemoteDoor door(wire, {}, "");
  door.advance(1000);
  wire.connect();
  wire.cut(4409);
  EXPECT_EQ(door.link(), Link::ended);
  EXPECT_EQ(door.ended(), Ended::opened_elsewhere);
  EXPECT_FALSE(door.next_wake());
  door.advance(999'999);
  EXPECT_EQ(wire.opened, 1);
}

TEST(RemoteDoor, asks_for_a_whole_view_where_a_change_does_not_fit_what_it_knows) {
  Wire wire;
  RemoteDoor door(wire, {}, "");
  door.advance(1000);
  wire.connect();
  wire.say(seen_by_ann(anns_table()));
  wire.sent.clear();
  wire.events->on_frame(R"({"action":"update-game","type":"game_delta","version":9,"base":8,"now":51,)"
                        R"("patch":[{"op":"replace","path":"/version","value":9}]})");
  EXPECT_EQ(door.take().size(), 1u);
  ASSERT_EQ(wire.sent.size(), 1u);
  EXPECT_EQ(wire.sent[0], R"({"action":"join-table","delta":true,"since":0})");
}

TEST(RemoteDoor, says_when_it_comes_back_what_it_has_heard_of_already) {
  Wire wire;
  RemoteDoor door(wire, {}, "");
  door.advance(1000);
  wire.connect();
  auto state = anns_table();
  state.version = 8;
  wire.say(seen_by_ann(state));
  // What happened next was told, but the connection broke before its view.
  protocol::GameEvent next;
  next.version = 9;
  wire.say(next);
  wire.sent.clear();
  wire.events->on_close(1006, "");
  door.advance(40'000);
  wire.connect();
  ASSERT_EQ(wire.sent.size(), 1u);
  EXPECT_EQ(wire.sent[0], R"({"action":"join-table","delta":true,"since":9})");
}

TEST(RemoteDoor, asks_for_changes_again_when_its_owner_asks_for_the_table_anew) {
  Wire wire;
  RemoteDoor door(wire, {}, "");
  door.advance(1000);
  wire.connect();
  wire.sent.clear();
  door.send({core::RequestId("r"), {}, protocol::TableVerb{protocol::JoinTable{}}});
  ASSERT_EQ(wire.sent.size(), 1u);
  EXPECT_EQ(wire.sent[0], R"({"action":"join-table","delta":true,"request_id":"r"})");
}

TEST(RemoteDoor, measures_how_long_an_answer_takes) {
  Wire wire;
  RemoteDoor door(wire, {}, "");
  door.advance(1000);
  wire.connect();
  door.advance(11'000);
  door.advance(11'080);
  protocol::Pong pong;
  pong.t = 11'000;
  wire.say(pong);
  EXPECT_EQ(door.latency_ms(), 80);
}

Practice practice(int bots) {
  Practice settings;
  settings.settings = *table::default_settings("holdem");
  settings.player = core::Name("Ann");
  settings.buy_in = Chips{1000};
  settings.bots = bots;
  settings.chance = core::derive({}, "practice-test", static_cast<std::uint64_t>(bots));
  return settings;
}

// Plays a practice table by always taking the first control on offer, and a seat again when the chips are gone;
// returns how many moves it made.
std::uint64_t play_practice(TableSession& session, TimeMs start, int steps) {
  TimeMs now = start;
  std::uint64_t moves = 0;
  for (int i = 0; i < steps; ++i) {
    session.advance(now);
    const table::GameView* view = session.view();
    const auto& shared = view->shared.value;
    const auto controls = games::controls(shared.public_, view->viewer.own.value);
    if (!view->viewer.seat) {
      protocol::TakeSeat again;
      again.username = "Ann";
      again.buyIn = Chips{1000};
      session.ask(protocol::TableVerb{again});
    } else if (!controls.empty() && shared.deadline && !session.move_on_its_way()) {
      const auto& control = controls.front();
      const auto move = games::answer(shared.public_, control.action, {control.min, {}, {}});
      EXPECT_TRUE(move);
      const auto played = session.play(*move);
      EXPECT_TRUE(played) << played.error().message;
      ++moves;
    } else if (const auto wake = session.next_wake()) {
      now = std::max(now + 1, *wake);
    } else {
      break;
    }
  }
  return moves;
}

TEST(Practice, plays_hand_after_hand_against_bots_through_the_same_session_as_a_server) {
  TableSession session(std::make_unique<LocalDoor>(practice(5), 5000), {});
  const auto moves = play_practice(session, 5000, 3000);
  EXPECT_GT(moves, 50u);
  EXPECT_FALSE(session.log().empty());
  EXPECT_GT(session.view()->shared.value.version, 200u);
  for (const Banner& banner : session.take_banners()) EXPECT_NE(banner.tone, Banner::Tone::trouble) << banner.text;
}

TEST(Practice, seats_as_many_bots_as_were_asked_for) {
  auto eight = practice(8);
  eight.settings.table.value.seats = 9;
  TableSession session(std::make_unique<LocalDoor>(eight, 0), {});
  session.advance(0);
  EXPECT_EQ(session.view()->shared.value.seats.size(), 9u);
}

TEST(TableSession, refuses_a_move_that_the_view_does_not_allow_without_sending_it) {
  TableSession session(std::make_unique<LocalDoor>(practice(1), 0), {});
  session.advance(0);
  const auto shared = session.view()->shared.value.public_;
  const auto move = games::answer(shared, "player-raise", {Chips{200}, {}, {}});
  ASSERT_TRUE(move);
  EXPECT_FALSE(session.play(*move));
  EXPECT_FALSE(session.move_on_its_way());
}

TEST(TableSession, shows_the_newest_view_only_and_drops_one_that_was_overtaken) {
  Wire wire;
  auto door = std::make_unique<RemoteDoor>(wire, core::Entropy{}, "");
  TableSession session(std::move(door), {});
  session.advance(1000);
  wire.connect();
  auto state = anns_table();
  const auto old_view = table::view(state, k_ann);
  state = table::apply(state, {k_ann, 2, table::TakeSeat{core::Name("Ann"), 0, Chips{500}}})->state;
  wire.say(seen_by_ann(state));
  wire.say(protocol::UpdateGame{"game_view", 0, 51, old_view});
  session.advance(1001);
  EXPECT_EQ(session.view()->shared.value.version, state.version);
  EXPECT_EQ(session.clock_offset(), 51 - 1001);
}

TEST(TableSession, sends_a_verb_once_until_it_is_answered) {
  Wire wire;
  TableSession session(std::make_unique<RemoteDoor>(wire, core::Entropy{}, ""), {});
  session.advance(1000);
  wire.connect();
  protocol::TakeSeat seat;
  seat.seatID = 1;
  seat.buyIn = Chips{500};
  session.ask(protocol::TableVerb{seat});
  session.ask(protocol::TableVerb{seat});
  EXPECT_EQ(wire.sent.size(), 2u);  // join-table and one take-seat
  EXPECT_TRUE(session.on_its_way("take-seat"));
  const auto sent = protocol::decode_client_message(wire.sent[1], "holdem");
  ASSERT_TRUE(sent);
  wire.say(protocol::error_message(core::Reason::seat_taken, sent->request_id));
  session.advance(1001);
  EXPECT_FALSE(session.on_its_way("take-seat"));
  EXPECT_EQ(session.take_banners().size(), 1u);
}

TEST(Api, reads_the_servers_own_sentence_out_of_an_error) {
  const auto refused = read_answer<protocol::Me>({409, R"({"error":"This seat is taken.","code":"seat-taken"})"});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().reason, core::Reason::seat_taken);
  EXPECT_EQ(refused.error().message, "This seat is taken.");
  EXPECT_FALSE(read_answer<protocol::Me>({0, ""}));
  EXPECT_FALSE(read_answer<protocol::Me>({502, "<html>"}));
}

TEST(Api, finds_the_table_in_a_link) {
  EXPECT_EQ(table_of_fragment("#/table/abc123"), core::TableId("abc123"));
  EXPECT_FALSE(table_of_fragment("#/table/"));
  EXPECT_FALSE(table_of_fragment("#/table/../x"));
  EXPECT_FALSE(table_of_fragment("#/lobby"));
}

}  // namespace
}  // namespace baize::client
