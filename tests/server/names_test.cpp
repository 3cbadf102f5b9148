// A name at a table: the seat's, else the one that was given there, else the account's, and nobody else's.
#include "server/doors.h"

namespace baize::server::testing {
namespace {

class NameAtATable : public Doors {
 protected:
  void SetUp() override { open(); }
  static std::string says(Client& one, Json message) {
    const Json answer = one.ask(std::move(message));
    return answer.value("reason", std::string(answer["action"]));
  }
  static Json name(const char* username) { return {{"action", "new-player"}, {"username", username}}; }
  static Json seat(int number) { return {{"action", "take-seat"}, {"seatID", number}, {"buyIn", 1000}}; }
  static Json seat(int number, const char* username) {
    Json wanted = seat(number);
    wanted["username"] = username;
    return wanted;
  }
  // Who has said this, as everybody hears it.
  std::string author(Client& one, const char* line) {
    EXPECT_EQ(says(one, {{"action", "send-message"}, {"message", line}}), "ack");
    return eye_->until([&](const Json& heard) { return heard.value("message", "") == line; })["username"];
  }
  void see_connected(std::size_t count) {
    eye_->until([&](const Json& heard) { return heard["action"] == "presence" && heard["connected"].size() == count; });
  }
  Json seat_of(const Player& player) {
    return see([&](const Json& game) { return !seat_in(game, player).is_null(); }), seat_in(seen_, player);
  }
};

TEST_F(NameAtATable, is_the_seats_in_the_chat) {
  Client bob = come(bob_);
  EXPECT_EQ(author(bob, "before"), "Bob");
  ASSERT_EQ(says(bob, seat(2, "Robert")), "ack");
  EXPECT_EQ(author(bob, "seated"), "Robert");
  Client again = come(bob_);
  EXPECT_EQ(author(again, "again"), "Robert");
  EXPECT_EQ(says(again, name("Bert")), "already-seated");
}

TEST_F(NameAtATable, is_not_spoken_under_by_an_account_of_the_same_name) {
  Client bob = come(bob_);
  ASSERT_EQ(says(bob, seat(2)), "ack");
  Client other = come(site().guest("bob"));
  EXPECT_EQ(says(other, {{"action", "send-message"}, {"message", "I am Bob"}}), "name-taken");
  ASSERT_EQ(says(other, name("Other Bob")), "ack");
  EXPECT_EQ(author(other, "I am another"), "Other Bob");
}

TEST_F(NameAtATable, is_the_asked_for_seats_while_one_waits) {
  open({{"auto_accept", false}});
  Client bob = come(bob_);
  ASSERT_EQ(says(bob, seat(2, "Robert")), "ack");
  EXPECT_EQ(author(bob, "waiting"), "Robert");
  EXPECT_EQ(says(bob, name("Bert")), "already-seated");
  ASSERT_EQ(says(bob, {{"action", "cancel-seat-request"}}), "ack");
  EXPECT_EQ(author(bob, "not any more"), "Bob");
  EXPECT_EQ(says(bob, name("Bert")), "ack");
}

TEST_F(NameAtATable, holds_for_every_connection_and_door_of_its_account) {
  {
    Client bob = come(bob_);
    ASSERT_EQ(says(bob, name("Bert")), "ack");
    EXPECT_EQ(author(bob, "first"), "Bert");
  }
  Client bob = come(bob_);
  EXPECT_EQ(author(bob, "second"), "Bert");
  ASSERT_EQ(join(bob_, {{"seat", 2}, {"buy_in_amount", 1000}}).status, 200);
  EXPECT_EQ(seat_of(bob_)["username"], "Bert");
}

TEST_F(NameAtATable, is_nobody_elses_on_any_way_in) {
  Client cid = come(site().guest("Cid"));
  ASSERT_EQ(says(cid, name("Sid")), "ack");
  Client bob = come(bob_);
  EXPECT_EQ(says(bob, name("sid")), "name-taken");
  EXPECT_EQ(says(bob, seat(2, "S id")), "name-taken");
  const Answer joined = join(bob_, {{"seat", 2}, {"buy_in_amount", 1000}, {"username", "Sid"}});
  EXPECT_EQ(joined.status, 409);
  EXPECT_EQ(joined.json()["code"], "name-taken");
  EXPECT_EQ(move(bob_, seat(2, "Sid")).json()["code"], "name-taken");
  // What he was called before he is no more.
  EXPECT_EQ(says(bob, seat(2, "Cid")), "ack");
  EXPECT_EQ(seat_of(bob_)["username"], "Cid");
}

TEST_F(NameAtATable, that_two_accounts_have_is_whose_was_there_first) {
  Client bob = come(bob_);
  Client other = come(site().guest("Bob"));
  EXPECT_EQ(says(other, seat(3)), "name-taken");
  EXPECT_EQ(says(bob, seat(2)), "ack");
  EXPECT_EQ(says(other, name("Rob")), "ack");
  EXPECT_EQ(says(other, seat(3)), "ack");
  EXPECT_EQ(seat_of(other.player)["username"], "Rob");
}

TEST_F(NameAtATable, that_somebody_has_taken_meanwhile_is_not_kept_for_who_went) {
  {
    Client bob = come(bob_);
    ASSERT_EQ(says(bob, name("Ace")), "ack");
    see_connected(1);
  }
  see_connected(0);
  Client cid = come(site().guest("Cid"));
  ASSERT_EQ(says(cid, name("Ace")), "ack");
  Client bob = come(bob_);
  EXPECT_EQ(author(bob, "back"), "Bob");
}

}  // namespace
}  // namespace baize::server::testing
