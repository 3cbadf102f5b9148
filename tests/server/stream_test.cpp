// The read-only doors: the stream of a table, and its snapshot over HTTP.
#include <gtest/gtest.h>

#include "server/house.h"

namespace baize::server::testing {
namespace {

// A table of two who speak HTTP alone, in the first deal.
class Readers : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const Player& one : {ann_, bob_})
      ASSERT_EQ(site_.post(base_ + "/join", {{"buy_in_amount", 1000}}, one.bearer()).status, 200);
    ASSERT_EQ(command(ann_, {{"action", "start-game"}}).status, 200);
  }
  std::uint64_t version() const { return site_.get(base_).json()["version"]; }
  Answer command(const Player& player, Json message) const {
    message["version"] = version();
    return site_.post(base_ + "/moves", message, player.bearer());
  }
  Socket stream(const Fields& fields = {}) const { return Socket(site_.port(), "/ws/games/" + table_, fields); }
  Json snapshot(const Player& player) const { return site_.get(base_ + "/snapshot", player.bearer()).json(); }
  // Who is to act.
  const Player& actor() const { return snapshot(ann_)["viewer"]["legal"].empty() ? bob_ : ann_; }
  std::string socket_token(const Player& player) const {
    return site_.post("/api/ws/token", Json::object(), player.bearer()).json()["token"];
  }

  House house_;
  Site site_ = house_.site();
  Player ann_ = site_.guest("Ann");
  Player bob_ = site_.guest("Bob");
  std::string table_ = site_.open_table(ann_, {{"auto_start", false}});
  std::string base_ = "/api/tables/" + table_;
};

TEST_F(Readers, are_greeted_and_get_a_snapshot_at_once_and_at_every_change) {
  Socket socket = stream(ann_.bearer());
  ASSERT_EQ(socket.status(), 101);
  EXPECT_EQ(socket.next(), (Json{{"type", "ack"}, {"message", "connected"}}));
  const Json first = socket.next();
  EXPECT_EQ(first["type"], "snapshot");
  EXPECT_EQ(first["viewer_seat"], 0);
  const Json& data = first["data"];
  EXPECT_EQ(data["lock_version"], version());
  EXPECT_EQ(data["viewer"]["seat"], 0);
  EXPECT_EQ(data["viewer_hand"].size(), 2u);
  EXPECT_TRUE(data["bid_constraints"].is_null());
  EXPECT_EQ(data["snapshot"]["table"]["id"], table_);
  EXPECT_EQ(data["snapshot"]["seats"].size(), 2u);
  EXPECT_FALSE(data["snapshot"]["deadline"].is_null());
  EXPECT_TRUE(data["snapshot"]["public"].is_object());
  const Json answer = command(actor(), {{"action", "player-fold"}}).json();
  const Json second = socket.next();
  EXPECT_EQ(second["data"]["lock_version"], answer["version"]);
}

TEST_F(Readers, never_see_a_version_go_back) {
  Socket socket = stream();
  socket.next();
  std::uint64_t seen = 0;
  for (int deals = 0; deals < 5; ++deals) {
    const std::uint64_t folded = command(actor(), {{"action", "player-fold"}}).json()["version"];
    // The next deal comes by itself.
    while (seen <= folded) {
      const std::uint64_t next = socket.next()["data"]["lock_version"];
      EXPECT_GT(next, seen);
      seen = next;
    }
    while (snapshot(ann_)["viewer"]["legal"].empty() && snapshot(bob_)["viewer"]["legal"].empty()) {
      const std::uint64_t next = socket.next()["data"]["lock_version"];
      EXPECT_GT(next, seen);
      seen = next;
    }
  }
}

