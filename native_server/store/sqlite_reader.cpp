#include "store/sqlite_reader.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "core/check.h"

namespace baize::server {

namespace {

AccountRow account_in(Query& row) {
  return {row.text(0), row.text(1), row.number(2) != 0, row.is_null(3) ? std::string() : row.text(3)};
}

TableRow table_in(Query& row) {
  return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.number(5) != 0};
}

LedgerEntryRow entry_in(Query& row) {
  LedgerEntryRow entry;
  entry.id = row.number(0);
  entry.key = row.text(1);
  entry.account = row.text(2);
  entry.amount = core::Chips{row.number(3)};
  entry.balance = core::Chips{row.number(4)};
  entry.why = row.text(5);
  if (!row.is_null(6)) entry.table = row.text(6);
  if (!row.is_null(7)) entry.version = static_cast<std::uint64_t>(row.number(7));
  entry.at = row.number(8);
  return entry;
}

SaveState state_in(std::string_view table, Query& row) {
  SaveState state;
  state.table = table;
  state.version = static_cast<std::uint64_t>(row.number(0));
  state.rules = static_cast<std::int32_t>(row.number(1));
  state.state = row.text(2);
  state.digest = row.digest(3);
  return state;
}

AppendAction action_in(std::string_view table, Query& row) {
  AppendAction action;
  action.table = table;
  action.version = static_cast<std::uint64_t>(row.number(0));
  action.at = row.number(1);
  action.actor = row.text(2);
  if (!row.is_null(3)) action.request_id = row.text(3);
  action.rules = static_cast<std::int32_t>(row.number(4));
  action.action = row.text(5);
  action.events = row.text(6);
  action.digest = row.digest(7);
  return action;
}

}  // namespace

core::Digest Query::digest(int column) {
  const auto stored = statement_.getColumn(column);
  core::Digest digest;
  core::check(stored.getBytes() == static_cast<int>(digest.size()), "a stored digest has 32 bytes");
  std::memcpy(digest.data(), stored.getBlob(), digest.size());
  return digest;
}

Query PreparedStatements::operator()(const char* sql) {
  auto found = statements_.find(sql);
  if (found == statements_.end()) found = statements_.try_emplace(sql, database_, sql).first;
  return Query(found->second);
}

SqliteReader::SqliteReader(const std::string& path) : database_(path, SQLite::OPEN_READONLY, 5000) {}

void SqliteReader::hold_still() {
  database_.exec("BEGIN");
  (void)balance(k_house);  // the first reading is what the transaction goes on to see
}

std::optional<AccountRow> SqliteReader::account(std::string_view id) {
  Query row = prepared_("SELECT id, username, guest, password FROM accounts WHERE id = ?");
  if (!row.bind(id).step()) return std::nullopt;
  return account_in(row);
}

std::optional<AccountRow> SqliteReader::account_of_login(std::string_view login) {
  Query row = prepared_("SELECT id, username, guest, password FROM accounts WHERE login = ?");
  if (!row.bind(login).step()) return std::nullopt;
  return account_in(row);
}

std::optional<RefreshTokenRow> SqliteReader::refresh_token(const core::Digest& hash) {
  Query row = prepared_("SELECT account, family, expires_ms, spent_ms FROM refresh_tokens WHERE hash = ?");
  if (!row.bind(hash).step()) return std::nullopt;
  return RefreshTokenRow{row.text(0), row.text(1), row.number(2), !row.is_null(3)};
}

std::vector<RevokedFamilyRow> SqliteReader::revoked_families() {
  std::vector<RevokedFamilyRow> rows;
  for (Query row = prepared_("SELECT family, until_ms FROM revoked_families"); row.step();)
    rows.push_back({row.text(0), row.number(1)});
  return rows;
}

