// Readers that do not keep up: what they are told keeps its order, the newest view is never missing, and whoever takes
// nothing in is closed.
#include <gtest/gtest.h>

#include "server/doors.h"

namespace baize::server::testing {
namespace {

class SlowReaders : public Doors {
 protected:
  explicit SlowReaders(const std::function<void(ServerSettings&)>& adjust =
                           [](ServerSettings& settings) { settings.blocked_ms = 3'600'000; })
      : Doors(adjust) {}
  double metric(const std::string& name) const {
    const std::string page = site().get("/metrics").body;
    const auto at = page.find("\n" + name + " ");
    return std::stod(page.substr(at + name.size() + 2));
  }
  // Has Ann change the table and talk until `enough`; whatever she says is acknowledged, whoever reads and whoever does
  // not. How many lines she said.
  int go_on_until(Client& ann, const std::function<bool()>& enough) {
    for (int i = 0; i < 60'000; ++i) {
      if (i % 64 == 0 && enough()) return lines_;
      const bool line = i % 16 == 15;
      const Json message = line ? Json{{"action", "send-message"}, {"message", std::to_string(lines_++)}}
                                : Json{{"action", i % 2 == 0 ? "sit-out" : "sit-in"}};
      const Json answer = ann.ask(message);
      if (answer["action"] != "ack" && answer["reason"] != "illegal-move") ADD_FAILURE() << answer;
    }
    ADD_FAILURE() << "never";
    return lines_;
  }

  int lines_ = 0;
};

TEST_F(SlowReaders, get_every_line_in_order_and_views_that_never_go_back_up_to_the_newest) {
  open();
  Client ann = sit(ann_, 0);
  Socket slow = site().watch(table_);
  const int lines = go_on_until(ann, [&] { return metric("baize_collapsed_messages_total") > 100; });
  ASSERT_EQ(ann.ask({{"action", "send-message"}, {"message", "last"}})["action"], "ack");
  const std::uint64_t newest = site().get(base()).json()["version"];

  std::uint64_t version = 0;
  std::uint64_t views = 0;
  int next_line = 0;
  for (;;) {
    const Json heard = slow.next();
    if (heard["action"] == "update-game") {
      const std::uint64_t shown = heard["version"];
      ASSERT_GT(shown, version);
      version = shown;
      ++views;
    }
    if (heard["action"] != "new-message") continue;
    if (heard["message"] == "last") break;
    ASSERT_EQ(heard["message"], std::to_string(next_line++));
  }
  EXPECT_EQ(next_line, lines);
  EXPECT_EQ(version, newest);
  EXPECT_LT(views, newest);
  EXPECT_EQ(metric("baize_slow_readers_closed_total"), 0);
  // It has caught up, and goes on as everybody does.
  slow.send({{"action", "ping"}});
  EXPECT_EQ(slow.until_action("pong")["action"], "pong");
}

class StuckReaders : public SlowReaders {
 protected:
  StuckReaders()
      : SlowReaders([](ServerSettings& settings) {
          settings.blocked_ms = 100;
          settings.max_queue_bytes = 1 << 30;
        }) {}
};

TEST_F(StuckReaders, are_closed_with_1013_when_they_have_read_nothing_for_too_long) {
  open();
  Client ann = sit(ann_, 0);
  Socket stuck = site().watch(table_);
  go_on_until(ann, [&] { return metric("baize_slow_readers_closed_total") > 0; });
  const int code = stuck.closed();
  // The close frame is kept for three seconds; a machine that was busy for so long reads the bare end.
  EXPECT_TRUE(code == 1013 || code == 1006) << code;
  ann.socket.send({{"action", "ping"}});
  EXPECT_EQ(ann.socket.until_action("pong")["action"], "pong");
}

}  // namespace
}  // namespace baize::server::testing
