// Routes under /api/auth, and the tokens for sockets.
#include "http/answers.h"
#include "http/app.h"

namespace baize::server {

using core::Result;

namespace {

// The cookie is for pages of this server; it lasts as long as the token in it.
Response signed_in(int status, const protocol::SignedIn& answer) {
  Response response = answer_with(status, answer);
  response.fields.emplace_back("Set-Cookie", "auth_token=" + answer.access_token + "; Path=/; Max-Age=" +
                                                 std::to_string(answer.expires_in) + "; HttpOnly; SameSite=Lax");
  return response;
}

std::function<void(Result<protocol::SignedIn>)> sign_in_reply(int status, Reply reply) {
  return [status, reply = std::move(reply)](const Result<protocol::SignedIn>& made) {
    reply(made ? signed_in(status, *made) : error_response(made.error()));
  };
}

}  // namespace

void App::add_account_routes() {
  router_.add("POST", "/api/auth/guest", [this](const Exchange& exchange) {
    const auto body = body_of<protocol::GuestRequest>(exchange.request);
    if (!body) return exchange.reply(error_response(body.error()));
    accounts_.create_guest(body->username, sign_in_reply(201, exchange.reply));
  });
  router_.add("POST", "/api/auth/refresh", [this](const Exchange& exchange) {
    const auto body = body_of<protocol::RefreshRequest>(exchange.request);
    if (!body) return exchange.reply(error_response(body.error()));
    accounts_.refresh(body->refresh_token, sign_in_reply(200, exchange.reply));
  });
  router_.add("GET", "/api/auth/me", [this](Exchange exchange) {
    for_account(std::move(exchange),
                [this](const Identity& identity, const Exchange& asked) { me(identity, asked.reply); });
  });
  for (const char* method : {"GET", "POST"})
    for (const char* path : {"/api/ws/token", "/api/ws-token"})
      router_.add(method, path, [this](Exchange exchange) {
        for_account(std::move(exchange), [this](const Identity& identity, const Exchange& asked) {
          asked.reply(
              answer_with(200, protocol::SocketToken{accounts_.give_socket_token(identity), k_socket_token_ms / 1000}));
        });
      });
}

void App::me(const Identity& identity, const Reply& reply) {
  protocol::Me answer;
  answer.account = {identity.uuid, identity.username, identity.guest};
  hall_.list({}, std::numeric_limits<std::size_t>::max(), [&](const table::State& state) {
    if (const auto* seat = table::sitter(state, identity.uuid))
      answer.seats.push_back({state.id, seat->seat, games::stack(state.game, seat->seat)});
    if (table::request_of(state, identity.uuid) != nullptr) answer.pending.push_back(state.id);
    return false;
  });
  accounts_.wallet(identity.uuid, [answer, reply](const Result<core::Chips>& balance) mutable {
    if (!balance) return reply(error_response(balance.error()));
    answer.wallet_balance = *balance;
    reply(answer_with(200, answer));
  });
}

}  // namespace baize::server