std::vector<SigningKeyRow> SqliteReader::signing_keys() {
  std::vector<SigningKeyRow> rows;
  for (Query row = prepared_("SELECT number, secret FROM signing_keys ORDER BY number DESC"); row.step();)
    rows.push_back({row.number(0), row.digest(1)});
  return rows;
}

std::optional<AnswerRow> SqliteReader::answer(std::string_view account, std::string_view key, core::TimeMs now) {
  Query row =
      prepared_("SELECT asked, status, answer FROM idempotency_keys WHERE account = ? AND key = ? AND until_ms > ?");
  if (!row.bind(account, key, now).step()) return std::nullopt;
  return AnswerRow{row.digest(0), {static_cast<int>(row.number(1)), row.text(2)}};
}

core::Chips SqliteReader::balance(std::string_view ledger_account) {
  Query row = prepared_("SELECT balance FROM ledger_accounts WHERE name = ?");
  return core::Chips{row.bind(ledger_account).step() ? row.number(0) : 0};
}

std::vector<LedgerEntryRow> SqliteReader::entries_of(std::string_view ledger_account, std::int64_t before, int count) {
  Query row = prepared_(
      "SELECT one.id, one.key, one.account, one.amount, one.balance, one.why, one.table_id, one.version, one.at_ms, "
      "tables.name FROM ledger_entries AS one LEFT JOIN tables ON tables.id = one.table_id "
      "WHERE one.account = ? AND one.id < ? ORDER BY one.id DESC LIMIT ?");
  row.bind(ledger_account, before, std::int64_t{count});
  std::vector<LedgerEntryRow> entries;
  while (row.step()) {
    entries.push_back(entry_in(row));
    if (!row.is_null(9)) entries.back().table_name = row.text(9);
  }
  return entries;
}

core::TimeMs SqliteReader::last_claim(std::string_view account) {
  Query row = prepared_("SELECT coalesce(max(at_ms), 0) FROM ledger_entries WHERE key BETWEEN ? AND ?");
  row.bind(claim_key(account, 0), claim_key(account, std::numeric_limits<core::TimeMs>::max()));
  return row.step() ? row.number(0) : 0;
}

void SqliteReader::ledger_accounts(const std::function<void(const LedgerAccountRow&)>& visit) {
  for (Query row = prepared_("SELECT name, balance FROM ledger_accounts ORDER BY name"); row.step();)
    visit({row.text(0), core::Chips{row.number(1)}});
}

void SqliteReader::ledger_entries(const std::function<void(const LedgerEntryRow&)>& visit) {
  Query row = prepared_(
      "SELECT id, key, account, amount, balance, why, table_id, version, at_ms FROM ledger_entries "
      "ORDER BY account, id");
  while (row.step()) visit(entry_in(row));
}

std::vector<UnevenTransferRow> SqliteReader::uneven_transfers() {
  std::vector<UnevenTransferRow> rows;
  Query row = prepared_(
      "SELECT key, count(*), sum(amount) FROM ledger_entries GROUP BY key HAVING count(*) <> 2 OR sum(amount) <> 0");
  while (row.step()) rows.push_back({row.text(0), static_cast<int>(row.number(1)), core::Chips{row.number(2)}});
  return rows;
}

std::optional<TableRow> SqliteReader::table(std::string_view id) {
  Query row = prepared_("SELECT id, name, game, owner, passphrase, closed FROM tables WHERE id = ?");
  if (!row.bind(id).step()) return std::nullopt;
  return table_in(row);
}

std::vector<TableRow> SqliteReader::open_tables() {
  Query row = prepared_("SELECT id, name, game, owner, passphrase, closed FROM tables WHERE closed = 0 ORDER BY id");
  std::vector<TableRow> tables;
  while (row.step()) tables.push_back(table_in(row));
  return tables;
}

std::vector<TableRow> SqliteReader::all_tables() {
  Query row = prepared_("SELECT id, name, game, owner, passphrase, closed FROM tables ORDER BY id");
  std::vector<TableRow> tables;
  while (row.step()) tables.push_back(table_in(row));
  return tables;
}

