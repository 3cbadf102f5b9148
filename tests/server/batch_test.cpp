// Messages that come together, and what was missed while a connection was away, over real connections.
#include <gtest/gtest.h>

#include "protocol/binary_end.h"
#include "server/house.h"

namespace baize::server::testing {
namespace {

// Ann and Bob at a table, and somebody who looks on.
class Together : public ::testing::Test {
 protected:
  Together() : ann_(house_.site().guest("Ann")), bob_(house_.site().guest("Bob")) {
    table_ = house_.site().open_table(ann_);
  }

  Socket connect(const Fields& who, const Json& join) {
    Socket socket(house_.site().port(), "/ws/table/" + table_, who);
    socket.send(join);
    return socket;
  }
  static void sit(Socket& socket, int seat) {
    socket.send({{"action", "take-seat"}, {"seatID", seat}, {"buyIn", 1000}, {"request_id", "seat"}});
  }
  // The next view of this connection in which `holds`.
  static Json view_where(Socket& socket, const std::function<bool(const Json& game)>& holds) {
    for (;;) {
      const Json message = socket.next();
      if (message["action"] == "update-game" && holds(message["game"])) return message["game"];
    }
  }
  static Json turn_of(Socket& socket) {
    return view_where(socket, [](const Json& game) {
      return !game["viewer"]["seat"].is_null() && game["public"]["to_act"] == game["viewer"]["seat"];
    });
  }

