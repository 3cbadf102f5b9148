// A client that speaks the older spellings plays a hand over a socket beside one that speaks today's.
#include "server/doors.h"

namespace baize::server::testing {
namespace {

class OlderSpellings : public Doors {
 protected:
  // Not joined yet.
  Client silent(const Player& player) const {
    return {player, Socket(site().port(), "/ws/table/" + table_, player.bearer())};
  }
  int to_act(const Json& behind) {
    return see([&](const Json& game) {
      return game["version"] >= behind["version"] && !game["public"]["to_act"].is_null();
    })["public"]["to_act"];
  }
  static Json older(const Json& action) { return {{"type", "action"}, {"action", action}}; }
};

TEST_F(OlderSpellings, join_stop_watching_and_leave) {
  open();
  for (const char* word : {"spectate", "Spectate"}) {
    Client bob = silent(bob_);
    ASSERT_EQ(bob.ask({{"type", word}})["action"], "ack");
    EXPECT_EQ(bob.socket.until_action("update-player-uuid")["uuid"], bob_.uuid);
    EXPECT_EQ(bob.socket.until_action("update-game")["game"]["viewer"]["role"], "spectator");
  }
  for (const auto& [stop, leave] : {std::pair{"stop_spectating", "leave"}, std::pair{"StopSpectating", "Leave"}}) {
    Client bob = sit(bob_, 1);
    ASSERT_EQ(bob.ask({{"type", stop}})["action"], "ack");
    // The seat is kept, and nothing that happens is shown.
    Client ann = sit(ann_, 0);
    see([&](const Json& game) { return !seat_in(game, ann_).is_null() && !seat_in(game, bob_).is_null(); });
    ASSERT_EQ(bob.ask({{"action", "ping"}})["action"], "ack");
    for (const std::string& frame : bob.socket.heard()) {
      const Json heard = Json::parse(frame);
      EXPECT_TRUE(heard["action"] != "update-game" || seat_in(heard["game"], ann_).is_null()) << heard;
    }
    ASSERT_EQ(bob.ask({{"type", leave}})["action"], "ack");
    see_leave(bob_);
    EXPECT_EQ(wallet(bob_), 10'000);
    ASSERT_EQ(ann.ask({{"type", leave}})["action"], "ack");
    see_leave(ann_);
  }
}

TEST_F(OlderSpellings, play_a_hand) {
  open();
  Client seated[] = {sit(ann_, 0), sit(bob_, 1)};
  Json done = seated[0].ask({{"action", "start-game"}});
  const Json moves[] = {older("call"),
                        older({{"type", "check"}}),
                        {{"type", "action"}, {"action", "raise"}, {"amount", 40}},
                        older({{"type", "raise"}, {"amount", 100}}),
                        older("all_in"),
                        older({{"type", "fold"}})};
  for (const Json& move : moves) {
    ASSERT_EQ(done["action"], "ack") << done;
    done = seated[to_act(done)].ask(move);
  }
  ASSERT_EQ(done["action"], "ack") << done;
  const Json& over = see([&](const Json& game) { return game["version"] >= done["version"]; });
  EXPECT_EQ(over["public"]["hand"], 1);
  EXPECT_EQ(over["public"]["board"].size(), 3u);
}

TEST_F(OlderSpellings, that_have_no_equivalent_name_the_door_to_use) {
  open();
  Client bob = come(bob_);
  for (const char* word : {"join", "Join"}) {
    const Json refused = bob.ask({{"type", word}, {"buy_in", 1000}});
    EXPECT_EQ(refused["reason"], "unknown-action");
    EXPECT_NE(refused["message"].get<std::string>().find("/api/tables/{id}/join"), std::string::npos) << refused;
  }
  EXPECT_EQ(bob.ask(older("dance"))["reason"], "unknown-action");
  EXPECT_EQ(bob.ask(older("call"))["reason"], "not-seated");
}

}  // namespace
}  // namespace baize::server::testing
