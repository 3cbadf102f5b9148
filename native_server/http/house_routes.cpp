// Routes about the server itself: whether it is there, and what can be played.
#include "http/answers.h"
#include "http/app.h"

namespace baize::server {

void App::add_house_routes() {
  router_.add("GET", "/healthz",
              [](const Exchange& exchange) { exchange.reply(json_response(200, R"({"ok":true})")); });
  router_.add("GET", "/readyz", [this](const Exchange& exchange) {
    if (closing_) return exchange.reply(error_response(core::Reason::restarting));
    exchange.reply(json_response(200, R"({"ok":true})"));
  });
  router_.add("GET", "/api/games", [](const Exchange& exchange) {
    exchange.reply(answer_with(200, protocol::Games{games::describe_games(), table::describe_table_settings()}));
  });
}

}  // namespace baize::server
