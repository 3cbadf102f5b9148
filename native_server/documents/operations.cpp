#include "documents/operations.h"

#include <algorithm>

#include "core/check.h"
#include "protocol/export.h"
#include "protocol/http_messages.h"
#include "protocol/snapshot.h"
#include "table/history.h"

namespace baize::server::documents {

// A command to a table as it stands in JSON: the fields of a verb or of a move beside those of every message.
template <class G>
using MoveAlone = typename G::Move;
using Verb = boost::mp11::mp_apply<
    boost::mp11::mp_append,
    boost::mp11::mp_push_front<boost::mp11::mp_transform<MoveAlone, games::Registered>, protocol::TableVerb>>;

struct CommandBody {
  core::OrAbsent<core::RequestId> request_id;
  std::uint64_t version = 0;
  core::Flat<Verb> verb;
};
BOOST_DESCRIBE_STRUCT(CommandBody, (), (request_id, version, verb))

namespace {

template <class T>
constexpr SchemaOf k_as = &core::json_schema<T>;

constexpr auto k_account = Operation::Needs::account;
constexpr auto k_keyed = Operation::Key::yes;
constexpr std::string_view k_picture = "image/svg+xml";

std::vector<Operation> account_operations() {
  const std::vector<Answer> made{{201, "Signed in.", k_as<protocol::SignedIn>}};
  const std::vector<Answer> in{{200, "Signed in.", k_as<protocol::SignedIn>}};
  const std::vector<Answer> token{{200, "A token.", k_as<protocol::SocketToken>}};
  const std::string_view opens = "A token that opens one WebSocket within 90 seconds.";
  return {
      {"POST",
       "/api/auth/guest",
       "accounts",
       "Makes an account of a name alone.",
       {},
       k_as<protocol::GuestRequest>,
       made},
      {"POST",
       "/api/auth/register",
       "accounts",
       "Makes a registered account, or gives the guest who asks a name and a password; wallet and seats stay.",
       {},
       k_as<protocol::Credentials>,
       made},
      {"POST", "/api/auth/login", "accounts", "Signs in.", {}, k_as<protocol::Credentials>, in},
      {"POST",
       "/api/auth/refresh",
       "accounts",
       "The next pair of tokens for a refresh token, which is used up.",
       {},
       k_as<protocol::RefreshRequest>,
       in},
      {"POST",
       "/api/auth/logout",
       "accounts",
       "Ends this sign-in and closes its sockets.",
       {},
       k_as<protocol::LogoutRequest>,
       {{200, "Signed out.", k_as<protocol::Nothing>}}},
      {"GET",
       "/api/auth/me",
       "accounts",
       "Who asks, with wallet and seats.",
       k_account,
       {},
       {{200, "The account.", k_as<protocol::Me>}}},
      {"GET", "/api/ws/token", "accounts", opens, k_account, {}, token},
      {"POST", "/api/ws/token", "accounts", opens, k_account, {}, token},
      {"GET", "/api/ws-token", "accounts", opens, k_account, {}, token},
      {"POST", "/api/ws-token", "accounts", opens, k_account, {}, token},
  };
}

std::vector<Operation> table_operations() {
  const Answer table{200, "The table.", k_as<protocol::TableSummary>};
  const std::vector<Answer> snapshot{{200, "The table as this viewer may see it.", k_as<protocol::SnapshotAnswer>},
                                     {304, "Nothing has changed since the version of If-None-Match."}};
  return {
      {"GET",
       "/api/tables",
       "tables",
       "The open tables, in pages.",
       {},
       {},
       {{200, "A page of tables.", k_as<protocol::Tables>}},
       {"game", "open", "after"}},
      {"POST",
       "/api/tables",
       "tables",
       "Opens a table; who asks owns it.",
       k_account,
       k_as<protocol::CreateTable>,
       {{201, "The new table.", k_as<protocol::TableSummary>}},
       {},
       k_keyed},
      {"GET", "/api/tables/{id}", "tables", "One table.", {}, {}, {table}},
      {"GET",
       "/api/tables/{id}/preview.svg",
       "tables",
       "A picture of the table as a passer-by sees it.",
       {},
       {},
       {{200, "The picture.", {}, k_picture}, {304, "It has not changed."}}},
      {"GET", "/api/tables/{id}/snapshot", "tables", "Everything that this viewer may see.", {}, {}, snapshot},
      {"GET", "/api/games/{id}/snapshot", "tables", "The same under an older address.", {}, {}, snapshot},
      {"POST",
       "/api/tables/{id}/join",
       "tables",
       "Takes a seat and brings chips to it, in one step.",
       k_account,
       k_as<protocol::JoinRequest>,
       {{200, "Seated.", k_as<protocol::Joined>}, {202, "The owner decides.", k_as<protocol::JoinPending>}},
       {},
       k_keyed},
      {"POST",
       "/api/tables/{id}/leave",
       "tables",
       "Leaves the seat; the chips go to the wallet.",
       k_account,
       {},
       {{200, "Left.", k_as<protocol::Left>}, {202, "Leaves when the running hand is over.", k_as<protocol::Left>}},
       {},
       k_keyed},
      {"POST",
       "/api/tables/{id}/moves",
       "tables",
       "A move of the game, or another command to the table; join-table gives a locked one its passphrase.",
       k_account,
       k_as<CommandBody>,
       {{200, "Accepted and durable.", k_as<protocol::Moved>}},
       {},
       k_keyed},
  };
}

std::vector<Operation> hand_operations() {
  return {
      {"GET",
       "/api/tables/{id}/history",
       "hands",
       "The hands that are over, the newest first, in pages.",
       {},
       {},
       {{200, "A page of hands.", k_as<protocol::History>}},
       {"before", "limit"}},
      {"GET",
       "/api/tables/{id}/hands/{file}",
       "hands",
       "One hand as this viewer may know it: 12.json with its events, 12.txt in words, 12.phh in Poker Hand History.",
       {},
       {},
       {{200, "The hand.", k_as<table::DealRecord>}, {304, "It has not changed."}}},
      {"GET",
       "/api/tables/{id}/export.json",
       "hands",
       "The hands as a file whose deals anybody can check.",
       {},
       {},
       {{200, "The record.", k_as<protocol::TableExport>}},
       {"before"}},
  };
}

std::vector<Operation> wallet_operations() {
  return {
      {"GET",
       "/api/wallet/ledger",
       "wallet",
       "The own wallet's entries, the newest first, in pages.",
       k_account,
       {},
       {{200, "A page of entries.", k_as<protocol::Ledger>}},
       {"after", "limit"}},
      {"POST",
       "/api/wallet/claim",
       "wallet",
       "Fills the wallet up to the first grant, once a day, when there is less than a tenth of it.",
       k_account,
       {},
       {{200, "Filled up.", k_as<protocol::Claimed>},
        {409, "There are chips enough.", k_as<protocol::ClaimRefused>},
        {429, "Not yet.", k_as<protocol::ClaimRefused>}},
       {},
       k_keyed},
  };
}

std::vector<Operation> house_operations() {
  const std::vector<Answer> well{{200, "It is.", k_as<protocol::Health>}};
  return {
      {"GET",
       "/api/games",
       "server",
       "What can be played, with the settings of its tables.",
       {},
       {},
       {{200, "The games.", k_as<protocol::Games>}}},
      {"GET",
       "/api/openapi.json",
       "server",
       "This document.",
       {},
       {},
       {{200, "OpenAPI 3.1.", k_as<protocol::Nothing>}}},
      {"GET",
       "/api/asyncapi.json",
       "server",
       "What is said over the WebSockets.",
       {},
       {},
       {{200, "AsyncAPI 3.0.", k_as<protocol::Nothing>}}},
      {"GET", "/healthz", "server", "Whether the server runs.", {}, {}, well},
      {"GET", "/readyz", "server", "Whether it takes requests.", {}, {}, well},
      {"GET",
       "/metrics",
       "server",
       "What the server has counted, for Prometheus.",
       {},
       {},
       {{200, "The exposition format 0.0.4.", {}, "text/plain"}}},
  };
}

}  // namespace

std::vector<Operation> operations() {
  std::vector<Operation> all;
  for (const auto& some :
       {account_operations(), table_operations(), hand_operations(), wallet_operations(), house_operations()})
    all.insert(all.end(), some.begin(), some.end());
  return all;
}

void check_routes(const std::vector<std::pair<std::string, std::string>>& routes) {
  const auto all = operations();
  core::check(routes.size() == all.size(), "the documents have a row for each route");
  for (const auto& [method, pattern] : routes)
    core::check(std::any_of(all.begin(), all.end(),
                            [&](const auto& one) { return one.method == method && one.path == pattern; }),
                "the documents have a row for this route");
}

}  // namespace baize::server::documents
