#include "client/standing.h"

#include <gtest/gtest.h>

#include "client/remote_door.h"
#include "protocol/server_codec.h"
#include "table/table.h"

namespace baize::client {
namespace {

const Uuid k_ann("aaaaaaaa-0000-4000-8000-000000000001");
const Uuid k_bob("bbbbbbbb-0000-4000-8000-000000000002");

// A line to a table whose server is this test: it answers with the views of a real state.
struct Line final : Transport {
  TransportEvents* events = nullptr;
  void open(TransportEvents& to, protocol::Wire) override { events = &to; }
  void send(std::string_view) override {}
  void close() override {}
  void say(const protocol::ServerMessage& message) { events->on_frame(protocol::encode(message)); }
};

class StandingTest : public testing::Test {
 protected:
  void SetUp() override {
    state_ = table::open({core::TableId("t1"), core::Name("t"), k_bob, false, *table::default_settings("holdem"), 1});
    session_.advance(now_);
    line_.events->on_open(protocol::Wire::json);
  }
  void act(const Uuid& who, decltype(table::Action::verb) verb, TimeMs at = 2) {
    auto next = table::apply(state_, {who, at, std::move(verb)});
    ASSERT_TRUE(next) << next.error().message;
    state_ = std::move(next->state);
  }
  Standing shown(bool known = true) {
    line_.say(protocol::UpdateGame{"game_view", state_.version, 50, table::view(state_, k_ann)});
    session_.advance(++now_);
    return standing_of(session_, known);
  }

  Line line_;
  TableSession session_{std::make_unique<RemoteDoor>(line_, core::Entropy{}, ""), {}};
  table::State state_;
  TimeMs now_ = 1000;
};

TEST_F(StandingTest, is_browsing_or_logged_out_without_a_seat) {
  EXPECT_EQ(standing_of(session_, true), Standing::browsing);
  EXPECT_EQ(shown(), Standing::browsing);
  EXPECT_EQ(shown(false), Standing::logged_out);
}

TEST_F(StandingTest, is_joining_while_a_seat_is_asked_for) {
  EXPECT_EQ(shown(), Standing::browsing);
  protocol::TakeSeat take;
  take.buyIn = core::Chips{500};
  session_.ask(take);
  EXPECT_EQ(standing_of(session_, true), Standing::joining);
}

TEST_F(StandingTest, is_joined_before_the_game_and_in_game_in_it) {
  act(k_ann, table::TakeSeat{core::Name("Ann"), 0, core::Chips{500}});
  EXPECT_EQ(shown(), Standing::joined);
  act(k_bob, table::TakeSeat{core::Name("Bob"), 1, core::Chips{500}});
  act({}, table::Tick{state_.decision, {}, {}}, *state_.due);
  EXPECT_EQ(shown(), Standing::in_game);
  act(k_ann, table::SitOut{});
  EXPECT_EQ(shown(), Standing::joined);
}

TEST_F(StandingTest, is_leaving_from_the_wish_to_the_end_of_the_hand) {
  act(k_ann, table::TakeSeat{core::Name("Ann"), 0, core::Chips{500}});
  EXPECT_EQ(shown(), Standing::joined);
  session_.ask(protocol::LeaveTable{});
  EXPECT_EQ(standing_of(session_, true), Standing::leaving);
}

TEST_F(StandingTest, tells_a_lost_connection_from_one_that_was_refused) {
  const Door& door = session_.door();
  EXPECT_EQ(connection_of(door), Connection::connected);
  line_.events->on_close(1006, "");
  EXPECT_EQ(connection_of(door), Connection::disconnected);
  session_.advance(*session_.next_wake());
  line_.events->on_open(protocol::Wire::json);
  line_.events->on_close(4409, "");
  EXPECT_EQ(connection_of(door), Connection::disconnected);
}

TEST_F(StandingTest, says_each_in_words_of_its_own) {
  EXPECT_EQ(words_of(Standing::in_game), "In game");
  EXPECT_EQ(words_of(Standing::logged_out), "Logged out");
  EXPECT_EQ(words_of(Connection::error), "Error");
  EXPECT_EQ(words_of(Connection::connected), "Connected");
}

}  // namespace
}  // namespace baize::client
