#include "accounts/accounts.h"

#include <cstring>

#include "accounts/secrets.h"
#include "protocol/commands.h"

namespace baize::server {

namespace {

using core::fail;
using core::Reason;

// How many tokens are kept at hand; beyond it what has expired goes, then whatever comes first.
constexpr std::size_t k_known_tokens = 100'000;

Identity identity_of(const AccountRow& row) { return {core::Uuid(row.id), core::Name(row.username), row.guest}; }

}  // namespace

std::size_t Accounts::DigestHash::operator()(const core::Digest& digest) const {
  std::size_t value = 0;
  std::memcpy(&value, digest.data(), sizeof value);
  return value;
}

Accounts::Accounts(Journal& journal, Readers& readers, core::Chips first_grant)
    : journal_(journal), readers_(readers), first_grant_(first_grant) {}

void Accounts::create_guest(std::string_view username, Then<protocol::SignedIn> then) {
  const auto name = protocol::player_name(username);
  if (!name) return then(fail(name.error()));
  const Identity identity{fresh_uuid(), *name, true};
  const std::string id(identity.uuid.view());
  const core::TimeMs now = now_ms();
  CommitUnit unit;
  unit.writes.emplace_back(NewAccount{id, std::string(name->view()), true, now});
  if (first_grant_ > core::Chips{0})
    unit.writes.emplace_back(MoveChips{"grant:" + id, k_house, wallet_of(id), first_grant_, "grant", {}, 0, now});
  sign_in(std::move(unit), identity, std::string(fresh_uuid().view()), std::move(then));
}

// Adds a fresh pair of tokens to the unit and commits it.
void Accounts::sign_in(CommitUnit unit, const Identity& identity, const std::string& family,
                       Then<protocol::SignedIn> then) {
  protocol::SignedIn answer;
  answer.access_token = fresh_token();
  answer.refresh_token = fresh_token();
  answer.expires_in = k_access_ms / 1000;
  answer.account = {identity.uuid, identity.username, identity.guest};
  const core::TimeMs now = now_ms();
  const std::string id(identity.uuid.view());
  const auto access = token_hash(answer.access_token);
  unit.writes.emplace_back(NewToken{access, id, TokenKind::access, family, now + k_access_ms});
  unit.writes.emplace_back(
      NewToken{token_hash(answer.refresh_token), id, TokenKind::refresh, family, now + k_refresh_ms});
  journal_.commit(std::move(unit), nullptr,
                  [this, answer, identity, family, access, now, then = std::move(then)](CommitOutcome outcome) mutable {
                    if (outcome.end != CommitOutcome::End::durable) return then(fail(std::move(outcome.error)));
                    remember(access_, access, {identity, now + k_access_ms, family});
                    if (!outcome.wallets.empty()) {
                      answer.wallet_balance = outcome.wallets.back().balance;
                      return then(std::move(answer));
                    }
                    wallet(identity.uuid, [answer, then](core::Result<core::Chips> balance) mutable {
                      if (!balance) return then(fail(std::move(balance.error())));
                      answer.wallet_balance = *balance;
                      then(std::move(answer));
                    });
                  });
}

void Accounts::refresh(const std::string& refresh_token, Then<protocol::SignedIn> then) {
  struct Found {
    std::optional<TokenRow> token;
    std::optional<AccountRow> account;
  };
  const auto hash = token_hash(refresh_token);
  const auto look_up = [hash](StoreReader& reader) {
    Found found;
    found.token = reader.token(hash);
    if (found.token) found.account = reader.account(found.token->account);
    return found;
  };
  readers_.read(look_up, [this, hash, then = std::move(then)](core::Result<Found> found) {
    if (!found) return then(fail(std::move(found.error())));
    const auto& token = found->token;
    const bool usable = token && token->kind == TokenKind::refresh && token->expires > now_ms() && found->account;
    if (!usable) return then(fail(Reason::bad_token));
    CommitUnit unit;
    if (token->spent) {
      // Somebody else has a copy: nobody keeps anything (RFC 9700 section 4.14.2).
      unit.writes.emplace_back(RevokeFamily{token->family});
      forget_family(token->family);
      return journal_.commit(std::move(unit), nullptr, [then](const CommitOutcome&) { then(fail(Reason::bad_token)); });
    }
    unit.writes.emplace_back(SpendToken{hash, now_ms()});
    sign_in(std::move(unit), identity_of(*found->account), token->family, then);
  });
}

void Accounts::identify(const std::string& access_token, Then<Identity> then) {
  const auto hash = token_hash(access_token);
  std::optional<Known> known;
  {
    const std::lock_guard lock(mutex_);
    if (const auto found = access_.find(hash); found != access_.end()) known = found->second;
  }
  if (known) return known->expires > now_ms() ? then(known->identity) : then(fail(Reason::bad_token));
  const auto look_up = [hash](StoreReader& reader) -> std::optional<Known> {
    const auto token = reader.token(hash);
    if (!token || token->kind != TokenKind::access || token->expires <= now_ms()) return std::nullopt;
    const auto account = reader.account(token->account);
    if (!account) return std::nullopt;
    return Known{identity_of(*account), token->expires, token->family};
  };
  readers_.read(look_up, [this, hash, then = std::move(then)](core::Result<std::optional<Known>> found) {
    if (!found) return then(fail(std::move(found.error())));
    if (!*found) return then(fail(Reason::bad_token));
    remember(access_, hash, **found);
    then((*found)->identity);
  });
}

void Accounts::wallet(const core::Uuid& account, Then<core::Chips> then) {
  const std::string name = wallet_of(account.view());
  readers_.read([name](StoreReader& reader) { return reader.balance(name); }, std::move(then));
}

std::string Accounts::give_socket_token(const Identity& identity) {
  std::string token = fresh_token();
  remember(socket_, token_hash(token), {identity, now_ms() + k_socket_token_ms});
  return token;
}

std::optional<Identity> Accounts::take_socket_token(const std::string& token) {
  const std::lock_guard lock(mutex_);
  const auto found = socket_.find(token_hash(token));
  if (found == socket_.end()) return std::nullopt;
  const Known known = found->second;
  socket_.erase(found);
  if (known.expires <= now_ms()) return std::nullopt;
  return known.identity;
}

void Accounts::remember(Tokens& tokens, const core::Digest& hash, const Known& known) {
  const std::lock_guard lock(mutex_);
  if (tokens.size() >= k_known_tokens) {
    const auto now = now_ms();
    std::erase_if(tokens, [&](const auto& one) { return one.second.expires <= now; });
    if (tokens.size() >= k_known_tokens) tokens.erase(tokens.begin());
  }
  tokens[hash] = known;
}

void Accounts::forget_family(const std::string& family) {
  const std::lock_guard lock(mutex_);
  std::erase_if(access_, [&](const auto& one) { return one.second.family == family; });
}

}  // namespace baize::server
