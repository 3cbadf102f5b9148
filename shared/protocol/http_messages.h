// The bodies of the HTTP routes as described structs (the protocol reference, "HTTP"). The server answers with them and
// the client reads them; field names are the wire's.
#pragma once

#include "protocol/client_messages.h"
#include "protocol/server_messages.h"
#include "table/history.h"

namespace baize::protocol {

struct HttpError {
  std::string error;  // a sentence
  core::Reason code = core::Reason::malformed;
  friend bool operator==(const HttpError&, const HttpError&) = default;
};
BOOST_DESCRIBE_STRUCT(HttpError, (), (error, code))

// An answer that says no more than its status.
struct Nothing {
  friend bool operator==(const Nothing&, const Nothing&) = default;
};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

struct Health {
  bool ok = true;
  friend bool operator==(const Health&, const Health&) = default;
};
BOOST_DESCRIBE_STRUCT(Health, (), (ok))

struct GuestRequest {
  std::string username;
  friend bool operator==(const GuestRequest&, const GuestRequest&) = default;
};
BOOST_DESCRIBE_STRUCT(GuestRequest, (), (username))

// For POST /api/auth/register and /api/auth/login.
struct Credentials {
  std::string username;
  std::string password;
  friend bool operator==(const Credentials&, const Credentials&) = default;
};
BOOST_DESCRIBE_STRUCT(Credentials, (), (username, password))

// The refresh token names the sign-in to end where there is no access token that does.
struct LogoutRequest {
  OrAbsent<std::string> refresh_token;
  friend bool operator==(const LogoutRequest&, const LogoutRequest&) = default;
};
BOOST_DESCRIBE_STRUCT(LogoutRequest, (), (refresh_token))

struct RefreshRequest {
  std::string refresh_token;
  friend bool operator==(const RefreshRequest&, const RefreshRequest&) = default;
};
BOOST_DESCRIBE_STRUCT(RefreshRequest, (), (refresh_token))

// `expires_in`: seconds until the access token ends.
struct SignedIn {
  std::string access_token;
  std::string refresh_token;
  std::int64_t expires_in = 0;
  Account account;
  Chips wallet_balance;
  friend bool operator==(const SignedIn&, const SignedIn&) = default;
};
BOOST_DESCRIBE_STRUCT(SignedIn, (), (access_token, refresh_token, expires_in, account, wallet_balance))

struct OwnSeat {
  core::TableId table;
  Seat seat = 0;
  Chips stack;
  friend bool operator==(const OwnSeat&, const OwnSeat&) = default;
};
BOOST_DESCRIBE_STRUCT(OwnSeat, (), (table, seat, stack))

struct Me {
  Account account;
  Chips wallet_balance;
  std::vector<OwnSeat> seats;
  std::vector<core::TableId> pending;
  friend bool operator==(const Me&, const Me&) = default;
};
BOOST_DESCRIBE_STRUCT(Me, (), (account, wallet_balance, seats, pending))

// `expires_in`: seconds. The token opens one WebSocket and nothing else.
struct SocketToken {
  std::string token;
  std::int64_t expires_in = 0;
  friend bool operator==(const SocketToken&, const SocketToken&) = default;
};
BOOST_DESCRIBE_STRUCT(SocketToken, (), (token, expires_in))

struct Games {
  std::vector<games::GameDescription> games;
  std::vector<games::SettingDescription> table_settings;  // what every table has besides
  friend bool operator==(const Games&, const Games&) = default;
};
BOOST_DESCRIBE_STRUCT(Games, (), (games, table_settings))

struct CreateTable {
  core::Name name;
  std::string game;
  OrAbsent<core::RawJson> settings;
  OrAbsent<core::Text<k_max_passphrase>> passphrase;
  friend bool operator==(const CreateTable&, const CreateTable&) = default;
};
BOOST_DESCRIBE_STRUCT(CreateTable, (), (name, game, settings, passphrase))

struct TableSummary {
  core::TableId id;
  core::Name name;
  std::string game;
  Uuid owner;
  table::Status status = table::Status::waiting;
  bool locked = false;
  table::Settings settings;
  std::vector<table::SeatView> seats;
  std::int32_t watching = 0;
  std::uint64_t version = 0;
  friend bool operator==(const TableSummary&, const TableSummary&) = default;
};
BOOST_DESCRIBE_STRUCT(TableSummary, (), (id, name, game, owner, status, locked, settings, seats, watching, version))

struct Tables {
  std::vector<TableSummary> tables;
  OrAbsent<std::string> next;  // give it as ?after= for the next page
  friend bool operator==(const Tables&, const Tables&) = default;
};
BOOST_DESCRIBE_STRUCT(Tables, (), (tables, next))

struct JoinRequest {
  OrAbsent<Chips> buy_in_amount;
  OrAbsent<Seat> seat;
  OrAbsent<std::string> username;
  OrAbsent<core::Text<k_max_passphrase>> passphrase;
  friend bool operator==(const JoinRequest&, const JoinRequest&) = default;
};
BOOST_DESCRIBE_STRUCT(JoinRequest, (), (buy_in_amount, seat, username, passphrase))

struct Joined {
  Seat seat = 0;
  Chips stack;
  Chips wallet_balance;
  Uuid uuid;
  friend bool operator==(const Joined&, const Joined&) = default;
};
BOOST_DESCRIBE_STRUCT(Joined, (), (seat, stack, wallet_balance, uuid))

struct JoinPending {
  bool pending = true;
  Uuid uuid;
  friend bool operator==(const JoinPending&, const JoinPending&) = default;
};
BOOST_DESCRIBE_STRUCT(JoinPending, (), (pending, uuid))

// Deals that are over, the newest first.
struct History {
  std::vector<table::DealLine> hands;
  OrAbsent<std::uint32_t> next;  // give it as ?before= for the next page
  friend bool operator==(const History&, const History&) = default;
};
BOOST_DESCRIBE_STRUCT(History, (), (hands, next))

struct Left {
  Chips returned;
  Chips wallet_balance;
  friend bool operator==(const Left&, const Left&) = default;
};
BOOST_DESCRIBE_STRUCT(Left, (), (returned, wallet_balance))

// An entry of a player's wallet. `why`: "grant", "claim", "buy-in", "cash-out".
struct LedgerEntry {
  std::int64_t id = 0;
  core::TimeMs at = 0;
  std::int64_t amount = 0;  // below 0: out of the wallet
  Chips balance;            // after it
  std::string why;
  OrAbsent<core::TableId> table;  // with whose escrow chips were exchanged, by the action of this version
  OrAbsent<core::Name> table_name;
  OrAbsent<std::uint64_t> version;
  friend bool operator==(const LedgerEntry&, const LedgerEntry&) = default;
};
BOOST_DESCRIBE_STRUCT(LedgerEntry, (), (id, at, amount, balance, why, table, table_name, version))

// The newest first.
struct Ledger {
  std::vector<LedgerEntry> entries;
  OrAbsent<std::int64_t> next;  // give it as ?after= for the next page
  friend bool operator==(const Ledger&, const Ledger&) = default;
};
BOOST_DESCRIBE_STRUCT(Ledger, (), (entries, next))

// The house has filled the wallet up again.
struct Claimed {
  Chips claimed;
  Chips wallet_balance;
  friend bool operator==(const Claimed&, const Claimed&) = default;
};
BOOST_DESCRIBE_STRUCT(Claimed, (), (claimed, wallet_balance))

// It has not. `available_at`: when it will again, where that is known.
struct ClaimRefused {
  std::string error;  // a sentence
  core::Reason code = core::Reason::too_many;
  OrAbsent<core::TimeMs> available_at;
  friend bool operator==(const ClaimRefused&, const ClaimRefused&) = default;
};
BOOST_DESCRIBE_STRUCT(ClaimRefused, (), (error, code, available_at))

struct Moved {
  std::uint64_t version = 0;
  friend bool operator==(const Moved&, const Moved&) = default;
};
BOOST_DESCRIBE_STRUCT(Moved, (), (version))

}  // namespace baize::protocol
