// Hands that are over, fetched over HTTP: the list of a table's, and one of them as text, as PHH and as its events.
#include <gtest/gtest.h>

#include "server/house.h"

namespace baize::server::testing {
namespace {

struct Seated {
  Player player;
  Socket socket;
  Json game;

  // The newest view, once it is of this version at least.
  const Json& at(std::uint64_t version) {
    while (game.is_null() || game["version"] < version)
      if (Json message = socket.next(); message["action"] == "update-game") game = message["game"];
    return game;
  }
  // Sends a command and answers the version that it led to.
  std::uint64_t ask(Json message) {
    message["request_id"] = "r" + std::to_string(++asked);
    socket.send(message);
    for (;;) {
      Json heard = socket.next();
      if (heard["action"] == "update-game") game = heard["game"];
      if (heard.value("request_id", "") != message["request_id"]) continue;
      EXPECT_EQ(heard["action"], "ack") << heard;
      return heard.value("version", std::uint64_t{0});
    }
  }
  int asked = 0;
};

class HandsOf : public ::testing::Test {
 protected:
  void open(Json settings = Json::object(), const Json& passphrase = nullptr) {
    settings["auto_start"] = false;
    if (!settings.contains("deal_pause")) settings["deal_pause"] = 300;
    const Player ann = site().guest("Ann");
    Json body{{"name", "Friday"}, {"game", "holdem"}, {"settings", settings}};
    if (!passphrase.is_null()) body["passphrase"] = passphrase;
    table_ = site().post("/api/tables", body, ann.bearer()).json()["id"];
    seat(ann, passphrase);
    seat(site().guest("Bob"), passphrase);
    version_ = seated_[0].ask({{"action", "start-game"}});
    wait_for_deal();
  }
  // The next deal comes by itself.
  void wait_for_deal() {
    seated_[0].at(version_);
    while (seated_[0].game["public"]["street"] == "over") version_ = seated_[0].at(version_ + 1)["version"];
  }
  void seat(const Player& player, const Json& passphrase) {
    seated_.push_back({player, Socket(site().port(), "/ws/table/" + table_, player.bearer()), {}});
    Json join{{"action", "join-table"}};
    if (!passphrase.is_null()) join["passphrase"] = passphrase;
    seated_.back().socket.send(join);
    version_ = seated_.back().ask({{"action", "take-seat"}, {"seatID", seated_.size() - 1}, {"buyIn", 1000}});
  }
  // The running hand, checked and called to its end, or folded at once.
  void play(std::string_view move = "player-call") {
    for (;;) {
      for (Seated& one : seated_) one.at(version_);
      const Json game = seated_[0].game;
      if (game["public"]["street"] == "over") return;
      Seated& one = seated_[game["public"]["to_act"].get<std::size_t>()];
      const bool free = game["public"]["current_bet"] == 0 || own_bet(game, one) == game["public"]["current_bet"];
      version_ = one.ask({{"action", free ? "player-check" : std::string(move)}});
    }
  }
  static Json own_bet(const Json& game, const Seated& one) {
    for (const Json& player : game["public"]["players"])
      if (player["seat"] == one.game["viewer"]["seat"]) return player["bet"];
    return nullptr;
  }
  std::string cards_of(std::size_t seat) {
    std::string text;
    for (const Json& card : seated_[seat].game["viewer"]["hand"])
      text += (text.empty() ? "" : " ") + card.get<std::string>();
    return text;
  }
  Answer hand(const std::string& file, const Fields& fields = {}) {
    return site().get("/api/tables/" + table_ + "/hands/" + file, fields);
  }
  Site site() const { return house_.site(); }

