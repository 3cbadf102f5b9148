// How many WebSockets there may be: in all, of one account, of one account at one table, and from one address, without
// an account and in all. Each connection holds a ticket from its upgrade to its end. Who is full with connections of an
// account closes that account's oldest, so that whoever comes back after a lost network is never kept out by what was
// lost.
#pragma once

#include <chrono>
#include <condition_variable>
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
  std::size_t of_address_in_all = 1'000;
};

class ConnectionCaps {
 public:
  class Ticket;
  // Who wants to come in, and where to.
  struct Who {
    std::string account;  // empty: anonymous
    std::string table;
    std::string address;   // as http/forwarded tells it
    bool of_many = false;  // it is a proxy's that does not tell whose: only the anonymous ones have a cap then
  };

  explicit ConnectionCaps(const MostConnections& most) : most_(most) {}
  ConnectionCaps(const ConnectionCaps&) = delete;
  ConnectionCaps& operator=(const ConnectionCaps&) = delete;

  // server-full where there is no place in all, too-many where too many of this address are in, or too many anonymous
  // ones. Any thread. Outlives every ticket.
  core::Result<std::shared_ptr<Ticket>> admit(const Who& who);
  // How full it is: 1 where nobody else gets in; 0 without a cap. Any thread.
  double fullness() const;
  // Waits for the end of the last connection, or until then. Any thread that no connection needs.
  void wait_until_empty(std::chrono::steady_clock::time_point until) const;

 private:
  using Account = std::vector<Ticket*>;  // in the order in which they came
  struct Address {
    std::size_t in_all = 0;
    std::size_t anonymous = 0;
  };
  void make_room(Account& account, const std::string& table);
  void leave(Ticket& ticket);
  void belong_to(Ticket& ticket, const std::string& account);

  const MostConnections most_;
  mutable std::mutex mutex_;
  mutable std::condition_variable empty_;
  std::size_t in_all_ = 0;
  std::unordered_map<std::string, Account> accounts_;
  std::unordered_map<std::string, Address> addresses_;
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
  const std::string& address() const { return address_->first; }

 private:
  friend class ConnectionCaps;
  using Address = std::pair<const std::string, ConnectionCaps::Address>;
  Ticket(ConnectionCaps& caps, std::string table, Address& address)
      : caps_(caps), table_(std::move(table)), address_(&address) {}

  ConnectionCaps& caps_;
  const std::string table_;
  Address* const address_;  // the entry that counts it
  // The same; none of an anonymous one, nor of one whose place was taken.
  std::pair<const std::string, Account>* account_ = nullptr;
  bool anonymous_ = false;
  bool taken_ = false;
  std::function<void()> close_;
};

}  // namespace baize::server
