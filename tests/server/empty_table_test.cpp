// A table at which nobody is any more closes by itself and gives back what lies on it; one at which somebody is, if
// only to watch, stays.
#include "server/doors.h"

namespace baize::server::testing {
namespace {

TEST(EmptyTable, closes_and_returns_the_chips_of_who_sat_there_and_one_that_is_watched_stays) {
  const House house([](ServerSettings& settings) { settings.empty_table_ms = 3'000; });
  const Site site = house.site();
  const Player ann = site.guest("Ann");
  const Json settings = {{"disconnect_grace", 600}, {"auto_start", false}};
  const std::string watched = site.open_table(ann, settings);
  const Socket eye = site.watch(watched);
  const std::string left = site.open_table(ann, settings);
  {
    Client one{ann, site.join(left, ann)};
    ASSERT_EQ(one.ask({{"action", "take-seat"}, {"seatID", 0}, {"buyIn", 1000}})["action"], "ack");
    ASSERT_EQ(one.ask({{"action", "add-bot"}, {"seatID", 1}})["action"], "ack");
    ASSERT_EQ(one.ask({{"action", "start-game"}})["action"], "ack");
    one.socket.cut();
  }
  int status = 200;
  for (int i = 0; i < 200'000 && status == 200; ++i) status = site.get("/api/tables/" + left).status;
  EXPECT_EQ(status, 404);
  const Json me = site.get("/api/auth/me", ann.bearer()).json();
  // The running hand is void; a bot that had folded by then left its blind.
  EXPECT_GE(me["wallet_balance"].get<int>(), 10'000);
  EXPECT_TRUE(me["seats"].empty());
  // It was there before and had as long to close.
  EXPECT_EQ(site.get("/api/tables/" + watched).status, 200);
  const Ended audit = run_baize({"audit", house.database()});
  EXPECT_EQ(audit.code, 0) << audit.output << audit.errors;
}

}  // namespace
}  // namespace baize::server::testing
