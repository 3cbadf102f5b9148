// Routes about the server itself: whether it is there, and what can be played.
#include "documents/asyncapi.h"
#include "documents/openapi.h"
#include "documents/operations.h"
#include "http/answers.h"
#include "http/app.h"
#include "http/metrics_page.h"
#include "ops/version.h"

namespace baize::server {

void App::add_house_routes() {
  router_.add("GET", "/healthz",
              [](const Exchange& exchange) { exchange.reply(answer_with(200, protocol::Health{})); });
  router_.add("GET", "/readyz", [this](const Exchange& exchange) {
    if (closing_) return exchange.reply(error_response(core::Reason::restarting));
    const auto ready = [reply = exchange.reply] { reply(answer_with(200, protocol::Health{})); };
    if (!journal_.failing()) return ready();
    // The last change could not be written. Perhaps there is room again, and nobody has had anything to write since.
    journal_.commit({{ProveWritable{}}}, nullptr, [ready, reply = exchange.reply](const CommitOutcome& outcome) {
      if (outcome.end == CommitOutcome::End::durable) return ready();
      reply(error_response(outcome.error));
    });
  });
  router_.add("GET", "/metrics", [this](const Exchange& exchange) {
    exchange.reply(
        {200, std::string(k_metrics_type), metrics_page(hall_), nullptr, {{"Cache-Control", "no-store"}}, {}});
  });
  router_.add("GET", "/api/games", [](const Exchange& exchange) {
    exchange.reply(answer_with(200, protocol::Games{games::describe_games(), table::describe_table_settings()}));
  });
  router_.add("GET", "/api/openapi.json", [text = documents::openapi(version())](const Exchange& exchange) {
    exchange.reply(json_response(200, text));
  });
  router_.add("GET", "/api/asyncapi.json", [text = documents::asyncapi(version())](const Exchange& exchange) {
    exchange.reply(json_response(200, text));
  });
  // These routes are the last ones.
  documents::check_routes(router_.routes());
}

}  // namespace baize::server
