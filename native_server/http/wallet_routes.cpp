// Routes under /api/wallet: a player's entries of the ledger, and the house's help for who has run out.
#include <charconv>
#include <limits>

#include "accounts/secrets.h"
#include "http/answers.h"
#include "http/app.h"

namespace baize::server {

using core::Reason;

namespace {

constexpr int k_page = 25;
constexpr int k_longest_page = 100;

// The whole number above 0 that a parameter of the query is; `otherwise` where it is not given.
std::optional<std::int64_t> number_in(const Request& request, std::string_view name, std::int64_t otherwise) {
  const std::string text = request.parameter(name);
  if (text.empty()) return otherwise;
  std::int64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stop != end || number <= 0) return std::nullopt;
  return number;
}

// What an account has at the tables that are open, a running deal being void. Nothing while some table does not show
// yet what an entry says that it did.
std::optional<core::Chips> chips_at_tables(const Hall& hall, const core::Uuid& uuid,
                                           const std::vector<LedgerEntryRow>& newest) {
  for (const LedgerEntryRow& one : newest) {
    if (one.table.empty()) continue;
    const auto table = hall.find(one.table);
    if (table && table->state()->version < one.version) return std::nullopt;
  }
  core::Chips chips;
  hall.list({}, std::numeric_limits<std::size_t>::max(), [&](const table::State& state) {
    if (const auto* own = table::sitter(state, uuid)) chips += table::worth(state, *own);
    return false;
  });
  return chips;
}

// RFC 9110 section 10.2.3, in whole seconds.
Response refusal_response(const Accounts::ClaimRefusal& refusal) {
  const auto& [error, wait] = refusal;
  protocol::ClaimRefused body{error.message, error.reason, {}};
  if (wait > 0) body.available_at = now_ms() + wait;
  Response response = answer_with(core::http_status(error.reason), body);
  response.reason = error.reason;
  if (wait > 0) response.fields.emplace_back("Retry-After", std::to_string((wait + 999) / 1000));
  return response;
}

}  // namespace

void App::add_wallet_routes() {
  router_.add("GET", "/api/wallet/ledger", [this](Exchange exchange) {
    for_account(std::move(exchange),
                [this](const Identity& identity, const Exchange& asked) { ledger(identity, asked); });
  });
  router_.add("POST", "/api/wallet/claim", [this](Exchange exchange) {
    for_account_once(std::move(exchange),
                     [this](const Identity& identity, const Exchange& asked) { claim(identity, asked); });
  });
}

void App::ledger(const Identity& identity, const Exchange& exchange) {
  const auto below = number_in(exchange.request, "after", std::numeric_limits<std::int64_t>::max());
  const auto most = number_in(exchange.request, "limit", k_page);
  if (!below || !most)
    return exchange.reply(error_response({Reason::invalid_field, "\"after\" and \"limit\" should be numbers."}));
  accounts_.ledger(identity.uuid, *below, static_cast<int>(std::min<std::int64_t>(*most, k_longest_page)),
                   [reply = exchange.reply](const core::Result<protocol::Ledger>& page) {
                     reply(page ? answer_with(200, *page) : error_response(page.error()));
                   });
}

void App::claim(const Identity& identity, const Exchange& exchange) {
  const auto at_tables = [this, uuid = identity.uuid](const std::vector<LedgerEntryRow>& newest) {
    return chips_at_tables(hall_, uuid, newest);
  };
  accounts_.claim({identity.uuid, exchange.name, at_tables}, [reply = exchange.reply](auto claimed) {
    reply(claimed ? response_of(std::move(*claimed)) : refusal_response(claimed.error()));
  });
}

}  // namespace baize::server
