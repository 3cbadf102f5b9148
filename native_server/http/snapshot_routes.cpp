// The read-only doors to a table: its snapshot over HTTP, for whoever polls.
#include "http/answers.h"
#include "http/app.h"
#include "protocol/snapshot.h"

namespace baize::server {

namespace {

// Every viewer has an answer of its own under the same tag, so it is stored by nobody but whoever asked.
Response answer_of(const table::State& state, const core::Uuid& uuid, const Request& request) {
  Response response;
  const std::string etag = protocol::snapshot_tag(state.id.view(), state.version);
  response.fields = {
      {"Cache-Control", "private, no-cache"}, {"ETag", etag}, {"Vary", "Authorization, Cookie, Accept-Encoding"}};
  if (request.has_etag(etag)) {
    response.status = 304;
    return response;
  }
  protocol::SnapshotAnswer answer;
  answer.all.value.snapshot = protocol::shared_snapshot(table::public_view(state));
  answer.all.value.own.value = protocol::own_snapshot(state, uuid);
  answer.viewer_seat = answer.all.value.own.value.viewer.seat;
  answer.now = now_ms();
  response.type = "application/json";
  response.body = core::to_json(answer);
  return response;
}

}  // namespace

void App::add_snapshot_routes() {
  for (const char* pattern : {"/api/tables/{id}/snapshot", "/api/games/{id}/snapshot"})
    router_.add("GET", pattern, [this](const Exchange& exchange) {
      const auto asked = who_asks(exchange.request);
      if (!asked) return exchange.reply(error_response(asked.error()));
      snapshot(*asked ? (*asked)->uuid : core::Uuid(), exchange);
    });
}

bool App::may_poll(const core::Uuid& uuid, const Exchange& exchange) {
  const std::string address = uuid.empty() ? forwarded_.address(exchange.request) : std::string();
  const auto whose = uuid.empty() ? WindowsByName::Whose{address, k_account_times} : WindowsByName::Whose{uuid.view()};
  const auto wait = polls_.wait({whose}, now_ms());
  if (wait > 0) exchange.reply(too_many_response(sentence_for_wait("Too many requests", wait), wait));
  return wait == 0;
}

void App::snapshot(const core::Uuid& uuid, const Exchange& exchange) {
  if (!may_poll(uuid, exchange)) return;
  for_table(exchange, [&](const std::shared_ptr<RunningTable>& table, const Exchange& asked) {
    table->loop().post([table, uuid, asked] {
      if (const auto may = table->may_watch(uuid); !may) return asked.reply(error_response(may.error()));
      table->room->heard_from(uuid);
      if (!uuid.empty()) table->room->came_back(uuid);
      asked.reply(answer_of(*table->state(), uuid, asked.request));
    });
  });
}

}  // namespace baize::server
