#include "store/sqlite_store.h"

#include <sqlite3.h>

#include "ops/log.h"
#include "store/checkpointer.h"
#include "store/migrations.h"
#include "store/sqlite_reader.h"

namespace baize::server {

namespace {

// A refusal of one write; carried as an exception from the depth of a unit to its savepoint, no further.
struct Refused {
  core::Error error;
};

int note_log_pages(void* pages, sqlite3*, const char*, int count) {
  *static_cast<int*>(pages) = count;
  return SQLITE_OK;
}

class SqliteStore : public Store {
 public:
  SqliteStore(const std::string& path, const LogLimits& limits);
  std::vector<CommitOutcome> commit(const std::vector<const CommitUnit*>& group) override;
  void tidy() override;
  std::unique_ptr<StoreReader> reader() override { return std::make_unique<SqliteReader>(path_); }

 private:
  CommitOutcome commit_one(const CommitUnit& unit);
  CommitOutcome refusal(const CommitUnit& unit, core::Error error);
  std::optional<std::uint64_t> repeated(const AppendAction& one);
  std::optional<GivenAnswer> repeated(const GiveAnswer& one);
  void run(const char* sql) { prepared_(sql).run(); }
  core::Chips balance(const std::string& account);
  core::Chips change_balance(const std::string& account, std::int64_t change, const MoveChips& move);

  void write(const NewTable& one, CommitOutcome& outcome);
  void write(const AppendAction& one, CommitOutcome& outcome);
  void write(const SaveState& one, CommitOutcome& outcome);
  void write(const CloseTable& one, CommitOutcome& outcome);
  void write(const ChatLine& one, CommitOutcome& outcome);
  void write(const MoveChips& one, CommitOutcome& outcome);
  void write(const LedgerStandsAt& one, CommitOutcome& outcome);
  void write(const NewAccount& one, CommitOutcome& outcome);
  void write(const RegisterAccount& one, CommitOutcome& outcome);
  void write(const NewRefreshToken& one, CommitOutcome& outcome);
  void write(const SpendRefreshToken& one, CommitOutcome& outcome);
  void write(const SpendFamily& one, CommitOutcome& outcome);
  void write(const RevokeFamily& one, CommitOutcome& outcome);
  void write(const ForgetEnded& one, CommitOutcome& outcome);
  void write(const NewSigningKey& one, CommitOutcome& outcome);
  void write(const GiveAnswer& one, CommitOutcome& outcome);
  void write(const ProveWritable& one, CommitOutcome& outcome);

