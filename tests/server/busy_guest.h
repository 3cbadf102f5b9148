// Somebody for the tests that kill the server: joins, leaves, tops up and plays at random tables over both doors, names
// every request so that it can be repeated, and keeps account of what was acknowledged.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <atomic>
#include <random>
#include <set>

#include "server/house.h"

namespace baize::server::testing {

// A request with a name of its own, by which it can be repeated.
struct Asked {
  enum class Door { keyed, move, socket };
  Door door = Door::keyed;
  std::string table;
  std::string verb;  // of the address, for the door `keyed`: "join", "leave"
  Json body;
  std::string name;  // its Idempotency-Key or request_id
  int chips = 0;     // that go to the table if it is accepted
};

// How often each thing was acknowledged, so that a test in which nothing happens does not pass.
struct Tally {
  std::atomic<int> joins = 0, leaves = 0, top_ups = 0, moves = 0, refusals = 0, under_way = 0;
};

struct Tables {
  std::vector<std::string> all;
  std::set<std::string> without_chips;
};

// A move that the rules allow, from what a view says of it.
inline Json any_move(const Json& legal, std::mt19937& chance) {
  const Json& one = legal[chance() % legal.size()];
  Json move = {{"action", one["action"]}};
  if (one.contains("cards") && one["action"] == "player-play") move["card"] = one["cards"][0];
  if (one.contains("trumps")) move["trump"] = one["trumps"][chance() % one["trumps"].size()];
  if (one["action"] == "player-raise") move["amount"] = one["min"];
  if (one["action"] == "player-bid")
    move["bid"] = one["min"].get<unsigned>() + chance() % (one["max"].get<unsigned>() - one["min"].get<unsigned>() + 1);
  return move;
}

// Somebody who does one thing after another, and keeps account of all that was acknowledged.
class Guest {
 public:
  Guest(Player player, unsigned number, const Tables& tables, Tally& tally)
      : player_(std::move(player)), chance_(number), tables_(tables), tally_(tally), socket_table_(any_table()) {}

  const Player& player() const { return player_; }
  // Does something at one of the tables; true if that was acknowledged. Throws when the server is gone.
  bool act(const Site& site) {
    const std::string& table = any_table();
    switch (chance_() % 10) {
      case 0:
        return ask(site, keyed(table, "join"));
      case 1:
        return ask(site, keyed(table, "leave"));
      case 2:
        return ask(site, by_socket(seat_wish(), 100 + chips(400)));
      case 3:
        return ask(site, by_socket({{"action", "request-leave"}}, 0));
      case 4:
        return ask(site, by_socket({{"action", "top-up"}}, 1 + chips(300)));
      case 5:
        return ask(site, move(table, {{"action", "top-up"}}, 1 + chips(300)));
      default:
        return play(site, table);
    }
  }
  // What nobody knows the answer of is asked again, under its name, and nothing is forgotten that was answered.
  void come_back(const Site& site) {
    socket_.reset();
    socket_table_ = any_table();
    if (!in_flight_) return;
    ++tally_.under_way;
    ask(site, Asked(*in_flight_));
  }
  void expect_all_of_it_in(SQLite::Database& database) {
    SQLite::Statement row(database,
                          "SELECT version FROM game_actions WHERE table_id = ? AND actor = ? AND request_id = ?");
    for (const auto& [asked, version] : accepted_) {
      row.reset();
      row.bind(1, asked.table);
      row.bind(2, player_.uuid);
      row.bind(3, asked.name);
      ASSERT_TRUE(row.executeStep()) << asked.body << " was acknowledged and is not in the log";
      EXPECT_EQ(static_cast<std::uint64_t>(row.getColumn(0).getInt64()), version);
    }
    SQLite::Statement answer(database, "SELECT answer FROM idempotency_keys WHERE account = ? AND key = ?");
    for (const auto& [asked, body] : answered_) {
      answer.reset();
      answer.bind(1, player_.uuid);
      answer.bind(2, asked.name);
      ASSERT_TRUE(answer.executeStep()) << asked.verb << " was answered and is forgotten";
      EXPECT_EQ(answer.getColumn(0).getString(), body);
    }
    accepted_.clear();
    answered_.clear();
  }
  // Every chip that went to a table went once, and in this order.
  void expect_buy_ins_in(SQLite::Database& database) const {
    SQLite::Statement row(database,
                          "SELECT -amount FROM ledger_entries WHERE account = ? AND why = 'buy-in' ORDER BY id");
    row.bind(1, "wallet:" + player_.uuid);
    std::vector<int> found;
    while (row.executeStep()) found.push_back(row.getColumn(0).getInt());
    EXPECT_EQ(found, bought_in_) << player_.name;
  }

