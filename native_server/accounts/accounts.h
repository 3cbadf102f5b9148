// Accounts and who signs in to them: guests are made at once with their first chips, a guest or a newcomer registers a
// name with a password, and a registered one signs in with it. A sign-in begins a family of tokens: a short-lived
// access token that says who asks, and a refresh token that is used once for the next pair. Used by the routes and by
// the rooms (an anonymous spectator who takes a name); never touches a table.
#pragma once

#include <functional>
#include <optional>

#include "accounts/access_tokens.h"
#include "accounts/login_limits.h"
#include "accounts/passwords.h"
#include "accounts/revocations.h"
#include "accounts/sliding_window.h"
#include "accounts/socket_tokens.h"
#include "protocol/http_messages.h"
#include "store/journal.h"
#include "store/readers.h"

namespace baize::server {

// Lifetime in ms.
inline constexpr core::TimeMs k_refresh_ms = core::TimeMs{30} * 24 * 3600 * 1000;

// What is read from the store before anybody is let in.
struct AccountPapers {
  std::vector<SigningKeyRow> keys;  // the newest first
  std::vector<RevokedFamilyRow> revoked;
};
// How many refreshings an address has for each of its sign-ins: they cost less, and come of everybody who stays.
inline constexpr std::uint32_t k_refresh_times = 4;
// How long after a claim there is another one, in ms.
inline constexpr core::TimeMs k_claim_ms = core::TimeMs{24} * 3600 * 1000;

// Before the journal runs: lets go of what has ended, and makes the first signing key. Throws StoreFailure.
AccountPapers account_papers(Store& store);

class Accounts {
 public:
  // Answers come on any thread, once.
  template <class T>
  using Then = std::function<void(core::Result<T>)>;
  // Hears of every family that was ended before its time, on any thread.
  using Revoked = std::function<void(const std::string& family)>;

  struct House {
    core::Chips first_grant;  // what a new account gets
    // Of one address in k_login_window_ms, which may refresh k_refresh_times as often; 0: no limit.
    std::uint32_t most_sign_ins = 0;
  };
  Accounts(Journal& journal, Readers& readers, const AccountPapers& papers, const House& house);
  // Before the parts go that are answered to: no password is hashed after that.
  void stop() { passwords_.stop(); }
  // Before anybody is let in.
  void on_revoked(Revoked revoked) { revoked_ = std::move(revoked); }

  // 0 if somebody may come in from there now - as a new guest, by registering or by signing in - which counts it; else
  // how long to wait, in ms. Each of these costs room in the store, chips of the house or the time of a password's
  // hash.
  core::TimeMs sign_in_wait(const std::string& address);
  // The same of one more refreshing, which has a window of its own: who comes in anew does not wait for who stays.
  core::TimeMs refresh_wait(const std::string& address);
  // A new guest of this name; invalid-field for what is no name.
  void create_guest(std::string_view username, Then<protocol::SignedIn> then);
  // A registered account: the asker's own if that is a guest's, which keeps its wallet and seats, else a new one.
  // invalid-field for what is no name or password, name-taken, stale if the guest is registered already, server-full.
  void register_account(const protocol::Credentials& wanted, const std::optional<Identity>& asker,
                        Then<protocol::SignedIn> then);
  // 0 if a sign-in with this name may be tried from there, which counts it; else how long to wait, in ms.
  core::TimeMs login_wait(std::string_view username, const std::string& address);
  // signed-out for a wrong name or password, without saying which; server-full.
  void login(const protocol::Credentials& given, const std::string& address, Then<protocol::SignedIn> then);
  // bad-token for one that is unknown, too old or used; using one twice revokes its whole family.
  void refresh(const std::string& refresh_token, Then<protocol::SignedIn> then);
  // Ends the asker's sign-in and that of the refresh token, as far as there are any (RFC 7009 section 2.2).
  void log_out(const std::optional<Identity>& asker, const std::string& refresh_token, Then<void> then);

  // Whose access token this is; bad-token otherwise.
  core::Result<Identity> identify(std::string_view access_token) const;
  // Whether the sign-in has been ended.
  bool ended(const Identity& identity) const { return revocations_.has(identity.family); }
  void wallet(const core::Uuid& account, Then<core::Chips> then);

  // Some entries of the account's wallet, the newest first, those with ids below `before`.
  void ledger(const core::Uuid& account, std::int64_t before, int most, Then<protocol::Ledger> then);
  // What an account has at tables, given its newest entries; nothing while chips are on their way between the two.
  using ChipsAtTables = std::function<std::optional<core::Chips>(const std::vector<LedgerEntryRow>& newest)>;
  // Why not, and how long to wait if that helps, in ms.
  struct ClaimRefusal {
    core::Error error;
    core::TimeMs wait = 0;
  };
  using ClaimThen = std::function<void(tl::expected<GivenAnswer, ClaimRefusal>)>;
  // Somebody who asks the house for chips; the answer is remembered for a request with a name.
  struct Claimant {
    core::Uuid account;
    std::optional<NamedRequest> name;
    ChipsAtTables at_tables;  // called on a reader's thread
  };
  // Fills the wallet up to the first grant, less what is at tables, if both together are less than a tenth of it:
  // illegal-move otherwise; too-many within a day of the last time. The answer is a protocol::Claimed.
  void claim(const Claimant& claimant, ClaimThen then);

  std::string give_socket_token(const Identity& identity);
  std::optional<Identity> take_socket_token(const std::string& token);

 private:
  void add_new_account(CommitUnit& unit, const Identity& identity);
  void sign_in(CommitUnit unit, const Identity& identity, Then<protocol::SignedIn> then);
  void revoke(const std::string& family, Then<void> then);
  void try_claim(const Claimant& claimant, int tries, const ClaimThen& then);

  Journal& journal_;
  Readers& readers_;
  const core::Chips first_grant_;
  const AccessTokens access_;
  Revocations revocations_;
  SocketTokens socket_;
  WindowsByName sign_ins_;
  WindowsByName refreshes_;
  LoginLimits limits_;
  Revoked revoked_ = [](const std::string&) {};
  Passwords passwords_;  // the last: what it still runs at the end uses the others
};

// "Too many people come in from your address. Try again in 30 seconds."
std::string sentence_for_sign_in_wait(core::TimeMs wait);

}  // namespace baize::server
