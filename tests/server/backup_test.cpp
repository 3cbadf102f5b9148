// `baize backup` makes a copy of one instant, whatever is written meanwhile, and never replaces a file.
#include "store/backup.h"

#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "server/house.h"
#include "store/sqlite_store.h"

namespace baize::server::testing {
namespace {

std::size_t files_in(const std::filesystem::path& folder) {
  return static_cast<std::size_t>(
      std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
}

TEST(Backup, is_the_file_as_it_was_when_the_copying_began) {
  const Folder folder;
  const std::string path = (folder / "live.db").string();
  const std::string copy = (folder / "copy.db").string();
  const auto store = std::move(*open_sqlite_store(path));
  const auto commit = [&](std::vector<Write> writes) {
    const CommitUnit unit{std::move(writes)};
    ASSERT_EQ(store->commit({&unit}).front().end, CommitOutcome::End::durable);
  };
  commit({NewAccount{"ann", "Ann", true, 1}, NewTable{"t1", "Table", "holdem", "ann", {}, 1},
          MoveChips{"grant:ann", k_house, wallet_of("ann"), core::Chips{1000}, "grant", {}, 0, 1}});
  for (int i = 0; i < 400; ++i) commit({ChatLine{"t1", false, "ann", "Ann", std::string(4000, 'x'), 1}});
  int pieces = 0;
  const auto copied = back_up(path, copy, [&](int done, int all) {
    ++pieces;
    EXPECT_LE(done, all);
    const std::string key = "claim:" + std::to_string(pieces);
    commit({MoveChips{key, k_house, wallet_of("ann"), core::Chips{5}, "claim", {}, 0, 1}});
  });
  ASSERT_TRUE(copied) << copied.error().message;
  EXPECT_GE(pieces, 2);
  EXPECT_EQ(store->reader()->balance(wallet_of("ann")), core::Chips{1000 + 5 * pieces});
  const auto reader = std::move(*open_sqlite_reader(copy));
  EXPECT_EQ(reader->balance(wallet_of("ann")), core::Chips{1000});
  EXPECT_EQ(reader->chat("t1", false, 1000).size(), 400u);
}

// Somebody who sits down and stands up all the time.
void come_and_go(const Site& site, const std::string& table, const Player& player, const std::atomic<bool>& over) {
  while (!over) {
    site.post("/api/tables/" + table + "/join", {{"buy_in_amount", 300}}, player.bearer());
    site.post("/api/tables/" + table + "/leave", Json::object(), player.bearer());
  }
}

TEST(Backup, of_a_server_at_work_has_every_chip_in_its_place_and_opens) {
  const Folder folder;
  const std::string path = (folder / "live.db").string();
  const std::string copy = (folder / "copy.db").string();
  Player ann;
  {
    ChildServer server({"--db", path});
    std::atomic<bool> over = false;
    std::vector<std::thread> guests;
    ann = server.site().guest("Ann");
    for (int i = 0; i < 3; ++i)
      guests.emplace_back([&, table = server.site().open_table(ann), guest = server.site().guest("Guest")] {
        come_and_go(server.site(), table, guest, over);
      });
    const auto copied = run_baize({"backup", path, copy});
    over = true;
    for (auto& one : guests) one.join();
    ASSERT_EQ(copied.code, 0) << copied.errors;
    EXPECT_NE(copied.output.find("100 % of "), std::string::npos) << copied.output;
    server.kill();
  }
  const auto audited = run_baize({"audit", copy});
  EXPECT_EQ(audited.code, 0) << audited.output << audited.errors;
  const House house([&](ServerSettings& settings) { settings.db = copy; });
  EXPECT_EQ(house.site().get("/api/auth/me", ann.bearer()).json()["wallet_balance"], 10'000);
  EXPECT_EQ(house.site().get("/api/tables").json()["tables"].size(), 3u);
}

TEST(Backup, leaves_a_file_alone_that_is_there_already) {
  const House house;
  const Folder folder;
  const std::string copy = (folder / "copy.db").string();
  std::ofstream(copy) << "precious";
  const auto refused = run_baize({"backup", house.database(), copy});
  EXPECT_EQ(refused.code, 1);
  EXPECT_EQ(refused.errors, "There is a file " + copy + " already. Give the copy another name.\n");
  std::string text;
  std::ifstream(copy) >> text;
  EXPECT_EQ(text, "precious");
  EXPECT_EQ(files_in(folder / ""), 1u);
}

TEST(Backup, that_cannot_be_made_leaves_nothing_behind_and_says_why) {
  const House house;
  const Folder folder;
  const std::string copy = (folder / "copy.db").string();
  EXPECT_NE(run_baize({"backup", house.database() + "-gone", copy}).errors.find("Cannot open the database"),
            std::string::npos);
  EXPECT_NE(run_baize({"backup", house.database(), (folder / "nowhere/copy.db").string()})
                .errors.find("Cannot write the copy"),
            std::string::npos);
  {
    const FullDisk full;
    const auto refused = back_up(house.database(), copy, [](int, int) {});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("Cannot copy"), std::string::npos) << refused.error().message;
  }
  EXPECT_EQ(files_in(folder / ""), 0u);
}

}  // namespace
}  // namespace baize::server::testing