std::optional<SaveState> SqliteReader::newest_state(std::string_view table) {
  Query row = prepared_(
      "SELECT version, rules, state, digest FROM game_states WHERE table_id = ? ORDER BY version DESC LIMIT 1");
  if (!row.bind(table).step()) return std::nullopt;
  return state_in(table, row);
}

void SqliteReader::states(std::string_view table, const std::function<void(const SaveState&)>& visit) {
  Query row = prepared_("SELECT version, rules, state, digest FROM game_states WHERE table_id = ? ORDER BY version");
  row.bind(table);
  while (row.step()) visit(state_in(table, row));
}

void SqliteReader::actions_after(std::string_view table, std::uint64_t version,
                                 const std::function<void(const AppendAction&)>& visit) {
  Query row = prepared_(
      "SELECT version, at_ms, actor, request_id, rules, action, events, digest FROM game_actions "
      "WHERE table_id = ? AND version > ? ORDER BY version");
  row.bind(table, static_cast<std::int64_t>(version));
  while (row.step()) visit(action_in(table, row));
}

void SqliteReader::actions_between(std::string_view table, std::uint64_t first, std::uint64_t last,
                                   const std::function<void(const AppendAction&)>& visit) {
  Query row = prepared_(
      "SELECT version, at_ms, actor, request_id, rules, action, events, digest FROM game_actions "
      "WHERE table_id = ? AND version BETWEEN ? AND ? ORDER BY version");
  row.bind(table, static_cast<std::int64_t>(first), static_cast<std::int64_t>(last));
  while (row.step()) visit(action_in(table, row));
}

std::optional<DealRow> SqliteReader::deal(std::string_view table, std::uint32_t number) {
  if (number == std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
  const auto found = deals_before(table, number + 1, 1);
  if (found.empty() || found.front().number != number) return std::nullopt;
  return found.front();
}

std::vector<DealRow> SqliteReader::deals_before(std::string_view table, std::uint32_t number, int count) {
  Query row = prepared_(
      "SELECT deal, version, coalesce("
      "(SELECT next.version - 1 FROM game_actions AS next WHERE next.table_id = one.table_id AND next.deal > one.deal "
      "ORDER BY next.deal LIMIT 1), "
      "(SELECT max(last.version) FROM game_actions AS last WHERE last.table_id = one.table_id)) "
      "FROM game_actions AS one WHERE table_id = ? AND deal < ? ORDER BY deal DESC LIMIT ?");
  row.bind(table, std::int64_t{number}, std::int64_t{count});
  std::vector<DealRow> deals;
  while (row.step())
    deals.push_back({static_cast<std::uint32_t>(row.number(0)), static_cast<std::uint64_t>(row.number(1)),
                     static_cast<std::uint64_t>(row.number(2))});
  return deals;
}

std::optional<std::uint64_t> SqliteReader::version_of_request(std::string_view table, std::string_view actor,
                                                              std::string_view request_id) {
  Query row = prepared_("SELECT version FROM game_actions WHERE table_id = ? AND actor = ? AND request_id = ?");
  if (!row.bind(table, actor, request_id).step()) return std::nullopt;
  return static_cast<std::uint64_t>(row.number(0));
}

std::vector<ChatLine> SqliteReader::chat(std::string_view table, bool log, int count) {
  Query row = prepared_(
      "SELECT uuid, username, message, at_ms FROM chat WHERE table_id = ? AND log = ? ORDER BY id DESC LIMIT ?");
  row.bind(table, std::int64_t{log}, std::int64_t{count});
  std::vector<ChatLine> lines;
  while (row.step()) lines.push_back({std::string(table), log, row.text(0), row.text(1), row.text(2), row.number(3)});
  std::reverse(lines.begin(), lines.end());
  return lines;
}

}  // namespace baize::server
