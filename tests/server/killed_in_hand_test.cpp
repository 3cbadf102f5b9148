// A server that dies in the middle of a hand and comes back: the players find their seats, cards and clock, even where
// the table gives no grace, finish the hand and take their chips home.
#include "server/doors.h"

namespace baize::server::testing {
namespace {

class KilledInHand : public ::testing::Test {
 protected:
  void restart() { server_.emplace(std::vector<std::string>{"--db", database_}); }
  Site site() const { return server_->site(); }
  std::string base() const { return "/api/tables/" + table_; }
  Answer join(const Player& player, int seat, std::string_view key) const {
    Fields fields = player.bearer();
    fields.emplace_back("Idempotency-Key", key);
    return site().post(base() + "/join", {{"buy_in_amount", 1000}, {"seat", seat}}, fields);
  }
  Answer leave(const Player& player) const { return site().post(base() + "/leave", Json::object(), player.bearer()); }
  // In again, with the newest view.
  std::pair<Client, Json> come(const Player& player) const {
    Client one{player, Socket(site().port(), "/ws/table/" + table_, player.bearer())};
    one.socket.send({{"action", "join-table"}});
    Json game = one.socket.until_action("update-game")["game"];
    return {std::move(one), std::move(game)};
  }
  // Starts the game; the view in which somebody is to act.
  static Json first_decision(Client& owner) {
    EXPECT_EQ(owner.ask({{"action", "start-game"}})["action"], "ack");
    return owner.socket.until([](const Json& one) {
      return one["action"] == "update-game" && !one["game"]["public"]["to_act"].is_null();
    })["game"];
  }
  std::int64_t wallet(const Player& player) const {
    return site().get("/api/auth/me", player.bearer()).json().at("wallet_balance");
  }
  // The view without what a restart may change.
  static Json situation(const Json& game) {
    return {{"public", game["public"]},
            {"seats", game["seats"]},
            {"hand", game["viewer"]["hand"]},
            {"legal", game["viewer"]["legal"]}};
  }

