// kill -9 while many people join, leave, top up and play at many tables over both doors: whatever was acknowledged is
// in the log, whatever was under way is done once or not at all, and no chip is missing or doubled.
#include <cstdlib>
#include <deque>
#include <thread>

#include "server/busy_guest.h"

namespace baize::server::testing {
namespace {

class Kill : public ::testing::Test {
 protected:
  void start() {
    server_.emplace(std::vector<std::string>{"--db", database_, "--bot-pause-ms", "5", "--first-grant", "1000000"});
  }
  Site site() const { return server_->site(); }
  void command(const Player& player, const std::string& table, Json body) {
    body["version"] = 0;
    const auto answer = site().post("/api/tables/" + table + "/moves", body, player.bearer());
    ASSERT_EQ(answer.status, 200) << answer.body;
  }
  void open_tables() {
    const Player owner = site().guest("Owner");
    for (int i = 0; i < 5; ++i) tables_.all.push_back(site().open_table(owner, {{"max_buy_in", 5000}}));
    for (const char* bot : {"medium", "easy"})
      command(owner, tables_.all.front(), {{"action", "add-bot"}, {"strength", bot}});
    for (int i = 0; i < 2; ++i) {
      const auto table = site().open_table(owner, Json::object(), "nommie");
      ASSERT_EQ(site().post("/api/tables/" + table + "/join", Json::object(), owner.bearer()).status, 200);
      command(owner, table, {{"action", "start-game"}});  // bots take the empty seats, and then the owner's
      site().post("/api/tables/" + table + "/leave", Json::object(), owner.bearer());
      tables_.all.push_back(table);
      tables_.without_chips.insert(table);
    }
  }
  // Everybody does one thing after another until the server is killed after so many acknowledged ones.
  void play_until_killed_after(int acknowledged) {
    std::atomic<int> left = acknowledged;
    std::vector<std::thread> all;
    for (Guest& one : guests_)
      all.emplace_back([&] {
        try {
          while (left > 0)
            if (one.act(site()) && left.fetch_sub(1) == 1) server_->kill();
        } catch (const std::exception&) {  // the server is gone; what this one has asked stays open
        }
      });
    for (auto& one : all) one.join();
  }
  void expect_every_chip_in_its_place() {
    const auto audited = run_baize({"audit", database_});
    EXPECT_EQ(audited.code, 0) << audited.output << audited.errors;
  }
  void expect_nothing_lost() {
    SQLite::Database database(database_, SQLite::OPEN_READONLY, 5000);
    for (Guest& one : guests_) {
      one.expect_all_of_it_in(database);
      one.expect_buy_ins_in(database);
    }
  }

  Folder folder_;
  const std::string database_ = (folder_ / "baize.db").string();
  std::optional<ChildServer> server_;
  Tables tables_;
  Tally tally_;
  std::deque<Guest> guests_;
  std::mt19937 chance_{20250308};
};

TEST_F(Kill, loses_and_doubles_nothing_at_many_tables_with_people_who_come_and_go) {
  const int kills = std::getenv("BAIZE_DEEP") != nullptr ? 200 : 10;
  start();
  open_tables();
  for (unsigned i = 0; i < 8; ++i) guests_.emplace_back(site().guest("Guest" + std::to_string(i)), i, tables_, tally_);
  for (int i = 0; i < kills && !HasFailure(); ++i) {
    play_until_killed_after(1 + static_cast<int>(chance_() % 120));
    expect_every_chip_in_its_place();
    start();
    for (Guest& one : guests_) one.come_back(site());
    expect_nothing_lost();
    expect_every_chip_in_its_place();
  }
  // All of it has happened; how often is the machine's business.
  for (const auto* done : {&tally_.joins, &tally_.leaves, &tally_.top_ups, &tally_.moves, &tally_.under_way})
    EXPECT_GT(*done, 0);
}

}  // namespace
}  // namespace baize::server::testing
