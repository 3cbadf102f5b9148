#include "http/idempotency_keys.h"

#include <algorithm>

namespace baize::server {

namespace {

using core::fail;
using core::Reason;
using core::Result;

constexpr std::size_t k_longest_key = 128;
// Requests of one key that may wait for the first one's answer.
constexpr std::size_t k_waiting = 64;

bool is_key(std::string_view text) {
  const auto printable = [](char c) { return c >= ' ' && c <= '~'; };
  return !text.empty() && text.size() <= k_longest_key && std::all_of(text.begin(), text.end(), printable);
}

// What makes two requests the same: method, address and body. Neither of the first two has a line break.
core::Digest digest_of(const Request& request) {
  return core::sha256(request.method + '\n' + request.path + '?' + request.query + '\n' + request.body);
}

// Nothing without a key.
Result<std::optional<NamedRequest>> name_in(const Request& request, const core::Uuid& account) {
  std::optional<NamedRequest> name;
  for (const auto& [field, value] : request.fields) {
    if (field != "idempotency-key") continue;
    if (name || !is_key(value))
      return fail(Reason::invalid_field, "An Idempotency-Key is 1 to 128 printable ASCII characters, sent once.");
    name = NamedRequest{std::string(account.view()), value, digest_of(request), now_ms()};
  }
  return name;
}

}  // namespace

Response response_of(GivenAnswer answer) { return json_response(answer.status, std::move(answer.body)); }

std::string IdempotencyKeys::name_of(const Asked& asked) {
  const NamedRequest& name = *asked.exchange.name;
  return name.account + '\n' + name.key;
}

void IdempotencyKeys::once(const core::Uuid& account, Exchange exchange, Handler then) {
  auto name = name_in(exchange.request, account);
  if (!name) return exchange.reply(error_response(name.error()));
  if (!*name) return then(std::move(exchange));
  exchange.name = std::move(*name);
  const auto turn = std::make_shared<Asked>(Asked{std::move(exchange), std::move(then)});
  {
    const std::lock_guard lock(mutex_);
    const auto [running, is_first] = waiting_.try_emplace(name_of(*turn));
    if (!is_first && running->second.size() < k_waiting) return running->second.push_back(turn);
    if (is_first) return look_up(turn);
  }
  turn->exchange.reply(error_response(Reason::too_many));
}

void IdempotencyKeys::look_up(const Turn& turn) {
  const NamedRequest& name = *turn->exchange.name;
  readers_.read(
      [account = name.account, key = name.key](StoreReader& reader) { return reader.answer(account, key, now_ms()); },
      [this, turn](const Result<std::optional<AnswerRow>>& row) { found(turn, row); });
}

void IdempotencyKeys::found(const Turn& turn, const Result<std::optional<AnswerRow>>& row) {
  const Reply reply = [this, name = name_of(*turn), answer = turn->exchange.reply](Response response) {
    turn_over(name);
    answer(std::move(response));
  };
  if (!row) return reply(error_response(row.error()));
  if (!*row) {
    Exchange exchange = turn->exchange;
    exchange.reply = reply;
    return turn->then(std::move(exchange));
  }
  const bool same = (*row)->asked == turn->exchange.name->asked;
  reply(same ? response_of((*row)->answer) : error_response(Reason::key_reused));
}

void IdempotencyKeys::turn_over(const std::string& name) {
  Turn next;
  {
    const std::lock_guard lock(mutex_);
    const auto running = waiting_.find(name);
    if (running->second.empty()) {
      waiting_.erase(running);
      return;
    }
    next = std::move(running->second.front());
    running->second.pop_front();
  }
  look_up(next);
}

void IdempotencyKeys::give(GiveAnswer answer, const Reply& reply) {
  CommitUnit unit;
  unit.writes.emplace_back(std::move(answer));
  journal_.commit(std::move(unit), nullptr, [reply](CommitOutcome outcome) {
    reply(outcome.answer ? response_of(std::move(*outcome.answer)) : error_response(outcome.error));
  });
}

}  // namespace baize::server
