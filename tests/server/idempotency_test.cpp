// An Idempotency-Key: the same key gets the same answer and has one effect, whatever is lost or comes at once.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include "server/at_once.h"

namespace baize::server::testing {
namespace {

Fields with_key(const Player& player, std::string_view key) {
  Fields fields = player.bearer();
  fields.emplace_back("Idempotency-Key", key);
  return fields;
}

std::int64_t wallet(const Site& site, const Player& player) {
  return site.get("/api/auth/me", player.bearer()).json().at("wallet_balance");
}

class Key : public ::testing::Test {
 protected:
  Answer join(const Player& player, std::string_view key, const Json& body = {{"buy_in_amount", 1000}}) {
    return house_.site().post(base_ + "/join", body, with_key(player, key));
  }
  Answer leave(const Player& player, std::string_view key) {
    return house_.site().post(base_ + "/leave", Json::object(), with_key(player, key));
  }
  std::size_t seated() { return house_.site().get(base_).json()["seats"].size(); }
  static void expect_same(const Answer& answer, const Answer& first) {
    EXPECT_EQ(answer.status, first.status);
    EXPECT_EQ(answer.body, first.body);
    EXPECT_EQ(answer.fields.at("content-type"), first.fields.at("content-type"));
  }

  House house_;
  Player ann_ = house_.site().guest("Ann");
  Player bob_ = house_.site().guest("Bob");
  std::string table_ = house_.site().open_table(ann_);
  std::string base_ = "/api/tables/" + table_;
};

TEST_F(Key, the_same_gets_the_same_answer_and_joins_once) {
  const Answer first = join(bob_, "k1");
  EXPECT_EQ(first.status, 200);
  EXPECT_EQ(first.json(), (Json{{"seat", 0}, {"stack", 1000}, {"wallet_balance", 9'000}, {"uuid", bob_.uuid}}));
  expect_same(join(bob_, "k1"), first);
  // Also when the wallet and the seat have become others.
  ASSERT_EQ(leave(bob_, "k2").status, 200);
  expect_same(join(bob_, "k1"), first);
  EXPECT_EQ(seated(), 0u);
  EXPECT_EQ(wallet(house_.site(), bob_), 10'000);
}

TEST_F(Key, the_same_opens_one_table) {
  const Json body = {{"name", "Once"}, {"game", "holdem"}, {"passphrase", "p"}};
  const Answer first = house_.site().post("/api/tables", body, with_key(ann_, "t"));
  EXPECT_EQ(first.status, 201);
  expect_same(house_.site().post("/api/tables", body, with_key(ann_, "t")), first);
  EXPECT_EQ(house_.site().get("/api/tables").json()["tables"].size(), 2u);
  EXPECT_EQ(house_.site().get("/api/tables/" + first.json()["id"].get<std::string>()).json(), first.json());
}

TEST_F(Key, the_same_moves_once_whatever_the_version_is_by_then) {
  ASSERT_EQ(join(ann_, "a").status, 200);
  const std::uint64_t version = house_.site().get(base_).json()["version"];
  const Json move = {{"action", "sit-out"}, {"version", version}};
  const Answer first = house_.site().post(base_ + "/moves", move, with_key(ann_, "m"));
  EXPECT_EQ(first.json(), (Json{{"version", version + 1}}));
  expect_same(house_.site().post(base_ + "/moves", move, with_key(ann_, "m")), first);
  EXPECT_EQ(house_.site().get(base_).json()["version"], version + 1);
}

TEST_F(Key, the_same_for_another_request_is_refused) {
  ASSERT_EQ(join(bob_, "k").status, 200);
  for (const Answer& other :
       {join(bob_, "k", {{"buy_in_amount", 999}}), leave(bob_, "k"),
        house_.site().post("/api/tables/nothere/join", {{"buy_in_amount", 1000}}, with_key(bob_, "k"))}) {
    EXPECT_EQ(other.status, 422);
    EXPECT_EQ(other.json()["code"], "key-reused");
  }
  EXPECT_EQ(seated(), 1u);
}

TEST_F(Key, refusals_are_not_remembered) {
  const Answer poor = join(bob_, "k", {{"buy_in_amount", 1}});
  EXPECT_EQ(poor.status, 400);
  EXPECT_EQ(join(bob_, "k").status, 200);
  // The very same request, once what was in its way is gone.
  const Json seat = {{"buy_in_amount", 500}, {"seat", 0}};
  EXPECT_EQ(join(ann_, "k", seat).json()["code"], "seat-taken");
  ASSERT_EQ(leave(bob_, "l").status, 200);
  EXPECT_EQ(join(ann_, "k", seat).status, 200);
}

TEST_F(Key, an_answer_without_an_effect_is_remembered) {
  const Answer first = leave(bob_, "l");
  EXPECT_EQ(first.status, 200);
  EXPECT_EQ(first.json(), (Json{{"returned", 0}, {"wallet_balance", 10'000}}));
  ASSERT_EQ(join(bob_, "j").status, 200);
  expect_same(leave(bob_, "l"), first);
  EXPECT_EQ(seated(), 1u);
}

TEST_F(Key, of_an_account_is_nobody_elses) {
  EXPECT_EQ(join(ann_, "k").json()["uuid"], ann_.uuid);
  EXPECT_EQ(join(bob_, "k").json()["uuid"], bob_.uuid);
  EXPECT_EQ(seated(), 2u);
}

TEST_F(Key, forty_at_once_have_one_effect_and_one_answer) {
  const auto answers = at_once(40, [&](std::size_t) { return join(bob_, "k"); });
  EXPECT_EQ(answers.front().status, 200);
  for (const Answer& one : answers) expect_same(one, answers.front());
  EXPECT_EQ(wallet(house_.site(), bob_), 9'000);
}

TEST_F(Key, at_once_for_different_requests_lets_one_through) {
  const auto answers = at_once(10, [&](std::size_t i) { return join(bob_, "k", {{"buy_in_amount", 1000 + i}}); });
  EXPECT_EQ(count_status(answers, 200), 1u);
  EXPECT_EQ(count_status(answers, 422), 9u);
}

TEST_F(Key, at_once_the_next_one_is_judged_where_the_first_was_refused) {
  ASSERT_EQ(join(ann_, "a", {{"buy_in_amount", 1000}, {"seat", 3}}).status, 200);
  const auto answers = at_once(10, [&](std::size_t) { return join(bob_, "k", {{"buy_in_amount", 5}, {"seat", 3}}); });
  EXPECT_EQ(count_status(answers, 409), 10u);
  EXPECT_EQ(join(bob_, "k", {{"buy_in_amount", 500}, {"seat", 2}}).status, 200);
}

TEST_F(Key, is_1_to_128_printable_characters_sent_once) {
  for (const std::string& bad :
       {std::string(), std::string(129, 'x'), std::string("sch\xc3\xb6n"), std::string("a\tb")}) {
    const Answer answer = join(bob_, bad);
    EXPECT_EQ(answer.status, 400) << bad;
    EXPECT_EQ(answer.json()["code"], "invalid-field");
    EXPECT_NE(answer.json()["error"].get<std::string>().find("1 to 128 printable ASCII"), std::string::npos);
  }
  const std::string twice =
      raw_exchange(house_.site().port(),
                   "POST " + base_ + "/join HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer " +
                       bob_.token + "\r\nIdempotency-Key: a\r\nIdempotency-Key: b\r\nContent-Length: 2\r\n\r\n{}");
  EXPECT_TRUE(twice.starts_with("HTTP/1.1 400")) << twice;
  EXPECT_EQ(join(bob_, "\"a b\"" + std::string(123, '~')).status, 200);
}

TEST_F(Key, needs_an_account) {
  const Answer nobody = house_.site().post(base_ + "/join", {{"buy_in_amount", 1000}}, {{"Idempotency-Key", "k"}});
  EXPECT_EQ(nobody.status, 401);
  EXPECT_EQ(nobody.json()["code"], "signed-out");
}

TEST_F(Key, is_remembered_over_a_restart_and_after_the_table_is_closed) {
  const Answer first = join(bob_, "k");
  house_.restart();
  expect_same(join(bob_, "k"), first);
  const std::uint64_t version = house_.site().get(base_).json()["version"];
  ASSERT_EQ(
      house_.site().post(base_ + "/moves", {{"action", "close-table"}, {"version", version}}, ann_.bearer()).status,
      200);
  expect_same(join(bob_, "k"), first);
  EXPECT_EQ(join(bob_, "new").status, 404);
  EXPECT_EQ(wallet(house_.site(), bob_), 10'000);
}

TEST_F(Key, of_a_request_that_the_disk_had_no_room_for_does_it_when_there_is_room) {
  const Json named = {{"name", "Once"}, {"game", "holdem"}};
  {
    const FullDisk full;
    EXPECT_EQ(join(bob_, "k").json()["code"], "store-unavailable");
    EXPECT_EQ(leave(bob_, "l").status, 503);
    EXPECT_EQ(house_.site().post("/api/tables", named, with_key(bob_, "t")).status, 503);
  }
  const Answer joined = join(bob_, "k");
  EXPECT_EQ(joined.status, 200);
  EXPECT_EQ(joined.json()["wallet_balance"], 9'000);
  expect_same(join(bob_, "k"), joined);
  EXPECT_EQ(house_.site().post("/api/tables", named, with_key(bob_, "t")).status, 201);
  EXPECT_EQ(house_.site().get("/api/tables").json()["tables"].size(), 2u);
}

TEST_F(Key, of_requests_that_a_stopping_server_left_without_an_answer_finds_what_was_done) {
  std::vector<Player> crowd;
  std::vector<std::string> tables;
  for (int i = 0; i < 30; ++i) crowd.push_back(house_.site().guest("P" + std::to_string(i)));
  for (int i = 0; i < 30; ++i) tables.push_back(house_.site().open_table(ann_));
  const auto join_own = [&](const Site& site, std::size_t i) {
    return site.post("/api/tables/" + tables[i] + "/join", {{"buy_in_amount", 1000}}, with_key(crowd[i], "k"));
  };
  const auto before = at_once(31, [&, site = house_.site()](std::size_t i) {
    if (i == 30) house_.stop();
    try {
      return i < 30 ? join_own(site, i) : Answer{};
    } catch (const std::exception&) {  // nobody answers any more
      return Answer{};
    }
  });
  house_.restart();
  for (std::size_t i = 0; i < 30; ++i) {
    const Answer again = join_own(house_.site(), i);
    EXPECT_EQ(again.status, 200) << again.body;
    if (before[i].status == 200) expect_same(again, before[i]);
    EXPECT_EQ(wallet(house_.site(), crowd[i]), 9'000);
  }
  EXPECT_EQ(run_baize({"audit", house_.database()}).code, 0);
}

// Whoever asked never heard the answer: the server died when it was written down.
TEST(KeyOfADeadServer, gets_the_answer_that_was_committed_before_it_could_be_sent) {
  const Folder folder;
  const std::string database = (folder / "baize.db").string();
  std::optional<ChildServer> server(std::in_place, std::vector<std::string>{"--db", database});
  const Player ann = server->site().guest("Ann");
  const std::string table = server->site().open_table(ann);
  const std::string join = "/api/tables/" + table + "/join";
  const Json body = {{"buy_in_amount", 700}};
  std::jthread asking([&, port = server->site().port()] {
    try {
      http(port, "POST", join, body.dump(), with_key(ann, "k"));
    } catch (const std::exception&) {  // cut off, or not
    }
  });
  std::string stored;
  while (stored.empty()) {
    SQLite::Database file(database, SQLite::OPEN_READONLY, 5000);
    SQLite::Statement row(file, "SELECT answer FROM idempotency_keys");
    if (row.executeStep()) stored = row.getColumn(0).getString();
  }
  server->kill();
  asking.join();

  server.emplace(std::vector<std::string>{"--db", database});
  const Answer again = server->site().post(join, body, with_key(ann, "k"));
  EXPECT_EQ(again.status, 200);
  EXPECT_EQ(again.body, stored);
  EXPECT_EQ(again.json()["wallet_balance"], 9'300);
  EXPECT_EQ(wallet(server->site(), ann), 9'300);
  EXPECT_EQ(server->site().get("/api/tables/" + table).json()["seats"].size(), 1u);
}

}  // namespace
}  // namespace baize::server::testing
