// A whole game of Nommie from outside, with nothing but what the protocol's page says: Ann polls GET .../snapshot, Bob
// reads /ws/games/{id}, both move over HTTP, and bots have the other two seats. What they see is held to the rules.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>

#include "server/house.h"

namespace baize::server::testing {
namespace {

constexpr std::string_view k_ranks = "23456789TJQKA";

int hand_size_of(int round) { return round <= 11 ? 14 - round : round <= 15 ? 2 : round - 13; }

void expect_fields(const Json& object, std::initializer_list<const char*> names) {
  for (const char* name : names) EXPECT_TRUE(object.contains(name)) << name << " in " << object.dump();
}

// The trump of the wire as the suit of a card's text; '-' for none.
char trump_suit(const Json& trump) {
  const std::string name = trump;
  return name == "NO_TRUMPS" ? '-' : static_cast<char>(name[0] - 'A' + 'a');
}

// Who takes this trick, [[seat, card], ..] in the order of play.
int taker(const Json& cards, char trump) {
  const auto worth = [&](const Json& played) {
    const std::string card = played[1];
    const std::string led = cards[0][1];
    const int rank = static_cast<int>(k_ranks.find(card[0]));
    return card[1] == trump ? 100 + rank : card[1] == led[1] ? rank : -1;
  };
  return *std::max_element(cards.begin(), cards.end(), [&](const Json& a, const Json& b) {
            return worth(a) < worth(b);
          })->begin();
}

void expect_fair_tricks(const Json& shown) {
  std::array<int, 4> won{};
  std::set<std::string> played;
  int leader = (shown["dealer"].get<int>() + 1) % 4;
  for (const Json& trick : shown["tricks"]) {
    ASSERT_EQ(trick["cards"].size(), 4u);
    EXPECT_EQ(trick["cards"][0][0], leader);
    for (const Json& one : trick["cards"]) EXPECT_TRUE(played.insert(one[1]).second) << one << " was played before";
    leader = trick["winner"];
    EXPECT_EQ(taker(trick["cards"], trump_suit(shown["trump"])), leader) << trick;
    ++won[static_cast<std::size_t>(leader)];
  }
  EXPECT_EQ(shown["tricks_won"], Json(won));
  if (!shown["tricks"].empty()) {
    EXPECT_EQ(shown["last_trick"], shown["tricks"].back());
  }
}

void expect_fair_bids(const Json& shown, int round) {
  const Json& bids = shown["bids"];
  int sum = 0;
  int highest = 0;
  int bidder = shown["dealer"];
  for (int i = 1; i <= 4; ++i) {
    const auto seat = static_cast<std::size_t>((shown["dealer"].get<int>() + i) % 4);
    if (bids[seat].is_null()) return;
    sum += bids[seat].get<int>();
    if (i > 1 && bids[seat] <= highest) continue;
    highest = bids[seat];
    bidder = static_cast<int>(seat);
  }
  EXPECT_NE(sum, hand_size_of(round)) << "the dealer may not make the sum fit";
  EXPECT_EQ(shown["trump_by"], bidder);
}

// What everybody sees of a running round or of one that has just ended.
void expect_by_the_rules(const Json& shown) {
  expect_fields(shown, {"round", "hand_size", "dealer", "phase", "to_act", "bids", "trump", "tricks_won",
                        "current_trick", "leader", "last_trick", "scores", "previous_round", "winners"});
  const int round = shown["round"];
  if (round == 0) return;
  EXPECT_EQ(shown["hand_size"], hand_size_of(round));
  EXPECT_EQ(shown["dealer"], (round - 1) % 4);
  expect_fair_bids(shown, round);
  if (!shown["trump"].is_null()) expect_fair_tricks(shown);
  if (shown["phase"] == "trick" && shown["current_trick"].empty()) {
    EXPECT_EQ(shown["to_act"], shown["leader"]);
  }
}

void expect_right_scores(const Json& shown) {
  std::array<int, 4> sums{};
  int number = 0;
  for (const Json& round : shown["rounds"]) {
    EXPECT_EQ(round["round"], ++number);
    for (std::size_t i = 0; i < 4; ++i) {
      const int tricks = round["tricks"][i];
      EXPECT_EQ(round["points"][i], tricks + (round["bids"][i] == tricks ? 10 : 0));
      sums[i] += round["points"][i].get<int>();
    }
  }
  EXPECT_EQ(shown["scores"], Json(sums));
  if (number > 0) {
    EXPECT_EQ(shown["previous_round"], shown["rounds"].back());
  }
  Json winners = Json::array();
  for (int i = 0; number == 26 && i < 4; ++i)
    if (sums[static_cast<std::size_t>(i)] == *std::max_element(sums.begin(), sums.end())) winners.push_back(i);
  EXPECT_EQ(shown["winners"], winners);
}

class Nommie : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(post("/join", Json::object(), ann_).status, 200);
    ASSERT_EQ(post("/join", {{"buy_in_amount", 0}, {"seat", 1}}, bob_).json()["stack"], 0);
    const Json start = {{"action", "start-game"}, {"version", site_.get(base_).json()["version"]}};
    ASSERT_EQ(post("/moves", start, ann_).status, 200);
  }
  Answer post(const std::string& what, const Json& body, const Player& player) const {
    return site_.post(base_ + what, body, player.bearer());
  }
  // Ann's next look: 304 and no body if nothing has changed since the last one.
  Answer look() {
    Fields fields = ann_.bearer();
    if (!etag_.empty()) fields.push_back({"If-None-Match", etag_});
    Answer answer = site_.get(base_ + "/snapshot", fields);
    etag_ = answer.fields.at("etag");
    return answer;
  }
  // A move out of a snapshot with a turn in it: what stands first among the legal ones, by its own description.
  static Json move_of(const Json& data) {
    const Json& legal = data["viewer"]["legal"][0];
    Json move = {{"action", legal["action"]}, {"version", data["lock_version"]}};
    if (legal["action"] == "player-play") move["card"] = legal["cards"][0];
    if (legal["action"] == "player-trump")
      move["trump"] = legal["trumps"][data["lock_version"].get<std::size_t>() % legal["trumps"].size()];
    if (legal["action"] != "player-bid") return move;
    int bid = legal["min"];
    while (std::find(legal["forbidden"].begin(), legal["forbidden"].end(), Json(bid)) != legal["forbidden"].end())
      ++bid;
    EXPECT_LE(bid, legal["max"].get<int>());
    move["bid"] = bid;
    return move;
  }
  // What only this viewer sees beside what everybody does.
  void expect_own(const Json& data, int seat) {
    expect_fields(data, {"snapshot", "viewer_hand", "bid_constraints", "viewer", "lock_version"});
    expect_fields(data["snapshot"], {"table", "seats", "public", "deadline"});
    const Json& shown = data["snapshot"]["public"];
    EXPECT_EQ(data["viewer"]["seat"], seat);
    EXPECT_EQ(data["viewer"]["legal"].empty(), shown["to_act"] != seat);
    EXPECT_EQ(data["bid_constraints"].is_object(), shown["phase"] == "bidding");
    if (shown["phase"] == "bidding") {
      EXPECT_EQ(data["viewer_hand"].size(), shown["hand_size"]);
      expect_fields(data["bid_constraints"], {"min", "max", "forbidden", "zero_bid_locked"});
      EXPECT_EQ(data["bid_constraints"]["max"], shown["hand_size"]);
    }
  }
  // A card of another suit than the one that was led, where there is one, is refused.
  void try_not_to_follow(const Json& data, const Player& player) {
    if (data["snapshot"]["public"]["current_trick"].empty()) return;
    const Json& may = data["viewer"]["legal"][0]["cards"];
    for (const Json& card : data["viewer_hand"]) {
      if (std::find(may.begin(), may.end(), card) != may.end()) continue;
      const Json move = {{"action", "player-play"}, {"card", card}, {"version", data["lock_version"]}};
      const Answer refused = post("/moves", move, player);
      EXPECT_EQ(refused.status, 409);
      EXPECT_EQ(refused.json()["code"], "must-follow-suit");
      ++refused_;
      return;
    }
  }
  void try_with_an_old_version(Json move, const Player& player) {
    const std::uint64_t now = move["version"];
    move["version"] = first_;
    const Answer stale = post("/moves", move, player);
    EXPECT_EQ(stale.status, 409);
    EXPECT_EQ(stale.json()["code"], "stale");
    EXPECT_EQ(stale.json()["expected"], now);
    EXPECT_EQ(stale.json()["actual"], first_);
  }
  // The turn of a player who sees `data`.
  void take_turn(const Json& data, const Player& player) {
    ASSERT_EQ(data["viewer"]["legal"].size(), 1u);
    const Json move = move_of(data);
    if (first_ == 0) first_ = data["lock_version"];
    const bool one_in_ten = ++turns_ % 10 == 0;
    if (one_in_ten) try_with_an_old_version(move, player);
    if (move["action"] == "player-play" && refused_ < 10) try_not_to_follow(data, player);
    const Answer moved = post("/moves", move, player);
    ASSERT_EQ(moved.status, 200) << move << moved.body;
    EXPECT_GT(moved.json()["version"], data["lock_version"]);
  }

