// What the store is given: a unit of writes that all happen or none does, and what became of it. A unit is a value made
// on a table's loop or by a route; the journal carries it to the store; nobody else writes.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/bytes.h"
#include "core/chips.h"
#include "core/error.h"
#include "core/time.h"

namespace baize::server {

// --- the log of a table ---

// A new table, before its first action.
struct NewTable {
  std::string id;
  std::string name;
  std::string game;
  std::string owner;
  std::string passphrase;  // its Argon2id hash; empty: none
  core::TimeMs at = 0;
};

// One row of game_actions. Refused as `stale` unless it is the table's next version; as a repetition if the actor has a
// row of this request_id already (CommitOutcome::repeated).
struct AppendAction {
  std::string table;
  std::uint64_t version = 0;
  core::TimeMs at = 0;
  std::string actor;                      // empty: the house
  std::optional<std::string> request_id;  // the client's name for it
  std::int32_t rules = 0;
  std::optional<std::uint32_t> deal;  // the number of the deal that began with it
  std::string action;                 // JSON
  std::string events;                 // JSON
  core::Digest digest;                // of the state after it
};

// The whole state after `version`.
struct SaveState {
  std::string table;
  std::uint64_t version = 0;
  std::int32_t rules = 0;
  std::string state;  // JSON
  core::Digest digest;
};

// The table is out of the lobby for good; its log stays.
struct CloseTable {
  std::string table;
};

// A line of chat or of the activity log. Refused as `key-reused` if whoever says it has said something at this table by
// its request_id before.
struct ChatLine {
  std::string table;
  bool log = false;
  std::string uuid;
  std::string username;
  std::string message;
  core::TimeMs at = 0;
  std::optional<std::string> request_id = {};
};

// --- money ---

// Names of ledger accounts. The house may owe; nobody else may.
inline const std::string k_house = "house";
inline std::string wallet_of(std::string_view account) { return "wallet:" + std::string(account); }
inline std::string escrow_of(std::string_view table) { return "escrow:" + std::string(table); }

// The keys of transfers from the house to a player who has run out; in the order of their times.
inline std::string claim_key(std::string_view account, core::TimeMs at) {
  return "claim:" + std::string(account) + ":" + std::to_string(at);
}

// Two entries of the ledger, `amount` out of `from` and into `to`. Refused as `insufficient-chips` where `from` has
// less; a key that was used before is a broken invariant of the caller and refuses the unit.
struct MoveChips {
  std::string key;  // names this transfer for ever
  std::string from;
  std::string to;
  core::Chips amount;
  std::string why;  // "grant", "claim", "buy-in", "cash-out"
  std::string table;
  std::uint64_t version = 0;
  core::TimeMs at = 0;
};

// Refused as `stale` unless this is the account's newest entry (0: it has none): what was reckoned with it still holds.
struct LedgerStandsAt {
  std::string account;  // of the ledger
  std::int64_t entry = 0;
};

// --- accounts ---

struct NewAccount {
  std::string id;
  std::string username;
  bool guest = true;
  core::TimeMs at = 0;
};

// Makes a guest's account a registered one, or names a new one that is. Refused as `name-taken` if another account has
// the login, as `stale` if this one is registered already or there is none.
struct RegisterAccount {
  std::string id;
  std::string username;
  std::string login;     // the name as it is compared
  std::string password;  // its Argon2id hash
};

// A refresh token is known by its hash only. Tokens of one sign-in are a family. Refused as `bad-token` if the family
// was ended.
struct NewRefreshToken {
  core::Digest hash;
  std::string account;
  std::string family;
  core::TimeMs expires = 0;
};

// Uses a refresh token up. Refused as `bad-token` if that has happened before, or if there is none.
struct SpendRefreshToken {
  core::Digest hash;
  core::TimeMs at = 0;
};

// Uses all refresh tokens of a family up.
struct SpendFamily {
  std::string family;
  core::TimeMs at = 0;
};

// Ends a family: its refresh tokens at once, its access tokens by a note that is kept until they have ended anyway.
struct RevokeFamily {
  std::string family;
  core::TimeMs until = 0;
};

// Lets go of tokens, notes and names of requests that ended before `now`.
struct ForgetEnded {
  core::TimeMs now = 0;
};

// A new key for signing access tokens. The one before it stays; older ones go.
struct NewSigningKey {
  core::Digest secret;
  core::TimeMs at = 0;
};

// --- answers ---

// A request that its client has named with a key of its own: an Idempotency-Key.
struct NamedRequest {
  std::string account;
  std::string key;
  core::Digest asked;  // of the request, so that no other one gets its answer
  core::TimeMs at = 0;
};
// For how long its answer is remembered.
inline constexpr core::TimeMs k_remembered_ms = core::TimeMs{24} * 3600 * 1000;

// What is answered to a request when the unit is durable. It is made in the unit, since what a wallet holds is known
// nowhere else, and remembered there for a request with a name. Refused as `key-reused` if that has an answer already
// (CommitOutcome::answer has it, if the same was asked). Stands behind all that the unit changes.
struct GiveAnswer {
  std::optional<NamedRequest> request;
  std::string wallet;  // the account whose chips are told; empty: nobody's
  int status = 200;
  std::function<std::string(core::Chips)> body;  // given what the wallet holds; JSON
};

// Changes nothing, but is written as any change is: durable if the disk takes anything at all.
struct ProveWritable {};

using Write = std::variant<NewTable, AppendAction, SaveState, CloseTable, ChatLine, MoveChips, LedgerStandsAt,
                           NewAccount, RegisterAccount, NewRefreshToken, SpendRefreshToken, SpendFamily, RevokeFamily,
                           ForgetEnded, NewSigningKey, GiveAnswer, ProveWritable>;

// Written in order; a refusal of one undoes all of them and no other unit.
struct CommitUnit {
  std::vector<Write> writes;
};

// A wallet that the unit changed, with its balance after it.
struct WalletBalance {
  std::string account;  // the player's, without "wallet:"
  core::Chips balance;
};

// An answer as it was given: its HTTP status and body.
struct GivenAnswer {
  int status = 200;
  std::string body;
};

struct CommitOutcome {
  // `unknown`: the disk failed; whether the unit is there has to be read back.
  enum class End { durable, refused, unknown };
  End end = End::durable;
  core::Error error;                      // unless durable
  std::optional<std::uint64_t> repeated;  // refused: the version under which this request_id stands already
  std::vector<WalletBalance> wallets;     // durable
  std::optional<GivenAnswer> answer;      // that the unit gave; refused: that the request got before
};

}  // namespace baize::server
