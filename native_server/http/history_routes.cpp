// Routes to deals that are over: the list of a table's, and one of them as text, as PHH and as the events that a replay
// is made of - always as whoever asks may know them.
#include <charconv>
#include <limits>

#include "http/answers.h"
#include "http/app.h"

namespace baize::server {

using core::Reason;

namespace {

constexpr int k_page = 25;
constexpr int k_longest_page = 100;

std::optional<std::uint32_t> number_in(std::string_view text) {
  std::uint32_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stop != end) return std::nullopt;
  return number;
}

// The forms in which a deal is fetched: what follows the point in its address.
struct Form {
  std::string_view extension;
  std::string_view type;
  std::optional<games::HistoryForm> history;  // nothing: the record itself
};
constexpr Form k_forms[] = {{"txt", "text/plain; charset=utf-8", games::HistoryForm::text},
                            {"phh", "application/toml", games::HistoryForm::notation},
                            {"json", "application/json", std::nullopt}};

const Form* form_of(std::string_view extension) {
  for (const Form& one : k_forms)
    if (one.extension == extension) return &one;
  return nullptr;
}

// Two viewers of one deal never share an answer, so it is stored by nobody but whoever asked.
std::string etag_of(const ArchivedDeal& deal, const core::Uuid& uuid, std::string_view extension) {
  const auto seat = table::seat_in(deal.record, uuid);
  return "\"hand-" + std::string(deal.record.table.view()) + "-" + std::to_string(deal.record.start.number) + "-v" +
         std::to_string(deal.last) + (seat ? "-s" + std::to_string(int{*seat}) : "") + "." + std::string(extension) +
         '"';
}

Response answer_of(const ArchivedDeal& deal, const core::Uuid& uuid, const Form& form, const Request& request) {
  Response response;
  const std::string etag = etag_of(deal, uuid, form.extension);
  response.fields = {
      {"Cache-Control", "private, no-cache"}, {"ETag", etag}, {"Vary", "Authorization, Cookie, Accept-Encoding"}};
  if (request.has_etag(etag)) {
    response.status = 304;
    return response;
  }
  response.type = form.type;
  response.body = form.history ? table::history(deal.record, uuid, *form.history) : core::to_json(deal.record);
  if (response.body.empty()) return error_response({Reason::not_found, "This game has no such form."});
  if (form.history)
    response.fields.emplace_back("Content-Disposition", "inline; filename=\"" + std::string(deal.record.table.view()) +
                                                            "-" + std::to_string(deal.record.start.number) + "." +
                                                            std::string(form.extension) + '"');
  return response;
}

}  // namespace

void App::add_history_routes() {
  using Show = void (App::*)(const core::Uuid&, const Exchange&);
  const auto add = [this](std::string_view pattern, Show show) {
    router_.add("GET", pattern, [this, show](const Exchange& exchange) {
      const auto asked = who_asks(exchange.request);
      if (!asked) return exchange.reply(error_response(asked.error()));
      (this->*show)(*asked ? (*asked)->uuid : core::Uuid(), exchange);
    });
  };
  add("/api/tables/{id}/history", &App::history);
  add("/api/tables/{id}/hands/{file}", &App::hand);
  add("/api/tables/{id}/export.json", &App::export_table);
}

void App::history(const core::Uuid& uuid, const Exchange& exchange) {
  const std::string before = exchange.request.parameter("before");
  const std::string limit = exchange.request.parameter("limit");
  const auto below = before.empty() ? std::numeric_limits<std::uint32_t>::max() : number_in(before);
  const auto most = limit.empty() ? std::uint32_t{k_page} : number_in(limit);
  if (!below || !most || *most == 0)
    return exchange.reply(error_response({Reason::invalid_field, "\"before\" and \"limit\" should be numbers."}));
  const int count = static_cast<int>(std::min<std::uint32_t>(*most, k_longest_page));
  const auto answer = [reply = exchange.reply, uuid, count](core::Result<Archive::Page> page) {
    if (!page) return reply(error_response(page.error()));
    protocol::History history;
    for (const ArchivedDeal& deal : page->deals)
      if (auto line = table::line_of(deal.record, uuid)) history.hands.push_back(std::move(*line));
    if (page->next) history.next = *page->next;
    reply(answer_with(200, history));
  };
  archive_.deals(exchange.parameters.front(), uuid, *below, count, answer);
}

void App::export_table(const core::Uuid& uuid, const Exchange& exchange) {
  const std::string before = exchange.request.parameter("before");
  const auto below = before.empty() ? std::numeric_limits<std::uint32_t>::max() : number_in(before);
  if (!below) return exchange.reply(error_response({Reason::invalid_field, "\"before\" should be a number."}));
  archive_.exported(exchange.parameters.front(), uuid, *below, k_longest_page,
                    [reply = exchange.reply](const core::Result<protocol::TableExport>& exported) {
                      if (!exported) return reply(error_response(exported.error()));
                      Response response = answer_with(200, *exported);
                      response.fields.emplace_back("Cache-Control", "private, no-store");
                      response.fields.emplace_back("Vary", "Authorization, Cookie, Accept-Encoding");
                      reply(std::move(response));
                    });
}

void App::hand(const core::Uuid& uuid, const Exchange& exchange) {
  const std::string_view file = exchange.parameters.back();
  const auto point = file.find('.');
  const auto number = number_in(file.substr(0, point));
  const Form* const form = point == std::string_view::npos ? nullptr : form_of(file.substr(point + 1));
  if (!number || form == nullptr)
    return exchange.reply(
        error_response({Reason::not_found, "A deal is asked for by its number: 12.txt, 12.phh or 12.json."}));
  const auto answer = [reply = exchange.reply, request = exchange.request, uuid,
                       form](const core::Result<ArchivedDeal>& deal) {
    reply(deal ? answer_of(*deal, uuid, *form, request) : error_response(deal.error()));
  };
  archive_.deal(exchange.parameters.front(), uuid, *number, answer);
}

}  // namespace baize::server
