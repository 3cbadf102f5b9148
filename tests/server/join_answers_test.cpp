// What joining and leaving are answered: the same at both doors, with the reason in a code and in words, and with no
// chip moved by a refusal.
#include "server/doors.h"

namespace baize::server::testing {
namespace {

class JoinAnswers : public Doors {
 protected:
  // The same wish at both doors: `http` for POST .../join, `words` beside the action of take-seat.
  void expect_refused(const Player& player, const Json& wish, int code, std::string_view reason) {
    const Answer http = join(player, in_http(wish));
    EXPECT_EQ(http.status, code) << wish << http.body;
    EXPECT_EQ(http.json().value("code", ""), reason) << wish << http.body;
    Client client = come(player);
    const Json heard = client.ask(on_socket(wish));
    EXPECT_EQ(heard["action"], "error") << wish << heard;
    EXPECT_EQ(heard["code"], code) << wish << heard;
    EXPECT_EQ(heard["reason"], reason) << wish << heard;
    EXPECT_FALSE(heard.value("message", "").empty());
    sentence_ = http.json().value("error", "");
    same_words_ = heard["message"] == sentence_;
  }
  static Json in_http(const Json& wish) {
    Json body = wish;
    if (wish.contains("chips")) body["buy_in_amount"] = wish["chips"];
    body.erase("chips");
    return body;
  }
  static Json on_socket(const Json& wish) {
    Json message = wish;
    message["action"] = "take-seat";
    message["buyIn"] = wish.value("chips", Json(0));
    if (wish.contains("seat")) message["seatID"] = wish["seat"];
    message.erase("chips");
    message.erase("seat");
    return message;
  }
  bool nobody_seated() { return site().get(base()).json()["seats"].empty(); }

