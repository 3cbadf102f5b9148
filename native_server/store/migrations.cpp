#include "store/migrations.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <array>
#include <string>

#include "store/store.h"

namespace baize::server {

namespace {

// user_version counts the steps that a file has been through.
constexpr std::array<const char*, k_newest_form> k_steps{R"sql(
CREATE TABLE accounts (
  id         TEXT PRIMARY KEY,
  username   TEXT NOT NULL,
  guest      INTEGER NOT NULL,
  created_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tokens (
  hash       BLOB PRIMARY KEY,  -- SHA-256; the token itself is nowhere
  account    TEXT NOT NULL REFERENCES accounts (id),
  kind       TEXT NOT NULL CHECK (kind IN ('access', 'refresh')),
  family     TEXT NOT NULL,
  expires_ms INTEGER NOT NULL,
  spent_ms   INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX tokens_by_family ON tokens (family);

CREATE TABLE tables (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  game       TEXT NOT NULL,
  owner      TEXT NOT NULL REFERENCES accounts (id),
  passphrase TEXT NOT NULL,
  created_ms INTEGER NOT NULL,
  closed     INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX tables_open ON tables (id) WHERE closed = 0;

CREATE TABLE game_actions (
  id         INTEGER PRIMARY KEY,  -- rows of all tables stand behind one another: a group of them fills few pages
  table_id   TEXT NOT NULL REFERENCES tables (id),
  version    INTEGER NOT NULL,
  at_ms      INTEGER NOT NULL,
  actor      TEXT NOT NULL,
  request_id TEXT,
  rules      INTEGER NOT NULL,
  action     TEXT NOT NULL,
  events     TEXT NOT NULL,
  digest     BLOB NOT NULL,
  UNIQUE (table_id, version)
) STRICT;
CREATE UNIQUE INDEX game_actions_by_request ON game_actions (table_id, actor, request_id)
  WHERE request_id IS NOT NULL;

CREATE TABLE game_states (
  id         INTEGER PRIMARY KEY,
  table_id   TEXT NOT NULL REFERENCES tables (id),
  version    INTEGER NOT NULL,
  rules      INTEGER NOT NULL,
  state      TEXT NOT NULL,
  digest     BLOB NOT NULL,
  UNIQUE (table_id, version)
) STRICT;

CREATE TABLE chat (
  id         INTEGER PRIMARY KEY,
  table_id   TEXT NOT NULL REFERENCES tables (id),
  log        INTEGER NOT NULL,  -- 0: said, 1: activity
  uuid       TEXT NOT NULL,
  username   TEXT NOT NULL,
  message    TEXT NOT NULL,
  at_ms      INTEGER NOT NULL
) STRICT;
CREATE INDEX chat_by_table ON chat (table_id, log, id);

CREATE TABLE ledger_accounts (
  name       TEXT PRIMARY KEY,  -- 'house', 'wallet:<account>', 'escrow:<table>'
  balance    INTEGER NOT NULL,
  CHECK (balance >= 0 OR name = 'house')
) STRICT, WITHOUT ROWID;
INSERT INTO ledger_accounts (name, balance) VALUES ('house', 0);

CREATE TABLE ledger_entries (
  id         INTEGER PRIMARY KEY,
  key        TEXT NOT NULL,  -- of the transfer; its two entries sum to zero
  account    TEXT NOT NULL REFERENCES ledger_accounts (name),
  amount     INTEGER NOT NULL CHECK (amount <> 0),
  balance    INTEGER NOT NULL,  -- after it
  why        TEXT NOT NULL,
  table_id   TEXT REFERENCES tables (id),
  version    INTEGER,
  at_ms      INTEGER NOT NULL,
  UNIQUE (key, account)
) STRICT;
CREATE INDEX ledger_entries_by_account ON ledger_entries (account, id);
)sql",
                                                         R"sql(
ALTER TABLE game_actions ADD COLUMN deal INTEGER;  -- the number of the deal that began with this action
CREATE UNIQUE INDEX game_actions_by_deal ON game_actions (table_id, deal, version) WHERE deal IS NOT NULL;
)sql",
                                                         R"sql(
ALTER TABLE accounts ADD COLUMN login TEXT;     -- the name without case, by which a registered account is found
ALTER TABLE accounts ADD COLUMN password TEXT;  -- its Argon2id hash
CREATE UNIQUE INDEX accounts_by_login ON accounts (login) WHERE login IS NOT NULL;

-- Access tokens are signed and stand nowhere; those that were stored end here and are renewed by their owners.
CREATE TABLE refresh_tokens (
  hash       BLOB PRIMARY KEY,  -- SHA-256; the token itself is nowhere
  account    TEXT NOT NULL REFERENCES accounts (id),
  family     TEXT NOT NULL,
  expires_ms INTEGER NOT NULL,
  spent_ms   INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO refresh_tokens (hash, account, family, expires_ms, spent_ms)
  SELECT hash, account, family, expires_ms, spent_ms FROM tokens WHERE kind = 'refresh';
DROP TABLE tokens;
CREATE INDEX refresh_tokens_by_family ON refresh_tokens (family);

CREATE TABLE revoked_families (
  family     TEXT PRIMARY KEY,
  until_ms   INTEGER NOT NULL  -- when the last of its access tokens has ended by itself
) STRICT, WITHOUT ROWID;

CREATE TABLE signing_keys (
  number     INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used again, as tokens name it
  secret     BLOB NOT NULL,
  created_ms INTEGER NOT NULL
) STRICT;
)sql",
                                                         R"sql(
CREATE TABLE idempotency_keys (
  account    TEXT NOT NULL REFERENCES accounts (id),
  key        TEXT NOT NULL,
  asked      BLOB NOT NULL,  -- SHA-256 of the request
  status     INTEGER NOT NULL,
  answer     TEXT NOT NULL,
  until_ms   INTEGER NOT NULL,
  PRIMARY KEY (account, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_keys_by_end ON idempotency_keys (until_ms);
)sql",
                                                         R"sql(
CREATE INDEX refresh_tokens_by_end ON refresh_tokens (expires_ms);
)sql",
                                                         R"sql(
ALTER TABLE chat ADD COLUMN request_id TEXT;
CREATE UNIQUE INDEX chat_by_request ON chat (table_id, uuid, request_id) WHERE request_id IS NOT NULL;
)sql"};

}  // namespace

void migrate(SQLite::Database& database, int form) {
  const int from = database.execAndGet("PRAGMA user_version").getInt();
  if (from > k_newest_form) throw StoreFailure("it was written by a newer version of Baize");
  if (from >= form) return;
  SQLite::Transaction transaction(database);
  for (int step = from; step < form; ++step) database.exec(k_steps[static_cast<std::size_t>(step)]);
  database.exec("PRAGMA user_version = " + std::to_string(form));
  transaction.commit();
}

}  // namespace baize::server
