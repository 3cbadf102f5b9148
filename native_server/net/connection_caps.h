// How many WebSockets there may be: in all, of one account, of one account at one table, and without an account from
// one address. Each connection holds a ticket from its upgrade to its end. Who is full with connections of an account
// closes that account's oldest, so that whoever comes back after a lost network is never kept out by what was lost.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/error.h"

namespace baize::server {

// 0: as many as come.
struct MostConnections {
  std::size_t in_all = 10'000;
  std::size_t of_account = 10;
  std::size_t of_account_at_table = 3;
  std::size_t of_address = 20;  // without an account
};

class ConnectionCaps {
 public:
  class Ticket;
  // Who wants to come in, and where to.
  struct Who {
    std::string account;  // empty: anonymous
    std::string table;
    std::string address;  // as http/forwarded tells it
  };

  explicit ConnectionCaps(const MostConnections& most) : most_(most) {}
  ConnectionCaps(const ConnectionCaps&) = delete;
  ConnectionCaps& operator=(const ConnectionCaps&) = delete;

  // server-full where there is no place in all, too-many where too many anonymous ones of this address are in. Any
  // thread. Outlives every ticket.
  core::Result<std::shared_ptr<Ticket>> admit(const Who& who);
  // How full it is: 1 where nobody else gets in; 0 without a cap. Any thread.
  double fullness() const;

 private:
  using Account = std::vector<Ticket*>;  // in the order in which they came
  void make_room(Account& account, const std::string& table);
  void leave(Ticket& ticket);
  void belong_to(Ticket& ticket, const std::string& account);

  const MostConnections most_;
  mutable std::mutex mutex_;
  std::size_t in_all_ = 0;
  std::unordered_map<std::string, Account> accounts_;
  std::unordered_map<std::string, std::size_t> addresses_;
};

// A connection's place, given back when the ticket goes. Any thread.
class ConnectionCaps::Ticket {
 public:
  ~Ticket() { caps_.leave(*this); }
  Ticket(const Ticket&) = delete;
  Ticket& operator=(const Ticket&) = delete;

  // A newer connection of the account has taken the place: `close` is called, once, on the thread of whoever came, and
  // must only post. At once if that has happened already.
  void on_taken(std::function<void()> close);
  // Whoever came without an account has one now.
  void belong_to(const std::string& account) { caps_.belong_to(*this, account); }

 private:
  friend class ConnectionCaps;
  Ticket(ConnectionCaps& caps, std::string table) : caps_(caps), table_(std::move(table)) {}

  ConnectionCaps& caps_;
  const std::string table_;
  // The entry that counts it; at most one of them. None: it was taken.
  std::pair<const std::string, Account>* account_ = nullptr;
  std::pair<const std::string, std::size_t>* address_ = nullptr;
  bool taken_ = false;
  std::function<void()> close_;
};

}  // namespace baize::server
