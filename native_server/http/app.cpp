#include "http/app.h"

#include "accounts/secrets.h"
#include "core/check.h"
#include "http/answers.h"
#include "ops/log.h"

namespace baize::server {

using core::fail;
using core::Reason;
using core::Result;

namespace {

// Every form of the protocol that a table speaks.
std::vector<Admission::Language> languages() {
  return {{protocol::subprotocol(protocol::Wire::json), Receiver::Frame::text},
          {protocol::subprotocol(protocol::Wire::cereal), Receiver::Frame::binary}};
}

using Table = std::shared_ptr<RunningTable>;

void let_into_conversation(const Table& table, const Identity& identity, RunningTable::Entry entry,
                           const AdmissionReply& reply) {
  reply(Admission{&table->loop(), languages(), [table, identity, entry](std::shared_ptr<Connection> connection) {
                    return table->enter(std::move(connection), identity, entry);
                  }});
}

// A reader says nothing, so there is no passphrase to be asked for later: who may not watch stays outside.
void let_into_stream(const Table& table, const Identity& identity, RunningTable::Entry, const AdmissionReply& reply) {
  table->loop().post([table, identity, reply] {
    if (const auto may = table->may_watch(identity.uuid); !may) return reply(error_response(may.error()));
    reply(Admission{&table->loop(), {languages().front()}, [table, identity](std::shared_ptr<Connection> connection) {
                      return table->stream(std::move(connection), identity);
                    }});
  });
}

// The sockets that there are, by the path before the table's id.
struct SocketDoor {
  std::string_view path;
  void (*let_in)(const Table&, const Identity&, RunningTable::Entry, const AdmissionReply&);
};
constexpr SocketDoor k_doors[] = {{"/ws/table/", let_into_conversation}, {"/ws/games/", let_into_stream}};

const SocketDoor* socket_door(std::string_view path) {
  for (const SocketDoor& one : k_doors)
    if (path.starts_with(one.path)) return &one;
  return nullptr;
}

}  // namespace

App::App(Accounts& accounts, Hall& hall, StaticFiles files, Origins origins)
    : accounts_(accounts),
      hall_(hall),
      archive_(hall, hall.readers()),
      files_(std::move(files)),
      origins_(std::move(origins)) {
  add_account_routes();
  add_table_routes();
  add_history_routes();
  add_snapshot_routes();
  add_house_routes();
}

void App::answer(Request request, Reply reply) {
  const bool api = request.path.starts_with("/api/");
  const auto finish = [this, request, reply](Response response) {
    origins_.allow_reading(request, response);
    add_security_fields(response);
    reply(std::move(response));
  };
  if (api && !origins_.welcome(request)) return finish(error_response(Reason::origin_refused));
  if (api && request.method == "OPTIONS" && origins_.listed(request.field("origin")))
    return reply(Origins::preflight(request));

  auto match = router_.find(request.method, request.path);
  if (match.handler) {
    try {
      return (*match.handler)({request, std::move(match.parameters), finish});
    } catch (const core::BrokenInvariant& broken) {
      log_error("{} {} broke an invariant: {}", request.method, request.path, broken.what());
      return finish(error_response(Reason::malformed));
    }
  }
  if (!match.allowed.empty()) return finish(method_not_allowed(match.allowed));
  if (request.method == "GET" || request.method == "HEAD")
    if (auto file = files_.find(request)) return finish(std::move(*file));
  finish(error_response(Reason::not_found));
}

void App::admit(Request request, AdmissionReply reply) {
  const auto refuse = [&](const core::Error& error) { reply(error_response(error)); };
  const SocketDoor* const door = socket_door(request.path);
  if (door == nullptr) return refuse(Reason::not_found);
  if (!origins_.welcome(request)) return refuse(Reason::origin_refused);
  if (closing_) return refuse(Reason::restarting);
  const auto table = hall_.find(std::string_view(request.path).substr(door->path.size()));
  if (!table) return refuse(Reason::no_such_table);
  const auto welcome = [table, reply, let_in = door->let_in](const Identity& identity, RunningTable::Entry entry) {
    let_in(table, identity, entry, reply);
  };
  if (const auto token = request.parameter("token"); !token.empty()) {
    const auto identity = accounts_.take_socket_token(token);
    if (!identity) return refuse(Reason::bad_token);
    return welcome(*identity, RunningTable::Entry::joined);
  }
  who_asks(request, [welcome, reply](Result<std::optional<Identity>> asked) {
    if (!asked) return reply(error_response(asked.error()));
    welcome(asked->value_or(Identity{fresh_uuid(), {}, true}), RunningTable::Entry::silent);
  });
}

void App::who_asks(const Request& request, Asked then) {
  constexpr std::string_view k_bearer = "Bearer ";
  const auto field = request.field("authorization");
  if (field.starts_with(k_bearer))
    return accounts_.identify(std::string(field.substr(k_bearer.size())), [then](Result<Identity> found) {
      if (!found) return then(fail(std::move(found.error())));
      then(std::optional<Identity>(*found));
    });
  const auto cookie = request.cookie("auth_token");
  if (cookie.empty()) return then(std::optional<Identity>());
  // A cookie that has grown old is no offence: its owner cannot even see it.
  accounts_.identify(std::string(cookie), [then](const Result<Identity>& found) {
    then(found ? std::optional<Identity>(*found) : std::optional<Identity>());
  });
}

void App::for_account(Exchange exchange, std::function<void(const Identity&, Exchange)> then) {
  auto shared = std::make_shared<Exchange>(std::move(exchange));
  who_asks(shared->request, [shared, then](const Result<std::optional<Identity>>& asked) {
    if (!asked) return shared->reply(error_response(asked.error()));
    if (!*asked) return shared->reply(error_response(Reason::signed_out));
    then(**asked, std::move(*shared));
  });
}

void App::for_table(Exchange exchange, std::function<void(const std::shared_ptr<RunningTable>&, Exchange)> then) {
  const auto table = hall_.find(exchange.parameters.front());
  if (!table) return exchange.reply(error_response(Reason::no_such_table));
  then(table, std::move(exchange));
}

}  // namespace baize::server