  House house_;
  std::string table_;
  std::vector<Seated> seated_;
  std::uint64_t version_ = 0;
};

TEST_F(HandsOf, a_table_are_told_to_each_as_they_may_know_them) {
  open();
  for (Seated& one : seated_) one.at(version_);
  const std::string anns = cards_of(0);
  const std::string bobs = cards_of(1);
  play("player-fold");
  const Fields ann = seated_[0].player.bearer();
  const Answer text = hand("1.txt", ann);
  EXPECT_EQ(text.status, 200);
  EXPECT_EQ(text.fields.at("content-type"), "text/plain; charset=utf-8");
  EXPECT_NE(text.body.find("Table 'Friday'"), std::string::npos) << text.body;
  EXPECT_NE(text.body.find("Dealt to Ann [" + anns + "]\n"), std::string::npos) << text.body;
  EXPECT_NE(text.body.find("Dealt to Bob [????]\n"), std::string::npos) << text.body;
  EXPECT_NE(text.body.find("*** SUMMARY ***"), std::string::npos) << text.body;
  const Answer phh = hand("1.phh", ann);
  EXPECT_NE(phh.body.find("variant = \"NT\"\n"), std::string::npos) << phh.body;
  EXPECT_NE(phh.body.find(anns.substr(0, 2) + anns.substr(3)), std::string::npos) << phh.body;
  EXPECT_NE(phh.body.find("????"), std::string::npos) << phh.body;
  for (const std::string file : {"1.txt", "1.phh", "1.json"}) {
    const Answer anybody = hand(file);
    EXPECT_EQ(anybody.status, 200);
    for (const std::string& cards : {anns, bobs}) {
      EXPECT_EQ(anybody.body.find(cards), std::string::npos) << anybody.body;
      EXPECT_EQ(anybody.body.find(cards.substr(0, 2) + cards.substr(3)), std::string::npos) << anybody.body;
      EXPECT_EQ(anybody.body.find("\"" + cards.substr(0, 2) + "\""), std::string::npos) << anybody.body;
    }
  }
}

TEST_F(HandsOf, a_table_that_still_run_or_never_were_are_not_found) {
  open();
  for (const std::string file :
       {"1.txt", "2.phh", "0.json", "x.txt", "1", "1.pdf", "99999999999.txt", "4294967295.txt"}) {
    const Answer answer = hand(file, seated_[0].player.bearer());
    EXPECT_EQ(answer.status, 404) << file;
    EXPECT_EQ(answer.json()["code"], "not-found") << file;
  }
  EXPECT_EQ(site().get("/api/tables/" + table_ + "/history").json()["hands"], Json::array());
  EXPECT_EQ(site().get("/api/tables/nowhere/hands/1.txt").json()["code"], "no-such-table");
  EXPECT_EQ(site().get("/api/tables/nowhere/history").json()["code"], "no-such-table");
}

TEST_F(HandsOf, a_table_are_not_sent_again_to_who_has_them) {
  open();
  play();
  const Answer first = hand("1.phh");
  const std::string etag = first.fields.at("etag");
  EXPECT_EQ(hand("1.phh", {{"If-None-Match", etag}}).status, 304);
  EXPECT_EQ(hand("1.txt", {{"If-None-Match", etag}}).status, 200);
  Fields ann = seated_[0].player.bearer();
  ann.emplace_back("If-None-Match", etag);
  EXPECT_EQ(hand("1.phh", ann).status, 200) << "another viewer has another answer";
  EXPECT_EQ(first.fields.at("cache-control"), "private, no-cache");
}

TEST_F(HandsOf, a_table_are_still_there_after_a_restart_and_when_it_is_closed) {
  open();
  play();
  const std::string before = hand("1.txt", seated_[0].player.bearer()).body;
  seated_[0].ask({{"action", "close-table"}});
  EXPECT_EQ(hand("1.txt", seated_[0].player.bearer()).body, before);
  house_.restart();
  EXPECT_EQ(hand("1.txt", seated_[0].player.bearer()).body, before);
  EXPECT_EQ(site().get("/api/tables/" + table_ + "/history").json()["hands"].size(), 1U);
}

}  // namespace
}  // namespace baize::server::testing
