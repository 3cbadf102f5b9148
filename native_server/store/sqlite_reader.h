// Reads from a SQLite file over a connection of its own. Made by SqliteStore and open_sqlite_reader only.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <string>

#include "store/store.h"

namespace baize::server {

// A prepared statement in use: bound, stepped, and reset when it goes out of scope, so that it never keeps an old
// snapshot of the file open.
class Query {
 public:
  explicit Query(SQLite::Statement& statement) : statement_(statement) {}
  ~Query() {
    statement_.tryReset();
    statement_.clearBindings();
  }
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  // In the order of the arguments: text, integers, digests, nothing.
  template <class... Values>
  Query& bind(const Values&... values) {
    int index = 0;
    (bind_one(++index, values), ...);
    return *this;
  }
  // True while there is a row.
  bool step() { return statement_.executeStep(); }
  // Runs a statement without rows; how many it changed.
  int run() { return statement_.exec(); }

  std::string text(int column) { return statement_.getColumn(column).getString(); }
  std::int64_t number(int column) { return statement_.getColumn(column).getInt64(); }
  bool is_null(int column) { return statement_.getColumn(column).isNull(); }
  core::Digest digest(int column);

 private:
  void bind_one(int index, std::string_view text) { statement_.bind(index, std::string(text)); }
  void bind_one(int index, std::int64_t number) { statement_.bind(index, number); }
  void bind_one(int index, const core::Digest& digest) {
    statement_.bind(index, digest.data(), static_cast<int>(digest.size()));
  }
  void bind_one(int index, const std::optional<std::string>& text) {
    if (text) statement_.bind(index, *text);
  }
  void bind_one(int index, const std::optional<std::uint32_t>& number) {
    if (number) statement_.bind(index, std::int64_t{*number});
  }
  void bind_one(int index, const std::string& text) { statement_.bind(index, text); }

  SQLite::Statement& statement_;
};

// Statements are prepared once and found by the address of their literal.
class PreparedStatements {
 public:
  explicit PreparedStatements(SQLite::Database& database) : database_(database) {}
  Query operator()(const char* sql);

 private:
  SQLite::Database& database_;
  std::map<const char*, SQLite::Statement> statements_;
};

class SqliteReader : public StoreReader {
 public:
  explicit SqliteReader(const std::string& path);
  void hold_still() override;
  std::optional<AccountRow> account(std::string_view id) override;
  std::optional<AccountRow> account_of_login(std::string_view login) override;
  std::optional<RefreshTokenRow> refresh_token(const core::Digest& hash) override;
  std::vector<RevokedFamilyRow> revoked_families() override;
  std::vector<SigningKeyRow> signing_keys() override;
  std::optional<AnswerRow> answer(std::string_view account, std::string_view key, core::TimeMs now) override;
  core::Chips balance(std::string_view ledger_account) override;
  std::vector<LedgerEntryRow> entries_of(std::string_view ledger_account, std::int64_t before, int count) override;
  core::TimeMs last_claim(std::string_view account) override;
  void ledger_accounts(const std::function<void(const LedgerAccountRow&)>& visit) override;
  void ledger_entries(const std::function<void(const LedgerEntryRow&)>& visit) override;
  std::vector<UnevenTransferRow> uneven_transfers() override;
  std::optional<TableRow> table(std::string_view id) override;
  std::vector<TableRow> open_tables() override;
  std::vector<TableRow> all_tables() override;
  std::optional<SaveState> newest_state(std::string_view table) override;
  void states(std::string_view table, const std::function<void(const SaveState&)>& visit) override;
  void actions_after(std::string_view table, std::uint64_t version,
                     const std::function<void(const AppendAction&)>& visit) override;
  void actions_between(std::string_view table, std::uint64_t first, std::uint64_t last,
                       const std::function<void(const AppendAction&)>& visit) override;
  std::optional<DealRow> deal(std::string_view table, std::uint32_t number) override;
  std::vector<DealRow> deals_before(std::string_view table, std::uint32_t number, int count) override;
  std::optional<std::uint64_t> version_of_request(std::string_view table, std::string_view actor,
                                                  std::string_view request_id) override;
  std::vector<ChatLine> chat(std::string_view table, bool log, int count) override;

 private:
  SQLite::Database database_;
  PreparedStatements prepared_{database_};
};

}  // namespace baize::server
