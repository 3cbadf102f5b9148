// A table of a real server that two people play by sockets, for the tests of what is told of its hands afterwards.
#pragma once

#include <gtest/gtest.h>

#include "server/house.h"

namespace baize::server::testing {

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
    Json take{{"action", "take-seat"}, {"seatID", seated_.size() - 1}, {"buyIn", 1000}};
    if (!passphrase.is_null()) take["passphrase"] = passphrase;
    version_ = seated_.back().ask(take);
    // Only now is a table without spectators shown.
    seated_.back().socket.send({{"action", "join-table"}});
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

}  // namespace baize::server::testing
