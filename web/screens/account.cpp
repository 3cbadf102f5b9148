#include "web/screens/account.h"

#include <algorithm>
#include <charconv>

#include "web/platform/clock.h"
#include "web/platform/frame_loop.h"
#include "web/platform/http.h"
#include "web/platform/page.h"
#include "web/platform/timer.h"

namespace baize::web::screens {
namespace {

using client::Call;
using client::CallAnswer;
using core::TimeMs;

constexpr TimeMs k_margin_ms = 30'000;   // an access token is renewed this long before it ends
constexpr TimeMs k_renewal_ms = 10'000;  // how long another tab's renewal is waited for
constexpr double k_look_again_ms = 400;  // while it is
constexpr double k_retry_recall_ms = 3000;
constexpr double k_once_more_ms = 1000;
constexpr int k_unauthorised = 401;

constexpr std::string_view k_access = "access";
constexpr std::string_view k_refresh = "refresh";
constexpr std::string_view k_ends = "ends";
constexpr std::string_view k_renewing = "renewing";

std::int64_t number_of(const std::optional<std::string>& text) {
  std::int64_t value = 0;
  if (text) std::from_chars(text->data(), text->data() + text->size(), value);
  return value;
}

}  // namespace

void Account::use(const platform::Server& server) {
  const bool found = server.state == platform::Server::State::found;
  const std::string base = found ? server.base : std::string();
  if (base == base_ && state_ != State::nobody) return;
  base_ = base;
  socket_ = server.socket;
  me_ = {};
  set(State::nobody);
  if (!found) return;
  load_tokens();
  if (!tokens_.refresh.empty()) recall();
}

void Account::recall() {
  set(State::recalling);
  send(client::who_am_i(), [this](const CallAnswer& answer) {
    take_in(answer);
    if (state_ != State::recalling) return;
    if (tokens_.refresh.empty()) return set(State::nobody);
    platform::after(k_retry_recall_ms, [this] {
      if (state_ == State::recalling) recall();
    });
  });
}

void Account::take_in(const CallAnswer& answer) {
  auto me = client::read_answer<protocol::Me>(answer);
  if (!me) return;
  me_ = std::move(*me);
  set(State::known);
}

void Account::sign_in_as_guest(std::string_view name, Done done) {
  carry(client::sign_in_as_guest(name),
        [this, done = std::move(done)](const CallAnswer& answer) { enter(answer, done); });
}

void Account::register_as(std::string_view name, std::string_view password, Done done) {
  send(client::register_account(name, password),
       [this, done = std::move(done)](const CallAnswer& answer) { enter(answer, done); });
}

void Account::log_in(std::string_view name, std::string_view password, Done done) {
  carry(client::log_in(name, password),
        [this, done = std::move(done)](const CallAnswer& answer) { enter(answer, done); });
}

void Account::log_out() {
  carry(client::log_out(tokens_.refresh), [](const CallAnswer&) {});
  forget();
}

void Account::enter(const CallAnswer& answer, const Done& done) {
  const auto signed_in = client::read_answer<protocol::SignedIn>(answer);
  if (!signed_in) return done(signed_in.error().message);
  keep_tokens(signed_in->access_token, signed_in->refresh_token, signed_in->expires_in * 1000);
  const bool same = me_.account.id == signed_in->account.id;
  me_ = {signed_in->account, signed_in->wallet_balance, {}, {}};
  set(State::known);
  // Somebody who has been here before may have seats.
  if (same || !signed_in->account.guest) look_again();
  done({});
}

void Account::adopt(const protocol::Guest& guest) {
  // How long its access token lives was not said: it counts as spent, and the first call makes a new one, which also
  // sets the cookie of this page's origin.
  keep_tokens(guest.access_token, guest.refresh_token, 0);
  me_ = {guest.account, {}, {}, {}};
  set(State::known);
  look_again();
}

void Account::forget() {
  drop_tokens();
  me_ = {};
  set(State::nobody);
}

void Account::look_again() {
  if (state_ != State::known) return;
  send(client::who_am_i(), [this](const CallAnswer& answer) { take_in(answer); });
}

void Account::send(const Call& call, Answer answer) {
  freshen([this, call, answer = std::move(answer)] {
    carry(call, [this, call, answer](const CallAnswer& first) {
      if (first.status != k_unauthorised || tokens_.refresh.empty()) return answer(first);
      // The server no longer knows the token, whatever this machine's clock says: once more with a new one.
      tokens_.ends = 0;
      freshen([this, call, answer, first] { tokens_.access.empty() ? answer(first) : carry(call, answer); });
    });
  });
}

void Account::send_once(Call call, Answer answer) {
  core::Bytes<16> chance;
  platform::random_bytes(chance.data(), chance.size());
  call.key = core::to_text(chance);
  send(call, [this, call, answer = std::move(answer)](const CallAnswer& first) {
    if (first.status != 0) return answer(first);
    platform::after(k_once_more_ms, [this, call, answer] { send(call, answer); });
  });
}

void Account::socket_address(std::string_view table, std::function<void(std::optional<std::string>)> ready) {
  const std::string url = socket_ + client::socket_path(table);
  if (tokens_.refresh.empty()) return ready(url);
  send(client::socket_token(), [this, url, ready = std::move(ready)](const CallAnswer& answer) {
    if (const auto token = client::read_answer<protocol::SocketToken>(answer))
      return ready(url + "?token=" + token->token);
    // Tokens that the server has given up on: whoever this was watches until a name is given again.
    if (tokens_.refresh.empty()) return ready(url);
    ready(std::nullopt);
  });
}

void Account::carry(const Call& call, Answer answer) {
  platform::HttpRequest request;
  request.method = call.method;
  request.url = base_ + call.path;
  request.body = call.body;
  if (!call.body.empty()) request.headers.emplace_back("Content-Type", "application/json");
  if (!call.key.empty()) request.headers.emplace_back("Idempotency-Key", call.key);
  if (!call.known.empty()) request.headers.emplace_back("If-None-Match", call.known);
  if (!tokens_.access.empty()) request.headers.emplace_back("Authorization", "Bearer " + tokens_.access);
  platform::send_request(request, [answer = std::move(answer)](const platform::HttpResponse& response) {
    answer({response.status, response.body, response.retry_after_s});
  });
}

void Account::load_tokens() {
  tokens_ = {platform::stored(key(k_access)).value_or(""), platform::stored(key(k_refresh)).value_or(""),
             number_of(platform::stored(key(k_ends)))};
}

void Account::keep_tokens(const std::string& access, const std::string& refresh, TimeMs lives_ms) {
  tokens_ = {access, refresh, platform::wall_clock() + lives_ms};
  platform::store(key(k_access), access);
  platform::store(key(k_refresh), refresh);
  platform::store(key(k_ends), std::to_string(tokens_.ends));
}

void Account::drop_tokens() {
  tokens_ = {};
  for (const std::string_view what : {k_access, k_refresh, k_ends}) platform::forget(key(what));
}

bool Account::fresh() const { return tokens_.refresh.empty() || platform::wall_clock() < tokens_.ends - k_margin_ms; }

void Account::freshen(std::function<void()> then) {
  if (fresh()) return then();
  waiting_.push_back(std::move(then));
  if (std::exchange(renewing_, true)) return;
  renew();
}

void Account::renew() {
  // Tabs share their tokens, and a refresh token that is used twice ends them all: only one tab renews at a time.
  const std::string used = tokens_.refresh;
  load_tokens();
  if (fresh() && tokens_.refresh != used) return end_renewal();
  const TimeMs now = platform::wall_clock();
  const TimeMs other = number_of(platform::stored(key(k_renewing)));
  if (other <= now && now - other < k_renewal_ms) {
    platform::after(k_look_again_ms, [this] { renew(); });
    return;
  }
  platform::store(key(k_renewing), std::to_string(now));
  const std::string refresh = tokens_.refresh;
  carry(client::refresh(refresh), [this, refresh](const CallAnswer& answer) { renewed(answer, refresh); });
}

void Account::renewed(const CallAnswer& answer, const std::string& used) {
  platform::forget(key(k_renewing));
  if (const auto signed_in = client::read_answer<protocol::SignedIn>(answer)) {
    keep_tokens(signed_in->access_token, signed_in->refresh_token, signed_in->expires_in * 1000);
  } else if (answer.status == k_unauthorised) {
    load_tokens();
    if (tokens_.refresh == used) forget();
  }
  end_renewal();
}

void Account::end_renewal() {
  renewing_ = false;
  for (const auto& then : std::exchange(waiting_, {})) then();
}

void Account::set(State state) {
  state_ = state;
  if (changed_) changed_();
  platform::request_frame();
}

}  // namespace baize::web::screens
