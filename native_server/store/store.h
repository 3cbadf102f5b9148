// The narrow face of the database: commit a group of units, read what was committed. The journal's thread is the only
// one that commits; each reader is used by one thread at a time. SQLite stands behind it (sqlite_store.h). Failures of
// the disk are exceptions (StoreFailure), since nothing sensible can be done where they happen.
#pragma once

#include <functional>
#include <memory>
#include <stdexcept>
#include <string_view>

#include "store/unit.h"

namespace baize::server {

struct StoreFailure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct AccountRow {
  std::string id;
  std::string username;
  bool guest = true;
  std::string password;  // its Argon2id hash; empty: none
};

struct RefreshTokenRow {
  std::string account;
  std::string family;
  core::TimeMs expires = 0;
  bool spent = false;
};

struct RevokedFamilyRow {
  std::string family;
  core::TimeMs until = 0;
};

struct SigningKeyRow {
  std::int64_t number = 0;
  core::Digest secret;
};

// What was answered to a request with a name.
struct AnswerRow {
  core::Digest asked;
  GivenAnswer answer;
};

struct TableRow {
  std::string id;
  std::string name;
  std::string game;
  std::string owner;
  std::string passphrase;
  bool closed = false;
};

// Where the log of a table has a deal.
struct DealRow {
  std::uint32_t number = 0;
  std::uint64_t first = 0;  // version of the action that it began with
  std::uint64_t last = 0;   // of the last one before the next deal
};

struct LedgerAccountRow {
  std::string name;
  core::Chips balance;
};

// One of the two entries of a transfer.
struct LedgerEntryRow {
  std::int64_t id = 0;  // rises with every entry of the house
  std::string key;      // of the transfer
  std::string account;  // of the ledger
  core::Chips amount;   // below 0: taken out
  core::Chips balance;  // after it
  std::string why;
  std::string table;  // empty: none
  std::uint64_t version = 0;
  core::TimeMs at = 0;
  std::string table_name;  // where a page of an account's entries was asked for
};

// A transfer whose entries do not cancel each other out.
struct UnevenTransferRow {
  std::string key;
  int entries = 0;
  core::Chips sum;
};

class StoreReader {
 public:
  virtual ~StoreReader() = default;
  // From now on this reader sees the store as it is now, whatever is committed: for what has to fit together. Keeps the
  // store's log from beginning anew, so not for long.
  virtual void hold_still() = 0;
  virtual std::optional<AccountRow> account(std::string_view id) = 0;
  // The registered account of this login.
  virtual std::optional<AccountRow> account_of_login(std::string_view login) = 0;
  virtual std::optional<RefreshTokenRow> refresh_token(const core::Digest& hash) = 0;
  virtual std::vector<RevokedFamilyRow> revoked_families() = 0;
  // The newest first.
  virtual std::vector<SigningKeyRow> signing_keys() = 0;
  // What an account's request of this key was answered, unless that is forgotten at `now`.
  virtual std::optional<AnswerRow> answer(std::string_view account, std::string_view key, core::TimeMs now) = 0;
  // Of a ledger account; 0 for one without entries.
  virtual core::Chips balance(std::string_view ledger_account) = 0;
  // Of a ledger account, those with ids below `before`, the newest first.
  virtual std::vector<LedgerEntryRow> entries_of(std::string_view ledger_account, std::int64_t before, int count) = 0;
  // When the house last helped this account out (claim_key); 0: never.
  virtual core::TimeMs last_claim(std::string_view account) = 0;
  // All ledger accounts in the order of their names, and all entries in the order of their accounts and ids.
  virtual void ledger_accounts(const std::function<void(const LedgerAccountRow&)>& visit) = 0;
  virtual void ledger_entries(const std::function<void(const LedgerEntryRow&)>& visit) = 0;
  virtual std::vector<UnevenTransferRow> uneven_transfers() = 0;
  virtual std::optional<TableRow> table(std::string_view id) = 0;
  virtual std::vector<TableRow> open_tables() = 0;
  // Closed ones, too.
  virtual std::vector<TableRow> all_tables() = 0;
  // The newest stored state, if any, and the stored states one by one in order.
  virtual std::optional<SaveState> newest_state(std::string_view table) = 0;
  virtual void states(std::string_view table, const std::function<void(const SaveState&)>& visit) = 0;
  // The actions after `version`, in order.
  virtual void actions_after(std::string_view table, std::uint64_t version,
                             const std::function<void(const AppendAction&)>& visit) = 0;
  // The actions `first` to `last`, in order.
  virtual void actions_between(std::string_view table, std::uint64_t first, std::uint64_t last,
                               const std::function<void(const AppendAction&)>& visit) = 0;
  // One deal of a table, and those below a number, the newest first.
  virtual std::optional<DealRow> deal(std::string_view table, std::uint32_t number) = 0;
  virtual std::vector<DealRow> deals_before(std::string_view table, std::uint32_t number, int count) = 0;
  // The version of an actor's request at a table.
  virtual std::optional<std::uint64_t> version_of_request(std::string_view table, std::string_view actor,
                                                          std::string_view request_id) = 0;
  // The last `count` lines, oldest first.
  virtual std::vector<ChatLine> chat(std::string_view table, bool log, int count) = 0;
};

class Store {
 public:
  virtual ~Store() = default;
  // All units that are not refused are durable when this returns. Outcomes in the order of the units.
  virtual std::vector<CommitOutcome> commit(const std::vector<const CommitUnit*>& group) = 0;
  // Between groups: housekeeping that keeps commits short.
  virtual void tidy() = 0;
  virtual std::unique_ptr<StoreReader> reader() = 0;
};

}  // namespace baize::server
