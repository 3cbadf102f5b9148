// Routes about the server itself: whether it is there, and what can be played.
#include "http/answers.h"
#include "http/api_document.h"
#include "http/app.h"
#include "ops/version.h"

namespace baize::server {

void App::add_house_routes() {
  router_.add("GET", "/healthz",
              [](const Exchange& exchange) { exchange.reply(answer_with(200, protocol::Health{})); });
  router_.add("GET", "/readyz", [this](const Exchange& exchange) {
    if (closing_) return exchange.reply(error_response(core::Reason::restarting));
    exchange.reply(answer_with(200, protocol::Health{}));
  });
  router_.add("GET", "/api/games", [](const Exchange& exchange) {
    exchange.reply(answer_with(200, protocol::Games{games::describe_games(), table::describe_table_settings()}));
  });
  router_.add("GET", "/api/openapi.json",
              [this](const Exchange& exchange) { exchange.reply(json_response(200, api_document_)); });
  // The last one: the document has a row for each route.
  api_document_ = api_document(router_, version());
}

}  // namespace baize::server