  Folder folder_;
  std::string database_ = (folder_ / "baize.db").string();
  std::optional<ChildServer> server_;
  std::string table_;
};

TEST_F(KilledInHand, goes_on_where_it_was_and_nobody_loses_a_chip) {
  restart();
  const Player ann = site().guest("Ann");
  const Player bob = site().guest("Bob");
  table_ = site().open_table(ann, {{"auto_start", false}, {"disconnect_grace", 0}});
  auto [ann_there, ann_view] = come(ann);
  auto [bob_there, bob_view] = come(bob);
  const Answer anns_join = join(ann, 0, "k");
  const Answer bobs_join = join(bob, 1, "k");
  ASSERT_EQ(anns_join.status, 200);
  ASSERT_EQ(bobs_join.status, 200);
  ASSERT_EQ(ann_there.ask({{"action", "start-game"}})["action"], "ack");
  const auto to_act = [](Socket& socket, std::uint64_t behind) {
    return socket.until([&](const Json& one) {
      return one["action"] == "update-game" && one["game"]["version"] > behind &&
             !one["game"]["public"]["to_act"].is_null();
    })["game"];
  };
  // Heads-up the button acts first; whoever it is calls, and that is acknowledged.
  ann_view = to_act(ann_there.socket, 0);
  const bool anns_turn = ann_view["public"]["to_act"] == 0;
  const Json call = {{"action", "player-call"}, {"request_id", "call"}};
  const Json acknowledged = (anns_turn ? ann_there : bob_there).answer_to(call);
  ASSERT_EQ(acknowledged["action"], "ack");
  ann_view = to_act(ann_there.socket, ann_view["version"]);
  bob_view = to_act(bob_there.socket, ann_view["version"].get<std::uint64_t>() - 1);

  server_->kill();
  restart();
  // Before anybody is back, the joins have their answers.
  EXPECT_EQ(join(ann, 0, "k").body, anns_join.body);
  EXPECT_EQ(join(bob, 1, "k").body, bobs_join.body);
  auto [ann_back, ann_now] = come(ann);
  auto [bob_back, bob_now] = come(bob);
  EXPECT_EQ(situation(ann_now), situation(ann_view));
  EXPECT_EQ(situation(bob_now), situation(bob_view));
  EXPECT_EQ((anns_turn ? ann_back : bob_back).answer_to(call), acknowledged);

  Client& next = anns_turn ? bob_back : ann_back;
  Client& other = anns_turn ? ann_back : bob_back;
  ASSERT_EQ(ann_back.ask({{"action", "pause-game"}})["action"], "ack");  // no second hand
  ASSERT_EQ(next.ask({{"action", "player-raise"}, {"amount", 40}})["action"], "ack");
  ASSERT_EQ(other.ask({{"action", "player-fold"}})["action"], "ack");
  EXPECT_EQ(leave(next.player).json(), (Json{{"returned", 1'010}, {"wallet_balance", 10'010}}));
  EXPECT_EQ(leave(other.player).json(), (Json{{"returned", 990}, {"wallet_balance", 9'990}}));
  EXPECT_EQ(run_baize({"replay", database_, table_}).code, 0);
  const Ended audit = run_baize({"audit", database_});
  EXPECT_EQ(audit.code, 0) << audit.output;
}

TEST_F(KilledInHand, takes_a_move_that_was_decided_long_before_it_as_long_as_nothing_else_was_decided) {
  restart();
  const Player ann = site().guest("Ann");
  const Player bob = site().guest("Bob");
  table_ = site().open_table(ann, {{"auto_start", false}, {"disconnect_grace", 0}, {"turn_seconds", 300}});
  auto [ann_there, ann_view] = come(ann);
  auto [bob_there, bob_view] = come(bob);
  ASSERT_EQ(join(ann, 0, "k").status, 200);
  ASSERT_EQ(join(bob, 1, "k").status, 200);
  ann_view = first_decision(ann_there);
  const bool anns_turn = ann_view["public"]["to_act"] == 0;
  const Player& acting = anns_turn ? ann : bob;
  const Player& other = anns_turn ? bob : ann;
  const Json wish = {{"action", "auto-top-up"}, {"to", 1000}};
  const auto wish_often = [&](Client& one, int times) {
    for (int i = 0; i < times; ++i) ASSERT_EQ(one.ask(wish)["action"], "ack");
  };
  wish_often(anns_turn ? bob_there : ann_there, 300);
  const Json call = {{"action", "player-call"}, {"version", ann_view["version"]}};
  Client& actor = anns_turn ? ann_there : bob_there;
  const Json called = actor.ask(call);
  ASSERT_EQ(called["action"], "ack") << called;
  wish_often(actor, 3);

  server_->kill();
  restart();
  auto [back, view] = come(other);
  EXPECT_EQ(back.ask({{"action", "player-raise"}, {"amount", 40}, {"version", ann_view["version"]}})["reason"],
            "stale");
  const Json raised = back.ask({{"action", "player-raise"}, {"amount", 40}, {"version", called["version"]}});
  EXPECT_EQ(raised["action"], "ack") << raised;
  auto [again, view_again] = come(acting);
  EXPECT_EQ(again.ask({{"action", "player-fold"}, {"version", view_again["version"]}})["action"], "ack");
}

TEST_F(KilledInHand, says_no_line_twice_that_is_sent_again_after_it) {
  restart();
  const Player ann = site().guest("Ann");
  table_ = site().open_table(ann);
  const Json line = {{"action", "send-message"}, {"message", "once"}, {"request_id", "line"}};
  const Json log = {{"action", "send-log"}, {"message", "looks on"}, {"request_id", "log"}};
  auto [there, view] = come(ann);
  ASSERT_EQ(there.answer_to(line)["action"], "ack");
  ASSERT_EQ(there.answer_to(log)["action"], "ack");
  server_->kill();
  restart();
  auto [back, view_now] = come(ann);
  EXPECT_EQ(back.answer_to(line)["action"], "ack");
  EXPECT_EQ(back.answer_to(log)["action"], "ack");
  // Another one's request may have the same name.
  auto [bob, bobs_view] = come(site().guest("Bob"));
  Json bobs = line;
  bobs["message"] = "then";
  ASSERT_EQ(bob.answer_to(bobs)["action"], "ack");
  auto [late, late_view] = come(ann);
  std::vector<std::string> heard;
  for (const std::string& frame : late.socket.heard())
    if (const Json one = Json::parse(frame); one["action"] == "new-message" || one["action"] == "new-log")
      heard.push_back(one["message"]);
  EXPECT_EQ(heard, (std::vector<std::string>{"once", "then", "looks on"}));
}

TEST_F(KilledInHand, gives_the_chips_back_once_to_who_had_left_it) {
  restart();
  const Player ann = site().guest("Ann");
  const Player bob = site().guest("Bob");
  table_ = site().open_table(ann, {{"auto_start", false}});
  auto [ann_there, ann_view] = come(ann);
  ASSERT_EQ(join(ann, 0, "k").status, 200);
  ASSERT_EQ(join(bob, 1, "k").status, 200);
  ann_view = first_decision(ann_there);
  const Player& waiting = ann_view["public"]["to_act"] == 0 ? bob : ann;
  const Player& acting = ann_view["public"]["to_act"] == 0 ? ann : bob;
  ASSERT_EQ(leave(waiting).status, 202);
  server_->kill();
  restart();
  EXPECT_EQ(wallet(waiting), 9'000);
  EXPECT_EQ(leave(waiting).status, 202);
  auto [back, view] = come(acting);
  ASSERT_EQ(back.ask({{"action", "player-raise"}, {"amount", 40}})["action"], "ack");
  EXPECT_EQ(leave(waiting).json(), (Json{{"returned", 0}, {"wallet_balance", 9'990}}));
  EXPECT_EQ(leave(acting).json(), (Json{{"returned", 1'010}, {"wallet_balance", 10'010}}));
  EXPECT_EQ(run_baize({"audit", database_}).code, 0);
}

}  // namespace
}  // namespace baize::server::testing
