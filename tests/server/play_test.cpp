#include <gtest/gtest.h>

#include "server/house.h"

namespace baize::server::testing {
namespace {

// Two or more players with a seat each and their newest views.
class Hand : public ::testing::Test {
 protected:
  struct Seated {
    Player player;
    Socket socket;
    Json game;
  };

  // A table of two; the first hand is dealt at once, unless the settings say who begins it.
  void open(Json settings = Json::object()) {
    const bool begin = !settings.contains("auto_start");
    settings["auto_start"] = false;
    owner_ = site_.guest("Ann");
    table_ = site_.open_table(owner_, std::move(settings));
    sit(owner_);
    sit(site_.guest("Bob"));
    if (begin) ask(seated_[0], {{"action", "start-game"}});
  }
  void sit(const Player& player) {
    seated_.push_back({player, site_.join(table_, player), {}});
    auto& one = seated_.back();
    const Json answer = ask(one, {{"action", "take-seat"}, {"seatID", seated_.size() - 1}, {"buyIn", 1000}});
    ASSERT_EQ(answer["action"], "ack") << answer;
  }
  // Reads until this player has seen `version` at least.
  static void catch_up(Seated& one, std::uint64_t version) {
    while (one.game.is_null() || one.game["version"] < version)
      if (Json message = one.socket.next(); message["action"] == "update-game") one.game = message["game"];
  }
  // Sends it with a request_id and returns the ack or the error.
  Json ask(Seated& one, Json message) {
    message["request_id"] = "r" + std::to_string(++requests_);
    one.socket.send(message);
    for (;;) {
      Json heard = one.socket.next();
      if (heard["action"] == "update-game") one.game = heard["game"];
      if (heard.value("request_id", "") != message["request_id"]) continue;
      if (heard["action"] == "ack") newest_ = std::max(newest_, heard["version"].get<std::uint64_t>());
      return heard;
    }
  }
  // The one whose turn it is, when everybody has seen that.
  Seated& to_act() {
    for (;;) {
      for (Seated& one : seated_) catch_up(one, newest_);
      for (Seated& one : seated_)
        if (!one.game.is_null() && !one.game["public"]["to_act"].is_null()) {
          for (Seated& other : seated_) catch_up(other, one.game["version"]);
          const auto seat = one.game["public"]["to_act"];
          if (!seat.is_null())
            for (Seated& other : seated_)
              if (other.game["viewer"]["seat"] == seat && !other.game["viewer"]["legal"].empty()) return other;
        }
      catch_up(seated_[0], seated_[0].game.is_null() ? 0 : seated_[0].game["version"].get<std::uint64_t>() + 1);
    }
  }
  static bool offers(const Seated& one, std::string_view action) {
    for (const Json& legal : one.game["viewer"]["legal"])
      if (legal["action"] == action) return true;
    return false;
  }
  // Checks and calls to the showdown of the running hand.
  void play_out() {
    const auto hand = to_act().game["public"]["hand"];
    for (;;) {
      Seated& one = to_act();
      if (one.game["public"]["hand"] != hand) return;
      const Json answer = ask(one, {{"action", offers(one, "player-check") ? "player-check" : "player-call"}});
      ASSERT_EQ(answer["action"], "ack") << answer;
      for (Seated& other : seated_) catch_up(other, answer["version"]);
      if (one.game["public"]["street"] == "over") return;
    }
  }

