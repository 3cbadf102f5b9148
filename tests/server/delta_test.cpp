// Views that come as what changed are the same views, over a real connection, for any library that knows RFC 6902.
#include <gtest/gtest.h>

#include <map>

#include "server/house.h"

namespace baize::server::testing {
namespace {

using Views = std::map<std::uint64_t, Json>;

// What a client that follows a table knows.
struct Follower {
  Socket socket;
  Json game = nullptr;
  Views views = {};
  int deltas = 0;

  // One message; the view that it brought stands in `views` by its version.
  Json hear() {
    Json message = socket.next();
    if (message["action"] != "update-game") return message;
    if (message["type"] == "game_delta") {
      EXPECT_EQ(game["version"], message["base"]);
      game = game.patch(message["patch"]);
      ++deltas;
    } else {
      game = message["game"];
    }
    EXPECT_EQ(game["version"], message["version"]);
    views[game["version"]] = game;
    return message;
  }
  void hear_until(std::uint64_t version) {
    while (game.is_null() || game["version"] < version) hear();
  }
};

// Ann plays against a bot, by the first that she may do of checking, calling a little and folding.
class Deltas : public ::testing::Test {
 protected:
  Deltas() : ann_(house_.site().guest("Ann")), table_(house_.site().open_table(ann_)) {}

  Follower follow(const Json& join) {
    Follower one{Socket(house_.site().port(), "/ws/table/" + table_, ann_.bearer())};
    one.socket.send(join);
    return one;
  }
  void play(Follower& hers, std::uint64_t until) {
    hers.socket.send({{"action", "take-seat"}, {"seatID", 0}, {"buyIn", 1000}, {"request_id", "seat"}});
    hers.socket.send({{"action", "add-bot"}, {"request_id", "bot"}});
    std::uint64_t answered = 0;
    for (;;) {
      hers.hear();
      if (hers.game.is_null()) continue;
      const std::uint64_t version = hers.game["version"];
      if (version >= until) return;
      if (hers.game["public"]["to_act"] != hers.game["viewer"]["seat"] || version == answered) continue;
      for (const char* action : {"player-check", "player-call", "player-fold"})
        for (const Json& legal : hers.game["viewer"]["legal"])
          // Never for all her chips: the game has to go on.
          if (legal["action"] == action && answered != version && legal.value("amount", 0) <= 50) {
            hers.socket.send({{"action", action}, {"version", version}});
            answered = version;
          }
    }
  }

  House house_;
  Player ann_;
  std::string table_;
};

TEST_F(Deltas, lead_to_the_views_that_somebody_who_did_not_ask_for_them_gets) {
  Follower whole = follow({{"action", "join-table"}});
  Follower changes = follow({{"action", "join-table"}, {"delta", true}});
  changes.hear_until(0);
  play(whole, 60);
  const std::uint64_t last = whole.views.rbegin()->first;
  changes.hear_until(last);
  EXPECT_EQ(whole.deltas, 0);
  EXPECT_GE(changes.deltas, 50);
  int compared = 0;
  for (const auto& [version, game] : whole.views) {
    const auto same = changes.views.find(version);
    if (same == changes.views.end()) continue;
    ++compared;
    EXPECT_EQ(same->second, game);
  }
  EXPECT_GE(compared, 50);
}

TEST_F(Deltas, end_where_joining_again_does_not_ask_for_them) {
  Follower one = follow({{"action", "join-table"}, {"delta", true}});
  one.hear_until(0);
  one.socket.send({{"action", "join-table"}});
  one.views.clear();
  while (one.views.empty()) one.hear();
  play(one, 12);
  EXPECT_EQ(one.deltas, 0);
}

}  // namespace
}  // namespace baize::server::testing
