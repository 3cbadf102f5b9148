// A table of a running house and the people at its two doors, HTTP and WebSocket, with an anonymous spectator through
// whose eyes a test waits for what happens. At the end of each test no chip may be missing.
#pragma once

#include <gtest/gtest.h>

#include "server/at_once.h"

namespace baize::server::testing {

// Somebody with a connection to the table.
class Client {
 public:
  Client(Player who, Socket connected) : player(std::move(who)), socket(std::move(connected)) {}

  Player player;
  Socket socket;

  // Sends it with a request_id that nobody had before; the ack or the error.
  Json ask(Json message) {
    message["request_id"] = "r" + std::to_string(++asked_);
    return answer_to(message);
  }
  Json answer_to(const Json& message) {
    socket.send(message);
    return socket.until(
        [&](const Json& heard) { return heard.value("request_id", "") == message.value("request_id", "-"); });
  }

 private:
  static inline int asked_ = 0;
};

class Doors : public ::testing::Test {
 protected:
  explicit Doors(const std::function<void(ServerSettings&)>& adjust = {}) : house_(adjust) {}
  void TearDown() override { expect_every_chip(); }

  // Ann's table, on which hands begin when she says so.
  void open(Json settings = Json::object());
  // In with a seat, over the socket.
  Client sit(const Player& player, int seat, int buy_in = 1000) const;
  Client come(const Player& player) const { return {player, site().join(table_, player)}; }

  Answer join(const Player& player, const Json& body, const Fields& more = {}) const;
  Answer leave(const Player& player, const Fields& more = {}) const;
  // A move or another command over HTTP, decided on the newest version.
  Answer move(const Player& player, Json message) const;

  // The newest view for which `wanted` holds, waiting for it.
  const Json& see(const std::function<bool(const Json& game)>& wanted);
  // A hand is dealt; whose turn it is.
  int deal(Client& owner);
  // The seat of this player as everybody sees it; null without one.
  static Json seat_in(const Json& game, const Player& player);
  void see_leave(const Player& player) {
    see([&](const Json& game) { return seat_in(game, player).is_null(); });
  }

  std::int64_t wallet(const Player& player) const;
  // How often chips went back to this player's wallet from the table.
  int cash_outs(const Player& player) const;
  void expect_every_chip() const;

  Site site() const { return house_.site(); }
  std::string base() const { return "/api/tables/" + table_; }

  House house_;
  Player ann_ = site().guest("Ann");
  Player bob_ = site().guest("Bob");
  std::string table_;
  std::optional<Socket> eye_;
  Json seen_;
};

}  // namespace baize::server::testing