  House house_;
  Site site_ = house_.site();
  Player owner_;
  std::string table_;
  std::vector<Seated> seated_;
  int requests_ = 0;
  std::uint64_t newest_ = 0;  // the version of the last thing that was accepted
};

TEST_F(Hand, is_played_to_the_showdown_over_two_sockets) {
  open();
  play_out();
  const Json& game = seated_[0].game;
  EXPECT_EQ(game["public"]["board"].size(), 5u);
  EXPECT_FALSE(game["public"]["winners"].empty());
  EXPECT_EQ(game["seats"][0]["stack"].get<int>() + game["seats"][1]["stack"].get<int>(), 2000);
}

TEST_F(Hand, gives_each_player_the_own_cards_and_a_spectator_none) {
  open();
  Socket spectator = site_.watch(table_);
  const Json first = to_act().game["viewer"]["hand"];
  std::vector<std::string> hidden;
  for (const Seated& one : seated_)
    for (const Json& card : one.game["viewer"]["hand"]) hidden.push_back(card);
  ASSERT_EQ(hidden.size(), 4u);
  EXPECT_NE(seated_[0].game["viewer"]["hand"], seated_[1].game["viewer"]["hand"]);
  ask(to_act(), {{"action", "player-fold"}});
  const Json last = spectator.until([](const Json& one) {
    return one["action"] == "update-game" && one["game"]["public"]["street"] == "over" &&
           one["game"]["public"]["hand"] == 1;
  });
  EXPECT_EQ(last["game"]["viewer"]["role"], "spectator");
  EXPECT_TRUE(last["game"]["viewer"]["hand"].empty());
  EXPECT_TRUE(last["game"]["viewer"]["legal"].empty());
  for (const std::string& text : spectator.heard())
    for (const std::string& card : hidden) EXPECT_EQ(text.find('"' + card + '"'), std::string::npos) << text;
  // Nor does a player see the other's.
  for (const std::string& text : seated_[0].socket.heard())
    for (const Json& card : seated_[1].game["viewer"]["hand"])
      EXPECT_EQ(text.find(card.dump()), std::string::npos) << text;
}

TEST_F(Hand, refuses_a_move_out_of_turn_and_one_that_the_rules_forbid) {
  open();
  Seated& actor = to_act();
  Seated& other = &actor == &seated_[0] ? seated_[1] : seated_[0];
  EXPECT_EQ(ask(other, {{"action", "player-call"}})["reason"], "not-your-turn");
  EXPECT_EQ(ask(actor, {{"action", "player-check"}})["reason"], "illegal-move");
  EXPECT_EQ(ask(actor, {{"action", "player-raise"}, {"amount", 11}})["reason"], "invalid-amount");
  EXPECT_EQ(ask(actor, {{"action", "player-raise"}, {"amount", 5000}})["reason"], "invalid-amount");
  EXPECT_EQ(ask(actor, {{"action", "player-call"}})["action"], "ack");
}

TEST_F(Hand, refuses_a_move_that_was_decided_on_an_old_view) {
  open();
  Seated& actor = to_act();
  const std::uint64_t seen = actor.game["version"];
  ASSERT_EQ(ask(actor, {{"action", "player-call"}, {"version", seen}})["action"], "ack");
  Seated& next = to_act();
  const Json stale = ask(next, {{"action", "player-check"}, {"version", seen}});
  EXPECT_EQ(stale["reason"], "stale");
  EXPECT_EQ(stale["code"], 409);
  EXPECT_EQ(stale["actual"], seen);
  EXPECT_EQ(stale["expected"], next.game["version"]);
}

TEST_F(Hand, accepts_a_move_on_an_older_view_where_nobodys_decision_changed) {
  open();
  Seated& actor = to_act();
  const std::uint64_t seen = actor.game["version"];
  const Player carl = site_.guest("Carl");
  ASSERT_EQ(site_.post("/api/tables/" + table_ + "/join", {{"buy_in_amount", 500}}, carl.bearer()).status, 200);
  catch_up(actor, seen + 1);
  EXPECT_EQ(ask(actor, {{"action", "player-call"}, {"version", seen}})["action"], "ack");
}

TEST_F(Hand, does_a_repeated_request_once_and_gives_it_the_first_answer) {
  open();
  Seated& actor = to_act();
  const Json move = {{"action", "player-call"}, {"request_id", "call-1"}, {"version", actor.game["version"]}};
  actor.socket.send(move);
  const Json first = actor.socket.until_action("ack");
  actor.socket.send(move);
  const Json again = actor.socket.until_action("ack");
  EXPECT_EQ(again, first);
  // Still after more versions than the server holds in memory.
  Seated& waiting = seated_[&actor == &seated_[0] ? 1 : 0];
  for (int i = 0; i < 150; ++i) {
    ask(waiting, {{"action", "sit-out"}});
    ask(waiting, {{"action", "sit-in"}});
  }
  actor.socket.send(move);
  EXPECT_EQ(actor.socket.until_action("ack"), first);
  // The same name of somebody else is another request.
  const Json others = ask(waiting, {{"action", "player-fold"}});
  EXPECT_EQ(others["action"], "ack");
}

TEST_F(Hand, a_repeated_request_is_answered_after_a_restart) {
  open();
  Seated& actor = to_act();
  const Json move = {{"action", "player-call"}, {"request_id", "call-1"}, {"version", actor.game["version"]}};
  actor.socket.send(move);
  const Json first = actor.socket.until_action("ack");
  house_.restart();
  Socket back = house_.site().join(table_, actor.player);
  back.send(move);
  EXPECT_EQ(back.until_action("ack"), first);
}

TEST_F(Hand, tells_a_player_that_it_is_their_turn_and_what_happened) {
  open();
  Seated& actor = to_act();
  ask(actor, {{"action", "player-call"}});
  Seated& other = to_act();
  bool noticed = false;
  bool told = false;
  for (const std::string& text : other.socket.heard()) {
    const Json one = Json::parse(text);
    noticed = noticed || (one["action"] == "notification" && one["kind"] == "your-turn");
    told = told || (one["action"] == "game-event" && text.find("\"call\"") != std::string::npos);
  }
  EXPECT_TRUE(noticed);
  EXPECT_TRUE(told) << other.socket.heard().back();
}

TEST_F(Hand, runs_against_bots_by_itself) {
  owner_ = site_.guest("Ann");
  table_ = site_.open_table(owner_);
  sit(owner_);
  for (int i = 0; i < 3; ++i) ASSERT_EQ(ask(seated_[0], {{"action", "add-bot"}})["action"], "ack");
  while (to_act().game["public"]["hand"] < 3)
    ASSERT_EQ(
        ask(seated_[0], {{"action", offers(seated_[0], "player-check") ? "player-check" : "player-fold"}})["action"],
        "ack");
}

TEST_F(Hand, is_not_begun_until_the_owner_starts_where_the_table_says_so) {
  open({{"auto_start", false}});
  EXPECT_EQ(ask(seated_[1], {{"action", "start-game"}})["reason"], "owner-only");
  EXPECT_EQ(ask(seated_[0], {{"action", "start-game"}})["action"], "ack");
  EXPECT_EQ(to_act().game["table"]["status"], "running");
}

TEST_F(Hand, a_seat_waits_for_the_owners_answer_where_the_table_says_so) {
  owner_ = site_.guest("Ann");
  table_ = site_.open_table(owner_, {{"auto_accept", false}});
  sit(owner_);
  const Player bob = site_.guest("Bob");
  Socket socket = site_.join(table_, bob);
  socket.send({{"action", "take-seat"}, {"seatID", 2}, {"buyIn", 700}});
  EXPECT_EQ(socket.until_action("is_pending_player")["payload"], true);
  const Json pending = seated_[0].socket.until_action("pending_players_update");
  EXPECT_EQ(pending["payload"][0]["uuid"], bob.uuid);
  EXPECT_EQ(pending["payload"][0]["buyIn"], 700);
  EXPECT_EQ(site_.get("/api/auth/me", bob.bearer()).json()["wallet_balance"], 10'000);
  EXPECT_EQ(ask(seated_[0], {{"action", "accept-player"}, {"uuid", bob.uuid}})["action"], "ack");
  EXPECT_EQ(socket.until_action("notification")["kind"], "seat-accepted");
  EXPECT_EQ(site_.get("/api/auth/me", bob.bearer()).json()["wallet_balance"], 9'300);
}

TEST_F(Hand, a_player_who_disconnects_leaves_after_the_grace_with_the_chips) {
  open({{"disconnect_grace", 0}, {"auto_start", false}});
  const Player bob = seated_[1].player;
  EXPECT_EQ(site_.get("/api/auth/me", bob.bearer()).json()["wallet_balance"], 9'000);
  seated_[1].socket.cut();
  const Json left = seated_[0].socket.until([](const Json& one) {
    return one["action"] == "game-event" && !one["table"].empty() && one["table"][0]["event"] == "seat-left";
  });
  EXPECT_EQ(left["table"][0]["username"], "Bob");
  EXPECT_EQ(left["table"][0]["reason"], "disconnected");
  EXPECT_EQ(site_.get("/api/auth/me", bob.bearer()).json()["wallet_balance"], 10'000);
}

TEST_F(Hand, goes_on_after_the_disk_was_full_for_a_while) {
  open();
  Seated& actor = to_act();
  const Json move = {{"action", "player-call"}};
  {
    const FullDisk full;
    EXPECT_EQ(ask(actor, move)["reason"], "store-unavailable");
    EXPECT_EQ(ask(actor, {{"action", "send-message"}, {"message", "hello"}})["reason"], "store-unavailable");
  }
  EXPECT_EQ(ask(actor, move)["action"], "ack");
  house_.restart();
  EXPECT_EQ(run_baize({"replay", house_.database(), table_}).code, 0);
}

// --- the HTTP door to the same commands ---

TEST_F(Hand, can_be_joined_and_left_over_http) {
  owner_ = site_.guest("Ann");
  table_ = site_.open_table(owner_);
  const std::string base = "/api/tables/" + table_;
  const auto joined = site_.post(base + "/join", {{"buy_in_amount", 1500}, {"seat", 3}}, owner_.bearer());
  EXPECT_EQ(joined.status, 200);
  EXPECT_EQ(joined.json(), (Json{{"seat", 3}, {"stack", 1500}, {"wallet_balance", 8'500}, {"uuid", owner_.uuid}}));
  const Json me = site_.get("/api/auth/me", owner_.bearer()).json();
  EXPECT_EQ(me["seats"][0], (Json{{"table", table_}, {"seat", 3}, {"stack", 1500}}));
  EXPECT_EQ(site_.post(base + "/join", {{"buy_in_amount", 500}}, owner_.bearer()).json()["code"], "already-seated");
  const auto left = site_.post(base + "/leave", Json::object(), owner_.bearer());
  EXPECT_EQ(left.status, 200);
  EXPECT_EQ(left.json(), (Json{{"returned", 1500}, {"wallet_balance", 10'000}}));
  const auto twice = site_.post(base + "/leave", Json::object(), owner_.bearer());
  EXPECT_EQ(twice.status, 200);
  EXPECT_EQ(twice.json()["returned"], 0);
}

TEST_F(Hand, join_says_what_is_wrong) {
  open();
  const std::string join = "/api/tables/" + table_ + "/join";
  const Player carl = site_.guest("Carl");
  const auto reason = [&](const Json& body) { return site_.post(join, body, carl.bearer()).json()["code"]; };
  EXPECT_EQ(site_.post(join, {{"buy_in_amount", 500}}).status, 401);
  EXPECT_EQ(site_.post("/api/tables/nothere/join", {{"buy_in_amount", 500}}, carl.bearer()).status, 404);
  EXPECT_EQ(reason({{"buy_in_amount", 99}}), "invalid-amount");
  EXPECT_EQ(reason({{"buy_in_amount", 2001}}), "invalid-amount");
  EXPECT_EQ(reason({{"buy_in_amount", -1}}), "invalid-amount");
  EXPECT_EQ(reason({{"buy_in_amount", 500}, {"seat", 0}}), "seat-taken");
  EXPECT_EQ(reason({{"buy_in_amount", 500}, {"seat", 6}}), "invalid-field");
  EXPECT_EQ(reason({{"buy_in_amount", 500}, {"username", "bob"}}), "name-taken");
  EXPECT_EQ(site_.get("/api/auth/me", carl.bearer()).json()["wallet_balance"], 10'000);
}

TEST_F(Hand, more_chips_than_one_has_are_refused_with_both_numbers) {
  owner_ = site_.guest("Ann");
  for (int i = 0; i < 2; ++i) {
    table_ = site_.open_table(owner_, {{"max_buy_in", 9'500}});
    const auto joined = site_.post("/api/tables/" + table_ + "/join", {{"buy_in_amount", 9'500}}, owner_.bearer());
    if (i == 0) continue;
    EXPECT_EQ(joined.status, 400);
    EXPECT_EQ(joined.json()["code"], "insufficient-chips");
    EXPECT_EQ(joined.json()["error"], "Insufficient chips: need 9500, have 500");
    EXPECT_TRUE(site_.get("/api/tables/" + table_).json()["seats"].empty());
  }
}

TEST_F(Hand, moves_over_http_need_the_version_that_they_were_decided_on) {
  open();
  Seated& actor = to_act();
  const std::string moves = "/api/tables/" + table_ + "/moves";
  const std::uint64_t seen = actor.game["version"];
  EXPECT_EQ(site_.post(moves, {{"action", "player-call"}}, actor.player.bearer()).json()["code"], "invalid-field");
  const auto stale = site_.post(moves, {{"action", "player-call"}, {"version", seen - 1}}, actor.player.bearer());
  EXPECT_EQ(stale.status, 409);
  EXPECT_EQ(stale.json()["expected"], seen);
  EXPECT_EQ(stale.json()["actual"], seen - 1);
  const auto moved = site_.post(moves, {{"action", "player-call"}, {"version", seen}}, actor.player.bearer());
  EXPECT_EQ(moved.status, 200);
  EXPECT_EQ(moved.json()["version"], seen + 1);
}

TEST_F(Hand, the_lobby_lists_open_tables_and_forgets_closed_ones) {
  open();
  const auto listed = [&](std::string_view query) {
    return site_.get("/api/tables" + std::string(query)).json()["tables"];
  };
  ASSERT_EQ(listed("").size(), 1u);
  EXPECT_EQ(listed("")[0]["id"], table_);
  EXPECT_EQ(listed("")[0]["seats"].size(), 2u);
  EXPECT_EQ(listed("?game=holdem&open=true").size(), 1u);
  EXPECT_EQ(listed("?game=other").size(), 0u);
  EXPECT_EQ(listed("?after=" + table_).size(), 0u);
  EXPECT_EQ(ask(seated_[0], {{"action", "close-table"}})["action"], "ack");
  EXPECT_EQ(listed("").size(), 0u);
  EXPECT_EQ(site_.get("/api/tables/" + table_).status, 404);
  EXPECT_EQ(Socket(site_.port(), "/ws/table/" + table_).status(), 404);
  EXPECT_EQ(site_.get("/api/auth/me", owner_.bearer()).json()["wallet_balance"], 10'000);
}

TEST_F(Hand, has_a_public_picture_with_no_hidden_card_unless_the_table_is_locked) {
  open();
  to_act();
  const auto picture = site_.get("/api/tables/" + table_ + "/preview.svg");
  EXPECT_EQ(picture.status, 200);
  EXPECT_EQ(picture.fields.at("content-type"), "image/svg+xml");
  EXPECT_TRUE(picture.body.starts_with("<svg"));
  EXPECT_NE(picture.body.find("Bob"), std::string::npos);
  EXPECT_EQ(site_.get("/api/tables/" + table_ + "/preview.svg", {{"If-None-Match", picture.fields.at("etag")}}).status,
            304);
  const auto locked =
      site_.post("/api/tables", {{"name", "x"}, {"game", "holdem"}, {"passphrase", "p"}}, owner_.bearer());
  const std::string id = locked.json()["id"];
  EXPECT_EQ(site_.get("/api/tables/" + id + "/preview.svg").status, 403);
}

TEST_F(Hand, opening_a_table_says_what_is_wrong) {
  const Player ann = site_.guest("Ann");
  const auto reason = [&](const Json& body) { return site_.post("/api/tables", body, ann.bearer()).json()["code"]; };
  EXPECT_EQ(site_.post("/api/tables", {{"name", "x"}, {"game", "holdem"}}).status, 401);
  EXPECT_EQ(reason({{"name", "x"}, {"game", "chess"}}), "invalid-field");
  EXPECT_EQ(reason({{"name", ""}, {"game", "holdem"}}), "invalid-field");
  EXPECT_EQ(reason({{"name", "x"}, {"game", "holdem"}, {"settings", {{"seats", 11}}}}), "invalid-field");
  EXPECT_EQ(reason({{"name", "x"}, {"game", "holdem"}, {"settings", {{"small_blind", 20}}}}), "invalid-field");
}

}  // namespace
}  // namespace baize::server::testing