  std::string path_;
  SQLite::Database database_;
  PreparedStatements prepared_{database_};
  const LogLimits limits_;
  int log_pages_ = 0;                         // in the write-ahead log after the last commit
  int copied_pages_ = 0;                      // of these, when the last copying began
  std::optional<Checkpointer> checkpointer_;  // behind the migration; gone before the last connection is
};

SqliteStore::SqliteStore(const std::string& path, const LogLimits& limits)
    : path_(path), database_(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 5000), limits_(limits) {
  database_.exec("PRAGMA journal_mode = WAL");
  database_.exec("PRAGMA synchronous = FULL");
  database_.exec("PRAGMA foreign_keys = ON");
  // In KiB: the ends of all tables' indexes, to which every commit adds, should not have to be read again. No more than
  // that: after a commit in which pages of an index were put in order SQLite looks at every page that it keeps.
  database_.exec("PRAGMA cache_size = -8192");
  // In place of SQLite's own checkpoints in the middle of a commit; tidy() makes them.
  sqlite3_wal_hook(database_.getHandle(), note_log_pages, &log_pages_);
  migrate(database_);
  checkpointer_.emplace(path);
}

std::vector<CommitOutcome> SqliteStore::commit(const std::vector<const CommitUnit*>& group) {
  std::vector<CommitOutcome> outcomes;
  outcomes.reserve(group.size());
  try {
    run("BEGIN IMMEDIATE");
    for (const CommitUnit* unit : group) outcomes.push_back(commit_one(*unit));
    run("COMMIT");
  } catch (const std::exception& failure) {
    if (sqlite3_get_autocommit(database_.getHandle()) == 0) run("ROLLBACK");
    throw StoreFailure(failure.what());
  }
  return outcomes;
}

CommitOutcome SqliteStore::commit_one(const CommitUnit& unit) {
  CommitOutcome outcome;
  run("SAVEPOINT unit");
  try {
    for (const Write& one : unit.writes) std::visit([&](const auto& it) { write(it, outcome); }, one);
    run("RELEASE unit");
    return outcome;
  } catch (const Refused& refused) {
    outcome = refusal(unit, refused.error);
  } catch (const SQLite::Exception& failure) {
    if (failure.getErrorCode() != SQLITE_CONSTRAINT) throw;
    // Somebody else has written this version, or this request: the one refusal of the log that is expected.
    const bool in_log = std::string_view(failure.what()).find("game_actions") != std::string_view::npos;
    outcome = refusal(unit, in_log ? core::Reason::stale : core::Reason::store_unavailable);
    if (!in_log) log_error({}, "The store refused a unit: {}", failure.what());
  }
  return outcome;
}

CommitOutcome SqliteStore::refusal(const CommitUnit& unit, core::Error error) {
  run("ROLLBACK TO unit");
  run("RELEASE unit");
  CommitOutcome outcome;
  outcome.end = CommitOutcome::End::refused;
  outcome.error = std::move(error);
  for (const Write& one : unit.writes) {
    if (const auto* action = std::get_if<AppendAction>(&one)) outcome.repeated = repeated(*action);
    if (const auto* answer = std::get_if<GiveAnswer>(&one)) outcome.answer = repeated(*answer);
  }
  return outcome;
}

// The version of the action that this request was before.
std::optional<std::uint64_t> SqliteStore::repeated(const AppendAction& one) {
  if (!one.request_id) return std::nullopt;
  Query row = prepared_("SELECT version FROM game_actions WHERE table_id = ? AND actor = ? AND request_id = ?");
  if (!row.bind(one.table, one.actor, one.request_id).step()) return std::nullopt;
  return static_cast<std::uint64_t>(row.number(0));
}

// What the same request was answered before.
std::optional<GivenAnswer> SqliteStore::repeated(const GiveAnswer& one) {
  if (!one.request) return std::nullopt;
  Query row = prepared_(
      "SELECT status, answer FROM idempotency_keys WHERE account = ? AND key = ? AND asked = ? AND until_ms > ?");
  const NamedRequest& request = *one.request;
  if (!row.bind(request.account, request.key, request.asked, request.at).step()) return std::nullopt;
  return GivenAnswer{static_cast<int>(row.number(0)), row.text(1)};
}

void SqliteStore::write(const NewTable& one, CommitOutcome&) {
  prepared_("INSERT INTO tables (id, name, game, owner, passphrase, created_ms) VALUES (?, ?, ?, ?, ?, ?)")
      .bind(one.id, one.name, one.game, one.owner, one.passphrase, one.at)
      .run();
}

void SqliteStore::write(const AppendAction& one, CommitOutcome&) {
  prepared_(
      "INSERT INTO game_actions (table_id, version, at_ms, actor, request_id, rules, deal, action, events, digest) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(one.table, static_cast<std::int64_t>(one.version), one.at, one.actor, one.request_id,
            std::int64_t{one.rules}, one.deal, one.action, one.events, one.digest)
      .run();
}

void SqliteStore::write(const SaveState& one, CommitOutcome&) {
  prepared_("INSERT INTO game_states (table_id, version, rules, state, digest) VALUES (?, ?, ?, ?, ?)")
      .bind(one.table, static_cast<std::int64_t>(one.version), std::int64_t{one.rules}, one.state, one.digest)
      .run();
}

void SqliteStore::write(const CloseTable& one, CommitOutcome&) {
  prepared_("UPDATE tables SET closed = 1 WHERE id = ?").bind(one.table).run();
}

void SqliteStore::write(const ChatLine& one, CommitOutcome&) {
  const int added =
      prepared_(
          "INSERT INTO chat (table_id, log, uuid, username, message, at_ms, request_id) VALUES (?, ?, ?, ?, ?, ?, ?) "
          "ON CONFLICT DO NOTHING")
          .bind(one.table, std::int64_t{one.log}, one.uuid, one.username, one.message, one.at, one.request_id)
          .run();
  if (added == 0) throw Refused{core::Reason::key_reused};
}

core::Chips SqliteStore::balance(const std::string& account) {
  Query row = prepared_("SELECT balance FROM ledger_accounts WHERE name = ?");
  return core::Chips{row.bind(account).step() ? row.number(0) : 0};
}

core::Chips SqliteStore::change_balance(const std::string& account, std::int64_t change, const MoveChips& move) {
  prepared_("INSERT INTO ledger_accounts (name, balance) VALUES (?, 0) ON CONFLICT DO NOTHING").bind(account).run();
  prepared_("UPDATE ledger_accounts SET balance = balance + ? WHERE name = ?").bind(change, account).run();
  const core::Chips after = balance(account);
  prepared_(
      "INSERT INTO ledger_entries (key, account, amount, balance, why, table_id, version, at_ms) "
      "VALUES (?, ?, ?, ?, ?, nullif(?, ''), nullif(?, 0), ?)")
      .bind(move.key, account, change, after.count, move.why, move.table, static_cast<std::int64_t>(move.version),
            move.at)
      .run();
  return after;
}

void SqliteStore::write(const MoveChips& one, CommitOutcome& outcome) {
  if (one.from != k_house)
    if (const core::Chips have = balance(one.from); have < one.amount)
      throw Refused{{core::Reason::insufficient_chips, "Insufficient chips: need " + std::to_string(one.amount.count) +
                                                           ", have " + std::to_string(have.count)}};
  const auto remember = [&](const std::string& account, core::Chips after) {
    constexpr std::string_view k_wallet = "wallet:";
    if (account.starts_with(k_wallet)) outcome.wallets.push_back({account.substr(k_wallet.size()), after});
  };
  remember(one.from, change_balance(one.from, -one.amount.count, one));
  remember(one.to, change_balance(one.to, one.amount.count, one));
}

void SqliteStore::write(const LedgerStandsAt& one, CommitOutcome&) {
  Query row = prepared_("SELECT coalesce(max(id), 0) FROM ledger_entries WHERE account = ?");
  if (!row.bind(one.account).step() || row.number(0) != one.entry) throw Refused{core::Reason::stale};
}

void SqliteStore::write(const NewAccount& one, CommitOutcome&) {
  prepared_("INSERT INTO accounts (id, username, guest, created_ms) VALUES (?, ?, ?, ?)")
      .bind(one.id, one.username, std::int64_t{one.guest}, one.at)
      .run();
}

void SqliteStore::write(const RegisterAccount& one, CommitOutcome&) {
  Query taken = prepared_("SELECT 1 FROM accounts WHERE login = ? AND id <> ?");
  if (taken.bind(one.login, one.id).step())
    throw Refused{{core::Reason::name_taken, "Somebody has registered this name. Choose another one, or sign in."}};
  const int changed =
      prepared_("UPDATE accounts SET username = ?, login = ?, password = ?, guest = 0 WHERE id = ? AND guest = 1")
          .bind(one.username, one.login, one.password, one.id)
          .run();
  if (changed == 0)
    throw Refused{{core::Reason::stale, "This account has been registered already. Sign in with its name."}};
}

void SqliteStore::write(const NewRefreshToken& one, CommitOutcome&) {
  if (prepared_("SELECT 1 FROM revoked_families WHERE family = ?").bind(one.family).step())
    throw Refused{core::Reason::bad_token};
  prepared_("INSERT INTO refresh_tokens (hash, account, family, expires_ms) VALUES (?, ?, ?, ?)")
      .bind(one.hash, one.account, one.family, one.expires)
      .run();
}

void SqliteStore::write(const SpendRefreshToken& one, CommitOutcome&) {
  const int spent = prepared_("UPDATE refresh_tokens SET spent_ms = ? WHERE hash = ? AND spent_ms IS NULL")
                        .bind(one.at, one.hash)
                        .run();
  if (spent == 0) throw Refused{core::Reason::bad_token};
  // Each that is used lets a few go that have ended, so that none has many to forget.
  prepared_(
      "DELETE FROM refresh_tokens WHERE hash IN "
      "(SELECT hash FROM refresh_tokens WHERE expires_ms <= ? ORDER BY expires_ms LIMIT 8)")
      .bind(one.at)
      .run();
}

void SqliteStore::write(const SpendFamily& one, CommitOutcome&) {
  prepared_("UPDATE refresh_tokens SET spent_ms = ? WHERE family = ? AND spent_ms IS NULL")
      .bind(one.at, one.family)
      .run();
}

void SqliteStore::write(const RevokeFamily& one, CommitOutcome&) {
  prepared_("DELETE FROM refresh_tokens WHERE family = ?").bind(one.family).run();
  prepared_("INSERT INTO revoked_families (family, until_ms) VALUES (?, ?) ON CONFLICT DO NOTHING")
      .bind(one.family, one.until)
      .run();
}

void SqliteStore::write(const ForgetEnded& one, CommitOutcome&) {
  prepared_("DELETE FROM refresh_tokens WHERE expires_ms <= ?").bind(one.now).run();
  prepared_("DELETE FROM revoked_families WHERE until_ms <= ?").bind(one.now).run();
  prepared_("DELETE FROM idempotency_keys WHERE until_ms <= ?").bind(one.now).run();
}

void SqliteStore::write(const NewSigningKey& one, CommitOutcome&) {
  prepared_("INSERT INTO signing_keys (secret, created_ms) VALUES (?, ?)").bind(one.secret, one.at).run();
  prepared_(
      "DELETE FROM signing_keys WHERE number NOT IN (SELECT number FROM signing_keys ORDER BY number DESC LIMIT 2)")
      .run();
}

void SqliteStore::write(const GiveAnswer& one, CommitOutcome& outcome) {
  const core::Chips chips = one.wallet.empty() ? core::Chips{} : balance(wallet_of(one.wallet));
  outcome.answer = GivenAnswer{one.status, one.body(chips)};
  if (!one.request) return;
  const NamedRequest& request = *one.request;
  const int added =
      prepared_(
          "INSERT INTO idempotency_keys (account, key, asked, status, answer, until_ms) VALUES (?, ?, ?, ?, ?, ?) "
          "ON CONFLICT (account, key) DO UPDATE SET asked = excluded.asked, status = excluded.status, "
          "answer = excluded.answer, until_ms = excluded.until_ms WHERE until_ms <= ?")
          .bind(request.account, request.key, request.asked, std::int64_t{one.status}, outcome.answer->body,
                request.at + k_remembered_ms, request.at)
          .run();
  if (added == 0) throw Refused{core::Reason::key_reused};
  // Each that comes lets a few go, so that no commit has many to forget.
  prepared_(
      "DELETE FROM idempotency_keys WHERE (account, key) IN "
      "(SELECT account, key FROM idempotency_keys WHERE until_ms <= ? ORDER BY until_ms LIMIT 8)")
      .bind(request.at)
      .run();
}

// SQLite writes the first page anew, whatever this number was.
void SqliteStore::write(const ProveWritable&, CommitOutcome&) {
  database_.exec("PRAGMA user_version = " + std::to_string(k_newest_form));
}

// Copying the log takes two syncs and longer than many commits, so nearly all of it is done beside them. But commits go
// on meanwhile, and the log begins anew only where nothing is left to copy: once it has grown long enough and a copying
// beside the commits has left little, that little is copied here.
void SqliteStore::tidy() {
  if (log_pages_ < copied_pages_) copied_pages_ = 0;
  const int rest = log_pages_ - copied_pages_;
  const bool long_enough = log_pages_ >= limits_.renew_pages;
  const bool too_long = log_pages_ >= limits_.most_pages;
  if (too_long) checkpointer_->wait();
  if (checkpointer_->busy()) return;
  const bool here = too_long || (long_enough && rest <= limits_.few_pages);
  if (!here && !long_enough && rest < limits_.copy_pages) return;
  copied_pages_ = log_pages_;
  if (here)
    copy_log(database_);
  else
    checkpointer_->start();
}

// The reason behind SQLite's own words, which name no file.
std::string why(const std::exception& failure, const std::string& path) {
  const auto* from_sqlite = dynamic_cast<const SQLite::Exception*>(&failure);
  if (from_sqlite != nullptr && from_sqlite->getErrorCode() == SQLITE_READONLY)
    return "The database " + path + " may not be written. Give this user the right to write to it and to its folder.";
  return "Cannot open the database " + path + ": " + failure.what() + ".";
}

}  // namespace

core::Result<std::unique_ptr<Store>> open_sqlite_store(const std::string& path, const LogLimits& limits) {
  try {
    return std::make_unique<SqliteStore>(path, limits);
  } catch (const std::exception& failure) {
    return core::fail(core::Reason::store_unavailable, why(failure, path));
  }
}

core::Result<std::unique_ptr<StoreReader>> open_sqlite_reader(const std::string& path) {
  try {
    auto reader = std::make_unique<SqliteReader>(path);
    (void)reader->balance(k_house);
    return reader;
  } catch (const std::exception& failure) {
    return core::fail(core::Reason::store_unavailable, why(failure, path));
  }
}

}  // namespace baize::server
