#include "http/app.h"

#include <algorithm>
#include <atomic>

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

// Where the sign-in was ended while the connection was on its way to the table's loop.
void close_if_ended(const Accounts& accounts, const Identity& identity, Connection& connection) {
  if (accounts.ended(identity)) connection.close(CloseCode::signed_out, "signed out");
}

// The token that a client has sent on purpose, or nothing.
std::string_view bearer(const Request& request) {
  constexpr std::string_view k_bearer = "Bearer ";
  const auto field = request.field("authorization");
  return field.starts_with(k_bearer) ? field.substr(k_bearer.size()) : std::string_view();
}

// What the client, or a proxy before the house, calls the request; else a number of our own.
std::string id_for(const Request& request) {
  constexpr std::size_t k_longest = 64;
  static std::atomic<std::uint64_t> last{0};
  const auto given = request.field("x-request-id");
  if (!given.empty() && given.size() <= k_longest) return std::string(given);
  return "r" + std::to_string(++last);
}

// A broken invariant ends this request and nothing else.
void handle(const Exchange& exchange, const Handler& handler) {
  try {
    handler(exchange);
  } catch (const core::BrokenInvariant& broken) {
    log_error({.request = exchange.request.id}, "{} {} broke an invariant: {}", exchange.request.method,
              exchange.request.path, broken.what());
    exchange.reply(error_response(Reason::malformed));
  }
}

// Changes something and is known by what browsers send by themselves, whichever page has made them ask.
bool could_be_forged(const Request& request) {
  const bool only_reads = request.method == "GET" || request.method == "HEAD" || request.method == "OPTIONS";
  return !only_reads && bearer(request).empty() && !request.cookie("auth_token").empty();
}

// Every 429 says when to come back (the protocol, "Reasons"); who knows better than this has said so.
Response with_retry_after(Response response) {
  const auto is_said = [](const auto& field) { return field.first == "Retry-After"; };
  if (response.status == 429 && std::none_of(response.fields.begin(), response.fields.end(), is_said))
    response.fields.emplace_back("Retry-After", "5");
  return response;
}

// Who stands at a socket's door.
struct Caller {
  Table table;
  Identity identity;
  RunningTable::Entry entry = RunningTable::Entry::silent;
  std::string address;
  bool of_many = false;
};
using Enter = std::function<std::shared_ptr<Receiver>(std::shared_ptr<Connection>)>;

// The last question of all: with an answer to it, an older connection may have to go.
void let_in(ConnectionCaps& caps, const Caller& caller, std::vector<Admission::Language> spoken, Enter enter,
            const AdmissionReply& reply) {
  const std::string account(caller.identity.anonymous() ? std::string_view() : caller.identity.uuid.view());
  auto ticket = caps.admit({account, std::string(caller.table->id().view()), caller.address, caller.of_many});
  if (!ticket) return reply(with_retry_after(error_response(ticket.error())));
  reply(Admission{&caller.table->loop(), caller.identity.family, std::move(*ticket), std::move(spoken),
                  [caller, enter = std::move(enter)](const std::shared_ptr<Connection>& connection) {
                    log_debug({.table = caller.table->id().view(),
                               .connection = connection->number(),
                               .account = caller.identity.uuid.view()},
                              "A connection has come");
                    auto receiver = enter(connection);
                    close_if_ended(caller.table->accounts, caller.identity, *connection);
                    return receiver;
                  }});
}

void let_into_conversation(ConnectionCaps& caps, const Caller& caller, const AdmissionReply& reply) {
  const auto enter = [caller](std::shared_ptr<Connection> connection) {
    return caller.table->enter(std::move(connection), caller.identity, caller.entry);
  };
  let_in(caps, caller, languages(), enter, reply);
}

// A reader says nothing, so there is no passphrase to be asked for later: who may not watch stays outside.
void let_into_stream(ConnectionCaps& caps, const Caller& caller, const AdmissionReply& reply) {
  caller.table->loop().post([&caps, caller, reply] {
    if (const auto may = caller.table->may_watch(caller.identity.uuid); !may) return reply(error_response(may.error()));
    const auto enter = [caller](std::shared_ptr<Connection> connection) {
      return caller.table->stream(std::move(connection), caller.identity);
    };
    let_in(caps, caller, {languages().front()}, enter, reply);
  });
}

// The sockets that there are, by the path before the table's id.
struct SocketDoor {
  std::string_view path;
  void (*let_in)(ConnectionCaps&, const Caller&, const AdmissionReply&);
};
constexpr SocketDoor k_doors[] = {{"/ws/table/", let_into_conversation}, {"/ws/games/", let_into_stream}};

const SocketDoor* socket_door(std::string_view path) {
  for (const SocketDoor& one : k_doors)
    if (path.starts_with(one.path)) return &one;
  return nullptr;
}

}  // namespace

