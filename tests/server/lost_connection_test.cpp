// Who loses the connection keeps seat and clock for the table's grace and then leaves with the chips: once, whatever
// else ends the seat before, meanwhile or after.
#include <algorithm>
#include <array>

#include "server/doors.h"

namespace baize::server::testing {
namespace {

class LostConnection : public Doors {
 protected:
  bool seated(const Player& player) const { return !seat_in(site().get(base()).json(), player).is_null(); }
};

TEST_F(LostConnection, keeps_the_seat_for_the_grace_and_whoever_is_back_in_it_keeps_it_on) {
  open({{"disconnect_grace", 1}});
  Client ann = sit(ann_, 0);
  sit(bob_, 1).socket.cut();
  const Client back = come(bob_);
  // Whoever is cut off later and stays away is gone after the whole grace, which Bob's would have been before.
  const Player cid = site().guest("Cid");
  sit(cid, 2).socket.cut();
  see([&](const Json& game) { return !seat_in(game, cid).is_null(); });
  see_leave(cid);
  EXPECT_TRUE(seated(bob_));
  EXPECT_EQ(wallet(cid), 10'000);
  EXPECT_EQ(wallet(bob_), 9'000);
}

TEST_F(LostConnection, is_none_while_another_connection_of_the_player_is_open) {
  open({{"disconnect_grace", 0}});
  Client phone = sit(bob_, 1);
  Client desk = come(bob_);
  phone.socket.cut();
  EXPECT_EQ(desk.ask({{"action", "sit-out"}})["action"], "ack");
  desk.socket.cut();
  see([](const Json& game) { return game["version"] >= 3; });
  EXPECT_FALSE(seated(bob_));
  EXPECT_EQ(cash_outs(bob_), 1);
}

TEST_F(LostConnection, is_none_before_somebody_whom_the_owner_let_in_could_come) {
  open({{"disconnect_grace", 0}, {"auto_accept", false}});
  Client owner = come(ann_);
  ASSERT_EQ(join(bob_, {{"buy_in_amount", 500}, {"seat", 1}}).status, 202);
  ASSERT_EQ(owner.ask({{"action", "accept-player"}, {"uuid", bob_.uuid}})["action"], "ack");
  Client bob = come(bob_);
  EXPECT_TRUE(seated(bob_));
  see([&](const Json& game) { return !seat_in(game, bob_).is_null(); });
  bob.socket.cut();
  see_leave(bob_);
  EXPECT_EQ(wallet(bob_), 10'000);
}

TEST_F(LostConnection, of_a_player_who_waits_for_the_others_leaves_when_the_hand_is_over) {
  open({{"disconnect_grace", 0}});
  std::vector<Client> clients;
  clients.push_back(sit(ann_, 0));
  clients.push_back(sit(bob_, 1));
  const auto turn = static_cast<std::size_t>(deal(clients[0]));
  const Player gone = clients[1 - turn].player;
  clients[1 - turn].socket.cut();
  see([&](const Json& game) { return seat_in(game, gone)["status"] == "leaving"; });
  EXPECT_EQ(wallet(gone), 9'000);
  ASSERT_EQ(clients[turn].ask({{"action", "player-raise"}, {"amount", 30}})["action"], "ack");
  see_leave(gone);
  EXPECT_EQ(wallet(gone), 9'990);
  EXPECT_EQ(cash_outs(gone), 1);
}

TEST_F(LostConnection, all_in_stays_in_the_hand_to_the_showdown) {
  open({{"disconnect_grace", 0}});
  std::vector<Client> clients;
  clients.push_back(sit(ann_, 0, 500));
  clients.push_back(sit(bob_, 1, 500));
  const auto turn = static_cast<std::size_t>(deal(clients[0]));
  const Player gone = clients[turn].player;
  ASSERT_EQ(clients[turn].ask({{"action", "player-all-in"}})["action"], "ack");
  clients[turn].socket.cut();
  see([&](const Json& game) { return seat_in(game, gone)["status"] == "leaving"; });
  ASSERT_EQ(clients[1 - turn].ask({{"action", "player-call"}})["action"], "ack");
  see_leave(gone);
  // Won, lost or split: the board decided, not the connection.
  EXPECT_EQ(seen_["public"]["board"].size(), 5u);
  const auto chips = wallet(gone) - 9'500;
  EXPECT_TRUE(chips == 0 || chips == 500 || chips == 1'000) << chips;
}

// What may end Bob's seat.
enum class Ends { socket_closes, http_leave, kick, table_closes };

class AllOrders : public LostConnection, public ::testing::WithParamInterface<int> {
 protected:
  void do_it(Ends what, Client& owner, Client& bob) {
    switch (what) {
      case Ends::socket_closes:
        return bob.socket.cut();
      case Ends::http_leave: {
        const int status = leave(bob_).status;
        EXPECT_TRUE(status == 200 || status == 202 || (closed_ && status == 404)) << status;
        return;
      }
      case Ends::kick: {
        const Json heard = owner.ask({{"action", "kick-player"}, {"uuid", bob_.uuid}});
        const std::string reason = heard.value("reason", "");
        const bool gone_before = reason == "no-such-player" || reason == "no-such-table";
        EXPECT_TRUE(heard["action"] == "ack" || gone_before) << heard;
        return;
      }
      case Ends::table_closes:
        EXPECT_EQ(owner.ask({{"action", "close-table"}})["action"], "ack");
        closed_ = true;
    }
  }
  // All four in every order, to the first table that pays wrongly; how many paid out once and lost no chip.
  int paid_once(const Json& settings, bool in_hand) {
    int tables = 0;
    std::array all = {Ends::socket_closes, Ends::http_leave, Ends::kick, Ends::table_closes};
    do {
      open(settings);
      closed_ = false;
      Client owner = sit(ann_, 0);
      Client bob = sit(bob_, 1);
      if (in_hand) deal(owner);
      const std::int64_t before = wallet(bob_);
      for (const Ends what : all) do_it(what, owner, bob);
      see([](const Json& game) { return game["table"]["status"] == "closed"; });
      EXPECT_EQ(cash_outs(bob_), 1);
      EXPECT_EQ(wallet(ann_) + wallet(bob_), 20'000);
      // A blind at most.
      EXPECT_NEAR(static_cast<double>(wallet(bob_)), static_cast<double>(before + 1'000), in_hand ? 10 : 0);
      if (HasFailure()) return tables;
      ++tables;
    } while (std::next_permutation(all.begin(), all.end()));
    return tables;
  }

  static constexpr int k_orders = 24;
  bool closed_ = false;
};

TEST_P(AllOrders, of_socket_close_leave_kick_and_table_close_pay_out_once_between_hands) {
  EXPECT_EQ(paid_once({{"disconnect_grace", GetParam()}}, false), k_orders);
}

TEST_P(AllOrders, of_socket_close_leave_kick_and_table_close_pay_out_once_in_a_hand) {
  EXPECT_EQ(paid_once({{"disconnect_grace", GetParam()}}, true), k_orders);
}

INSTANTIATE_TEST_SUITE_P(WithoutAndWithGrace, AllOrders, ::testing::Values(0, 3600));

TEST_F(LostConnection, at_the_same_instant_as_leave_kick_and_close_pays_out_once) {
  for (int i = 0; i < 10; ++i) {
    open({{"disconnect_grace", 0}});
    Client owner = sit(ann_, 0);
    Client bob = sit(bob_, 1);
    if (i % 2 == 0) deal(owner);
    at_once(4, [&](std::size_t which) {
      if (which == 0) bob.socket.cut();
      if (which == 1) return leave(bob_);
      if (which == 2) return move(ann_, {{"action", "kick-player"}, {"uuid", bob_.uuid}});
      if (which == 3) return move(ann_, {{"action", "close-table"}});
      return Answer{};
    });
    if (site().get(base()).status == 200) owner.ask({{"action", "close-table"}});
    see([](const Json& game) { return game["table"]["status"] == "closed"; });
    EXPECT_EQ(cash_outs(bob_), 1);
    EXPECT_EQ(wallet(ann_) + wallet(bob_), 20'000);
  }
}

}  // namespace
}  // namespace baize::server::testing
