// A table is never without somebody who may decide at it: when its owner leaves for good, another player who stays owns
// it, with all that belongs to that, and nobody else does.
#include "server/doors.h"

namespace baize::server::testing {
namespace {

class OwnerOf : public Doors {
 protected:
  std::string owner() const { return site().get(base()).json()["owner"]; }
  // Nobody's move, so that it can be asked at any time.
  static std::string says_to_pause(Client& one) {
    const Json answer = one.ask({{"action", "pause-game"}});
    return answer.value("reason", std::string(answer["action"]));
  }
  static void hear_of_it(Client& one) {
    one.socket.until(
        [](const Json& heard) { return heard["action"] == "notification" && heard["kind"] == "owner-changed"; });
  }
};

TEST_F(OwnerOf, a_table_is_the_next_player_when_the_first_one_leaves_and_no_bot) {
  open();
  Client ann = sit(ann_, 0);
  ASSERT_EQ(ann.ask({{"action", "add-bot"}, {"seatID", 1}})["action"], "ack");
  Client bob = sit(bob_, 2);
  Client cid = sit(site().guest("Cid"), 3);
  EXPECT_EQ(says_to_pause(bob), "owner-only");

  ASSERT_EQ(ann.ask({{"action", "leave-table"}})["action"], "ack");
  hear_of_it(bob);
  EXPECT_EQ(owner(), bob_.uuid);
  EXPECT_TRUE(bob.socket.until_action("update-game")["game"]["viewer"]["owner"].get<bool>());
  EXPECT_EQ(says_to_pause(ann), "owner-only");
  EXPECT_EQ(says_to_pause(cid), "owner-only");
  EXPECT_EQ(says_to_pause(bob), "ack");

  // Coming back takes nothing away again.
  ASSERT_EQ(ann.ask({{"action", "take-seat"}, {"seatID", 0}, {"buyIn", 1000}})["action"], "ack");
  EXPECT_EQ(owner(), bob_.uuid);
  ASSERT_EQ(bob.ask({{"action", "leave-table"}})["action"], "ack");
  EXPECT_EQ(owner(), ann_.uuid);
  house_.restart();
  EXPECT_EQ(owner(), ann_.uuid);
}

TEST_F(OwnerOf, a_table_stays_who_opened_it_while_only_bots_would_be_left) {
  open();
  Client ann = sit(ann_, 0);
  ASSERT_EQ(ann.ask({{"action", "add-bot"}, {"seatID", 1}})["action"], "ack");
  ASSERT_EQ(ann.ask({{"action", "leave-table"}})["action"], "ack");
  EXPECT_EQ(owner(), ann_.uuid);
  EXPECT_EQ(ann.ask({{"action", "close-table"}})["action"], "ack");
}

TEST_F(OwnerOf, a_table_is_another_player_after_the_grace_of_a_lost_connection) {
  open({{"disconnect_grace", 0}});
  Client ann = sit(ann_, 0);
  Client bob = sit(bob_, 1);
  deal(ann);
  ann.socket.cut();
  hear_of_it(bob);
  EXPECT_EQ(owner(), bob_.uuid);
  EXPECT_EQ(says_to_pause(bob), "ack");
}

TEST_F(OwnerOf, a_table_decide_about_those_who_waited_for_the_last_owners_answer) {
  open({{"auto_accept", false}});
  const auto wish = [](int seat) { return Json{{"action", "take-seat"}, {"seatID", seat}, {"buyIn", 1000}}; };
  Client ann = sit(ann_, 0);
  Client bob = come(bob_);
  Client cid = come(site().guest("Cid"));
  bob.ask(wish(1));
  ASSERT_EQ(ann.ask({{"action", "accept-player"}, {"uuid", bob_.uuid}})["action"], "ack");
  cid.ask(wish(2));
  const Json accept = {{"action", "accept-player"}, {"uuid", cid.player.uuid}};
  EXPECT_EQ(bob.ask(accept)["reason"], "owner-only");
  ASSERT_EQ(ann.ask({{"action", "leave-table"}})["action"], "ack");
  const Json list = bob.socket.until_action("pending_players_update");
  ASSERT_EQ(list["payload"].size(), 1u);
  EXPECT_EQ(list["payload"][0]["uuid"], cid.player.uuid);
  EXPECT_EQ(ann.ask(accept)["reason"], "owner-only");
  EXPECT_EQ(bob.ask(accept)["action"], "ack");
  EXPECT_EQ(wallet(cid.player), 9'000);
}

TEST_F(OwnerOf, a_table_without_people_is_the_first_one_who_asks_for_a_seat_when_its_owner_is_gone) {
  open({{"auto_accept", false}, {"disconnect_grace", 0}});
  Client ann = sit(ann_, 0);
  ASSERT_EQ(ann.ask({{"action", "add-bot"}, {"seatID", 1}})["action"], "ack");
  Client bob = come(bob_);
  Client cid = come(site().guest("Cid"));
  ASSERT_EQ(bob.ask({{"action", "take-seat"}, {"seatID", 2}, {"buyIn", 1000}})["action"], "ack");
  ASSERT_EQ(cid.ask({{"action", "take-seat"}, {"seatID", 3}, {"buyIn", 1000}})["action"], "ack");
  // Her seat goes first, then the table.
  ann.socket.cut();
  hear_of_it(bob);
  see([&](const Json& game) { return !seat_in(game, bob_).is_null() && seat_in(game, ann_).is_null(); });
  EXPECT_EQ(owner(), bob_.uuid);
  EXPECT_EQ(wallet(bob_), 9'000);
  ASSERT_EQ(bob.ask({{"action", "accept-player"}, {"uuid", cid.player.uuid}})["action"], "ack");
  EXPECT_EQ(wallet(cid.player), 9'000);

  house_.restart();
  EXPECT_EQ(owner(), bob_.uuid);
}

TEST_F(OwnerOf, a_table_that_its_owner_only_opened_is_who_asks_for_a_seat_though_short_of_chips) {
  open({{"auto_accept", false}, {"max_buy_in", 20'000}});
  Client ann = come(ann_);
  Client bob = come(bob_);
  ASSERT_EQ(bob.ask({{"action", "take-seat"}, {"seatID", 2}, {"buyIn", 15'000}})["action"], "ack");
  ASSERT_EQ(ann.ask({{"action", "leave-table"}})["action"], "ack");
  hear_of_it(bob);
  EXPECT_EQ(bob.ask({{"action", "accept-player"}, {"uuid", bob_.uuid}})["reason"], "insufficient-chips");
  ASSERT_EQ(bob.ask({{"action", "cancel-seat-request"}})["action"], "ack");
  ASSERT_EQ(bob.ask({{"action", "take-seat"}, {"seatID", 2}, {"buyIn", 1'000}})["action"], "ack");
  EXPECT_EQ(wallet(bob_), 9'000);
}

TEST_F(OwnerOf, a_table_that_the_owner_kicks_somebody_from_stays_the_owner) {
  open();
  Client ann = sit(ann_, 0);
  Client bob = sit(bob_, 1);
  EXPECT_EQ(bob.ask({{"action", "kick-player"}, {"uuid", ann_.uuid}})["reason"], "owner-only");
  ASSERT_EQ(ann.ask({{"action", "kick-player"}, {"uuid", bob_.uuid}})["action"], "ack");
  EXPECT_EQ(owner(), ann_.uuid);
}

}  // namespace
}  // namespace baize::server::testing