App::App(Accounts& accounts, Hall& hall, Journal& journal, Caps caps, AppSettings settings)
    : accounts_(accounts),
      hall_(hall),
      journal_(journal),
      caps_(caps),
      keys_(journal, hall.readers()),
      archive_(hall, hall.readers()),
      files_(std::move(settings.files)),
      origins_(std::move(settings.origins)),
      forwarded_(std::move(settings.forwarded)),
      limits_(settings.limits),
      opened_tables_(settings.most_tables, k_tables_window_ms),
      polls_(settings.most_polls, settings.limits.window_ms) {
  add_account_routes();
  add_table_routes();
  add_history_routes();
  add_snapshot_routes();
  add_wallet_routes();
  add_house_routes();
}

Result<std::unique_ptr<HttpCaps::Place>> App::welcome(const std::string& peer) {
  return caps_.http.admit(forwarded_.address_of_peer(peer));
}

void App::wait_until_answered(std::chrono::steady_clock::time_point until) {
  std::unique_lock lock(mutex_);
  answered_.wait_until(lock, until, [this] { return unanswered_ == 0; });
}

void App::answer(Request request, Reply reply) {
  request.id = id_for(request);
  const bool api = request.path.starts_with("/api/");
  {
    const std::lock_guard lock(mutex_);
    ++unanswered_;
  }
  const auto finish = [this, request, reply](Response given) {
    Response response = with_retry_after(std::move(given));
    origins_.allow_reading(request, response);
    add_security_fields(response);
    response.fields.emplace_back("X-Request-Id", request.id);
    log_debug({.request = request.id}, "{} {}: {}", request.method, request.path, response.status);
    reply(std::move(response));
    const std::lock_guard lock(mutex_);
    if (--unanswered_ == 0) answered_.notify_all();
  };
  if (api && !origins_.welcome(request)) return finish(error_response(Reason::origin_refused));
  if (api && could_be_forged(request) && !Origins::own(request))
    return finish(error_response({Reason::origin_refused,
                                  "A request that is known by its cookie has to name this server as its Origin. Send "
                                  "the access token as a bearer instead."}));
  if (api && request.method == "OPTIONS" && origins_.listed(request.field("origin")))
    return finish(Origins::preflight());

  auto match = router_.find(request.method, request.path);
  if (match.handler) return handle({request, std::move(match.parameters), finish}, *match.handler);
  if (!match.allowed.empty()) return finish(method_not_allowed(match.allowed));
  if (request.method == "GET" || request.method == "HEAD")
    if (auto file = files_.find(request)) return finish(std::move(*file));
  finish(error_response(Reason::not_found));
}

void App::admit(Request request, AdmissionReply reply) {
  request.id = id_for(request);
  const auto refuse = [&](const core::Error& error) {
    log_debug({.request = request.id}, "An upgrade of {} was refused: {}", request.path, core::enum_name(error.reason));
    reply(error_response(error));
  };
  const SocketDoor* const door = socket_door(request.path);
  if (door == nullptr) return refuse(Reason::not_found);
  if (!origins_.welcome(request)) return refuse(Reason::origin_refused);
  if (closing_) return refuse(Reason::restarting);
  const auto table = hall_.find(std::string_view(request.path).substr(door->path.size()));
  if (!table) return refuse(Reason::no_such_table);
  const auto welcome = [&](const Identity& identity, RunningTable::Entry entry) {
    door->let_in(caps_.sockets, {table, identity, entry, forwarded_.address(request), forwarded_.of_many(request)},
                 reply);
  };
  if (const auto token = request.parameter("token"); !token.empty()) {
    const auto identity = accounts_.take_socket_token(token);
    if (!identity) return refuse(Reason::bad_token);
    return welcome(*identity, RunningTable::Entry::joined);
  }
  const auto asked = who_asks(request);
  if (!asked) return refuse(asked.error());
  welcome(asked->value_or(Identity{fresh_uuid(), {}, true}), RunningTable::Entry::silent);
}

Result<std::optional<Identity>> App::who_asks(const Request& request) const {
  if (const auto token = bearer(request); !token.empty()) {
    auto known = accounts_.identify(token);
    if (!known) return fail(std::move(known.error()));
    return std::optional<Identity>(std::move(*known));
  }
  // A cookie that has grown old is no offence: its owner cannot even see it.
  const auto known = accounts_.identify(request.cookie("auth_token"));
  return known ? std::optional<Identity>(*known) : std::nullopt;
}

void App::for_account(Exchange exchange, const std::function<void(const Identity&, Exchange)>& then) const {
  const auto asked = who_asks(exchange.request);
  if (!asked) return exchange.reply(error_response(asked.error()));
  if (!*asked) return exchange.reply(error_response(Reason::signed_out));
  then(**asked, std::move(exchange));
}

void App::for_account_once(Exchange exchange, std::function<void(const Identity&, Exchange)> then) {
  for_account(std::move(exchange), [&](const Identity& identity, Exchange asked) {
    keys_.once(identity.uuid, std::move(asked), [identity, then = std::move(then)](const Exchange& named) {
      handle(named, [&](Exchange once) { then(identity, std::move(once)); });
    });
  });
}

void App::for_table(Exchange exchange, std::function<void(const std::shared_ptr<RunningTable>&, Exchange)> then) {
  const auto table = hall_.find(exchange.parameters.front());
  if (!table) return exchange.reply(error_response(Reason::no_such_table));
  then(table, std::move(exchange));
}

}  // namespace baize::server