  House house_;
  Site site_ = house_.site();
  Player ann_ = site_.guest("Ann");
  Player bob_ = site_.guest("Bob");
  std::string table_ = site_.open_table(ann_, {{"auto_start", false}}, "nommie");
  std::string base_ = "/api/tables/" + table_;
  std::string etag_;
  std::uint64_t first_ = 0;  // the version of the first turn
  int turns_ = 0;
  int refused_ = 0;
};

TEST_F(Nommie, is_played_through_all_26_rounds_over_http_alone) {
  const std::string token = site_.post("/api/ws/token", Json::object(), bob_.bearer()).json()["token"];
  Socket stream(site_.port(), "/ws/games/" + table_ + "?token=" + token);
  EXPECT_EQ(stream.next(), (Json{{"type", "ack"}, {"message", "connected"}}));
  std::uint64_t version = 0;
  std::set<std::string> phases;
  for (bool over = false; !over && !HasFailure();) {
    const Json news = stream.next();
    EXPECT_EQ(news["type"], "snapshot");
    EXPECT_EQ(news["viewer_seat"], 1);
    const Json& data = news["data"];
    ASSERT_GT(data["lock_version"], version);
    version = data["lock_version"];
    const Json& shown = data["snapshot"]["public"];
    phases.insert(shown["phase"]);
    expect_by_the_rules(shown);
    expect_own(data, 1);
    over = !shown["winners"].empty();
    if (shown["phase"] == "over") expect_right_scores(shown);
    if (shown["to_act"] == 1) take_turn(data, bob_);
    if (shown["to_act"] != 0) continue;
    const Answer seen = look();
    ASSERT_EQ(seen.status, 200);
    EXPECT_EQ(seen.fields.at("etag"), "\"table-" + table_ + "-v" + std::to_string(version) + '"');
    EXPECT_EQ(look().status, 304);
    EXPECT_EQ(seen.json()["viewer_seat"], 0);
    EXPECT_EQ(seen.json()["snapshot"], data["snapshot"]);
    expect_own(seen.json(), 0);
    take_turn(seen.json(), ann_);
  }
  EXPECT_EQ(phases, (std::set<std::string>{"bidding", "trump", "trick", "over"}));
  EXPECT_GT(refused_, 0);
  EXPECT_EQ(site_.get(base_ + "/history?limit=100").json()["hands"].size(), 26u);
  EXPECT_NE(site_.get(base_ + "/hands/1.txt", ann_.bearer()).body.find("Ann"), std::string::npos);
  house_.stop();
  EXPECT_EQ(run_baize({"replay", house_.database(), table_}).code, 0);
}

}  // namespace
}  // namespace baize::server::testing
