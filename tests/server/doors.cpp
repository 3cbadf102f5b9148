#include "server/doors.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace baize::server::testing {

void Doors::open(Json settings) {
  settings["auto_start"] = false;
  table_ = site().open_table(ann_, std::move(settings));
  eye_.emplace(site().watch(table_));
  seen_ = Json();
}

Client Doors::sit(const Player& player, int seat, int buy_in) const {
  Client one = come(player);
  const Json answer = one.ask({{"action", "take-seat"}, {"seatID", seat}, {"buyIn", buy_in}});
  EXPECT_EQ(answer["action"], "ack") << answer;
  return one;
}

Answer Doors::join(const Player& player, const Json& body, const Fields& more) const {
  Fields fields = player.bearer();
  fields.insert(fields.end(), more.begin(), more.end());
  return site().post(base() + "/join", body, fields);
}

Answer Doors::leave(const Player& player, const Fields& more) const {
  Fields fields = player.bearer();
  fields.insert(fields.end(), more.begin(), more.end());
  return site().post(base() + "/leave", Json::object(), fields);
}

Answer Doors::move(const Player& player, Json message) const {
  message["version"] = site().get(base()).json().value("version", std::uint64_t{0});
  return site().post(base() + "/moves", message, player.bearer());
}

const Json& Doors::see(const std::function<bool(const Json&)>& wanted) {
  while (seen_.is_null() || !wanted(seen_)) seen_ = eye_->until_action("update-game")["game"];
  return seen_;
}

int Doors::deal(Client& owner) {
  const Json answer = owner.ask({{"action", "start-game"}});
  EXPECT_EQ(answer["action"], "ack") << answer;
  return see([&](const Json& game) {
    return game["version"] >= answer["version"] && !game["public"]["to_act"].is_null();
  })["public"]["to_act"];
}

Json Doors::seat_in(const Json& game, const Player& player) {
  for (const Json& one : game["seats"])
    if (one["uuid"] == player.uuid) return one;
  return {};
}

std::int64_t Doors::wallet(const Player& player) const {
  return site().get("/api/auth/me", player.bearer()).json().at("wallet_balance");
}

int Doors::cash_outs(const Player& player) const {
  SQLite::Database database(house_.database(), SQLite::OPEN_READONLY, 5000);
  SQLite::Statement count(
      database, "SELECT count(*) FROM ledger_entries WHERE account = ? AND table_id = ? AND why = 'cash-out'");
  count.bind(1, "wallet:" + player.uuid);
  count.bind(2, table_);
  count.executeStep();
  return count.getColumn(0).getInt();
}

void Doors::expect_every_chip() const {
  const Ended audit = run_baize({"audit", house_.database()});
  EXPECT_EQ(audit.code, 0) << audit.output << audit.errors;
}

}  // namespace baize::server::testing
