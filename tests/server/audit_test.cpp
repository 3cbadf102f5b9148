// `baize audit` finds nothing in what a server wrote, in mid-hand and while it writes, and finds each fault that a file
// is given by hand.
#include <SQLiteCpp/SQLiteCpp.h>

#include "server/hands_of.h"

namespace baize::server::testing {
namespace {

class AuditOf : public HandsOf {
 protected:
  Ended audit() { return run_baize({"audit", house_.database()}); }
  void expect_all_well() {
    const auto found = audit();
    EXPECT_EQ(found.code, 0) << found.output << found.errors;
    EXPECT_NE(found.output.find("No chip is missing or doubled"), std::string::npos) << found.output;
  }
  // Without the constraints that keep a store from such things.
  void tamper(const std::string& sql) {
    SQLite::Database database(house_.database(), SQLite::OPEN_READWRITE, 5000);
    database.exec("PRAGMA ignore_check_constraints = ON");
    database.exec(sql);
  }
};

TEST_F(AuditOf, a_running_hand_counts_every_chip_while_the_server_runs) {
  open();
  const auto found = audit();
  EXPECT_EQ(found.code, 0) << found.output;
  EXPECT_NE(found.output.find("8 entries in 4 accounts. In wallets: 18000, at tables: 2000, the house: -20000."),
            std::string::npos)
      << found.output;
  EXPECT_NE(found.output.find("Tables: 1 open, 0 closed."), std::string::npos) << found.output;
  play();
  expect_all_well();
}

TEST_F(AuditOf, a_closed_table_expects_nothing_in_its_escrow) {
  open();
  seated_[0].ask({{"action", "close-table"}});
  const auto found = audit();
  EXPECT_EQ(found.code, 0) << found.output;
  EXPECT_NE(found.output.find("Tables: 0 open, 1 closed."), std::string::npos) << found.output;
  EXPECT_NE(found.output.find("at tables: 0,"), std::string::npos) << found.output;
}

TEST_F(AuditOf, a_tournament_counts_what_was_paid_in_and_not_its_chips) {
  const Player ann = site().guest("Ann");
  const Player bob = site().guest("Bob");
  const auto id = site().open_table(
      ann, {{"seats", 2}, {"mode", "sit-and-go"}, {"buy_in", 300}, {"starting_stack", 5000}, {"payouts", "first"}});
  for (const Player& one : {ann, bob}) {
    const auto joined = site().post("/api/tables/" + id + "/join", {{"buy_in_amount", 300}}, one.bearer());
    ASSERT_EQ(joined.status, 200) << joined.body;
  }
  const auto found = audit();
  EXPECT_EQ(found.code, 0) << found.output;
  EXPECT_NE(found.output.find("at tables: 600,"), std::string::npos) << found.output;
}

TEST_F(AuditOf, a_file_that_is_not_there_is_said_in_a_sentence) {
  const auto found = run_baize({"audit", house_.database() + "-gone"});
  EXPECT_EQ(found.code, 1);
  EXPECT_NE(found.errors.find("Cannot open the database"), std::string::npos) << found.errors;
}

struct Fault {
  const char* name;
  const char* sql;
  const char* told;  // a part of the sentence about it
};
void PrintTo(const Fault& fault, std::ostream* out) { *out << fault.name; }

constexpr std::string_view k_one_wallet = "(SELECT min(name) FROM ledger_accounts WHERE name LIKE 'wallet:%')";

constexpr Fault k_faults[] = {
    {"a_balance_that_grew", "UPDATE ledger_accounts SET balance = balance + 5 WHERE name = $wallet",
     "has 9005 chips; its entries make 9000."},
    {"an_entry_that_grew", "UPDATE ledger_entries SET amount = amount + 7 WHERE id = 6",
     "has 2 entries that make 7 chips; it should have two that make 0."},
    {"an_entry_that_is_gone", "DELETE FROM ledger_entries WHERE id = 1", "has 1 entries that make 10000 chips"},
    {"a_transfer_told_twice",
     "INSERT INTO ledger_entries (key, account, amount, balance, why, at_ms) "
     "SELECT key, 'wallet:x', 5, 5, why, 1 FROM ledger_entries WHERE id = 6",
     "has 3 entries that make 5 chips"},
    {"a_wrong_running_balance", "UPDATE ledger_entries SET balance = 4321 WHERE id = 4",
     "says that 4321 chips were left; its entries make"},
    {"a_wallet_below_zero",
     "UPDATE ledger_accounts SET balance = -3 WHERE name = $wallet; "
     "UPDATE ledger_accounts SET balance = balance + 9003 WHERE name = 'house'",
     "is below zero: -3."},
    {"chips_out_of_the_escrow_by_a_proper_transfer",
     "INSERT INTO ledger_entries (key, account, amount, balance, why, at_ms) VALUES "
     "('theft', (SELECT name FROM ledger_accounts WHERE name LIKE 'escrow:%'), -100, 1900, 'cash-out', 1), "
     "('theft', $wallet, 100, 9100, 'cash-out', 1); "
     "UPDATE ledger_accounts SET balance = 1900 WHERE name LIKE 'escrow:%'; "
     "UPDATE ledger_accounts SET balance = 9100 WHERE name = $wallet",
     "holds 1900 chips; at version"},
    {"a_seat_that_the_log_does_not_know",
     "DELETE FROM game_states WHERE version >= 2; DELETE FROM game_actions WHERE version >= 2",
     "holds 2000 chips; at version 1 there are 1000 on the table."},
    {"an_action_that_was_rewritten",
     "UPDATE game_actions SET digest = zeroblob(32) WHERE version = 1; "
     "DELETE FROM game_states WHERE version > 0",
     "can't be loaded: version 1: the state after it has another hash."},
    {"a_digest_that_is_none", "UPDATE game_states SET digest = x'00'", "can't be loaded: "},
    {"a_table_that_was_closed_by_hand", "UPDATE tables SET closed = 1", "is closed, but its escrow holds 2000 chips."},
    {"chips_at_no_table",
     "INSERT INTO ledger_accounts VALUES ('escrow:nowhere', 50); "
     "UPDATE ledger_accounts SET balance = balance - 50 WHERE name = $wallet; "
     "INSERT INTO ledger_entries (key, account, amount, balance, why, at_ms) VALUES "
     "('lost', 'escrow:nowhere', 50, 50, 'buy-in', 1), ('lost', $wallet, -50, 8950, 'buy-in', 1)",
     "The escrow of table nowhere holds 50 chips, but there is no such table."},
    {"entries_without_an_account", "DELETE FROM ledger_accounts WHERE name LIKE 'escrow:%'",
     "but there is no such account."},
    {"an_account_of_nobody", "INSERT INTO ledger_accounts VALUES ('drawer', 0)",
     "The account drawer is neither the house's nor a wallet nor a table's escrow."},
    {"chips_from_nowhere", "UPDATE ledger_accounts SET balance = balance + 1 WHERE name = 'house'",
     "All accounts together have 1 chips, not 0."},
    {"entries_from_nowhere", "DELETE FROM ledger_entries WHERE id = 6", "All entries together make"},
};

class AuditFinds : public AuditOf, public ::testing::WithParamInterface<Fault> {};

TEST_P(AuditFinds, it) {
  open();
  seated_.clear();  // nobody is left whose farewell would be waited for
  house_.stop();
  expect_all_well();
  std::string sql = GetParam().sql;
  for (auto at = sql.find("$wallet"); at != std::string::npos; at = sql.find("$wallet"))
    sql.replace(at, std::string_view("$wallet").size(), k_one_wallet);
  tamper(sql);
  const auto found = audit();
  EXPECT_EQ(found.code, 1);
  EXPECT_NE(found.output.find(GetParam().told), std::string::npos) << found.output;
  EXPECT_EQ(found.output.find("No chip is missing"), std::string::npos) << found.output;
}

INSTANTIATE_TEST_SUITE_P(Faults, AuditFinds, ::testing::ValuesIn(k_faults),
                         [](const auto& one) { return std::string(one.param.name); });

}  // namespace
}  // namespace baize::server::testing
