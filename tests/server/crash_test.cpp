// kill -9 in the middle of hands, at whatever instant: nothing that was acknowledged is lost, nobody's chips change,
// and everybody comes back to the same decision.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <random>

#include "server/house.h"

namespace baize::server::testing {
namespace {

// One player's side of a table that may vanish at any time.
struct Seat {
  Player player;
  std::optional<Socket> socket;
  Json view;                                                 // the newest that has come
  std::vector<std::pair<Json, std::uint64_t>> acknowledged;  // requests with the version of their ack
  std::optional<Json> in_flight;

  void absorb(const Json& message) {
    if (message["action"] == "update-game") view = message["game"];
    if (!in_flight || message.value("request_id", "") != (*in_flight)["request_id"]) return;
    if (message["action"] == "ack") acknowledged.emplace_back(*in_flight, message["version"]);
    in_flight.reset();
  }
  void send(Json message) {
    in_flight = message;
    socket->send(message);
  }
  void hear_the_answer() {
    while (in_flight) absorb(socket->next());
  }
};

class Crash : public ::testing::Test {
 protected:
  void begin() {
    restart();
    for (const char* name : {"Ann", "Bob", "Cid"}) seats_.push_back({server_->site().guest(name), {}, {}, {}, {}});
    table_ = server_->site().open_table(seats_[0].player, {{"auto_start", false}});
    come_back();
  }
  void restart() { server_.emplace(std::vector<std::string>{"--db", database_, "--bot-pause-ms", "0"}); }
  void come_back() {
    for (Seat& one : seats_) {
      one.socket.emplace(server_->site().port(), "/ws/table/" + table_, one.player.bearer());
      one.socket->send({{"action", "join-table"}});
      one.view = one.socket->until_action("update-game")["game"];
    }
  }
  std::uint64_t newest_seen() const {
    std::uint64_t newest = 0;
    for (const Seat& one : seats_) newest = std::max(newest, one.view["version"].get<std::uint64_t>());
    return newest;
  }
  Json request(Json message) {
    message["request_id"] = "r" + std::to_string(++requests_);
    return message;
  }
  // What this seat would do now; nothing if it has to wait.
  std::optional<Json> wish(Seat& one) {
    const Json& viewer = one.view["viewer"];
    if (viewer["seat"].is_null())
      return request({{"action", "take-seat"}, {"seatID", &one - seats_.data()}, {"buyIn", 200}});
    const auto& legal = viewer["legal"];
    if (one.view["public"]["street"] == "over") {
      if (&one != &seats_[0] || one.view["seats"].size() < 2) return std::nullopt;
      return request({{"action", "start-game"}});
    }
    if (legal.empty() || one.view["public"]["to_act"] != viewer["seat"]) return std::nullopt;
    Json move = legal[chance_() % legal.size()];
    Json message = {{"action", move["action"]}, {"version", one.view["version"]}};
    if (move["action"] == "player-raise") message["amount"] = move["min"];
    return request(message);
  }
  // Everybody reads what the newest version brought.
  void listen() {
    const auto newest = newest_seen();
    for (Seat& one : seats_)
      while (one.view["version"].get<std::uint64_t>() < newest) one.absorb(one.socket->next());
  }
  // One thing that somebody does, heard by everybody.
  void step() {
    for (std::size_t tries = 0; tries < seats_.size(); ++tries) {
      Seat& one = seats_[(turn_ + tries) % seats_.size()];
      const auto wanted = wish(one);
      if (!wanted) continue;
      turn_ += tries + 1;
      one.send(*wanted);
      one.hear_the_answer();
      while (!one.acknowledged.empty() && one.view["version"].get<std::uint64_t>() < one.acknowledged.back().second)
        one.absorb(one.socket->next());
      return listen();
    }
    seats_[0].absorb(seats_[0].socket->next());  // nobody may act: the table itself is about to
    listen();
  }

  // Between sending a move and hearing its answer, some time from at once to a few thousandths of a second; every third
  // time while everybody waits for somebody.
  void kill_in_the_middle() {
    const bool at_rest = ++kills_ % 3 == 0;
    for (Seat& one : seats_)
      if (const auto wanted = at_rest ? std::nullopt : wish(one)) {
        one.send(*wanted);
        break;
      }
    const auto until = std::chrono::steady_clock::now() + std::chrono::microseconds(chance_() % 3000);
    while (std::chrono::steady_clock::now() < until) {
    }
    server_->kill();
    for (Seat& one : seats_) {
      try {
        for (;;) one.absorb(one.socket->next());
      } catch (const std::exception&) {  // the end of what had been sent before
      }
    }
  }

