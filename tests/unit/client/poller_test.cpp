// The way to a table over requests alone: what is asked when, in which order, and what becomes of the answers.
#include "client/poller.h"

#include <gtest/gtest.h>

#include "core/json_write.h"
#include "table/table.h"

namespace baize::client {
namespace {

const core::Uuid k_ann("aaaaaaaa-0000-4000-8000-000000000001");

// Requests that a test answers by hand.
struct Requests {
  struct One {
    Call call;
    Poller::Answer answer;
  };
  std::vector<One> open;

  Poller::Ask asker() {
    return [this](const Call& call, Poller::Answer answer) { open.push_back({call, std::move(answer)}); };
  }
  // Answers the oldest.
  void answer(int status, std::string body = {}, int retry_after_s = 0) {
    ASSERT_FALSE(open.empty());
    const One first = std::move(open.front());
    open.erase(open.begin());
    first.answer({status, std::move(body), retry_after_s});
  }
};

std::string seen(std::uint64_t version) {
  auto state = table::open({core::TableId("t1"), core::Name("t"), k_ann, false, *table::default_settings("holdem"), 1});
  state.version = version;
  protocol::SnapshotAnswer answer;
  answer.all.value.snapshot = protocol::shared_snapshot(table::public_view(state));
  answer.all.value.own.value = protocol::own_snapshot(state, k_ann);
  answer.now = 5;
  return core::to_json(answer);
}

protocol::ClientMessage command(const char* id) {
  protocol::ClientMessage message;
  message.request_id = core::RequestId(id);
  message.verb = protocol::TableVerb{protocol::SitOut{}};
  return message;
}

class Polling : public ::testing::Test {
 protected:
  void begin() {
    poller.start(1000);
    requests.answer(200, seen(4));
    poller.take();
  }

