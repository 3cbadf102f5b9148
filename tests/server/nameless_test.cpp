// Whoever comes without an account and gets one at the table, and the passphrase of a locked one.
#include "server/doors.h"

namespace baize::server::testing {
namespace {

class Nameless : public Doors {
 protected:
  static std::string says(Client& one, Json message) {
    const Json answer = one.ask(std::move(message));
    return answer.value("reason", std::string(answer["action"]));
  }
  static Json seat(int number) { return {{"action", "take-seat"}, {"seatID", number}, {"buyIn", 1000}}; }
  static Json name(const char* username) { return {{"action", "new-player"}, {"username", username}}; }
  Client nobody() const { return {Player{}, Socket(site().port(), "/ws/table/" + table_)}; }
  void lock() {
    const Json table = {{"name", "Locked"}, {"game", "holdem"}, {"passphrase", "sesame"}};
    table_ = site().post("/api/tables", table, ann_.bearer()).json()["id"];
  }
};

TEST_F(Nameless, whoever_gave_the_passphrase_need_not_give_it_again_for_having_a_name) {
  lock();
  Client cid = nobody();
  EXPECT_EQ(says(cid, name("Cid")), "wrong-passphrase");
  ASSERT_EQ(says(cid, {{"action", "join-table"}, {"passphrase", "sesame"}}), "ack");
  ASSERT_EQ(says(cid, name("Cid")), "ack");
  EXPECT_EQ(says(cid, {{"action", "send-message"}, {"message", "hello"}}), "ack");
  EXPECT_EQ(says(cid, seat(2)), "ack");
}

TEST_F(Nameless, whoever_asks_for_two_names_in_one_breath_gets_one_account_and_the_last_name) {
  table_ = site().open_table(ann_);
  Client cid = nobody();
  cid.socket.send({{"action", "new-player"}, {"username", "Cid"}, {"request_id", "a"}});
  const Json last = cid.answer_to({{"action", "new-player"}, {"username", "Cyd"}, {"request_id", "b"}});
  EXPECT_EQ(last["action"], "ack");
  ASSERT_EQ(says(cid, {{"action", "join-table"}}), "ack");
  ASSERT_EQ(says(cid, {{"action", "send-message"}, {"message", "hello"}}), "ack");
  EXPECT_EQ(cid.socket.until_action("new-message")["username"], "Cyd");
  int guests = 0;
  for (const std::string& frame : cid.socket.heard())
    guests += Json::parse(frame).value("action", "") == "guest" ? 1 : 0;
  EXPECT_EQ(guests, 1);
}

TEST_F(Nameless, a_ping_is_answered_as_every_message_is_that_carries_a_request_id) {
  table_ = site().open_table(ann_);
  Client cid = nobody();
  EXPECT_EQ(says(cid, {{"action", "ping"}}), "ack");
}

TEST_F(Nameless, a_seat_at_a_locked_table_is_taken_over_http_with_its_passphrase) {
  lock();
  EXPECT_EQ(move(bob_, seat(1)).json()["code"], "wrong-passphrase");
  Json with = seat(1);
  with["passphrase"] = "mellon";
  EXPECT_EQ(move(bob_, with).json()["code"], "wrong-passphrase");
  with["passphrase"] = "sesame";
  EXPECT_EQ(move(bob_, with).status, 200);
  EXPECT_EQ(move(bob_, {{"action", "sit-out"}}).status, 200);
}

}  // namespace
}  // namespace baize::server::testing
