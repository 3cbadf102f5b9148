// Routes under /api/auth, and the tokens for sockets.
#include "http/answers.h"
#include "http/app.h"

namespace baize::server {

using core::Result;

namespace {

// The cookie is for pages of this server; it lasts as long as the token in it. None: it ends.
std::pair<std::string, std::string> auth_cookie(const std::string& token, std::int64_t seconds, bool encrypted) {
  return {"Set-Cookie", "auth_token=" + token + "; Path=/; Max-Age=" + std::to_string(seconds) +
                            "; HttpOnly; SameSite=Lax" + (encrypted ? "; Secure" : "")};
}

std::function<void(Result<protocol::SignedIn>)> sign_in_reply(int status, bool encrypted, Reply reply) {
  return [status, encrypted, reply = std::move(reply)](const Result<protocol::SignedIn>& made) {
    if (!made) return reply(error_response(made.error()));
    Response response = answer_with(status, *made);
    response.fields.push_back(auth_cookie(made->access_token, made->expires_in, encrypted));
    reply(std::move(response));
  };
}

Response wait_response(core::TimeMs wait) {
  return too_many_response(sentence_for_wait("Too many attempts to sign in", wait), wait);
}

}  // namespace

void App::add_account_routes() {
  router_.add("POST", "/api/auth/guest", [this](const Exchange& exchange) {
    const auto body = body_of<protocol::GuestRequest>(exchange.request);
    if (!body) return exchange.reply(error_response(body.error()));
    if (!may_come_in(exchange)) return;
    accounts_.create_guest(body->username, sign_in_reply(201, forwarded_.encrypted(exchange.request), exchange.reply));
  });
  router_.add("POST", "/api/auth/register", [this](const Exchange& exchange) { register_account(exchange); });
  router_.add("POST", "/api/auth/login", [this](const Exchange& exchange) { login(exchange); });
  router_.add("POST", "/api/auth/logout", [this](const Exchange& exchange) { log_out(exchange); });
  router_.add("POST", "/api/auth/refresh", [this](const Exchange& exchange) {
    const auto body = body_of<protocol::RefreshRequest>(exchange.request);
    if (!body) return exchange.reply(error_response(body.error()));
    if (const auto wait = accounts_.refresh_wait(forwarded_.address(exchange.request)); wait > 0)
      return exchange.reply(too_many_response(sentence_for_wait("Too many refreshes from your address", wait), wait));
    accounts_.refresh(body->refresh_token, sign_in_reply(200, forwarded_.encrypted(exchange.request), exchange.reply));
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

bool App::may_come_in(const Exchange& exchange) {
  const auto wait = accounts_.sign_in_wait(forwarded_.address(exchange.request));
  if (wait > 0) exchange.reply(too_many_response(sentence_for_sign_in_wait(wait), wait));
  return wait == 0;
}

void App::register_account(const Exchange& exchange) {
  const auto body = body_of<protocol::Credentials>(exchange.request);
  if (!body) return exchange.reply(error_response(body.error()));
  const auto asker = who_asks(exchange.request);
  if (!asker) return exchange.reply(error_response(asker.error()));
  if (!may_come_in(exchange)) return;
  accounts_.register_account(*body, *asker, sign_in_reply(201, forwarded_.encrypted(exchange.request), exchange.reply));
}

void App::login(const Exchange& exchange) {
  const auto body = body_of<protocol::Credentials>(exchange.request);
  if (!body) return exchange.reply(error_response(body.error()));
  const std::string address = forwarded_.address(exchange.request);
  if (const auto wait = accounts_.login_wait(body->username, address); wait > 0)
    return exchange.reply(wait_response(wait));
  if (!may_come_in(exchange)) return;
  accounts_.login(*body, address, sign_in_reply(200, forwarded_.encrypted(exchange.request), exchange.reply));
}

void App::log_out(const Exchange& exchange) {
  const auto body = body_of<protocol::LogoutRequest>(exchange.request);
  if (!body) return exchange.reply(error_response(body.error()));
  const auto asker = who_asks(exchange.request);
  // One whose access token has ended is known by the refresh token.
  if (!asker && !body->refresh_token) return exchange.reply(error_response(asker.error()));
  const bool encrypted = forwarded_.encrypted(exchange.request);
  accounts_.log_out(asker.value_or(std::nullopt), body->refresh_token.value_or(""),
                    [encrypted, reply = exchange.reply](const Result<void>& ended) {
                      if (!ended) return reply(error_response(ended.error()));
                      Response response = json_response(200, "{}");
                      response.fields.push_back(auth_cookie("", 0, encrypted));
                      reply(std::move(response));
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