TEST_F(Readers, get_no_hand_but_their_own) {
  Socket anns = stream(ann_.bearer());
  Socket bobs(site_.port(), "/ws/games/" + table_ + "?token=" + socket_token(bob_));
  Socket spectators = stream();
  for (Socket* one : {&anns, &bobs, &spectators}) ASSERT_EQ(one->next()["type"], "ack");
  const Json ann = anns.next();
  const Json bob = bobs.next();
  const Json nobody = spectators.next();
  EXPECT_EQ(bob["viewer_seat"], 1);
  EXPECT_TRUE(nobody["viewer_seat"].is_null());
  EXPECT_TRUE(nobody["data"]["viewer_hand"].is_null());
  EXPECT_TRUE(nobody["data"]["bid_constraints"].is_null());
  EXPECT_TRUE(nobody["data"]["viewer"]["legal"].empty());
  EXPECT_EQ(ann["data"]["snapshot"], bob["data"]["snapshot"]);
  EXPECT_EQ(ann["data"]["snapshot"], nobody["data"]["snapshot"]);
  const auto holds = [](const Socket& socket, const Json& hand) {
    for (const Json& card : hand)
      for (const std::string& text : socket.heard())
        if (text.find(card.dump()) != std::string::npos) return true;
    return false;
  };
  EXPECT_TRUE(holds(anns, ann["data"]["viewer_hand"]));
  EXPECT_FALSE(holds(anns, bob["data"]["viewer_hand"]));
  EXPECT_FALSE(holds(bobs, ann["data"]["viewer_hand"]));
  EXPECT_FALSE(holds(spectators, ann["data"]["viewer_hand"]));
  EXPECT_FALSE(holds(spectators, bob["data"]["viewer_hand"]));
}

TEST_F(Readers, are_heard_by_nobody_and_stay_connected) {
  Socket socket = stream(ann_.bearer());
  socket.next();
  socket.next();
  const auto before = version();
  for (const char* text : {"", "{", R"({"action":"player-fold"})", R"({"action":"ping"})"}) socket.send_text(text);
  socket.send_binary("\xff");
  const auto folded = command(actor(), {{"action", "player-fold"}}).json()["version"];
  EXPECT_EQ(folded, before + 1);
  EXPECT_EQ(socket.next()["data"]["lock_version"], folded);
}

TEST_F(Readers, count_as_there_and_as_watching) {
  Socket table = site_.join(table_, ann_);
  Socket bobs = stream(bob_.bearer());
  const Json there = table.until_action("presence");
  EXPECT_NE(there["connected"].dump().find(bob_.uuid), std::string::npos);
  EXPECT_EQ(there["watching"], 0);
  Socket spectator = stream();
  EXPECT_EQ(table.until_action("presence")["watching"], 1);
}

TEST_F(Readers, are_refused_at_unknown_locked_and_private_tables_and_with_bad_tokens) {
  const auto refusal = [&](const std::string& table, const Fields& fields = {}) {
    const Socket socket(site_.port(), "/ws/games/" + table, fields);
    return std::pair(socket.status(), Json::parse(socket.upgrade_body()).value("code", ""));
  };
  using Refusal = std::pair<int, std::string>;
  EXPECT_EQ(refusal("nothere"), Refusal(404, "no-such-table"));
  EXPECT_EQ(refusal(table_, {{"Authorization", "Bearer nonsense"}}), Refusal(401, "bad-token"));
  EXPECT_EQ(refusal(table_ + "?token=nonsense"), Refusal(401, "bad-token"));
  EXPECT_EQ(refusal(table_, {{"Origin", "https://elsewhere.example"}}), Refusal(403, "origin-refused"));
  const std::string alone = site_.open_table(ann_, {{"spectators", false}});
  EXPECT_EQ(refusal(alone, bob_.bearer()), Refusal(403, "not-seated"));
  EXPECT_EQ(site_.get("/api/tables/" + alone + "/snapshot", bob_.bearer()).json()["code"], "not-seated");
  EXPECT_EQ(Socket(site_.port(), "/ws/games/" + alone, ann_.bearer()).status(), 101);
  const Json body = {{"name", "Secret"}, {"game", "holdem"}, {"passphrase", "sesame"}};
  const std::string locked = site_.post("/api/tables", body, ann_.bearer()).json()["id"];
  EXPECT_EQ(refusal(locked, bob_.bearer()), Refusal(403, "wrong-passphrase"));
  EXPECT_EQ(site_.get("/api/tables/" + locked + "/snapshot", bob_.bearer()).status, 403);
  EXPECT_EQ(site_.get("/api/tables/nothere/snapshot").status, 404);
}

