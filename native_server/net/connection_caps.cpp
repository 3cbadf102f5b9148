#include "net/connection_caps.h"

#include <algorithm>
#include <utility>

namespace baize::server {

using core::fail;
using core::Reason;
using core::Result;

namespace {

bool full(std::size_t there, std::size_t most) { return most > 0 && there >= most; }

}  // namespace

Result<std::shared_ptr<ConnectionCaps::Ticket>> ConnectionCaps::admit(const Who& who) {
  const std::lock_guard lock(mutex_);
  if (full(in_all_, most_.in_all)) return fail(Reason::server_full);
  const bool anonymous = who.account.empty();
  const auto known = addresses_.find(who.address);
  const Address there = known == addresses_.end() ? Address() : known->second;
  if (!who.of_many && full(there.in_all, most_.of_address_in_all))
    return fail(Reason::too_many, "Too many connections come from your address. Close a tab.");
  if (anonymous && full(there.anonymous, most_.of_address))
    return fail(Reason::too_many,
                "Too many people without a name watch from your address. Close a tab, or give a name first.");
  auto& address = *addresses_.try_emplace(who.address).first;
  std::shared_ptr<Ticket> ticket(new Ticket(*this, who.table, address));
  ++in_all_;
  ++address.second.in_all;
  ticket->anonymous_ = anonymous;
  if (anonymous) {
    ++address.second.anonymous;
  } else {
    auto& account = *accounts_.try_emplace(who.account).first;
    make_room(account.second, who.table);
    account.second.push_back(ticket.get());
    ticket->account_ = &account;
  }
  return ticket;
}

double ConnectionCaps::fullness() const {
  if (most_.in_all == 0) return 0;
  const std::lock_guard lock(mutex_);
  return static_cast<double>(in_all_) / static_cast<double>(most_.in_all);
}

void ConnectionCaps::wait_until_empty(std::chrono::steady_clock::time_point until) const {
  std::unique_lock lock(mutex_);
  empty_.wait_until(lock, until, [this] { return in_all_ == 0; });
}

// For one more at this table: the oldest there goes, else the oldest of all.
void ConnectionCaps::make_room(Account& account, const std::string& table) {
  const auto is_there = [&](const Ticket* one) { return one->table_ == table; };
  const auto there = static_cast<std::size_t>(std::count_if(account.begin(), account.end(), is_there));
  auto oldest = account.end();
  if (full(there, most_.of_account_at_table))
    oldest = std::find_if(account.begin(), account.end(), is_there);
  else if (full(account.size(), most_.of_account))
    oldest = account.begin();
  if (oldest == account.end()) return;
  Ticket& taken = **oldest;
  account.erase(oldest);
  taken.account_ = nullptr;
  taken.taken_ = true;
  if (taken.close_) std::exchange(taken.close_, nullptr)();
}

void ConnectionCaps::leave(Ticket& ticket) {
  const std::lock_guard lock(mutex_);
  if (--in_all_ == 0) empty_.notify_all();
  Address& address = ticket.address_->second;
  if (ticket.anonymous_) --address.anonymous;
  if (--address.in_all == 0) addresses_.erase(addresses_.find(ticket.address_->first));
  if (ticket.account_ == nullptr) return;
  std::erase(ticket.account_->second, &ticket);
  if (ticket.account_->second.empty()) accounts_.erase(ticket.account_->first);
}

void ConnectionCaps::belong_to(Ticket& ticket, const std::string& account) {
  const std::lock_guard lock(mutex_);
  if (!std::exchange(ticket.anonymous_, false)) return;
  --ticket.address_->second.anonymous;
  ticket.account_ = &*accounts_.try_emplace(account).first;
  ticket.account_->second.push_back(&ticket);
}

void ConnectionCaps::Ticket::on_taken(std::function<void()> close) {
  const std::lock_guard lock(caps_.mutex_);
  if (taken_) return close();
  close_ = std::move(close);
}

}  // namespace baize::server
