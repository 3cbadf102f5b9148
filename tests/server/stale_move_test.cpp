// A move that stands whatever happens meanwhile, from somebody who names a version that nobody remembers.
#include "server/doors.h"

namespace baize::server::testing {
namespace {

class StaleMove : public Doors {};

TEST_F(StaleMove, that_stands_all_the_same_is_kept_so_that_the_table_can_be_loaded_again) {
  open({{"deal_pause", 300}});
  std::vector<Client> clients;
  clients.push_back(sit(ann_, 0));
  clients.push_back(sit(bob_, 1));
  const auto turn = static_cast<std::size_t>(deal(clients[0]));
  ASSERT_EQ(clients[turn].ask({{"action", "player-fold"}})["action"], "ack");
  Client& winner = clients[1 - turn];
  const Json hand = site().get(base() + "/snapshot", winner.player.bearer()).json()["viewer"]["hand"];
  ASSERT_EQ(hand.size(), 2u);
  const Json shown = winner.ask({{"action", "player-show"}, {"cards", hand}, {"version", 1'000'000}});
  ASSERT_EQ(shown["action"], "ack") << shown;
  eye_.reset();
  house_.restart();
  const Json seen = site().get(base() + "/snapshot", winner.player.bearer()).json();
  EXPECT_EQ(seen["lock_version"], shown["version"]) << seen;
  EXPECT_EQ(winner.player.uuid, come(winner.player).player.uuid);
}

}  // namespace
}  // namespace baize::server::testing
