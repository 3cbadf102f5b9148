// Messages that go to a reader together: how long they wait, what does not wait, and in which order they come. No time
// passes: it is handed in.
#include "rooms/gathering.h"

#include <gtest/gtest.h>

#include "core/json_read.h"
#include "protocol/batch.h"

namespace baize::server {
namespace {

Outgoing message(int number) {
  Outgoing out;
  out.head = "{\"n\":";
  out.shared = std::make_shared<const std::string>(std::to_string(number));
  out.tail = "}";
  return out;
}

std::vector<int> numbers(const std::vector<Outgoing>& sent) {
  EXPECT_EQ(sent.size(), 1u);
  const auto batch = core::Json::parse(sent.front().head);
  EXPECT_EQ(batch["action"], "batch");
  std::vector<int> all;
  for (const auto& one : batch["messages"]) all.push_back(one["n"]);
  return all;
}

TEST(Gathering, holds_the_first_message_back_for_fifty_milliseconds_and_no_longer) {
  Gathering gathering;
  EXPECT_FALSE(gathering.due());
  EXPECT_FALSE(gathering.add(message(1), Haste::may_wait, 1000));
  EXPECT_FALSE(gathering.add(message(2), Haste::may_wait, 1049));
  EXPECT_EQ(gathering.due(), 1050);
  EXPECT_TRUE(gathering.add(message(3), Haste::may_wait, 1050));
  EXPECT_EQ(numbers(gathering.take(1050, protocol::Wire::json, true)), (std::vector<int>{1, 2, 3}));
  EXPECT_FALSE(gathering.due());
}

TEST(Gathering, is_full_with_ten) {
  Gathering gathering;
  for (int i = 1; i < 10; ++i) EXPECT_FALSE(gathering.add(message(i), Haste::may_wait, 1000));
  EXPECT_TRUE(gathering.add(message(10), Haste::may_wait, 1000));
  EXPECT_EQ(numbers(gathering.take(1000, protocol::Wire::json, true)).size(), protocol::k_most_batched);
}

TEST(Gathering, lets_what_somebody_waits_for_go_at_once_behind_what_came_before_it) {
  Gathering gathering;
  EXPECT_FALSE(gathering.add(message(1), Haste::may_wait, 1000));
  EXPECT_TRUE(gathering.add(message(2), Haste::at_once, 1001));
  EXPECT_EQ(numbers(gathering.take(1001, protocol::Wire::json, true)), (std::vector<int>{1, 2}));
  EXPECT_TRUE(gathering.add(message(3), Haste::at_once, 1002));
  const auto alone = gathering.take(1002, protocol::Wire::json, true);
  ASSERT_EQ(alone.size(), 1u);
  EXPECT_EQ(alone.front().head + *alone.front().shared + alone.front().tail, R"({"n":3})");
}

TEST(Gathering, leaves_the_messages_apart_for_a_reader_that_is_behind) {
  Gathering gathering;
  for (int i = 1; i < 4; ++i) {
    Outgoing view = message(i);
    view.kind = Outgoing::Kind::view;
    EXPECT_FALSE(gathering.add(std::move(view), Haste::may_wait, 1000));
  }
  const auto apart = gathering.take(1050, protocol::Wire::json, false);
  ASSERT_EQ(apart.size(), 3u);
  for (const Outgoing& one : apart) EXPECT_EQ(one.kind, Outgoing::Kind::view);
}

}  // namespace
}  // namespace baize::server