  House house_;
  Player ann_;
  Player bob_;
  std::string table_;
};

TEST_F(Together, a_reader_who_asked_for_it_gets_everything_that_others_get_in_the_same_order) {
  Socket ann = connect(ann_.bearer(), {{"action", "join-table"}});
  Socket apart = connect({}, {{"action", "join-table"}});
  Socket batched = connect({}, {{"action", "join-table"}, {"batch", true}});
  sit(ann, 0);
  ann.send({{"action", "add-bot"}, {"request_id", "bot"}});
  for (int i = 0; i < 30; ++i) ann.send({{"action", "send-log"}, {"message", "line " + std::to_string(i)}});
  ann.send({{"action", "send-message"}, {"message", "that was all"}});
  // What both are told of the table, but for the clock.
  const auto told = [](const Json& message, std::vector<Json>& all) {
    const std::string action = message.value("action", "");
    if (action == "game-event" || action == "new-log" || action == "new-message") all.push_back(message);
    return action == "new-message";
  };
  std::vector<Json> expected;
  while (!told(apart.next(), expected)) {
  }
  std::vector<Json> heard;
  bool over = false;
  std::size_t batches = 0;
  while (!over) {
    const Json message = batched.next();
    if (message["action"] != "batch") {
      over = told(message, heard);
      continue;
    }
    ++batches;
    EXPECT_LE(message["messages"].size(), 10u);
    EXPECT_GE(message["messages"].size(), 2u);
    EXPECT_TRUE(message["timestamp"].is_number_unsigned());
    for (const Json& one : message["messages"]) over = over || told(one, heard);
  }
  EXPECT_GT(batches, 0u);
  EXPECT_EQ(heard, expected);
}

TEST_F(Together, an_answer_does_not_wait_for_others) {
  Socket batched = connect(ann_.bearer(), {{"action", "join-table"}, {"batch", true}});
  constexpr int k_asked = 20;
  for (int t = 0; t < k_asked; ++t) batched.send({{"action", "ping"}, {"t", t}});
  // Whatever came before an answer is in the same frame or in one before, and nothing waits behind it.
  std::vector<int> ends;
  while (ends.empty() || ends.back() != k_asked - 1) {
    const Json message = batched.next();
    const Json& last = message["action"] == "batch" ? message["messages"].back() : message;
    if (last["action"] == "pong") ends.push_back(last["t"]);
  }
  EXPECT_EQ(ends.size(), std::size_t{k_asked});
}

TEST_F(Together, a_batch_in_binary_is_the_same_messages) {
  Fields fields = ann_.bearer();
  fields.push_back({"Sec-WebSocket-Protocol", "baize.cereal.v1"});
  Socket socket(house_.site().port(), "/ws/table/" + table_, fields);
  EXPECT_EQ(socket.next_frame(), protocol::greeting());
  protocol::BinaryEnd end;
  protocol::JoinTable join;
  join.batch.emplace(true);
  join.delta.emplace(true);
  socket.send_binary(end.write({{}, {}, protocol::TableVerb{join}}));
  Socket other = connect(bob_.bearer(), {{"action", "join-table"}});
  other.send({{"action", "send-message"}, {"message", "one"}});
  other.send({{"action", "send-message"}, {"message", "two"}});
  std::vector<std::string> lines;
  bool seen = false;
  while (lines.size() < 2) {
    std::vector<protocol::ServerMessage> heard;
    ASSERT_TRUE(end.read(socket.next_frame(), heard));
    for (const auto& one : heard) {
      seen = seen || std::holds_alternative<protocol::UpdateGame>(one);
      if (const auto* line = std::get_if<protocol::NewMessage>(&one)) lines.push_back(line->message);
    }
  }
  EXPECT_EQ(lines, (std::vector<std::string>{"one", "two"}));
  EXPECT_TRUE(seen);
}

TEST_F(Together, somebody_who_was_away_is_told_what_happened_as_he_may_know_it_and_nothing_else) {
  Socket ann = connect(ann_.bearer(), {{"action", "join-table"}});
  Socket bob = connect(bob_.bearer(), {{"action", "join-table"}});
  sit(ann, 0);
  view_where(ann, [](const Json& game) { return game["seats"].size() == 1; });
  sit(bob, 1);
  // Whoever begins has its turn; the other one goes away.
  const Json first = view_where(ann, [](const Json& game) { return game["public"]["to_act"].is_number(); });
  const bool ann_begins = first["public"]["to_act"] == 0;
  Socket& actor = ann_begins ? ann : bob;
  const Player& away = ann_begins ? bob_ : ann_;
  const Json turn = ann_begins ? first : turn_of(bob);
  const std::uint64_t known = turn["version"];
  actor.send({{"action", "player-call"}, {"version", known}, {"request_id", "call"}});
  view_where(actor, [&](const Json& game) { return game["version"] > known; });

  const auto told_since = [&](const Json& join) {
    Socket back = connect(away.bearer(), join);
    std::vector<Json> events;
    for (;;) {
      const Json message = back.next();
      if (message["action"] == "game-event") events.push_back(message);
      if (message["action"] == "update-game") {
        EXPECT_GT(message["version"], known);
        return events;
      }
    }
  };
  const auto events = told_since({{"action", "join-table"}, {"since", known}});
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0]["version"], known + 1);
  EXPECT_EQ(events[0]["events"][0]["event"], "acted");
  // The deal is remembered, too: of the hole cards only its own are told.
  bool dealt = false;
  for (const Json& message : told_since({{"action", "join-table"}, {"since", known - 1}}))
    for (const Json& event : message["events"]) {
      if (event["event"] != "dealt") continue;
      const bool own = event["seat"] == (ann_begins ? 1 : 0);
      EXPECT_EQ(event["cards"].size(), own ? 2u : 0u);
      dealt = dealt || own;
    }
  EXPECT_TRUE(dealt);
  // Before that the seats were taken; that far nothing is remembered, and of what never was there is nothing to tell.
  EXPECT_TRUE(told_since({{"action", "join-table"}, {"since", 0}}).empty());
  EXPECT_TRUE(told_since({{"action", "join-table"}, {"since", 1'000'000}}).empty());
  EXPECT_TRUE(told_since({{"action", "join-table"}}).empty());
}

}  // namespace
}  // namespace baize::server::testing
