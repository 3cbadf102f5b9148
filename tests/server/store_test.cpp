#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <future>

#include "server/house.h"
#include "store/journal.h"
#include "store/sqlite_store.h"

namespace baize::server::testing {
namespace {

class StoreOf : public ::testing::Test {
 protected:
  void SetUp() override {
    store_ = std::move(*open_sqlite_store(path_));
    commit({NewAccount{"ann", "Ann", true, 1}, NewAccount{"bob", "Bob", true, 1},
            MoveChips{"grant:ann", k_house, wallet_of("ann"), core::Chips{1000}, "grant", {}, 0, 1},
            NewTable{"t1", "Table", "holdem", "ann", {}, 1}});
  }
  CommitOutcome commit(std::vector<Write> writes) {
    const CommitUnit unit{std::move(writes)};
    return store_->commit({&unit}).front();
  }
  static AppendAction action(std::uint64_t version, std::optional<std::string> request_id = {}) {
    return {"t1", version, 5, "ann", std::move(request_id), 1, {}, "{}", "{}", {}};
  }
  static MoveChips buy_in(const std::string& key, std::int64_t amount) {
    return {key, wallet_of("ann"), escrow_of("t1"), core::Chips{amount}, "buy-in", "t1", 1, 1};
  }
  core::Chips wallet() { return store_->reader()->balance(wallet_of("ann")); }