 private:
  const std::string& any_table() { return tables_.all[chance_() % tables_.all.size()]; }
  int chips(unsigned most) { return static_cast<int>(chance_() % most); }
  std::string fresh_name() { return player_.name + "-" + std::to_string(++asked_); }
  Json seat_wish() { return {{"action", "take-seat"}, {"seatID", chance_() % 6}}; }

  Asked keyed(const std::string& table, const std::string& verb) {
    Asked asked{Asked::Door::keyed, table, verb, Json::object(), fresh_name(), 0};
    if (verb == "join" && !tables_.without_chips.contains(table))
      asked.body["buy_in_amount"] = asked.chips = 100 + chips(400);
    return asked;
  }
  Asked move(const std::string& table, Json body, int chips) {
    Asked asked{Asked::Door::move, table, {}, std::move(body), fresh_name(), chips};
    if (!asked.body.contains("version")) asked.body["version"] = 0;
    return with_chips(std::move(asked));
  }
  Asked by_socket(Json body, int chips) {
    return with_chips({Asked::Door::socket, socket_table_, {}, std::move(body), fresh_name(), chips});
  }
  Asked with_chips(Asked asked) {
    if (tables_.without_chips.contains(asked.table)) asked.chips = 0;
    asked.body["request_id"] = asked.name;
    if (asked.body["action"] == "take-seat") asked.body["buyIn"] = asked.chips;
    if (asked.body["action"] == "top-up") asked.body["amount"] = std::max(asked.chips, 1);
    return asked;
  }

  bool play(const Site& site, const std::string& table) {
    const auto seen = site.get("/api/tables/" + table + "/snapshot", player_.bearer()).json();
    const Json& legal = seen["viewer"]["legal"];
    if (legal.empty()) return false;
    Json body = any_move(legal, chance_);
    body["version"] = seen["lock_version"];
    return ask(site, move(table, std::move(body), 0));
  }

  bool ask(const Site& site, Asked asked) {
    in_flight_ = std::move(asked);
    const bool done = in_flight_->door == Asked::Door::socket ? say(site) : post(site);
    if (done) count(*in_flight_);
    tally_.refusals += !done;
    in_flight_.reset();
    return done;
  }
  bool post(const Site& site) {
    const Asked& asked = *in_flight_;
    const bool is_keyed = asked.door == Asked::Door::keyed;
    Fields fields = player_.bearer();
    if (is_keyed) fields.emplace_back("Idempotency-Key", asked.name);
    const auto answer =
        site.post("/api/tables/" + asked.table + (is_keyed ? "/" + asked.verb : "/moves"), asked.body, fields);
    if (answer.status >= 400) {
      EXPECT_LT(answer.status, 500) << answer.body;
      return false;
    }
    if (is_keyed)
      answered_.emplace_back(asked, answer.body);
    else
      accepted_.emplace_back(asked, answer.json()["version"]);
    return true;
  }
  bool say(const Site& site) {
    const Asked& asked = *in_flight_;
    if (!socket_ || socket_table_ != asked.table) {
      socket_.emplace(site.join(asked.table, player_));
      socket_table_ = asked.table;
    }
    socket_->send(asked.body);
    const Json heard =
        socket_->until([&](const Json& message) { return message.value("request_id", "") == asked.name; });
    if (heard["action"] != "ack") return false;
    accepted_.emplace_back(asked, heard["version"]);
    return true;
  }
  void count(const Asked& asked) {
    if (asked.chips > 0) bought_in_.push_back(asked.chips);
    const std::string action = asked.body.value("action", asked.verb);
    if (action == "join" || action == "take-seat")
      ++tally_.joins;
    else if (action == "leave" || action == "request-leave")
      ++tally_.leaves;
    else
      ++(action == "top-up" ? tally_.top_ups : tally_.moves);
  }

  Player player_;
  std::mt19937 chance_;
  const Tables& tables_;
  Tally& tally_;
  int asked_ = 0;
  std::optional<Socket> socket_;
  std::string socket_table_;
  std::optional<Asked> in_flight_;
  std::vector<std::pair<Asked, std::uint64_t>> accepted_;  // with the version of the acknowledgement
  std::vector<std::pair<Asked, std::string>> answered_;    // with the answer's body
  std::vector<int> bought_in_;
};

}  // namespace baize::server::testing
