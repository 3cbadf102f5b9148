#include "accounts/accounts.h"

#include "accounts/secrets.h"
#include "core/check.h"
#include "protocol/commands.h"

namespace baize::server {

namespace {

using core::fail;
using core::Reason;
using core::Result;

// A hash takes 20 to 40 ms of a core and 19 MiB: 64 that wait are about a second's work.
constexpr int k_password_threads = 2;
constexpr std::size_t k_passwords_waiting = 64;

Identity identity_of(const AccountRow& row, std::string family) {
  return {core::Uuid(row.id), core::Name(row.username), row.guest, std::move(family)};
}

std::string fresh_family() { return std::string(fresh_uuid().view()); }

// The name as it is compared: "Ann" and "ANN" are one.
std::string login_of(std::string_view name) {
  std::string login(name);
  for (char& c : login)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return login;
}

// What is no name has nobody's login.
std::string login_of_text(std::string_view username) {
  const auto name = protocol::player_name(username);
  return name ? login_of(name->view()) : std::string();
}

}  // namespace

AccountPapers account_papers(Store& store) {
  CommitUnit unit;
  unit.writes.emplace_back(ForgetEnded{now_ms()});
  const auto reader = store.reader();
  if (reader->signing_keys().empty()) unit.writes.emplace_back(NewSigningKey{fresh_entropy(), now_ms()});
  const auto outcome = store.commit({&unit}).front();
  if (outcome.end != CommitOutcome::End::durable) throw StoreFailure(outcome.error.message);
  return {reader->signing_keys(), reader->revoked_families()};
}

Accounts::Accounts(Journal& journal, Readers& readers, const AccountPapers& papers, const House& house)
    : journal_(journal),
      readers_(readers),
      first_grant_(house.first_grant),
      access_(papers.keys),
      revocations_(papers.revoked),
      sign_ins_(house.most_sign_ins, k_login_window_ms),
      refreshes_(house.most_sign_ins, k_login_window_ms),
      passwords_(k_password_threads, k_passwords_waiting) {}

void Accounts::add_new_account(CommitUnit& unit, const Identity& identity) {
  const std::string id(identity.uuid.view());
  const core::TimeMs now = now_ms();
  unit.writes.emplace_back(NewAccount{id, std::string(identity.username.view()), true, now});
  if (first_grant_ > core::Chips{0})
    unit.writes.emplace_back(MoveChips{"grant:" + id, k_house, wallet_of(id), first_grant_, "grant", {}, 0, now});
}

core::TimeMs Accounts::sign_in_wait(const std::string& address) { return sign_ins_.wait({{address}}, now_ms()); }

core::TimeMs Accounts::refresh_wait(const std::string& address) {
  return refreshes_.wait({{address, k_refresh_times}}, now_ms());
}

void Accounts::create_guest(std::string_view username, Then<protocol::SignedIn> then) {
  const auto name = protocol::player_name(username);
  if (!name) return then(fail(name.error()));
  const Identity identity{fresh_uuid(), *name, true, fresh_family()};
  CommitUnit unit;
  add_new_account(unit, identity);
  sign_in(std::move(unit), identity, std::move(then));
}

void Accounts::register_account(const protocol::Credentials& wanted, const std::optional<Identity>& asker,
                                Then<protocol::SignedIn> then) {
  const auto name = protocol::player_name(wanted.username);
  if (!name) return then(fail(name.error()));
  if (auto fits = new_password(wanted.password); !fits) return then(fail(std::move(fits.error())));
  const bool is_new = !asker || !asker->guest;
  Identity identity = is_new ? Identity{fresh_uuid(), {}, false, fresh_family()} : *asker;
  identity.username = *name;
  identity.guest = false;
  CommitUnit unit;
  // A guest's sign-in goes on; its refresh tokens from before the password end, so that no copy of them outlives it.
  if (is_new)
    add_new_account(unit, identity);
  else
    unit.writes.emplace_back(SpendFamily{identity.family, now_ms()});
  const std::string_view username = name->view();
  RegisterAccount row{std::string(identity.uuid.view()), std::string(username), login_of(username), {}};
  passwords_.hash(wanted.password,
                  [this, identity, unit, row, then = std::move(then)](Result<std::string> hash) mutable {
                    if (!hash) return then(fail(std::move(hash.error())));
                    row.password = std::move(*hash);
                    unit.writes.emplace_back(std::move(row));
                    sign_in(std::move(unit), identity, then);
                  });
}

core::TimeMs Accounts::login_wait(std::string_view username, const std::string& address) {
  return limits_.attempt(login_of_text(username), address, now_ms());
}

void Accounts::login(const protocol::Credentials& given, const std::string& address, Then<protocol::SignedIn> then) {
  using Found = std::optional<AccountRow>;
  const std::string login = login_of_text(given.username);
  const auto look_up = [login](StoreReader& reader) { return reader.account_of_login(login); };
  readers_.read(look_up, [this, login, address, password = given.password, then](Result<Found> found) {
    if (!found) return then(fail(std::move(found.error())));
    const std::string hash = *found ? (*found)->password : std::string();
    passwords_.fits(password, hash, [this, login, address, account = *found, then](Result<bool> same) {
      if (!same) return then(fail(std::move(same.error())));
      if (!*same || !account)
        return then(
            fail(Reason::signed_out, "This name and this password do not go together. Check both, or register."));
      limits_.succeeded(login, address);
      sign_in({}, identity_of(*account, fresh_family()), then);
    });
  });
}

// Adds a fresh pair of tokens of the identity's family to the unit and commits it.
void Accounts::sign_in(CommitUnit unit, const Identity& identity, Then<protocol::SignedIn> then) {
  const core::TimeMs now = now_ms();
  protocol::SignedIn answer;
  answer.access_token = access_.issue(identity, now);
  answer.refresh_token = fresh_token();
  answer.expires_in = k_access_ms / 1000;
  answer.account = {identity.uuid, identity.username, identity.guest};
  unit.writes.emplace_back(NewRefreshToken{token_hash(answer.refresh_token), std::string(identity.uuid.view()),
                                           identity.family, now + k_refresh_ms});
  journal_.commit(std::move(unit), nullptr,
                  [this, answer, identity, then = std::move(then)](CommitOutcome outcome) mutable {
                    if (outcome.end != CommitOutcome::End::durable) {
                      // Two at once with one refresh token: the other one was first.
                      const bool used = outcome.error.reason == Reason::bad_token;
                      if (!used) return then(fail(std::move(outcome.error)));
                      return revoke(identity.family, [then](const Result<void>&) { then(fail(Reason::bad_token)); });
                    }
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
    std::optional<RefreshTokenRow> token;
    std::optional<AccountRow> account;
  };
  const auto hash = token_hash(refresh_token);
  const auto look_up = [hash](StoreReader& reader) {
    Found found;
    found.token = reader.refresh_token(hash);
    if (found.token) found.account = reader.account(found.token->account);
    return found;
  };
  readers_.read(look_up, [this, hash, then = std::move(then)](core::Result<Found> found) {
    if (!found) return then(fail(std::move(found.error())));
    const auto& token = found->token;
    if (!token || token->expires <= now_ms() || !found->account) return then(fail(Reason::bad_token));
    // Somebody else has a copy: nobody keeps anything (RFC 9700 section 4.14.2).
    if (token->spent) return revoke(token->family, [then](const Result<void>&) { then(fail(Reason::bad_token)); });
    CommitUnit unit;
    unit.writes.emplace_back(SpendRefreshToken{hash, now_ms()});
    sign_in(std::move(unit), identity_of(*found->account, token->family), then);
  });
}

void Accounts::log_out(const std::optional<Identity>& asker, const std::string& refresh_token, Then<void> then) {
  const std::string family = asker ? asker->family : std::string();
  const auto hash = token_hash(refresh_token);
  readers_.read([hash](StoreReader& reader) { return reader.refresh_token(hash); },
                [this, family, then = std::move(then)](Result<std::optional<RefreshTokenRow>> found) {
                  if (!found) return then(fail(std::move(found.error())));
                  const std::string other = *found ? (*found)->family : std::string();
                  const auto end_other = [this, other, then](const Result<void>& ended) {
                    if (!ended || other.empty()) return then(ended);
                    revoke(other, then);
                  };
                  if (family.empty() || family == other) return end_other({});
                  revoke(family, end_other);
                });
}

// Nobody is let in any more from here on, whatever becomes of the note in the store.
void Accounts::revoke(const std::string& family, Then<void> then) {
  const core::TimeMs now = now_ms();
  revocations_.add(family, now + k_access_ms, now);
  revoked_(family);
  CommitUnit unit;
  unit.writes.emplace_back(RevokeFamily{family, now + k_access_ms});
  journal_.commit(std::move(unit), nullptr, [then = std::move(then)](CommitOutcome outcome) {
    if (outcome.end != CommitOutcome::End::durable) return then(fail(std::move(outcome.error)));
    then({});
  });
}

Result<Identity> Accounts::identify(std::string_view access_token) const {
  auto identity = access_.read(access_token, now_ms());
  if (identity && ended(*identity)) return fail(Reason::bad_token);
  return identity;
}

std::string Accounts::give_socket_token(const Identity& identity) { return socket_.give(identity, now_ms()); }

std::optional<Identity> Accounts::take_socket_token(const std::string& token) {
  auto identity = socket_.take(token, now_ms());
  if (identity && ended(*identity)) return std::nullopt;
  return identity;
}

std::string sentence_for_sign_in_wait(core::TimeMs wait) {
  return sentence_for_wait("Too many people come in from your address", wait);
}

}  // namespace baize::server