  void expect_the_log_to_fit() {
    const auto replayed = run_baize({"replay", database_, table_});
    EXPECT_EQ(replayed.code, 0) << replayed.output;
  }
  void expect_no_chip_missing() {
    SQLite::Database database(database_, SQLite::OPEN_READONLY, 5000);
    EXPECT_EQ(database.execAndGet("SELECT coalesce(sum(amount), 0) FROM ledger_entries").getInt64(), 0);
    EXPECT_EQ(database
                  .execAndGet("SELECT count(*) FROM ledger_accounts a WHERE balance <> (SELECT coalesce(sum(amount), "
                              "0) FROM ledger_entries e WHERE e.account = a.name)")
                  .getInt(),
              0);
    SQLite::Statement escrow(database, "SELECT coalesce((SELECT balance FROM ledger_accounts WHERE name = ?), 0)");
    escrow.bind(1, "escrow:" + table_);
    escrow.executeStep();
    std::int64_t chips = 0;
    for (const Json& seat : seats_[0].view["seats"]) chips += seat["stack"].get<std::int64_t>();
    if (seats_[0].view["public"]["street"] != "over")
      for (const Json& pot : seats_[0].view["public"]["pots"]) chips += pot["amount"].get<std::int64_t>();
    EXPECT_EQ(escrow.getColumn(0).getInt64(), chips);
  }
  // What the log holds after `version`, without the restart itself.
  int actions_after(std::uint64_t version) {
    SQLite::Database database(database_, SQLite::OPEN_READONLY, 5000);
    SQLite::Statement count(database,
                            "SELECT count(*) FROM game_actions WHERE table_id = ? AND version > ? AND action NOT LIKE "
                            "'%\"restored\"%'");
    count.bind(1, table_);
    count.bind(2, static_cast<std::int64_t>(version));
    count.executeStep();
    return count.getColumn(0).getInt();
  }
  // The view without what a restart may change.
  static Json situation(const Json& view) {
    return {{"public", view["public"]},
            {"seats", view["seats"]},
            {"hand", view["viewer"]["hand"]},
            {"legal", view["viewer"]["legal"]},
            {"decision", view["decision"]}};
  }

  void crash_once() {
    kill_in_the_middle();
    const std::uint64_t seen = newest_seen();
    std::vector<Json> before;
    for (const Seat& one : seats_) before.push_back(situation(one.view));
    restart();
    come_back();
    listen();
    for (std::size_t i = 0; i < seats_.size(); ++i) {
      Seat& one = seats_[i];
      while (one.view["version"].get<std::uint64_t>() <= seen) one.absorb(one.socket->next());  // "restored" at least
      if (actions_after(seen) == 0 && before[i]["decision"] == one.view["decision"]) {
        EXPECT_EQ(situation(one.view), before[i]);
        ++same_;
      }
      // The newest acknowledgements, and what was in flight: done once, whatever happened to the answer.
      const auto known = one.acknowledged;
      for (std::size_t k = known.size() - std::min<std::size_t>(known.size(), 3); k < known.size(); ++k) {
        one.socket->send(known[k].first);
        EXPECT_EQ(
            one.socket->until(
                [&](const Json& heard) { return heard.value("request_id", "") == known[k].first["request_id"]; }),
            (Json{{"action", "ack"}, {"request_id", known[k].first["request_id"]}, {"version", known[k].second}}));
      }
      one.in_flight.reset();
    }
    expect_the_log_to_fit();
    expect_no_chip_missing();
  }

  Folder folder_;
  std::string database_ = (folder_ / "baize.db").string();
  std::optional<ChildServer> server_;
  std::string table_;
  std::vector<Seat> seats_;
  std::mt19937 chance_{20240607};
  std::size_t turn_ = 0;
  int requests_ = 0;
  int kills_ = 0;
  int same_ = 0;  // times that a player found exactly what there was before
};

TEST_F(Crash, loses_nothing_that_was_acknowledged_and_brings_everybody_back_to_the_same_decision) {
  const int kills = std::getenv("BAIZE_DEEP") != nullptr ? 200 : 10;
  begin();
  for (int i = 0; i < kills; ++i) {
    for (auto steps = 3 + chance_() % 25; steps > 0; --steps) step();
    crash_once();
    if (HasFailure()) return;
  }
  EXPECT_GT(same_, 0);
}

}  // namespace
}  // namespace baize::server::testing
