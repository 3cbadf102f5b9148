// What a player is told of the wallet, and the house's help for who has run out: once a day, whatever is sent at once.
#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <future>

#include "server/hands_of.h"

namespace baize::server::testing {
namespace {

class Wallet : public ::testing::Test {
 protected:
  Answer ledger(const Player& player, const std::string& query = "") {
    return site().get("/api/wallet/ledger" + query, player.bearer());
  }
  Answer claim(const Player& player) { return site().post("/api/wallet/claim", Json::object(), player.bearer()); }
  void join(const std::string& table, const Player& player, int chips) {
    const auto joined = site().post("/api/tables/" + table + "/join", {{"buy_in_amount", chips}}, player.bearer());
    ASSERT_EQ(joined.status, 200) << joined.body;
  }
  // The house goes on with the same file and another first grant.
  void open(int first_grant) {
    house_.reset();
    house_ = std::make_unique<House>([&](ServerSettings& settings) {
      settings.db = database_;
      settings.first_grant = first_grant;
    });
  }
  Site site() const { return house_->site(); }
  void expect_every_chip_in_its_place() {
    const auto audited = run_baize({"audit", database_});
    EXPECT_EQ(audited.code, 0) << audited.output;
  }

  Folder folder_;
  const std::string database_ = (folder_ / "baize.db").string();
  std::unique_ptr<House> house_;
};

TEST_F(Wallet, tells_its_entries_the_newest_first_with_the_tables_that_they_belong_to) {
  open(10'000);
  const Player ann = site().guest("Ann");
  const auto table = site().open_table(ann);
  join(table, ann, 1500);
  site().post("/api/tables/" + table + "/leave", Json::object(), ann.bearer());
  site().guest("Bob");
  const auto answer = ledger(ann);
  EXPECT_EQ(answer.status, 200);
  const Json entries = answer.json()["entries"];
  ASSERT_EQ(entries.size(), 3u);
  EXPECT_FALSE(answer.json().contains("next"));
  EXPECT_EQ(entries[0]["why"], "cash-out");
  EXPECT_EQ(entries[0]["amount"], 1500);
  EXPECT_EQ(entries[0]["balance"], 10'000);
  EXPECT_EQ(entries[0]["table"], table);
  EXPECT_EQ(entries[0]["table_name"], "Test");
  EXPECT_EQ(entries[0]["version"], 2);
  EXPECT_EQ(entries[1]["why"], "buy-in");
  EXPECT_EQ(entries[1]["amount"], -1500);
  EXPECT_EQ(entries[1]["balance"], 8500);
  EXPECT_EQ(entries[2]["why"], "grant");
  EXPECT_FALSE(entries[2].contains("table"));
  EXPECT_GT(entries[0]["id"], entries[1]["id"]);
  EXPECT_GT(entries[2]["at"], 1'700'000'000'000);
}

TEST_F(Wallet, gives_its_entries_in_pages) {
  open(10'000);
  const Player ann = site().guest("Ann");
  const auto table = site().open_table(ann);
  for (int i = 0; i < 3; ++i) {
    join(table, ann, 100 + i);
    site().post("/api/tables/" + table + "/leave", Json::object(), ann.bearer());
  }
  std::vector<int> amounts;
  std::string after;
  for (int pages = 1;; ++pages) {
    const Json page = ledger(ann, "?limit=3" + after).json();
    for (const Json& one : page["entries"]) amounts.push_back(one["amount"]);
    if (!page.contains("next")) {
      EXPECT_EQ(pages, 3);
      break;
    }
    EXPECT_EQ(page["entries"].size(), 3u);
    after = "&after=" + std::to_string(page["next"].get<int>());
  }
  EXPECT_EQ(amounts, (std::vector<int>{102, -102, 101, -101, 100, -100, 10'000}));
}

TEST_F(Wallet, is_told_to_its_owner_and_takes_numbers_only) {
  open(10'000);
  EXPECT_EQ(site().get("/api/wallet/ledger").status, 401);
  EXPECT_EQ(site().post("/api/wallet/claim", Json::object()).status, 401);
  const Player ann = site().guest("Ann");
  for (const char* query : {"?after=x", "?limit=0", "?limit=-1", "?after=1.5", "?after=99999999999999999999"}) {
    EXPECT_EQ(ledger(ann, query).status, 400) << query;
    EXPECT_EQ(ledger(ann, query).json()["code"], "invalid-field");
  }
}

TEST_F(Wallet, is_filled_up_to_the_first_grant_below_a_tenth_of_it) {
  open(100);
  const Player ann = site().guest("Ann");
  open(1000);
  const auto enough = claim(ann);
  EXPECT_EQ(enough.status, 409);
  EXPECT_EQ(enough.json()["code"], "illegal-move");
  EXPECT_EQ(enough.json()["error"],
            "The house helps out when you have fewer than 100 chips. You have 100, of these 0 at tables.");
  open(1010);
  const auto given = claim(ann);
  EXPECT_EQ(given.status, 200);
  EXPECT_EQ(given.json(), (Json{{"claimed", 910}, {"wallet_balance", 1010}}));
  const Json entry = ledger(ann).json()["entries"][0];
  EXPECT_EQ(entry["why"], "claim");
  EXPECT_EQ(entry["amount"], 910);
  expect_every_chip_in_its_place();
}

TEST_F(Wallet, is_filled_up_once_a_day) {
  open(100);
  const Player ann = site().guest("Ann");
  open(2000);
  ASSERT_EQ(claim(ann).status, 200);
  open(30'000);  // of which 2,000 are less than a tenth
  const auto early = claim(ann);
  EXPECT_EQ(early.status, 429);
  EXPECT_EQ(early.json()["code"], "too-many");
  EXPECT_EQ(early.json()["error"], "The house helps out once a day. Ask again in 24 hours.");
  EXPECT_EQ(early.fields.at("retry-after").substr(0, 2), "86");
  EXPECT_GT(early.json()["available_at"], 1'700'000'000'000);
  house_->stop();
  SQLite::Database(database_, SQLite::OPEN_READWRITE)
      .exec("UPDATE ledger_entries SET at_ms = at_ms - 86400000 WHERE why = 'claim'");
  open(30'000);
  EXPECT_EQ(claim(ann).json(), (Json{{"claimed", 28'000}, {"wallet_balance", 30'000}}));
  expect_every_chip_in_its_place();
}

TEST_F(Wallet, counts_chips_at_tables_in_a_running_hand_too) {
  open(2000);
  Player ann = site().guest("Ann");
  Player bob = site().guest("Bob");
  const auto table = site().open_table(ann, {{"auto_start", false}});
  for (const Player& one : {ann, bob}) join(table, one, 2000);
  Seated owner{ann, site().join(table, ann), {}};
  auto version = owner.ask({{"action", "start-game"}});
  while (owner.at(version)["public"]["street"] == "over") ++version;
  const std::size_t to_act = owner.game["public"]["to_act"];
  Seated other{bob, site().join(table, bob), {}};
  Seated& shover = owner.game["viewer"]["seat"] == to_act ? owner : other;
  shover.ask({{"action", "player-all-in"}});
  const auto answer = claim(shover.player);
  EXPECT_EQ(answer.status, 409);
  EXPECT_EQ(answer.json()["error"],
            "The house helps out when you have fewer than 200 chips. You have 2000, of these 2000 at tables.");
}

TEST_F(Wallet, is_filled_up_by_what_is_missing_with_a_few_chips_at_a_table) {
  open(100);
  const Player ann = site().guest("Ann");
  open(2000);
  join(site().open_table(ann), ann, 100);
  EXPECT_EQ(claim(ann).json(), (Json{{"claimed", 1900}, {"wallet_balance", 1900}}));
  expect_every_chip_in_its_place();
}

TEST_F(Wallet, is_filled_up_once_however_many_claims_run_at_once) {
  open(100);
  const Player ann = site().guest("Ann");
  open(2000);
  std::vector<std::future<Answer>> all;
  for (int i = 0; i < 20; ++i) all.push_back(std::async(std::launch::async, [&] { return claim(ann); }));
  int given = 0;
  for (auto& one : all) {
    const Answer answer = one.get();
    given += answer.status == 200;
    EXPECT_TRUE(answer.status == 200 || answer.status == 409) << answer.body;
  }
  EXPECT_EQ(given, 1);
  EXPECT_EQ(ledger(ann).json()["entries"].size(), 2u);
  expect_every_chip_in_its_place();
}

TEST_F(Wallet, has_no_chip_too_many_when_a_claim_and_a_join_run_at_once) {
  open(100);
  std::vector<Player> all;
  for (int i = 0; i < 10; ++i) all.push_back(site().guest("Guest" + std::to_string(i)));
  open(2000);
  const auto table = site().open_table(all.front(), {{"seats", 10}, {"auto_start", false}});
  for (const Player& one : all) {
    const auto join = [&] {
      return site().post("/api/tables/" + table + "/join", {{"buy_in_amount", 100}}, one.bearer());
    };
    auto joined = std::async(std::launch::async, join);
    const auto claimed = claim(one);
    EXPECT_EQ(joined.get().status, 200);
    EXPECT_TRUE(claimed.status == 200 || claimed.json()["code"] == "stale") << claimed.body;
    const Json me = site().get("/api/auth/me", one.bearer()).json();
    EXPECT_EQ(me["seats"][0]["stack"], 100);
    EXPECT_EQ(me["wallet_balance"], claimed.status == 200 ? 1900 : 0);
  }
  expect_every_chip_in_its_place();
}

TEST_F(Wallet, is_filled_up_once_by_a_claim_that_is_repeated_with_its_key) {
  open(100);
  const Player ann = site().guest("Ann");
  open(2000);
  Fields fields = ann.bearer();
  fields.emplace_back("Idempotency-Key", "claim-1");
  const auto claim_again = [&] { return site().post("/api/wallet/claim", Json::object(), fields); };
  const auto first = claim_again();
  EXPECT_EQ(first.json(), (Json{{"claimed", 1900}, {"wallet_balance", 2000}}));
  EXPECT_EQ(claim_again().body, first.body);
  open(30'000);
  EXPECT_EQ(claim_again().body, first.body);
  EXPECT_EQ(claim(ann).status, 429);
  EXPECT_EQ(ledger(ann).json()["entries"].size(), 2u);
}

}  // namespace
}  // namespace baize::server::testing