  std::string sentence_;     // of the last refusal over HTTP
  bool same_words_ = false;  // whether the socket used them, too
};

TEST_F(JoinAnswers, to_too_few_chips_name_both_numbers) {
  open({{"max_buy_in", 9'500}});
  const std::string first = table_;
  ASSERT_EQ(join(bob_, {{"buy_in_amount", 9'500}}).status, 200);
  open();
  expect_refused(bob_, {{"chips", 1000}}, 400, "insufficient-chips");
  EXPECT_EQ(sentence_, "Insufficient chips: need 1000, have 500");
  EXPECT_TRUE(same_words_);
  EXPECT_EQ(wallet(bob_), 500);
  EXPECT_TRUE(nobody_seated());
}

TEST_F(JoinAnswers, to_amounts_that_are_none_or_beyond_the_limits_are_400) {
  open();
  for (const char* amount : {"0", "99", "2001", "9007199254740991"}) {
    expect_refused(bob_, {{"chips", Json::parse(amount)}}, 400, "invalid-amount");
    EXPECT_EQ(sentence_, "The buy-in here is from 100 to 2000 chips.") << amount;
    EXPECT_TRUE(same_words_) << amount;
  }
  for (const char* amount : {"-1", "-100", "100.5", "500.0", "1e3", "9007199254740992", "18446744073709551615",
                             "\"500\"", "null", "true", "[500]", "{}"})
    expect_refused(bob_, {{"chips", Json::parse(amount)}}, 400, "invalid-amount");
  expect_refused(bob_, Json::object(), 400, "invalid-amount");
  EXPECT_EQ(wallet(bob_), 10'000);
  EXPECT_TRUE(nobody_seated());
}

TEST_F(JoinAnswers, to_seats_that_are_none_are_400) {
  open();
  for (const char* seat : {"6", "-1", "1.5", "\"1\""})
    expect_refused(bob_, {{"chips", 500}, {"seat", Json::parse(seat)}}, 400, "invalid-field");
  EXPECT_TRUE(nobody_seated());
}

TEST_F(JoinAnswers, to_a_wrong_passphrase_are_403_and_the_right_one_opens_both_doors) {
  table_ = site()
               .post("/api/tables", {{"name", "x"}, {"game", "holdem"}, {"passphrase", "sesame"}}, ann_.bearer())
               .json()["id"];
  for (const Json& wish : {Json{{"chips", 500}}, Json{{"chips", 500}, {"passphrase", "open"}}}) {
    EXPECT_EQ(join(bob_, in_http(wish)).status, 403);
    EXPECT_EQ(join(bob_, in_http(wish)).json()["code"], "wrong-passphrase");
    Client outside{bob_, Socket(site().port(), "/ws/table/" + table_, bob_.bearer())};
    EXPECT_EQ(outside.ask(on_socket(wish))["reason"], "wrong-passphrase");
  }
  EXPECT_EQ(join(bob_, {{"buy_in_amount", 500}, {"passphrase", "sesame"}}).status, 200);
  const Player cid = site().guest("Cid");
  Client outside{cid, Socket(site().port(), "/ws/table/" + table_, cid.bearer())};
  EXPECT_EQ(outside.ask(on_socket({{"chips", 500}, {"passphrase", "sesame"}}))["action"], "ack");
}

TEST_F(JoinAnswers, to_a_taken_seat_a_full_table_a_second_seat_and_a_taken_name_are_409) {
  open({{"seats", 3}});
  ASSERT_EQ(join(ann_, {{"buy_in_amount", 500}, {"seat", 1}}).status, 200);
  expect_refused(bob_, {{"chips", 500}, {"seat", 1}}, 409, "seat-taken");
  EXPECT_TRUE(same_words_);
  expect_refused(ann_, {{"chips", 500}, {"seat", 2}}, 409, "already-seated");
  EXPECT_TRUE(same_words_);
  expect_refused(ann_, {{"chips", 500}}, 409, "already-seated");
  expect_refused(bob_, {{"chips", 500}, {"username", "ann"}}, 409, "name-taken");
  EXPECT_TRUE(same_words_);
  ASSERT_EQ(join(site().guest("Cid"), {{"buy_in_amount", 500}}).json()["seat"], 0);
  ASSERT_EQ(join(site().guest("Dee"), {{"buy_in_amount", 500}}).json()["seat"], 2);
  for (const Json& wish : {Json{{"chips", 500}}, Json{{"chips", 500}, {"seat", 1}}}) {
    expect_refused(bob_, wish, 409, "table-full");
    EXPECT_TRUE(same_words_);
  }
  EXPECT_EQ(wallet(bob_), 10'000);
}

TEST_F(JoinAnswers, to_somebody_who_is_banned_are_403) {
  open();
  Client owner = come(ann_);
  ASSERT_EQ(owner.ask({{"action", "kick-player"}, {"uuid", bob_.uuid}, {"ban", true}})["action"], "ack");
  expect_refused(bob_, {{"chips", 500}}, 403, "banned");
  EXPECT_TRUE(same_words_);
}

TEST_F(JoinAnswers, at_no_table_are_404_at_both_doors) {
  table_ = "nothere";
  EXPECT_EQ(join(bob_, {{"buy_in_amount", 500}}).status, 404);
  EXPECT_EQ(join(bob_, {{"buy_in_amount", 500}}).json()["code"], "no-such-table");
  EXPECT_EQ(leave(bob_).json()["code"], "no-such-table");
  EXPECT_EQ(Socket(site().port(), "/ws/table/nothere", bob_.bearer()).status(), 404);
}

TEST_F(JoinAnswers, to_nobody_ask_who_it_is) {
  open();
  EXPECT_EQ(site().post(base() + "/join", {{"buy_in_amount", 500}}).json()["code"], "signed-out");
  EXPECT_EQ(site().post(base() + "/leave", Json::object()).json()["code"], "signed-out");
  Client nobody{{}, site().watch(table_)};
  EXPECT_EQ(nobody.ask({{"action", "take-seat"}, {"buyIn", 500}})["reason"], "name-needed");
}

TEST_F(JoinAnswers, where_the_owner_decides_take_no_chips_and_a_withdrawn_wish_costs_nothing) {
  open({{"auto_accept", false}});
  const Answer pending = join(bob_, {{"buy_in_amount", 500}});
  EXPECT_EQ(pending.status, 202);
  EXPECT_EQ(pending.json(), (Json{{"pending", true}, {"uuid", bob_.uuid}}));
  EXPECT_EQ(wallet(bob_), 10'000);
  expect_refused(bob_, {{"chips", 500}}, 409, "already-seated");
  EXPECT_EQ(leave(bob_).json(), (Json{{"returned", 0}, {"wallet_balance", 10'000}}));
  EXPECT_EQ(join(bob_, {{"buy_in_amount", 500}}).status, 202);
}

TEST_F(JoinAnswers, to_leaving_tell_what_came_back_at_both_doors) {
  open();
  ASSERT_EQ(join(bob_, {{"buy_in_amount", 700}}).status, 200);
  EXPECT_EQ(leave(bob_).json(), (Json{{"returned", 700}, {"wallet_balance", 10'000}}));
  const Answer twice = leave(bob_);
  EXPECT_EQ(twice.status, 200);
  EXPECT_EQ(twice.json(), (Json{{"returned", 0}, {"wallet_balance", 10'000}}));
  Client client = sit(bob_, 2, 700);
  EXPECT_EQ(wallet(bob_), 9'300);
  EXPECT_EQ(client.ask({{"action", "leave-table"}})["action"], "ack");
  EXPECT_EQ(wallet(bob_), 10'000);
  EXPECT_EQ(client.ask({{"action", "leave-table"}})["action"], "ack");
  EXPECT_EQ(cash_outs(bob_), 2);
}

}  // namespace
}  // namespace baize::server::testing
