#include "accounts/message_limits.h"

#include <gtest/gtest.h>

#include "server/doors.h"

namespace baize::server::testing {
namespace {

constexpr Said k_high{Priority::high};
constexpr Said k_normal{Priority::normal};
constexpr Said k_low{Priority::low};
constexpr Said k_chat{Priority::low, true};

// --- the window alone ---

// Adds as many as fit at this moment.
std::uint32_t fill(SlidingWindow& window, std::uint32_t most, core::TimeMs now) {
  std::uint32_t count = 0;
  while (window.wait(most, 1'000, now) == 0 && count < 1'000) {
    window.add(1'000, now);
    ++count;
  }
  return count;
}

TEST(SlidingWindow, takes_as_many_as_it_has_room_for_and_says_when_the_next_one_fits) {
  SlidingWindow window;
  EXPECT_EQ(fill(window, 10, 5'000), 10u);
  const auto wait = window.wait(10, 1'000, 5'000);
  EXPECT_GT(wait, 1'000);
  EXPECT_GT(window.wait(10, 1'000, 5'000 + wait - 1), 0);
  EXPECT_EQ(window.wait(10, 1'000, 5'000 + wait), 0);
}

TEST(SlidingWindow, gives_its_room_back_evenly_and_never_more_than_its_rate) {
  SlidingWindow window;
  fill(window, 10, 0);
  std::uint32_t more = 0;
  for (core::TimeMs now = 1; now <= 2'000; ++now) more += fill(window, 10, now);
  EXPECT_EQ(more, 10u);
  for (core::TimeMs now = 2'001; now <= 12'000; ++now) more += fill(window, 10, now);
  EXPECT_GE(more, 95u);
  EXPECT_LE(more, 110u);
}

TEST(SlidingWindow, that_was_silent_has_all_its_room) {
  SlidingWindow window;
  fill(window, 10, 0);
  EXPECT_FALSE(window.over(1'000, 1'999));
  EXPECT_TRUE(window.over(1'000, 2'000));
  EXPECT_EQ(fill(window, 10, 2'000), 10u);
}

TEST(SlidingWindow, waits_as_long_as_it_says_whatever_was_said_before) {
  for (std::uint32_t most = 1; most < 8; ++most)
    for (core::TimeMs second = 0; second < 3'000; second += 130) {
      SlidingWindow window;
      fill(window, most, 0);
      fill(window, most, second);
      const auto wait = window.wait(most, 1'000, second);
      ASSERT_GT(wait, 0);
      EXPECT_LE(wait, 2'000);
      EXPECT_GT(window.wait(most, 1'000, second + wait - 1), 0) << most << ' ' << second;
      EXPECT_EQ(window.wait(most, 1'000, second + wait), 0) << most << ' ' << second;
    }
}

TEST(SlidingWindow, outlives_a_clock_that_is_set_back) {
  SlidingWindow window;
  fill(window, 3, 1'000'000);
  EXPECT_EQ(fill(window, 3, 10), 3u);
  EXPECT_GT(window.wait(3, 1'000, 10), 0);
}

// --- one for each of many ---

TEST(WindowsByName, count_for_all_who_are_named_or_for_none) {
  WindowsByName windows(2, 1'000);
  EXPECT_EQ(windows.wait({{"ann"}, {"home", 2}}, 0), 0);
  EXPECT_EQ(windows.wait({{"ann"}, {"home", 2}}, 0), 0);
  EXPECT_GT(windows.wait({{"ann"}, {"home", 2}}, 0), 0);
  // That did not count for the house either: two more fit in.
  EXPECT_EQ(windows.wait({{"bob"}, {"home", 2}}, 0), 0);
  EXPECT_EQ(windows.wait({{"cid"}, {"home", 2}}, 0), 0);
  EXPECT_GT(windows.wait({{"dan"}, {"home", 2}}, 0), 0);
  EXPECT_EQ(windows.wait({{"dan"}, {"away", 2}}, 0), 0);
  EXPECT_EQ(windows.wait({{"ann"}, {"home", 2}}, 2'000), 0);
}

TEST(WindowsByName, forget_whoever_is_silent_and_nobody_else) {
  WindowsByName windows(1, 1'000);
  EXPECT_EQ(windows.wait({{"ann"}}, 1'900), 0);
  for (int i = 0; i < 5'000; ++i) windows.wait({{"somebody " + std::to_string(i)}}, 1'900 + i / 5);
  EXPECT_GT(windows.wait({{"ann"}}, 2'900), 0);
}

TEST(WindowsByName, of_0_are_none) {
  WindowsByName windows(0, 1'000);
  for (int i = 0; i < 1'000; ++i) ASSERT_EQ(windows.wait({{"ann"}}, 0), 0);
}

// --- the limits, by a clock in the test's hand ---

class Limits : public ::testing::Test {
 protected:
  // How many of these get through now, of so many.
  int heard(Said said, double load = 0, int of = 1'000, std::string_view account = {}) {
    int count = 0;
    for (int i = 0; i < of; ++i)
      if (limits_.wait(&connection_, account, said, load, now_) == 0) ++count;
    return count;
  }

  MessageLimits limits_{MostMessages{}};
  ConnectionWindows connection_;
  core::TimeMs now_ = 1'000'000;
};

TEST_F(Limits, are_a_hundred_messages_after_a_burst_of_twenty_and_five_lines_of_chat) {
  EXPECT_EQ(heard(k_chat), 5);
  EXPECT_EQ(heard(k_normal), 20 + 95);
  EXPECT_EQ(heard(k_normal), 0);
  now_ += 20'000;
  EXPECT_EQ(heard(k_normal), 100);
}

TEST_F(Limits, leave_a_move_on_turn_its_room_however_much_else_was_said) {
  EXPECT_EQ(heard(k_normal), 120);
  EXPECT_EQ(heard(k_high), 100);  // and bound it, too
  EXPECT_GT(limits_.wait(&connection_, {}, k_high, 0, now_), 0);
}

TEST_F(Limits, shrink_under_load_but_never_for_high_messages) {
  heard(k_normal, 0, 20);
  EXPECT_EQ(heard(k_normal, 0.6, 1'000), 100);
  now_ += 20'000;
  EXPECT_EQ(heard(k_normal, 0.61), 75);
  now_ += 20'000;
  EXPECT_EQ(heard(k_normal, 0.81), 50);
  EXPECT_EQ(heard(k_normal, 0.5), 50);  // the load has gone
  EXPECT_EQ(heard(k_high, 5), 100);
}

TEST_F(Limits, refuse_low_messages_above_seven_tenths_of_the_load) {
  EXPECT_EQ(heard(k_low, 0.9, 30), 20);  // a connection may begin
  EXPECT_EQ(heard(k_chat, 0.71), 0);
  EXPECT_EQ(limits_.wait(&connection_, {}, k_low, 0.71, now_), 5'000);
  EXPECT_EQ(heard(k_chat, 0.7), 3);
  EXPECT_GT(heard(k_low, 0.7), 0);
}

TEST_F(Limits, of_an_account_are_four_times_those_of_a_connection_wherever_it_speaks) {
  int all = 0;
  for (int i = 0; i < 6; ++i) {
    connection_ = ConnectionWindows();
    all += heard(k_normal, 0, 1'000, "ann");
  }
  EXPECT_EQ(all, 400);
  EXPECT_GT(limits_.wait(nullptr, "ann", k_normal, 0, now_), 0);
  EXPECT_EQ(limits_.wait(nullptr, "ann", k_high, 0, now_), 0);
  EXPECT_EQ(limits_.wait(nullptr, "bob", k_normal, 0, now_), 0);
}

TEST_F(Limits, forget_accounts_that_are_silent_and_no_others) {
  EXPECT_EQ(heard(k_chat, 0, 5, "ann"), 5);
  for (int i = 0; i < 5'000; ++i) limits_.wait(nullptr, "somebody " + std::to_string(i), k_normal, 0, now_);
  for (int i = 0; i < 4; ++i) {
    connection_ = ConnectionWindows();
    heard(k_chat, 0, 5, "ann");
  }
  connection_ = ConnectionWindows();
  EXPECT_EQ(heard(k_chat, 0, 5, "ann"), 0);
}

TEST(MessageLimits, of_0_are_none) {
  MessageLimits limits({0, 0, 0, 1'000});
  ConnectionWindows connection;
  for (int i = 0; i < 10'000; ++i) ASSERT_EQ(limits.wait(&connection, "ann", k_chat, 0, 1), 0);
}

TEST(MessageLimits, are_small_enough_for_ten_thousand_connections) {
  EXPECT_EQ(sizeof(SlidingWindow), 16u);
  EXPECT_LE(sizeof(ConnectionWindows), 56u);
}

TEST(MessageLimits, say_in_whole_seconds_when_to_come_back) {
  EXPECT_EQ(sentence_for_wait("Too many messages", 1), "Too many messages. Try again in 1 second.");
  EXPECT_EQ(sentence_for_wait("Too many messages", 1'001), "Too many messages. Try again in 2 seconds.");
}

// --- over sockets ---

// A house with small windows that are never over while a test runs.
class Windows : public Doors {
 protected:
  Windows() : Doors(adjust) {}
  static void adjust(ServerSettings& settings) {
    settings.max_messages = 10;
    settings.max_chat = 2;
    settings.burst_messages = 3;
    settings.window_ms = 3'600'000;
    settings.max_connections = 10;
  }
  // The load as the server has measured it by now, once it is this.
  void await_load(const std::string& load) const {
    for (int i = 0; i < 20'000; ++i)
      if (site().get("/metrics").body.find("\nbaize_load " + load + "\n") != std::string::npos) return;
    FAIL() << "the load was never " << load << '\n' << site().get("/metrics").body;
  }
  static Json chat() { return {{"action", "send-message"}, {"message", "hello"}}; }
  // How many of these are accepted, of so many; the others are too many.
  static int accepted(Client& client, const Json& message, int of) {
    int count = 0;
    for (int i = 0; i < of; ++i) {
      const Json answer = client.ask(message);
      if (answer.value("reason", "") != "too-many") ++count;
    }
    return count;
  }
};

TEST_F(Windows, refuse_what_is_too_much_say_when_to_come_back_and_keep_the_connection) {
  open();
  Client ann = sit(ann_, 0);
  EXPECT_EQ(accepted(ann, chat(), 4), 2);
  const Json refused = ann.ask(chat());
  EXPECT_EQ(refused["code"], 429);
  EXPECT_TRUE(refused["message"].get<std::string>().starts_with("Too many messages. Try again in "));
  // join-table and take-seat were of the burst, whose third is the first of these.
  EXPECT_EQ(accepted(ann, {{"action", "player-dance"}}, 20), 1 + 10 - 2);
  EXPECT_EQ(ann.ask({{"action", "sit-out"}})["reason"], "too-many");
  EXPECT_EQ(ann.ask({{"action", "leave-table"}})["action"], "ack");
  EXPECT_NE(site().get("/metrics").body.find("baize_rejects_total{code=\"too-many\"} 15\n"), std::string::npos);
}

TEST_F(Windows, never_refuse_a_move_on_turn_for_what_else_was_said_and_bound_moves_that_are_not) {
  open();
  Client ann = sit(ann_, 0);
  Client bob = sit(bob_, 1);
  const int first = deal(ann);
  Client& on_turn = first == 0 ? ann : bob;
  Client& off_turn = first == 0 ? bob : ann;
  EXPECT_LT(accepted(off_turn, {{"action", "player-fold"}}, 40), 15);
  EXPECT_LT(accepted(on_turn, {{"action", "sit-in"}}, 40), 15);
  EXPECT_EQ(on_turn.ask({{"action", "player-call"}})["action"], "ack");
  EXPECT_EQ(off_turn.ask({{"action", "player-check"}})["action"], "ack");
  off_turn.socket.send({{"action", "ping"}});
  EXPECT_EQ(off_turn.socket.until_action("pong")["action"], "pong");
}

TEST_F(Windows, of_an_account_hold_over_all_its_connections_and_over_http) {
  open();
  Client ann = sit(ann_, 0);
  const Json junk = {{"action", "player-fold"}};
  // As long as no hand runs nobody's turn it is: four times ten, of which joining and sitting down took two.
  int all = 0;
  std::vector<Client> more;
  for (int i = 0; i < 2; ++i) more.push_back(come(ann_));
  for (Client* one : {&ann, &more[0], &more[1]}) all += accepted(*one, junk, 20);
  EXPECT_GT(all, 25);
  Answer refused;
  for (int i = 0; i < 40 && refused.status != 429; ++i) refused = move(ann_, junk);
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(refused.json()["code"], "too-many");
  EXPECT_GE(std::stoi(refused.fields.at("retry-after")), 1);
  EXPECT_EQ(join(ann_, {{"buy_in_amount", 500}}).status, 429);
  // Leaving is always possible, and nobody else is concerned.
  EXPECT_EQ(leave(ann_).status, 200);
  EXPECT_EQ(join(bob_, {{"buy_in_amount", 500}}).status, 200);
}

TEST_F(Windows, shut_low_messages_out_while_the_house_is_full_but_no_move_on_turn) {
  open();
  Client ann = sit(ann_, 0);
  Client bob = sit(bob_, 1);
  Client& on_turn = deal(ann) == 0 ? ann : bob;
  await_load("0.300");
  EXPECT_EQ(ann.ask(chat())["action"], "ack");
  std::vector<Socket> crowd;
  for (int i = 0; i < 5; ++i) crowd.emplace_back(site().port(), "/ws/table/" + table_);
  await_load("0.800");
  EXPECT_EQ(bob.ask(chat())["reason"], "too-many");
  EXPECT_EQ(on_turn.ask({{"action", "player-call"}})["action"], "ack");
  crowd.clear();
  await_load("0.300");
  EXPECT_EQ(bob.ask(chat())["action"], "ack");
}

}  // namespace
}  // namespace baize::server::testing
