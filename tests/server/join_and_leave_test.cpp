// Joining and leaving with whatever can come in between: lost answers, lost connections, many at once, the wrong
// moment, and a server that dies. After each of them every chip is where it belongs.
#include <set>

#include "server/doors.h"

namespace baize::server::testing {
namespace {

class JoinAndLeave : public Doors {
 protected:
  // Ann and Bob with a hand before them.
  void deal_two(Json settings = Json::object()) {
    open(std::move(settings));
    clients_.push_back(sit(ann_, 0));
    clients_.push_back(sit(bob_, 1));
    turn_ = deal(clients_[0]);
  }
  Client& to_act() { return clients_[static_cast<std::size_t>(turn_)]; }
  Client& waiting() { return clients_[static_cast<std::size_t>(1 - turn_)]; }
  static Fields key(std::string_view text) { return {{"Idempotency-Key", std::string(text)}}; }
  std::int64_t both_wallets() const { return wallet(ann_) + wallet(bob_); }

  std::vector<Client> clients_;
  int turn_ = 0;
};

TEST_F(JoinAndLeave, over_http_and_then_a_socket_opens_on_the_own_seat_even_with_no_grace) {
  open({{"disconnect_grace", 0}});
  const Json joined = join(bob_, {{"buy_in_amount", 1500}, {"seat", 4}}).json();
  EXPECT_EQ(joined, (Json{{"seat", 4}, {"stack", 1500}, {"wallet_balance", 8'500}, {"uuid", bob_.uuid}}));
  const Json token = site().post("/api/ws/token", Json::object(), bob_.bearer()).json();
  Client bob{bob_, Socket(site().port(), "/ws/table/" + table_ + "?token=" + token["token"].get<std::string>())};
  EXPECT_EQ(bob.socket.until_action("update-player-uuid")["uuid"], bob_.uuid);
  const Json game = bob.socket.until_action("update-game")["game"];
  EXPECT_EQ(game["viewer"]["seat"], 4);
  EXPECT_EQ(seat_in(game, bob_)["stack"], 1500);
  EXPECT_EQ(bob.ask({{"action", "take-seat"}, {"seatID", 5}, {"buyIn", 500}})["reason"], "already-seated");
  EXPECT_EQ(wallet(bob_), 8'500);
}

TEST_F(JoinAndLeave, a_connection_lost_on_the_own_turn_keeps_seat_and_clock) {
  deal_two();
  const Json before = seen_;
  to_act().socket.cut();
  Client back = come(to_act().player);
  back.socket.send({{"action", "join-table"}});
  const Json now = back.socket.until_action("update-game")["game"];
  EXPECT_EQ(now["version"], before["version"]);
  EXPECT_EQ(now["deadline"], before["deadline"]);
  EXPECT_EQ(now["viewer"]["seat"], turn_);
  EXPECT_FALSE(now["viewer"]["legal"].empty());
  EXPECT_EQ(back.ask({{"action", "player-call"}, {"version", now["version"]}})["action"], "ack");
}

TEST_F(JoinAndLeave, a_connection_lost_on_the_own_turn_without_grace_folds_and_takes_the_rest_home) {
  deal_two({{"disconnect_grace", 0}});
  const Player gone = to_act().player;
  const Player stays = waiting().player;
  to_act().socket.cut();
  see_leave(gone);
  // The small blind stays in the pot that the other one won.
  EXPECT_EQ(wallet(gone), 9'995);
  EXPECT_EQ(seat_in(seen_, stays)["stack"], 1'005);
  EXPECT_EQ(cash_outs(gone), 1);
}

TEST_F(JoinAndLeave, an_http_answer_that_is_lost_is_given_again_and_the_socket_finds_the_seat) {
  open();
  {
    // Gone before the answer can come.
    const std::string body = R"({"buy_in_amount":800})";
    send_and_hang_up(site().port(), "POST " + base() + "/join HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " +
                                        bob_.token + "\r\nIdempotency-Key: lost\r\nContent-Length: " +
                                        std::to_string(body.size()) + "\r\n\r\n" + body);
  }
  see([&](const Json& game) { return !seat_in(game, bob_).is_null(); });
  Client bob = come(bob_);
  bob.socket.send({{"action", "join-table"}});
  EXPECT_EQ(bob.socket.until_action("update-game")["game"]["viewer"]["seat"], 0);
  const Answer again = join(bob_, {{"buy_in_amount", 800}}, key("lost"));
  EXPECT_EQ(again.status, 200);
  EXPECT_EQ(again.json(), (Json{{"seat", 0}, {"stack", 800}, {"wallet_balance", 9'200}, {"uuid", bob_.uuid}}));
  EXPECT_EQ(wallet(bob_), 9'200);
}

TEST_F(JoinAndLeave, two_joins_of_one_player_at_once_under_two_keys_take_one_seat) {
  open();
  const auto answers = at_once(
      2, [&](std::size_t i) { return join(bob_, {{"buy_in_amount", 500}, {"seat", i}}, key(i == 0 ? "a" : "b")); });
  EXPECT_EQ(count_status(answers, 200), 1u);
  EXPECT_EQ(count_status(answers, 409), 1u);
  EXPECT_EQ(answers[answers[0].status == 409 ? 0 : 1].json()["code"], "already-seated");
  EXPECT_EQ(wallet(bob_), 9'500);
}

TEST_F(JoinAndLeave, fifty_at_once_for_one_seat_are_one_and_forty_nine_who_keep_their_chips) {
  open();
  std::vector<Player> crowd;
  for (int i = 0; i < 50; ++i) crowd.push_back(site().guest("P" + std::to_string(i)));
  const auto answers =
      at_once(50, [&](std::size_t i) { return join(crowd[i], {{"buy_in_amount", 1000}, {"seat", 2}}); });
  EXPECT_EQ(count_status(answers, 200), 1u);
  EXPECT_EQ(count_status(answers, 409), 49u);
  for (std::size_t i = 0; i < 50; ++i) {
    const bool seated = answers[i].status == 200;
    EXPECT_EQ(wallet(crowd[i]), seated ? 9'000 : 10'000);
    EXPECT_EQ(answers[i].json().value("code", ""), seated ? "" : "seat-taken");
  }
}

TEST_F(JoinAndLeave, fifty_at_once_for_any_seat_fill_all_of_them) {
  open({{"seats", 6}});
  std::vector<Player> crowd;
  for (int i = 0; i < 50; ++i) crowd.push_back(site().guest("P" + std::to_string(i)));
  const auto answers = at_once(50, [&](std::size_t i) { return join(crowd[i], {{"buy_in_amount", 1000}}); });
  EXPECT_EQ(count_status(answers, 200), 6u);
  std::set<int> seats;
  for (const Answer& one : answers) {
    EXPECT_EQ(one.json().value("code", ""), one.status == 200 ? "" : "table-full");
    if (one.status == 200) seats.insert(one.json()["seat"].get<int>());
  }
  EXPECT_EQ(seats.size(), 6u);
}

TEST_F(JoinAndLeave, fifty_seats_at_once_of_one_wallet_are_as_many_as_it_can_pay) {
  std::vector<std::string> tables;
  for (int i = 0; i < 50; ++i) tables.push_back(site().open_table(ann_, {{"auto_start", false}}));
  const auto answers = at_once(50, [&](std::size_t i) {
    return site().post("/api/tables/" + tables[i] + "/join", {{"buy_in_amount", 1000}}, bob_.bearer());
  });
  EXPECT_EQ(count_status(answers, 200), 10u);
  EXPECT_EQ(count_status(answers, 400), 40u);
  std::set<std::int64_t> balances;
  for (const Answer& one : answers) {
    EXPECT_EQ(one.json().value("error", ""), one.status == 200 ? "" : "Insufficient chips: need 1000, have 0");
    if (one.status == 200) balances.insert(one.json()["wallet_balance"].get<std::int64_t>());
  }
  EXPECT_EQ(balances.size(), 10u) << "each answer tells the wallet as its own join left it";
  const Json me = site().get("/api/auth/me", bob_.bearer()).json();
  EXPECT_EQ(me["wallet_balance"], 0);
  EXPECT_EQ(me["seats"].size(), 10u);
}

TEST_F(JoinAndLeave, over_http_with_the_socket_open_tells_the_socket_and_lets_it_watch) {
  open();
  Client bob = sit(bob_, 1);
  EXPECT_EQ(leave(bob_).json(), (Json{{"returned", 1000}, {"wallet_balance", 10'000}}));
  const Json left = bob.socket.until([](const Json& one) {
    return one["action"] == "game-event" && !one["table"].empty() && one["table"][0]["event"] == "seat-left";
  });
  EXPECT_EQ(left["table"][0]["uuid"], bob_.uuid);
  const Json game = bob.socket.until_action("update-game")["game"];
  EXPECT_TRUE(game["viewer"]["seat"].is_null());
  EXPECT_EQ(game["viewer"]["role"], "spectator");
  EXPECT_EQ(bob.ask({{"action", "send-message"}, {"message", "bye"}})["action"], "ack");
  bob.socket.cut();
  EXPECT_EQ(cash_outs(bob_), 1);
}

TEST_F(JoinAndLeave, in_the_middle_of_a_hand_folds_in_turn_and_pays_out_when_it_is_over) {
  deal_two();
  const Player gone = waiting().player;
  EXPECT_EQ(leave(gone).json(), (Json{{"returned", 0}, {"wallet_balance", 9'000}}));
  EXPECT_EQ(leave(gone).status, 202);
  EXPECT_EQ(wallet(gone), 9'000);
  EXPECT_EQ(waiting().ask({{"action", "player-fold"}})["reason"], "not-your-turn");
  // The hand is the other one's to end: a raise, which who is gone does not call.
  ASSERT_EQ(to_act().ask({{"action", "player-raise"}, {"amount", 40}})["action"], "ack");
  see_leave(gone);
  EXPECT_EQ(wallet(gone), 9'990);  // without the big blind
  EXPECT_EQ(cash_outs(gone), 1);
  EXPECT_EQ(leave(gone).json(), (Json{{"returned", 0}, {"wallet_balance", 9'990}}));
}

TEST_F(JoinAndLeave, by_closing_the_socket_where_there_is_no_grace) {
  open({{"disconnect_grace", 0}});
  Client bob = sit(bob_, 1);
  bob.socket.cut();
  see([](const Json& game) { return game["version"] >= 2 && game["seats"].empty(); });
  EXPECT_EQ(wallet(bob_), 10'000);
  EXPECT_EQ(cash_outs(bob_), 1);
}

TEST_F(JoinAndLeave, an_action_out_of_turn_is_refused_at_both_doors_and_changes_nothing) {
  deal_two();
  const Json before = seen_;
  const Json heard = waiting().ask({{"action", "player-call"}});
  EXPECT_EQ(heard["reason"], "not-your-turn");
  EXPECT_EQ(heard["code"], 409);
  const Answer http = move(waiting().player, {{"action", "player-call"}});
  EXPECT_EQ(http.status, 409);
  EXPECT_EQ(http.json()["code"], "not-your-turn");
  EXPECT_EQ(http.json()["error"], heard["message"]);
  EXPECT_EQ(site().get(base()).json()["version"], before["version"]);
  EXPECT_EQ(to_act().ask({{"action", "player-call"}})["action"], "ack");
}

TEST_F(JoinAndLeave, an_action_after_leaving_is_refused_at_both_doors) {
  deal_two();
  ASSERT_EQ(to_act().ask({{"action", "leave-table"}})["action"], "ack");
  see_leave(to_act().player);
  for (const char* action : {"player-call", "player-fold", "sit-out", "request-leave"}) {
    const Json heard = to_act().ask({{"action", action}});
    EXPECT_EQ(heard["reason"], "not-seated") << action;
    EXPECT_EQ(heard["code"], 403);
    EXPECT_EQ(move(to_act().player, {{"action", action}}).json()["code"], "not-seated") << action;
  }
  EXPECT_EQ(wallet(to_act().player), 9'995);
  EXPECT_EQ(both_wallets(), 9'995 + 9'000);
}

TEST_F(JoinAndLeave, a_join_in_an_older_spelling_on_the_socket_names_the_http_door) {
  open();
  Client bob = come(bob_);
  for (const char* type : {"join", "Join"}) {
    const Json heard = bob.answer_to({{"type", type}, {"buyIn", 500}, {"request_id", type}});
    EXPECT_EQ(heard["action"], "error");
    EXPECT_EQ(heard["reason"], "unknown-action");
    EXPECT_EQ(heard["code"], 400);
    EXPECT_NE(heard["message"].get<std::string>().find("POST /api/tables/{id}/join"), std::string::npos) << heard;
  }
  EXPECT_EQ(wallet(bob_), 10'000);
  EXPECT_EQ(bob.ask({{"action", "take-seat"}, {"seatID", 0}, {"buyIn", 500}})["action"], "ack");
}

}  // namespace
}  // namespace baize::server::testing