  Folder folder_;
  const std::string path_ = (folder_ / "store.db").string();
  std::unique_ptr<Store> store_;
};

TEST_F(StoreOf, units_a_refusal_undoes_its_own_unit_and_no_other) {
  const CommitUnit good{{action(1), buy_in("a", 400)}};
  const CommitUnit poor{{action(2), buy_in("b", 700)}};
  const CommitUnit also_good{{action(2), buy_in("c", 100)}};
  const auto outcomes = store_->commit({&good, &poor, &also_good});
  EXPECT_EQ(outcomes[0].end, CommitOutcome::End::durable);
  EXPECT_EQ(outcomes[0].wallets.front().balance, core::Chips{600});
  EXPECT_EQ(outcomes[1].end, CommitOutcome::End::refused);
  EXPECT_EQ(outcomes[1].error.reason, core::Reason::insufficient_chips);
  EXPECT_EQ(outcomes[1].error.message, "Insufficient chips: need 700, have 600");
  EXPECT_EQ(outcomes[2].end, CommitOutcome::End::durable);
  EXPECT_EQ(wallet(), core::Chips{500});
  EXPECT_EQ(store_->reader()->balance(escrow_of("t1")), core::Chips{500});
}

TEST_F(StoreOf, units_a_version_is_written_once) {
  EXPECT_EQ(commit({action(1)}).end, CommitOutcome::End::durable);
  const auto again = commit({action(1), buy_in("a", 100)});
  EXPECT_EQ(again.end, CommitOutcome::End::refused);
  EXPECT_EQ(again.error.reason, core::Reason::stale);
  EXPECT_FALSE(again.repeated);
  EXPECT_EQ(wallet(), core::Chips{1000});
}

TEST_F(StoreOf, units_a_request_is_done_once_and_the_second_time_its_version_is_told) {
  commit({action(1, "r1")});
  commit({action(2)});
  const auto again = commit({action(3, "r1")});
  EXPECT_EQ(again.end, CommitOutcome::End::refused);
  EXPECT_EQ(again.repeated, 1u);
  EXPECT_EQ(store_->reader()->version_of_request("t1", "ann", "r1"), 1u);
  EXPECT_EQ(store_->reader()->version_of_request("t1", "bob", "r1"), std::nullopt);
}

TEST_F(StoreOf, units_a_transfers_key_is_used_once) {
  EXPECT_EQ(commit({buy_in("a", 100)}).end, CommitOutcome::End::durable);
  EXPECT_EQ(commit({buy_in("a", 100)}).end, CommitOutcome::End::refused);
  EXPECT_EQ(wallet(), core::Chips{900});
}

TEST_F(StoreOf, units_that_were_reckoned_with_a_ledger_that_has_moved_on_are_refused) {
  const auto newest = store_->reader()->entries_of(wallet_of("ann"), 1000, 1).front().id;
  commit({buy_in("a", 100)});
  const auto late = commit({LedgerStandsAt{wallet_of("ann"), newest}, buy_in("b", 100)});
  EXPECT_EQ(late.error.reason, core::Reason::stale);
  EXPECT_EQ(wallet(), core::Chips{900});
  const auto now = store_->reader()->entries_of(wallet_of("ann"), 1000, 1).front().id;
  EXPECT_EQ(commit({LedgerStandsAt{wallet_of("ann"), now}, buy_in("b", 100)}).end, CommitOutcome::End::durable);
  EXPECT_EQ(commit({LedgerStandsAt{wallet_of("bob"), 0}}).end, CommitOutcome::End::durable);
}

TEST_F(StoreOf, units_all_accounts_together_hold_nothing) {
  commit(
      {buy_in("a", 100), MoveChips{"b", escrow_of("t1"), wallet_of("bob"), core::Chips{40}, "cash-out", "t1", 1, 1}});
  SQLite::Database database(path_);
  EXPECT_EQ(database.execAndGet("SELECT sum(amount) FROM ledger_entries").getInt(), 0);
  EXPECT_EQ(database.execAndGet("SELECT sum(balance) FROM ledger_accounts").getInt(), 0);
  EXPECT_EQ(database.execAndGet("SELECT count(*) FROM ledger_entries").getInt(), 6);
}

TEST_F(StoreOf, units_an_answer_is_made_after_the_chips_moved_and_given_again_to_the_same_request) {
  const auto joins = [](const std::string& asked, core::TimeMs at) {
    const NamedRequest name{"ann", "key", core::sha256(asked), at};
    return GiveAnswer{name, "ann", 200, [](core::Chips wallet) { return std::to_string(wallet.count); }};
  };
  const auto first = commit({action(1), buy_in("a", 400), joins("join", 5)});
  EXPECT_EQ(first.answer->body, "600");
  const auto again = commit({action(2), buy_in("b", 100), joins("join", 6)});
  EXPECT_EQ(again.end, CommitOutcome::End::refused);
  EXPECT_EQ(again.answer->body, "600");
  EXPECT_EQ(wallet(), core::Chips{600});
  const auto other = commit({action(2), buy_in("c", 100), joins("leave", 7)});
  EXPECT_EQ(other.error.reason, core::Reason::key_reused);
  EXPECT_FALSE(other.answer);
  // A day later the key is free again.
  EXPECT_EQ(store_->reader()->answer("ann", "key", 4 + k_remembered_ms)->answer.body, "600");
  EXPECT_FALSE(store_->reader()->answer("ann", "key", 5 + k_remembered_ms));
  const auto refused = commit({action(2), buy_in("e", 1'000), joins("join", 5 + k_remembered_ms)});
  EXPECT_EQ(refused.error.reason, core::Reason::insufficient_chips);
  EXPECT_FALSE(refused.answer) << "the answer of yesterday";
  EXPECT_EQ(commit({action(2), buy_in("d", 100), joins("leave", 5 + k_remembered_ms)}).answer->body, "500");
}

TEST_F(StoreOf, units_names_of_requests_are_forgotten_after_a_day) {
  const auto asks = [](const std::string& key, core::TimeMs at) {
    return GiveAnswer{NamedRequest{"ann", key, {}, at}, {}, 200, [](core::Chips) { return std::string("{}"); }};
  };
  const auto rows = [&] {
    return SQLite::Database(path_).execAndGet("SELECT count(*) FROM idempotency_keys").getInt();
  };
  for (int i = 0; i < 20; ++i) commit({asks("old" + std::to_string(i), 10)});
  EXPECT_EQ(rows(), 20);
  commit({asks("new", 10 + k_remembered_ms)});
  EXPECT_EQ(rows(), 13);  // eight for one
  commit({ForgetEnded{10 + k_remembered_ms}});
  EXPECT_EQ(rows(), 1);
}

TEST_F(StoreOf, units_is_durable_when_it_says_so) {
  commit({action(1)});
  SQLite::Database database(path_);
  EXPECT_EQ(database.execAndGet("PRAGMA journal_mode").getString(), "wal");
  EXPECT_EQ(database.execAndGet("SELECT count(*) FROM game_actions").getInt(), 1);
}

TEST_F(StoreOf, units_the_log_stays_short_under_many_commits) {
  store_.reset();
  constexpr int k_most = 200;
  store_ = std::move(*open_sqlite_store(path_, {50, k_most}));
  for (std::uint64_t version = 1; version <= 1000; ++version) {
    commit({action(version)});
    store_->tidy();
  }
  // A commit of one row adds a few pages of 4 KiB to a log that was just below its limit.
  EXPECT_LT(std::filesystem::file_size(path_ + "-wal"), (k_most + 20) * 4200u);
  std::uint64_t rows = 0;
  store_->reader()->actions_after("t1", 0, [&](const AppendAction&) { ++rows; });
  EXPECT_EQ(rows, 1000u);
}

TEST_F(StoreOf, units_opens_its_file_again_and_refuses_one_from_the_future) {
  commit({action(1)});
  store_.reset();
  store_ = std::move(*open_sqlite_store(path_));
  std::vector<std::uint64_t> versions;
  store_->reader()->actions_after("t1", 0, [&](const AppendAction& row) { versions.push_back(row.version); });
  EXPECT_EQ(versions, std::vector<std::uint64_t>{1});
  store_.reset();
  SQLite::Database(path_, SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 999");
  const auto future = open_sqlite_store(path_);
  ASSERT_FALSE(future);
  EXPECT_NE(future.error().message.find("newer version of Baize"), std::string::npos);
}

TEST_F(StoreOf, units_the_journal_commits_in_order_and_tells_each_sender_on_its_loop) {
  Loop loop;
  loop.start();
  std::vector<std::uint64_t> told;
  std::promise<void> all;
  {
    Journal journal(*store_);
    for (std::uint64_t version = 1; version <= 200; ++version)
      journal.commit({{action(version)}}, &loop, [&, version](const CommitOutcome& outcome) {
        EXPECT_TRUE(loop.on_this_thread());
        EXPECT_EQ(outcome.end, CommitOutcome::End::durable);
        told.push_back(version);
        if (version == 200) all.set_value();
      });
    all.get_future().wait();
  }
  ASSERT_EQ(told.size(), 200u);
  EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
}

TEST_F(StoreOf, units_a_journal_that_stops_commits_what_it_has_and_refuses_the_rest) {
  Journal journal(*store_);
  journal.commit({{action(1)}}, nullptr, {});
  journal.stop();
  CommitOutcome late;
  journal.commit({{action(2)}}, nullptr, [&](CommitOutcome outcome) { late = std::move(outcome); });
  EXPECT_EQ(late.error.reason, core::Reason::restarting);
  EXPECT_EQ(store_->reader()->newest_state("t1").has_value(), false);
  EXPECT_EQ(SQLite::Database(path_).execAndGet("SELECT max(version) FROM game_actions").getInt(), 1);
}

TEST_F(StoreOf, units_whose_disk_is_full_have_an_unknown_outcome_and_the_next_ones_go_on) {
  Journal journal(*store_);
  const auto commit_now = [&](std::uint64_t version) {
    std::promise<CommitOutcome> told;
    journal.commit({{action(version)}}, nullptr, [&](CommitOutcome outcome) { told.set_value(std::move(outcome)); });
    return told.get_future().get();
  };
  {
    const FullDisk full;
    const auto outcome = commit_now(1);
    EXPECT_EQ(outcome.end, CommitOutcome::End::unknown);
    EXPECT_EQ(outcome.error.reason, core::Reason::store_unavailable);
  }
  EXPECT_EQ(commit_now(1).end, CommitOutcome::End::durable);
}

}  // namespace
}  // namespace baize::server::testing
