// Every query that the store runs finds its rows by an index, so that a house that grows old does not grow slow.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "store/migrations.h"

namespace baize::server::testing {
namespace {

// Queries that read a table or an index from one end to the other, and why they may.
struct Scan {
  std::string_view sql;  // how it begins
  std::string_view why;
};
constexpr Scan k_scans[] = {
    {"SELECT number, secret FROM signing_keys", "there are two keys at most"},
    {"DELETE FROM signing_keys WHERE number NOT IN", "there are three keys at most, for a moment"},
    {"SELECT family, until_ms FROM revoked_families", "at the start; notes of a quarter of an hour"},
    {"DELETE FROM revoked_families WHERE until_ms", "at the start; notes of a quarter of an hour"},
    {"SELECT id, name, game, owner, passphrase, closed FROM tables WHERE closed = 0",
     "at the start; the index has the open tables alone, and all of them are wanted"},
    {"SELECT id, name, game, owner, passphrase, closed FROM tables ORDER BY id", "the audit reads everything"},
    {"SELECT name, balance FROM ledger_accounts ORDER BY name", "the audit reads everything"},
    {"SELECT id, key, account, amount, balance, why, table_id, version, at_ms FROM ledger_entries ORDER BY",
     "the audit reads everything"},
    {"SELECT key, count(*), sum(amount) FROM ledger_entries GROUP BY key", "the audit reads everything"},
};

bool may_scan(const std::string& sql) {
  for (const Scan& one : k_scans)
    if (sql.starts_with(one.sql)) return true;
  return false;
}

// What stands between the quotes of string literals that follow one another.
std::string joined(const std::string& literals) {
  static const std::regex literal("\"((?:[^\"\\\\]|\\\\.)*)\"");
  std::string text;
  for (std::sregex_iterator one(literals.begin(), literals.end(), literal), end; one != end; ++one) text += (*one)[1];
  return text;
}

std::string text_of(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

// Every text that is handed to PreparedStatements.
std::vector<std::string> prepared_in(const std::filesystem::path& file) {
  static const std::regex prepared("prepared_\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*)+)\\)");
  const std::string source = text_of(file);
  std::vector<std::string> found;
  for (std::sregex_iterator one(source.begin(), source.end(), prepared), end; one != end; ++one)
    found.push_back(joined((*one)[1]));
  return found;
}

std::vector<std::filesystem::path> files_of_the_store() {
  std::vector<std::filesystem::path> files;
  for (const auto& one : std::filesystem::directory_iterator("native_server/store"))
    if (one.path().extension() == ".cpp") files.push_back(one.path());
  return files;
}

class QueryPlan : public ::testing::Test {
 protected:
  void SetUp() override { migrate(database_); }
  // Its steps, as SQLite would take them.
  std::vector<std::string> plan(const std::string& sql) {
    std::vector<std::string> steps;
    SQLite::Statement explained(database_, "EXPLAIN QUERY PLAN " + sql);
    while (explained.executeStep()) steps.push_back(explained.getColumn(3).getString());
    return steps;
  }

  SQLite::Database database_{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
};

TEST_F(QueryPlan, of_every_query_searches_and_neither_scans_nor_sorts) {
  std::size_t queries = 0;
  std::size_t scans = 0;
  for (const auto& file : files_of_the_store())
    for (const std::string& sql : prepared_in(file)) {
      ++queries;
      bool scanned = false;
      for (const std::string& step : plan(sql)) {
        const bool sorts = step.find("TEMP B-TREE") != std::string::npos;
        const bool scan = step.starts_with("SCAN") && step != "SCAN CONSTANT ROW";
        scanned = scanned || scan || sorts;
        EXPECT_TRUE(!(scan || sorts) || may_scan(sql)) << sql << "\n" << step;
      }
      scans += scanned;
    }
  EXPECT_GT(queries, 45u);
  EXPECT_EQ(scans, std::size(k_scans)) << "a scan that is allowed is made by nobody any more";
}

// So that no query escapes the test above.
TEST_F(QueryPlan, is_asked_of_every_query_since_all_are_prepared_in_one_way) {
  std::size_t calls = 0;
  std::size_t found = 0;
  static const std::regex call("prepared_\\(");
  for (const auto& file : files_of_the_store()) {
    const std::string source = text_of(file);
    calls += static_cast<std::size_t>(std::distance(std::sregex_iterator(source.begin(), source.end(), call), {}));
    found += prepared_in(file).size();
    EXPECT_EQ(source.find("SQLite::Statement "), std::string::npos) << file;
  }
  EXPECT_EQ(calls, found + 1) << "besides those with a text there is SqliteStore::run";
}

}  // namespace
}  // namespace baize::server::testing
