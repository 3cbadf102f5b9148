// A game in which bots stand in for people, over HTTP alone: whichever registered game has them. The players know the
// legal moves from their snapshots, and choose by their descriptions.
#include <gtest/gtest.h>

#include "games/registry.h"
#include "server/house.h"

namespace baize::server::testing {
namespace {

std::string game_with_stand_ins() {
  for (const auto& game : games::describe_games())
    if (games::stand_ins(*games::default_settings(game.id))) return game.id;
  throw std::runtime_error("no registered game has stand-ins");
}

// Fills in what a legal move asks for, from what stands beside its name.
Json move_from(const Json& legal, const Json& constraints) {
  Json move = {{"action", legal["action"]}};
  if (legal.contains("cards")) move["card"] = legal["cards"][0];
  if (legal.contains("trumps")) move["trump"] = legal["trumps"][0];
  if (legal.contains("forbidden")) {
    int bid = constraints["zero_bid_locked"] == true ? 1 : 0;
    if (constraints["forbidden"] == bid) ++bid;
    move["bid"] = bid;
  }
  return move;
}

class FourOverHttp : public ::testing::Test {
 protected:
  void open(Json settings) {
    table_ = site_.open_table(players_[0], std::move(settings), game_with_stand_ins());
    base_ = "/api/tables/" + table_;
  }
  Answer join(const Player& player, Json body = Json::object()) {
    return site_.post(base_ + "/join", body, player.bearer());
  }
  Answer command(const Player& player, Json message) {
    if (!message.contains("version")) message["version"] = site_.get(base_).json()["version"];
    return site_.post(base_ + "/moves", message, player.bearer());
  }
  Json snapshot(const Player& player) { return site_.get(base_ + "/snapshot", player.bearer()).json(); }
  // Whoever of `players` is to act moves. False if that is nobody.
  bool one_moves(std::size_t players) {
    for (std::size_t i = 0; i < players; ++i) {
      const Json seen = snapshot(players_[i]);
      if (seen["viewer"]["legal"].empty()) continue;
      Json move = move_from(seen["viewer"]["legal"][0], seen["bid_constraints"]);
      move["version"] = seen["lock_version"];
      const Answer answer = command(players_[i], move);
      // A bot's move or the next deal may have come between.
      EXPECT_TRUE(answer.status == 200 || answer.status == 409) << move << answer.body;
      return true;
    }
    return false;
  }

  House house_;
  Site site_ = house_.site();
  std::vector<Player> players_ = {site_.guest("Ann"), site_.guest("Bob"), site_.guest("Cid"), site_.guest("Dee")};
  std::string table_;
  std::string base_;
};

TEST_F(FourOverHttp, leave_a_seat_to_a_bot_and_take_it_back) {
  open({{"auto_start", false}});
  for (const Player& player : players_) ASSERT_EQ(join(player).status, 200);
  ASSERT_EQ(command(players_[0], {{"action", "start-game"}}).status, 200);
  const Player& dee = players_[3];
  EXPECT_EQ(site_.post(base_ + "/leave", Json::object(), dee.bearer()).status, 202);
  const auto stand_in = [&] { return snapshot(players_[0])["snapshot"]["seats"][3].value("stand_in", false); };
  EXPECT_TRUE(stand_in());
  EXPECT_TRUE(snapshot(dee)["viewer"]["legal"].empty());
  // The others play to the end of the first deal, and the bot with them.
  while (snapshot(players_[0])["snapshot"]["public"]["rounds"].empty()) one_moves(3);
  const Answer early = command(dee, {{"action", "player-bid"}, {"bid", 1}});
  EXPECT_EQ(early.json()["code"], "not-seated") << early.body;
  const Player eve = site_.guest("Eve");
  EXPECT_EQ(join(eve, {{"seat", 3}}).json()["code"], "table-full");
  const Answer back = join(dee);
  EXPECT_EQ(back.status, 200) << back.body;
  EXPECT_EQ(back.json()["seat"], 3);
  EXPECT_FALSE(stand_in());
  for (bool played = false; !played; one_moves(4)) played = !snapshot(dee)["viewer"]["legal"].empty();
}

TEST_F(FourOverHttp, need_not_be_four_where_the_owner_starts_and_newcomers_play_on_for_bots) {
  open({{"auto_start", false}});
  ASSERT_EQ(join(players_[0]).status, 200);
  ASSERT_EQ(command(players_[0], {{"action", "start-game"}}).status, 200);
  EXPECT_EQ(site_.get("/api/tables?open=true&game=" + game_with_stand_ins()).json()["tables"].size(), 1u);
  EXPECT_TRUE(site_.get("/api/tables?game=nosuchgame").json()["tables"].empty());
  const Answer joined = join(players_[1]);
  ASSERT_EQ(joined.status, 200) << joined.body;
  EXPECT_EQ(joined.json()["seat"], 1);
  while (snapshot(players_[0])["snapshot"]["public"]["rounds"].empty()) one_moves(2);
  EXPECT_FALSE(snapshot(players_[1])["snapshot"]["seats"][1]["bot"]);
  EXPECT_TRUE(snapshot(players_[1])["snapshot"]["seats"][2]["bot"]);
}

TEST_F(FourOverHttp, whoever_lost_the_connection_plays_on_by_coming_back_to_the_table) {
  open({{"auto_start", false}, {"disconnect_grace", 0}});
  Socket anns = site_.join(table_, players_[0]);
  anns.send({{"action", "take-seat"}, {"buyIn", 0}});
  anns.until_action("game-event");
  anns.send({{"action", "start-game"}});
  anns.until(
      [](const Json& one) { return one["action"] == "update-game" && one["game"]["table"]["status"] == "running"; });
  const auto seat_of_ann = [](const Json& one) { return one["data"]["snapshot"]["seats"][0]; };
  Socket watching(site_.port(), "/ws/games/" + table_);
  anns.cut();
  watching.until(
      [&](const Json& one) { return one["type"] == "snapshot" && seat_of_ann(one).value("stand_in", false); });
  // Nobody is left but bots: they wait.
  const Json stands = site_.get(base_ + "/snapshot").json();
  EXPECT_TRUE(stands["snapshot"]["deadline"].is_null());
  house_.restart();
  site_ = house_.site();
  Socket again = site_.join(table_, players_[0]);
  const Json back = again.until(
      [](const Json& one) { return one["action"] == "update-game" && !one["game"]["seats"][0].contains("stand_in"); });
  EXPECT_FALSE(back["game"]["deadline"].is_null());
  // And so it goes on, to her turn, unless it is that already.
  const auto her_turn = [](const Json& one) {
    return one["action"] == "update-game" && !one["game"]["viewer"]["legal"].empty();
  };
  if (!her_turn(back)) again.until(her_turn);
}

}  // namespace
}  // namespace baize::server::testing