  Requests requests;
  Poller poller{"t1", requests.asker()};
};

TEST_F(Polling, asks_at_once_and_a_second_after_each_answer_naming_what_it_knows) {
  poller.start(1000);
  ASSERT_EQ(requests.open.size(), 1u);
  EXPECT_EQ(requests.open[0].call.path, "api/tables/t1/snapshot");
  EXPECT_EQ(requests.open[0].call.known, "");
  EXPECT_EQ(poller.state(), Poller::State::asking);
  EXPECT_FALSE(poller.next_wake()) << "the answer is waited for";
  poller.advance(1080);
  requests.answer(200, seen(4));
  EXPECT_EQ(poller.state(), Poller::State::on);
  EXPECT_EQ(poller.latency_ms(), 80);
  const auto heard = poller.take();
  ASSERT_EQ(heard.size(), 2u);
  EXPECT_EQ(std::get<protocol::UpdateGame>(heard[1]).version, 4u);
  EXPECT_EQ(std::get<protocol::UpdateGame>(heard[1]).now, 5);
  EXPECT_EQ(poller.next_wake(), 2080);
  poller.advance(2079);
  EXPECT_TRUE(requests.open.empty());
  poller.advance(2080);
  ASSERT_EQ(requests.open.size(), 1u);
  EXPECT_EQ(requests.open[0].call.known, "\"table-t1-v4\"");
  requests.answer(304);
  EXPECT_TRUE(poller.take().empty());
}

TEST_F(Polling, sends_commands_one_after_the_other_and_answers_each_with_the_view_in_which_it_is_done) {
  begin();
  poller.send(command("a"));
  poller.send(command("b"));
  ASSERT_EQ(requests.open.size(), 1u);
  EXPECT_EQ(requests.open[0].call.path, "api/tables/t1/moves");
  EXPECT_NE(requests.open[0].call.body.find("\"version\":4"), std::string::npos);
  requests.answer(200, R"({"version":5})");
  EXPECT_TRUE(poller.take().empty());
  ASSERT_EQ(requests.open.size(), 2u);
  EXPECT_EQ(requests.open[0].call.method, "GET");
  EXPECT_NE(requests.open[1].call.body.find("\"b\""), std::string::npos);
  requests.answer(200, seen(5));
  const auto heard = poller.take();
  ASSERT_EQ(heard.size(), 3u);
  EXPECT_EQ(std::get<protocol::Ack>(heard[2]).request_id, core::RequestId("a"));
}

TEST_F(Polling, holds_an_answer_back_that_is_older_than_the_command) {
  begin();
  poller.advance(2000);
  poller.send(command("a"));
  ASSERT_EQ(requests.open.size(), 2u);
  const Requests::One question = std::move(requests.open.front());
  requests.open.erase(requests.open.begin());
  requests.answer(200, R"({"version":5})");
  question.answer({304, {}});
  EXPECT_TRUE(poller.take().empty()) << "that was asked before the command came there";
  poller.advance(2001);
  requests.answer(200, seen(5));
  EXPECT_EQ(poller.take().size(), 3u);
}

TEST_F(Polling, passes_a_refusal_on_in_the_servers_words_and_goes_on) {
  begin();
  poller.send(command("a"));
  requests.answer(409, R"({"error":"Not now.","code":"hand-running"})");
  const auto heard = poller.take();
  ASSERT_EQ(heard.size(), 1u);
  EXPECT_EQ(std::get<protocol::ErrorMessage>(heard[0]).message, "Not now.");
  EXPECT_EQ(std::get<protocol::ErrorMessage>(heard[0]).request_id, core::RequestId("a"));
  EXPECT_EQ(poller.state(), Poller::State::on);
}

TEST_F(Polling, repeats_what_was_not_answered_and_gives_the_server_up_after_three_times) {
  begin();
  poller.send(command("a"));
  requests.answer(503);
  EXPECT_TRUE(requests.open.empty());
  poller.advance(2000);
  ASSERT_EQ(requests.open.size(), 2u);  // a look at the table, and the command once more
  requests.answer(0);
  EXPECT_EQ(poller.state(), Poller::State::on);
  requests.answer(0);
  EXPECT_EQ(poller.state(), Poller::State::failed);
  EXPECT_FALSE(poller.next_wake());
}

TEST_F(Polling, does_not_ask_again_for_a_table_that_it_may_not_see_until_somebody_does) {
  begin();
  poller.advance(2000);
  requests.answer(403, R"({"error":"This table needs its passphrase.","code":"wrong-passphrase"})");
  EXPECT_EQ(poller.take().size(), 1u);
  EXPECT_FALSE(poller.next_wake());
  poller.advance(100'000);
  EXPECT_TRUE(requests.open.empty());
  protocol::ClientMessage again;
  again.request_id = core::RequestId("again");
  again.verb = protocol::TableVerb{protocol::JoinTable{}};
  poller.send(again);
  ASSERT_EQ(requests.open.size(), 1u);
  EXPECT_EQ(requests.open[0].call.known, "") << "the whole view, whatever was known";
  requests.answer(403, R"({"error":"This table needs its passphrase.","code":"wrong-passphrase"})");
  const auto refused = poller.take();
  ASSERT_EQ(refused.size(), 1u);
  EXPECT_EQ(std::get<protocol::ErrorMessage>(refused[0]).request_id, core::RequestId("again"));
  poller.send(again);
  requests.answer(200, seen(4));
  EXPECT_EQ(poller.take().size(), 3u) << "the view and the answer";
}

TEST_F(Polling, waits_as_long_as_a_server_asks_for_that_has_too_much_to_do) {
  begin();
  poller.advance(2000);
  poller.send(command("a"));
  for (int i = 0; i < 2; ++i) requests.answer(429, R"({"error":"Too many requests.","code":"too-many"})", 7);
  EXPECT_EQ(poller.next_wake(), 9000);
  poller.advance(8999);
  EXPECT_TRUE(requests.open.empty());
  for (TimeMs now = 9000; now < 60'000; now += 7000) {
    poller.advance(now);
    ASSERT_EQ(requests.open.size(), 2u);  // the view and the command, however often it is asked for patience
    for (int i = 0; i < 2; ++i) requests.answer(429, {}, 7);
    EXPECT_EQ(poller.state(), Poller::State::on);
  }
  EXPECT_TRUE(poller.take().empty());
  poller.advance(65'000);
  requests.answer(503, {}, 30);
  requests.answer(200, R"({"version":5})");
  requests.answer(200, seen(5));
  EXPECT_EQ(poller.take().size(), 3u);
}

TEST_F(Polling, gives_a_locked_table_its_passphrase_before_it_looks) {
  poller.start(1000, "open sesame");
  ASSERT_EQ(requests.open.size(), 1u);
  EXPECT_EQ(requests.open[0].call.path, "api/tables/t1/moves");
  EXPECT_NE(requests.open[0].call.body.find(R"("passphrase":"open sesame")"), std::string::npos);
  poller.advance(5000);
  EXPECT_EQ(requests.open.size(), 1u);
  requests.answer(200, R"({"version":4})");
  EXPECT_EQ(poller.state(), Poller::State::on);
  ASSERT_EQ(requests.open.size(), 1u);
  EXPECT_EQ(requests.open[0].call.path, "api/tables/t1/snapshot");
  requests.answer(200, seen(4));
  EXPECT_EQ(poller.take().size(), 2u);
}

TEST_F(Polling, says_so_where_the_passphrase_is_wrong_and_looks_no_further) {
  poller.start(1000, "sesame");
  requests.answer(403, R"({"error":"That is not the passphrase.","code":"wrong-passphrase"})");
  const auto heard = poller.take();
  ASSERT_EQ(heard.size(), 1u);
  EXPECT_EQ(std::get<protocol::ErrorMessage>(heard[0]).message, "That is not the passphrase.");
  poller.advance(100'000);
  EXPECT_TRUE(requests.open.empty());
  EXPECT_FALSE(poller.next_wake());
}

TEST_F(Polling, hears_no_answer_after_its_end) {
  begin();
  poller.advance(2000);
  poller.stop();
  requests.answer(200, seen(9));
  EXPECT_TRUE(poller.take().empty());
  EXPECT_EQ(poller.state(), Poller::State::off);
}

}  // namespace
}  // namespace baize::client
