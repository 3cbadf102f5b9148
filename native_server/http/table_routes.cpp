// Routes under /api/tables: the lobby, opening a table, and the HTTP door to what people do at one.
#include "http/answers.h"
#include "http/app.h"
#include "protocol/client_codec.h"
#include "protocol/commands.h"
#include "scene/svg.h"
#include "scene/theme.h"
#include "table/picture.h"

namespace baize::server {

using core::fail;
using core::Reason;
using core::Result;

namespace {

constexpr std::size_t k_page = 100;
constexpr scene::Size k_preview{960, 600};  // CSS px

GiveAnswer answer_to_join(const table::Outcome& outcome, const core::Uuid& uuid,
                          const std::optional<NamedRequest>& name) {
  const auto* sitter = table::sitter(outcome.state, uuid);
  if (sitter == nullptr)
    return {name, {}, 202, [uuid](core::Chips) { return core::to_json(protocol::JoinPending{true, uuid}); }};
  const auto seat = sitter->seat;
  const auto stack = games::stack(outcome.state.game, seat);
  return {name, std::string(uuid.view()), 200,
          [=](core::Chips wallet) { return core::to_json(protocol::Joined{seat, stack, wallet, uuid}); }};
}

GiveAnswer left(int status, core::Chips returned, const core::Uuid& uuid, const std::optional<NamedRequest>& name) {
  return {name, std::string(uuid.view()), status,
          [returned](core::Chips wallet) { return core::to_json(protocol::Left{returned, wallet}); }};
}

GiveAnswer answer_to_leave(const table::Outcome& outcome, const core::Uuid& uuid,
                           const std::optional<NamedRequest>& name) {
  core::Chips returned;
  for (const table::Transfer& one : outcome.transfers)
    if (one.account == uuid && one.way == table::Transfer::Way::from_table) returned += one.amount;
  return left(table::sitter(outcome.state, uuid) != nullptr ? 202 : 200, returned, uuid, name);
}

GiveAnswer answer_to_move(std::uint64_t version, const std::optional<NamedRequest>& name) {
  return {name, {}, 200, [version](core::Chips) { return core::to_json(protocol::Moved{version}); }};
}

bool is_open(const table::State& state) {
  const bool empty_seat = static_cast<std::int32_t>(state.sitters.size()) < state.settings.table.value.seats;
  return empty_seat || table::seat_for(state, {}).has_value();
}

}  // namespace

void App::add_table_routes() {
  router_.add("GET", "/api/tables", [this](const Exchange& exchange) { list_tables(exchange); });
  router_.add("POST", "/api/tables", [this](Exchange exchange) {
    for_account_once(std::move(exchange),
                     [this](const Identity& identity, const Exchange& asked) { create_table(identity, asked); });
  });
  router_.add("GET", "/api/tables/{id}", [this](Exchange exchange) {
    for_table(std::move(exchange), [](const std::shared_ptr<RunningTable>& table, const Exchange& asked) {
      asked.reply(answer_with(200, table->summary()));
    });
  });
  router_.add("GET", "/api/tables/{id}/preview.svg", [this](Exchange exchange) {
    for_table(std::move(exchange),
              [this](const std::shared_ptr<RunningTable>& table, const Exchange& asked) { preview(table, asked); });
  });
  using Act = void (App::*)(const Identity&, const std::shared_ptr<RunningTable>&, const Exchange&);
  const auto add_act = [this](std::string_view pattern, Act act) {
    router_.add("POST", pattern, [this, act](Exchange exchange) {
      for_account_once(std::move(exchange), [this, act](const Identity& identity, Exchange asked) {
        for_table(std::move(asked), [this, act, identity](const std::shared_ptr<RunningTable>& table, Exchange there) {
          (this->*act)(identity, table, there);
        });
      });
    });
  };
  add_act("/api/tables/{id}/join", &App::join);
  add_act("/api/tables/{id}/leave", &App::leave);
  add_act("/api/tables/{id}/moves", &App::move);
}

void App::list_tables(const Exchange& exchange) {
  const std::string game = exchange.request.parameter("game");
  const bool only_open = exchange.request.parameter("open") == "true" || exchange.request.parameter("open") == "1";
  const auto wanted = [&](const table::State& state) {
    return (game.empty() || games::id_of(state.settings.game.value) == game) && (!only_open || is_open(state));
  };
  const auto found = hall_.list(exchange.request.parameter("after"), k_page + 1, wanted);
  protocol::Tables answer;
  for (std::size_t i = 0; i < std::min(found.size(), k_page); ++i) answer.tables.push_back(found[i]->summary());
  if (found.size() > k_page) answer.next = std::string(answer.tables.back().id.view());
  exchange.reply(answer_with(200, answer));
}

// What a passer-by sees through the window: nothing of a table that is locked or has no spectators.
void App::preview(const std::shared_ptr<RunningTable>& table, const Exchange& exchange) {
  const auto state = table->state();
  if (state->locked) return exchange.reply(error_response(Reason::wrong_passphrase));
  if (!state->settings.table.value.spectators)
    return exchange.reply(error_response({Reason::not_seated, "This table has no spectators."}));
  Response response;
  const std::string etag = "\"preview-" + std::string(state->id.view()) + "-v" + std::to_string(state->version) + '"';
  response.fields = {{"Cache-Control", "no-cache"},
                     {"ETag", etag},
                     {"Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"}};
  if (exchange.request.has_etag(etag)) {
    response.status = 304;
    return exchange.reply(std::move(response));
  }
  table::PictureSetting setting;
  setting.area = k_preview;
  response.type = "image/svg+xml";
  response.body =
      scene::to_svg(table::picture(table::public_view(*state), nullptr, setting), scene::house_theme(), now_ms());
  exchange.reply(std::move(response));
}

bool App::may_open_table(const core::Uuid& uuid, const Exchange& exchange) {
  const std::string address = forwarded_.address(exchange.request);
  const auto wait = opened_tables_.wait({{uuid.view()}, {address, k_account_times}}, now_ms());
  if (wait > 0) exchange.reply(too_many_response(sentence_for_wait("You have opened too many tables", wait), wait));
  return wait == 0;
}

void App::create_table(const Identity& identity, const Exchange& exchange) {
  const auto body = body_of<protocol::CreateTable>(exchange.request);
  if (!body) return exchange.reply(error_response(body.error()));
  if (!may_open_table(identity.uuid, exchange)) return;
  const auto opened = [name = exchange.name](const table::State& state) {
    return GiveAnswer{name, {}, 201, [summary = summary_of(state)](core::Chips) { return core::to_json(summary); }};
  };
  hall_.open(identity, *body, opened, [reply = exchange.reply](Result<GivenAnswer> answer) {
    reply(answer ? response_of(std::move(*answer)) : error_response(answer.error()));
  });
}

bool App::may_be_heard(const RunningTable& table, const Identity& identity, const protocol::ClientVerb& verb,
                       const Exchange& exchange) {
  const auto wait = table.wait(nullptr, identity, verb);
  if (wait > 0) exchange.reply(too_many_response(sentence_for_wait("Too many messages", wait), wait));
  return wait == 0;
}

void App::join(const Identity& identity, const std::shared_ptr<RunningTable>& table, const Exchange& exchange) {
  const auto body = body_of<protocol::JoinRequest>(exchange.request);
  if (!body) return exchange.reply(error_response(body.error()));
  protocol::TakeSeat wanted;
  wanted.username = body->username;
  if (body->seat) wanted.seatID = *body->seat;
  wanted.buyIn = body->buy_in_amount.value_or(core::Chips{0});
  Command command{identity.uuid, identity.username, protocol::TableVerb{wanted}, {}, {}, {}};
  if (!may_be_heard(*table, identity, command.verb, exchange)) return;
  command.answer = [uuid = identity.uuid, name = exchange.name](const table::Outcome& outcome) {
    return answer_to_join(outcome, uuid, name);
  };
  command.verdict = [this, table, uuid = identity.uuid, answer = command.answer,
                     reply = exchange.reply](const Result<Accepted>& accepted) {
    if (!accepted) return reply(error_response(accepted.error()));
    if (accepted->answer) return reply(response_of(*accepted->answer));
    keys_.give(answer(*accepted->outcome), reply);
  };
  std::optional<std::string> passphrase;
  if (body->passphrase) passphrase = std::string(body->passphrase->view());
  table->loop().post([table, passphrase, command, reply = exchange.reply] {
    table->admit(command.uuid, passphrase, [table, command, reply](const Result<void>& admitted) {
      if (!admitted) return reply(error_response(admitted.error()));
      table->room->submit(command);
    });
  });
}

void App::leave(const Identity& identity, const std::shared_ptr<RunningTable>& table, const Exchange& exchange) {
  const auto uuid = identity.uuid;
  Command command{uuid, identity.username, protocol::TableVerb{protocol::LeaveTable{}}, {}, {}, {}};
  if (!may_be_heard(*table, identity, command.verb, exchange)) return;
  command.answer = [uuid, name = exchange.name](const table::Outcome& outcome) {
    return answer_to_leave(outcome, uuid, name);
  };
  command.verdict = [this, uuid, answer = command.answer, exchange](const Result<Accepted>& accepted) {
    // Leaving twice is fine: there is nothing left to give back.
    if (!accepted && accepted.error().reason == Reason::not_seated)
      return keys_.give(left(200, core::Chips{0}, uuid, exchange.name), exchange.reply);
    if (!accepted) return exchange.reply(error_response(accepted.error()));
    if (accepted->answer) return exchange.reply(response_of(*accepted->answer));
    keys_.give(answer(*accepted->outcome), exchange.reply);
  };
  table->loop().post([table, command] { table->room->submit(command); });
}

// The passphrase of a locked table, from whoever polls: what a socket's join-table does for its connection.
void App::come_in(const core::Uuid& uuid, const std::shared_ptr<RunningTable>& table,
                  const core::OrAbsent<core::Text<protocol::k_max_passphrase>>& passphrase, const Reply& reply) {
  std::optional<std::string> given;
  if (passphrase) given = std::string(passphrase->view());
  table->loop().post([table, uuid, given, reply] {
    table->admit(uuid, given, [table, reply](const Result<void>& admitted) {
      reply(admitted ? answer_with(200, protocol::Moved{table->state()->version}) : error_response(admitted.error()));
    });
  });
}

void App::move(const Identity& identity, const std::shared_ptr<RunningTable>& table, const Exchange& exchange) {
  const auto game = games::id_of(table->state()->settings.game.value);
  const auto message = protocol::decode_client_message(exchange.request.body, game);
  if (!may_be_heard(*table, identity, message ? message->verb : protocol::ClientVerb(), exchange)) return;
  if (!message) return exchange.reply(error_response(message.error().error));
  if (!message->version)
    return exchange.reply(error_response({Reason::invalid_field, "Say in \"version\" which version you saw."}));
  if (const auto* verb = std::get_if<protocol::TableVerb>(&message->verb))
    if (const auto* wanted = std::get_if<protocol::JoinTable>(verb))
      return come_in(identity.uuid, table, wanted->passphrase, exchange.reply);
  Command command{identity.uuid, identity.username, message->verb, message->request_id, message->version, {}};
  command.answer = [name = exchange.name](const table::Outcome& outcome) {
    return answer_to_move(outcome.state.version, name);
  };
  command.verdict = [this, table, seen = message->version, exchange](const Result<Accepted>& accepted) {
    if (!accepted) return exchange.reply(command_error(accepted.error(), *table->state(), seen));
    if (accepted->answer) return exchange.reply(response_of(*accepted->answer));
    keys_.give(answer_to_move(accepted->version, exchange.name), exchange.reply);
  };
  const auto* verb = std::get_if<protocol::TableVerb>(&message->verb);
  const auto* seat = verb != nullptr ? std::get_if<protocol::TakeSeat>(verb) : nullptr;
  std::optional<std::string> passphrase;
  if (seat != nullptr && seat->passphrase) passphrase = std::string(seat->passphrase->view());
  table->loop().post([table, passphrase, command, reply = exchange.reply] {
    table->admit(command.uuid, passphrase, [table, command, reply](const Result<void>& admitted) {
      if (!admitted) return reply(error_response(admitted.error()));
      table->room->heard_from(command.uuid);
      table->room->came_back(command.uuid);
      table->room->submit(command);
    });
  });
}

}  // namespace baize::server
