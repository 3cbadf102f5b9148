// A disk that is full, or a file that may not be written: clear words, nothing half done, and everything goes on by
// itself when there is room again.
#include <sys/stat.h>

#include "server/hands_of.h"

namespace baize::server::testing {
namespace {

class FullDiskOf : public ::testing::Test {
 protected:
  Site site() const { return server_->site(); }
  void expect_refused(const Answer& answer) {
    EXPECT_EQ(answer.status, 503) << answer.body;
    EXPECT_EQ(answer.json()["code"], "store-unavailable");
    EXPECT_EQ(answer.json()["error"],
              "The server cannot write to its database now. Nothing was changed; try again soon.");
  }
  void expect_every_chip_in_its_place() {
    const auto audited = run_baize({"audit", database_});
    EXPECT_EQ(audited.code, 0) << audited.output << audited.errors;
  }
  void restart() { server_.emplace(std::vector<std::string>{"--db", database_, "--bot-pause-ms", "10"}); }

  Folder folder_;
  const std::string database_ = (folder_ / "baize.db").string();
  std::optional<ChildServer> server_;
};

TEST_F(FullDiskOf, a_server_refuses_what_it_cannot_write_and_keeps_everything_as_it_is) {
  restart();
  const Player ann = site().guest("Ann");
  const Player bob = site().guest("Bob");
  const auto table = site().open_table(ann);
  const auto join = [&](const Player& player) {
    return site().post("/api/tables/" + table + "/join", {{"buy_in_amount", 500}}, player.bearer());
  };
  ASSERT_EQ(join(ann).status, 200);
  server_->fill_disk();
  expect_refused(join(bob));
  expect_refused(site().post("/api/tables/" + table + "/leave", Json::object(), ann.bearer()));
  expect_refused(site().post("/api/tables", {{"name", "North"}, {"game", "holdem"}}, ann.bearer()));
  expect_refused(site().post("/api/auth/guest", {{"username", "Cid"}}));
  expect_refused(site().get("/readyz"));
  EXPECT_EQ(site().get("/healthz").status, 200);
  EXPECT_EQ(site().get("/api/auth/me", bob.bearer()).json()["wallet_balance"], 10'000);
  EXPECT_EQ(site().get("/api/auth/me", ann.bearer()).json()["seats"].size(), 1u);
  expect_every_chip_in_its_place();
  server_->clear_disk();
  // It finds out by itself, though nobody has written anything since.
  EXPECT_EQ(site().get("/readyz").status, 200);
  EXPECT_EQ(join(bob).json()["wallet_balance"], 9500);
  EXPECT_EQ(site().post("/api/tables", {{"name", "North"}, {"game", "holdem"}}, ann.bearer()).status, 201);
  expect_every_chip_in_its_place();
}

TEST_F(FullDiskOf, a_line_of_chat_that_could_not_be_written_is_said_when_it_is_sent_again) {
  restart();
  const Player ann = site().guest("Ann");
  Socket socket = site().join(site().open_table(ann), ann);
  const auto say = [&] {
    socket.send({{"action", "send-message"}, {"message", "hello"}, {"request_id", "once"}});
    return socket.until([](const Json& heard) { return heard.value("request_id", "") == "once"; });
  };
  server_->fill_disk();
  EXPECT_EQ(say()["reason"], "store-unavailable");
  EXPECT_EQ(say()["reason"], "store-unavailable");
  server_->clear_disk();
  EXPECT_EQ(say()["action"], "ack");
  EXPECT_EQ(socket.until_action("new-message")["message"], "hello");
}

TEST_F(FullDiskOf, a_move_that_could_not_be_written_is_made_when_it_is_sent_again) {
  restart();
  std::vector<Seated> seated;
  for (const char* name : {"Ann", "Bob"}) seated.push_back({site().guest(name), Socket(site().port(), "/"), {}});
  const auto table = site().open_table(seated[0].player, {{"auto_start", false}});
  std::uint64_t version = 0;
  for (Seated& one : seated) {
    one.socket = site().join(table, one.player);
    version = one.ask({{"action", "take-seat"}, {"seatID", &one - seated.data()}, {"buyIn", 500}});
  }
  version = seated[0].ask({{"action", "start-game"}});
  while (seated[0].at(version)["public"]["street"] == "over") ++version;
  const std::size_t to_act = seated[0].game["public"]["to_act"];
  Seated& actor = seated[to_act];
  const Json before = actor.at(version);
  const Json call = {{"action", "player-call"}, {"request_id", "once"}, {"version", version}};
  const auto say = [&] {
    actor.socket.send(call);
    return actor.socket.until([](const Json& heard) { return heard.value("request_id", "") == "once"; });
  };
  server_->fill_disk();
  for (int i = 0; i < 3; ++i) {
    const Json refused = say();
    EXPECT_EQ(refused["action"], "error") << refused;
    EXPECT_EQ(refused["code"], 503);
    EXPECT_EQ(refused["reason"], "store-unavailable");
  }
  // Whoever looks sees what is durable.
  const auto seen = site().get("/api/tables/" + table + "/snapshot", actor.player.bearer()).json();
  EXPECT_EQ(seen["lock_version"], version);
  EXPECT_EQ(seen["snapshot"]["public"], before["public"]);
  server_->clear_disk();
  const Json accepted = say();
  EXPECT_EQ(accepted, (Json{{"action", "ack"}, {"request_id", "once"}, {"version", version + 1}}));
  EXPECT_EQ(seated[1 - to_act].at(version + 1)["version"], version + 1);
  server_->kill();
  expect_every_chip_in_its_place();
  restart();
  EXPECT_GE(site().get("/api/tables/" + table).json()["version"], version + 1);
}

// What the house and its bots were about to do is not lost either.
TEST_F(FullDiskOf, a_table_of_bots_goes_on_by_itself_when_there_is_room_again) {
  restart();
  const Player ann = site().guest("Ann");
  // With so many chips that nobody loses them all meanwhile, and somebody there whom the bots play for.
  const auto table = site().open_table(ann, {{"auto_start", false}, {"min_buy_in", 10'000}, {"max_buy_in", 10'000}});
  Seated owner{ann, site().join(table, ann), {}};
  owner.ask({{"action", "take-seat"}, {"seatID", 5}, {"buyIn", 10'000}});
  owner.ask({{"action", "sit-out"}});
  for (int seat = 0; seat < 5; ++seat) owner.ask({{"action", "add-bot"}, {"seatID", seat}});
  std::uint64_t version = owner.ask({{"action", "start-game"}});
  for (int i = 0; i < 2; ++i) {
    owner.at(version + 5);
    server_->fill_disk();
    // A table that is loaded again shows itself again: the same version twice.
    for (version = 0;;) {
      const Json message = owner.socket.until_action("update-game");
      if (message["version"] == version) break;
      version = message["version"];
    }
    expect_every_chip_in_its_place();
    server_->clear_disk();
    owner.at(version + 5);
  }
  server_->kill();
  expect_every_chip_in_its_place();
}

TEST_F(FullDiskOf, a_server_that_cannot_make_its_file_says_so_and_ends) {
  const FullDisk full;
  const auto ended = run_baize({"serve", "--port", "0", "--db", database_});
  EXPECT_EQ(ended.code, 1);
  EXPECT_NE(ended.errors.find("Cannot open the database " + database_), std::string::npos) << ended.errors;
}

TEST_F(FullDiskOf, a_server_that_may_not_write_to_its_file_says_so_and_ends) {
  restart();
  site().guest("Ann");
  ASSERT_EQ(server_->terminate(), 0);
  chmod((folder_ / "").c_str(), 0555);
  chmod(database_.c_str(), 0444);
  const auto ended = run_baize({"serve", "--port", "0", "--db", database_}, As::stranger);
  EXPECT_EQ(ended.code, 1);
  EXPECT_NE(ended.errors.find(database_), std::string::npos) << ended.errors;
  EXPECT_NE(ended.errors.find("may not be written"), std::string::npos) << ended.errors;
  chmod((folder_ / "").c_str(), 0755);
}

}  // namespace
}  // namespace baize::server::testing
