// The server's face to the web: routes, static files, origins and the door of the tables' sockets. Finds out who asks,
// reads bodies by their descriptions, hands on to accounts and tables, and writes their answers. Any thread.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "http/forwarded.h"
#include "http/idempotency_keys.h"
#include "http/origin.h"
#include "http/router.h"
#include "http/static_files.h"
#include "net/door.h"
#include "rooms/archive.h"

namespace baize::server {

// What a house shows to the web and how much it puts up with.
struct AppSettings {
  StaticFiles files;
  Origins origins;
  Forwarded forwarded;
  NetLimits limits;
  std::uint32_t most_tables = 100;  // that an account opens in k_tables_window_ms; an address four times that
  std::uint32_t most_polls = 300;   // of snapshots, of an account in the window of NetLimits; 0: no limit
};
inline constexpr core::TimeMs k_tables_window_ms = 10 * 60 * 1000;

class App : public Door {
 public:
  // Where connections hold their places.
  struct Caps {
    ConnectionCaps& sockets;
    HttpCaps& http;
  };
  App(Accounts& accounts, Hall& hall, Journal& journal, Caps caps, AppSettings settings);

  core::Result<std::unique_ptr<HttpCaps::Place>> welcome(const std::string& peer) override;
  void answer(Request request, Reply reply) override;
  void admit(Request request, AdmissionReply reply) override;
  const NetLimits& limits() const override { return limits_; }

  // From now on nobody is let in any more.
  void close_door() { closing_ = true; }
  // Waits until the answer to every request is on its way, or until then. Any thread that no answer needs.
  void wait_until_answered(std::chrono::steady_clock::time_point until);

 private:
  // Nobody without a token, bad-token with a bearer that is no good.
  core::Result<std::optional<Identity>> who_asks(const Request& request) const;
  // For routes that need an account: signed-out without.
  void for_account(Exchange exchange, const std::function<void(const Identity&, Exchange)>& then) const;
  // The same for routes that move chips or change a table: a request with an Idempotency-Key is done once.
  void for_account_once(Exchange exchange, std::function<void(const Identity&, Exchange)> then);
  void for_table(Exchange exchange, std::function<void(const std::shared_ptr<RunningTable>&, Exchange)> then);

  // Whether this may be heard now; else it is refused with 429.
  static bool may_be_heard(const RunningTable& table, const Identity& identity, const protocol::ClientVerb& verb,
                           const Exchange& exchange);

  // The same of one more look at a table by this account (empty: somebody without one), and of one more table of it.
  bool may_poll(const core::Uuid& uuid, const Exchange& exchange);
  bool may_open_table(const core::Uuid& uuid, const Exchange& exchange);

  void add_account_routes();
  void add_table_routes();
  void add_history_routes();
  void add_snapshot_routes();
  void add_wallet_routes();
  void add_house_routes();

  // Whether one more may come in from where this request is from; else it is refused with 429.
  bool may_come_in(const Exchange& exchange);
  void register_account(const Exchange& exchange);
  void login(const Exchange& exchange);
  void log_out(const Exchange& exchange);
  void me(const Identity& identity, const Reply& reply);
  void ledger(const Identity& identity, const Exchange& exchange);
  void claim(const Identity& identity, const Exchange& exchange);
  void create_table(const Identity& identity, const Exchange& exchange);
  void list_tables(const Exchange& exchange);
  void preview(const std::shared_ptr<RunningTable>& table, const Exchange& exchange);
  void snapshot(const core::Uuid& uuid, const Exchange& exchange);
  void history(const core::Uuid& uuid, const Exchange& exchange);
  void hand(const core::Uuid& uuid, const Exchange& exchange);
  void export_table(const core::Uuid& uuid, const Exchange& exchange);
  void join(const Identity& identity, const std::shared_ptr<RunningTable>& table, const Exchange& exchange);
  void leave(const Identity& identity, const std::shared_ptr<RunningTable>& table, const Exchange& exchange);
  void move(const Identity& identity, const std::shared_ptr<RunningTable>& table, const Exchange& exchange);
  static void come_in(const core::Uuid& uuid, const std::shared_ptr<RunningTable>& table,
                      const core::OrAbsent<core::Text<protocol::k_max_passphrase>>& passphrase, const Reply& reply);

  Accounts& accounts_;
  Hall& hall_;
  Journal& journal_;
  const Caps caps_;
  IdempotencyKeys keys_;
  Archive archive_;
  const StaticFiles files_;
  const Origins origins_;
  const Forwarded forwarded_;
  const NetLimits limits_;
  WindowsByName opened_tables_;
  WindowsByName polls_;
  Router router_;
  std::atomic<bool> closing_ = false;
  std::mutex mutex_;
  std::condition_variable answered_;
  int unanswered_ = 0;  // requests, under the mutex
};

}  // namespace baize::server
