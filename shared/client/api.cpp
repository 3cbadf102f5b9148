#include "client/api.h"

#include <charconv>

#include "core/json_read.h"
#include "core/json_write.h"

namespace baize::client {

namespace {

using core::Reason;
using core::Result;

constexpr std::string_view k_table_fragment = "#/table/";
constexpr std::string_view k_deal_fragment = "/hand/";

constexpr std::string_view k_unreadable = "The server's answer could not be read. Reload the page.";

bool well(const CallAnswer& answer) { return answer.status >= 200 && answer.status <= 299; }

core::Error error_of(const CallAnswer& answer) {
  if (answer.status == 0)
    return {Reason::store_unavailable, "The server does not answer. Check the connection and try again."};
  if (auto error = core::from_json_text<protocol::HttpError>(answer.body)) return {error->code, error->error};
  return {Reason::store_unavailable, "The server answered in a way this page does not understand (" +
                                         std::to_string(answer.status) + "). Reload the page."};
}

}  // namespace

Call sign_in_as_guest(std::string_view username) {
  return {"POST", "api/auth/guest", core::to_json(protocol::GuestRequest{std::string(username)})};
}

Call register_account(std::string_view username, std::string_view password) {
  return {"POST", "api/auth/register",
          core::to_json(protocol::Credentials{std::string(username), std::string(password)})};
}

Call log_in(std::string_view username, std::string_view password) {
  return {"POST", "api/auth/login", core::to_json(protocol::Credentials{std::string(username), std::string(password)})};
}

Call log_out(std::string_view refresh_token) {
  return {"POST", "api/auth/logout", core::to_json(protocol::LogoutRequest{std::string(refresh_token)})};
}

Call refresh(std::string_view refresh_token) {
  return {"POST", "api/auth/refresh", core::to_json(protocol::RefreshRequest{std::string(refresh_token)})};
}

Call who_am_i() { return {"GET", "api/auth/me", {}}; }

Call list_games() { return {"GET", "api/games", {}}; }

Call list_tables() { return {"GET", "api/tables", {}}; }

Call create_table(const protocol::CreateTable& table) { return {"POST", "api/tables", core::to_json(table)}; }

Call look_at_table(std::string_view id) { return {"GET", "api/tables/" + std::string(id), {}}; }

Call list_deals(std::string_view table, std::optional<std::uint32_t> before) {
  const std::string page = before ? "?before=" + std::to_string(*before) : "";
  return {"GET", "api/tables/" + std::string(table) + "/history" + page, {}};
}

Call look_at_deal(std::string_view table, std::uint32_t number) {
  return {"GET", "api/tables/" + std::string(table) + "/hands/" + std::to_string(number) + ".json", {}};
}

Call export_table(std::string_view id) { return {"GET", "api/tables/" + std::string(id) + "/export.json", {}}; }

Call list_ledger(std::optional<std::int64_t> after) {
  return {"GET", "api/wallet/ledger" + (after ? "?after=" + std::to_string(*after) : std::string()), {}};
}

Call claim_chips() { return {"POST", "api/wallet/claim", {}}; }

Call poll_table(std::string_view id, std::optional<std::uint64_t> known) {
  Call call{"GET", "api/tables/" + std::string(id) + "/snapshot", {}};
  if (known) call.known = protocol::snapshot_tag(id, *known);
  return call;
}

Call command_table(std::string_view id, std::string command) {
  return {"POST", "api/tables/" + std::string(id) + "/moves", std::move(command)};
}

Call socket_token() { return {"POST", "api/ws/token", {}}; }

template <class T>
Result<T> read_answer(const CallAnswer& answer) {
  if (!well(answer)) return core::fail(error_of(answer));
  auto read = core::from_json_text<T>(answer.body);
  if (!read) return core::fail(Reason::malformed, std::string(k_unreadable));
  return read;
}

Result<protocol::UpdateGame> read_poll(const CallAnswer& answer) {
  if (!well(answer)) return core::fail(error_of(answer));
  auto read = protocol::read_polled(answer.body);
  if (!read) return core::fail(Reason::malformed, std::string(k_unreadable));
  return read;
}

template Result<protocol::SignedIn> read_answer(const CallAnswer&);
template Result<protocol::Me> read_answer(const CallAnswer&);
template Result<protocol::Games> read_answer(const CallAnswer&);
template Result<protocol::Tables> read_answer(const CallAnswer&);
template Result<protocol::TableSummary> read_answer(const CallAnswer&);
template Result<protocol::SocketToken> read_answer(const CallAnswer&);
template Result<protocol::History> read_answer(const CallAnswer&);
template Result<protocol::Ledger> read_answer(const CallAnswer&);
template Result<protocol::Claimed> read_answer(const CallAnswer&);
template Result<table::DealRecord> read_answer(const CallAnswer&);
template Result<protocol::Moved> read_answer(const CallAnswer&);

std::string socket_path(std::string_view table) { return "ws/table/" + std::string(table); }

std::string link_fragment(std::string_view table) { return std::string(k_table_fragment) + std::string(table); }

std::string deal_fragment(std::string_view table, std::uint32_t number) {
  return link_fragment(table) + std::string(k_deal_fragment) + std::to_string(number);
}

std::optional<DealLink> deal_of_fragment(std::string_view fragment) {
  const auto at = fragment.find(k_deal_fragment);
  if (at == std::string_view::npos) return std::nullopt;
  const auto table = table_of_fragment(fragment.substr(0, at));
  const std::string_view digits = fragment.substr(at + k_deal_fragment.size());
  std::uint32_t number = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, number);
  if (!table || error != std::errc() || stop != end) return std::nullopt;
  return DealLink{*table, number};
}

std::optional<core::TableId> table_of_fragment(std::string_view fragment) {
  if (!fragment.starts_with(k_table_fragment)) return std::nullopt;
  fragment.remove_prefix(k_table_fragment.size());
  if (fragment.empty() || !core::TableId::fits(fragment)) return std::nullopt;
  for (char c : fragment)
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) return std::nullopt;
  return core::TableId(fragment);
}

}  // namespace baize::client