TEST_F(Readers, poll_with_an_etag_and_are_told_when_nothing_is_new) {
  const auto first = site_.get(base_ + "/snapshot", ann_.bearer());
  EXPECT_EQ(first.status, 200);
  const std::string etag = "\"table-" + table_ + "-v" + std::to_string(version()) + '"';
  EXPECT_EQ(first.fields.at("etag"), etag);
  EXPECT_EQ(first.fields.at("cache-control"), "private, no-cache");
  EXPECT_NE(first.fields.at("vary").find("Authorization"), std::string::npos);
  EXPECT_EQ(first.json()["viewer_seat"], 0);
  EXPECT_EQ(first.json()["viewer_hand"].size(), 2u);
  // Whenever it is asked, but for when that was.
  Json shown = first.json();
  EXPECT_GE(shown["now"], shown["snapshot"]["at"]);
  shown.erase("now");
  Json same = site_.get("/api/games/" + table_ + "/snapshot", ann_.bearer()).json();
  same.erase("now");
  EXPECT_EQ(same, shown);
  // The stream tells the same.
  Socket socket = stream(ann_.bearer());
  socket.next();
  Json told = socket.next()["data"];
  told["viewer_seat"] = 0;
  EXPECT_EQ(told, shown);

  const auto again = [&](const std::string& tag) {
    Fields fields = ann_.bearer();
    fields.push_back({"If-None-Match", tag});
    return site_.get(base_ + "/snapshot", fields);
  };
  EXPECT_EQ(again(etag).status, 304);
  EXPECT_TRUE(again(etag).body.empty());
  EXPECT_EQ(again("W/" + etag + ", \"other\"").status, 304);
  EXPECT_EQ(again("\"other\"").status, 200);
  ASSERT_EQ(command(actor(), {{"action", "player-fold"}}).status, 200);
  EXPECT_EQ(again(etag).status, 200);
  const Json nobody = site_.get(base_ + "/snapshot").json();
  EXPECT_TRUE(nobody["viewer_seat"].is_null());
  EXPECT_TRUE(nobody["viewer_hand"].is_null());
}

TEST_F(Readers, who_move_over_http_name_the_version_they_saw_and_are_told_if_it_is_old) {
  const std::uint64_t seen = snapshot(ann_)["lock_version"];
  const Player first = actor();
  EXPECT_EQ(site_.post(base_ + "/moves", {{"action", "player-call"}}, first.bearer()).json()["code"], "invalid-field");
  const Json call = {{"action", "player-call"}, {"version", seen}};
  const std::uint64_t now = site_.post(base_ + "/moves", call, first.bearer()).json()["version"];
  EXPECT_EQ(now, seen + 1);
  const Player& second = actor();
  const auto stale = site_.post(base_ + "/moves", {{"action", "player-check"}, {"version", seen}}, second.bearer());
  EXPECT_EQ(stale.status, 409);
  EXPECT_EQ(stale.json()["code"], "stale");
  EXPECT_EQ(stale.json()["expected"], now);
  EXPECT_EQ(stale.json()["actual"], seen);
  EXPECT_GT(stale.json()["error"].get<std::string>().size(), 10u);
  EXPECT_EQ(version(), now);
}

TEST(AReader, who_says_too_much_is_told_so_and_goes_on_to_be_shown_what_happens) {
  const House house([](ServerSettings& settings) {
    settings.max_messages = 3;
    settings.burst_messages = 2;
    settings.window_ms = 3'600'000;  // never over while a test runs
  });
  const Site site = house.site();
  const Player ann = site.guest("Ann");
  const std::string table = site.open_table(ann);
  Socket socket(site.port(), "/ws/games/" + table);
  EXPECT_EQ(socket.next()["type"], "ack");
  EXPECT_EQ(socket.next()["type"], "snapshot");
  for (int i = 0; i < 6; ++i) socket.send_text("still here");
  const Json refused = socket.next();
  EXPECT_EQ(refused["type"], "error");
  EXPECT_EQ(refused["reason"], "too-many");
  EXPECT_EQ(refused["code"], 429);
  ASSERT_EQ(site.post("/api/tables/" + table + "/join", {{"buy_in_amount", 1000}}, ann.bearer()).status, 200);
  EXPECT_EQ(socket.next()["type"], "snapshot");
}

}  // namespace
}  // namespace baize::server::testing
