// What the game has a player notice at once, as it comes over the wire, and to whom.
#include "server/doors.h"

namespace baize::server::testing {
namespace {

class Notices : public Doors {
 protected:
  static bool is_of(const Json& heard, std::string_view kind) {
    return heard["action"] == "notification" && heard["kind"] == kind;
  }
  static Json notice(Socket& socket, std::string_view kind) {
    return socket.until([&](const Json& heard) { return is_of(heard, kind); });
  }
  // Everything that was sent to this one before now.
  static bool has_heard(Client& one, std::string_view kind) {
    EXPECT_EQ(one.ask({{"action", "ping"}})["action"], "ack");
    for (const std::string& frame : one.socket.heard())
      if (is_of(Json::parse(frame), kind)) return true;
    return false;
  }
};

TEST_F(Notices, of_a_time_bank_that_is_running_come_to_whose_it_is) {
  open({{"time_bank_seconds", 60}});
  Client ann = sit(ann_, 0);
  Client bob = sit(bob_, 1);
  const bool anns_turn = deal(ann) == 0;
  Client& actor = anns_turn ? ann : bob;
  ASSERT_EQ(actor.ask({{"action", "player-time-bank"}})["action"], "ack");
  const std::string words = notice(actor.socket, "time-low")["message"];
  EXPECT_NE(words.find("60"), std::string::npos) << words;
  EXPECT_FALSE(has_heard(anns_turn ? bob : ann, "time-low"));
}

TEST_F(Notices, of_higher_blinds_come_to_everybody) {
  open({{"seats", 2},
        {"mode", "sit-and-go"},
        {"buy_in", 300},
        {"payouts", "first"},
        {"level_by", "hands"},
        {"level_length", 1}});
  Client ann = sit(ann_, 0, 300);
  Client bob = sit(bob_, 1, 300);
  Client& actor = deal(ann) == 0 ? ann : bob;
  EXPECT_FALSE(has_heard(ann, "blinds-up"));
  ASSERT_EQ(actor.ask({{"action", "player-fold"}})["action"], "ack");
  const Json told = notice(ann.socket, "blinds-up");
  EXPECT_FALSE(told["message"].get<std::string>().empty());
  EXPECT_EQ(notice(bob.socket, "blinds-up"), told);
  EXPECT_EQ(notice(*eye_, "blinds-up"), told);
}

}  // namespace
}  // namespace baize::server::testing
