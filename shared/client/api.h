// The server's HTTP routes as values: a Call to make, and the reading of its answer. Whoever has a network (the
// browser's fetch, the load generator) carries it; nothing here waits or holds a token.
#pragma once

#include <string>
#include <string_view>

#include "core/error.h"
#include "protocol/http_messages.h"
#include "protocol/snapshot.h"

namespace baize::client {

struct Call {
  std::string method;   // "GET" or "POST"
  std::string path;     // below the server's base, without a leading slash
  std::string body;     // JSON; empty for GET
  std::string key{};    // its Idempotency-Key: however often it is sent, it is done once; empty: none
  std::string known{};  // the ETag of what is known already (If-None-Match): 304 if that still holds; empty: none
};

// `status` 0: no answer came.
struct CallAnswer {
  int status = 0;
  std::string body;
  int retry_after_s{};  // when the server wants to be asked again, if it said so; else 0
};

Call sign_in_as_guest(std::string_view username);
// A name and a password of one's own: for a new account, or for the guest who asks, who keeps wallet and seats.
Call register_account(std::string_view username, std::string_view password);
Call log_in(std::string_view username, std::string_view password);
Call log_out(std::string_view refresh_token);
Call refresh(std::string_view refresh_token);
Call who_am_i();
Call list_games();
Call list_tables();
Call create_table(const protocol::CreateTable& table);
Call look_at_table(std::string_view id);
// The deals of a table that are over, those below `before` if it is given.
Call list_deals(std::string_view table, std::optional<std::uint32_t> before);
// One of them with its events, to be told again.
Call look_at_deal(std::string_view table, std::uint32_t number);
// The table's hands as a file to be checked (protocol/verify.h).
Call export_table(std::string_view id);
// The own wallet's entries, those older than `after` if it is given.
Call list_ledger(std::optional<std::int64_t> after);
// Asks the house for chips, having run out.
Call claim_chips();
// The table as this viewer may see it, unless it is still at the version `known`.
Call poll_table(std::string_view id, std::optional<std::uint64_t> known);
core::Result<protocol::UpdateGame> read_poll(const CallAnswer& answer);
// A command of the table's socket, as its JSON text with its `version`.
Call command_table(std::string_view id, std::string command);
// A token that opens one WebSocket: for a server on another origin, where the cookie does not go along.
Call socket_token();

// The body of a 2xx answer as T; else the server's error, or one that says that no answer came.
template <class T>
core::Result<T> read_answer(const CallAnswer& answer);

extern template core::Result<protocol::SignedIn> read_answer(const CallAnswer&);
extern template core::Result<protocol::Me> read_answer(const CallAnswer&);
extern template core::Result<protocol::Games> read_answer(const CallAnswer&);
extern template core::Result<protocol::Tables> read_answer(const CallAnswer&);
extern template core::Result<protocol::TableSummary> read_answer(const CallAnswer&);
extern template core::Result<protocol::SocketToken> read_answer(const CallAnswer&);
extern template core::Result<protocol::History> read_answer(const CallAnswer&);
extern template core::Result<protocol::Ledger> read_answer(const CallAnswer&);
extern template core::Result<protocol::Claimed> read_answer(const CallAnswer&);
extern template core::Result<table::DealRecord> read_answer(const CallAnswer&);
extern template core::Result<protocol::Moved> read_answer(const CallAnswer&);

// The paths of a table's socket and of its link in the browser.
std::string socket_path(std::string_view table);
std::string link_fragment(std::string_view table);
std::string deal_fragment(std::string_view table, std::uint32_t number);
// The table of "#/table/<id>"; nothing for any other fragment, or an id that cannot be one.
std::optional<core::TableId> table_of_fragment(std::string_view fragment);
// The table and the deal of "#/table/<id>/hand/<n>".
struct DealLink {
  core::TableId table;
  std::uint32_t number = 0;
};
std::optional<DealLink> deal_of_fragment(std::string_view fragment);

}  // namespace baize::client
