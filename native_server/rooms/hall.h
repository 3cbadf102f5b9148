// All tables of this server: opens new ones, brings stored ones back at the start, finds them by id and lists them for
// the lobby. Any thread; what happens at a table happens on that table's loop.
#pragma once

#include <map>
#include <shared_mutex>

#include "rooms/running_table.h"

namespace baize::server {

class Hall {
 public:
  Hall(std::vector<Loop*> loops, const RoomServices& services, Accounts& accounts);

  // Every open table of the store, each on a loop; before the loops run. A table whose log does not fit together stays
  // closed, loudly.
  void restore(StoreReader& reader);

  std::shared_ptr<RunningTable> find(std::string_view id) const;
  // Opens a table and gives this answer in the unit that makes it; `then` on any thread.
  using Answer = std::function<GiveAnswer(const table::State&)>;
  using Then = std::function<void(core::Result<GivenAnswer>)>;
  void open(const Identity& owner, const protocol::CreateTable& wanted, const Answer& answer, Then then);
  // In the order of their ids, those behind `after`, at most `most`, that `wanted` accepts. Closed tables are not
  // there.
  std::vector<std::shared_ptr<RunningTable>> list(std::string_view after, std::size_t most,
                                                  const std::function<bool(const table::State&)>& wanted) const;
  Readers& readers() const { return services_.readers; }
  // For who reads what they have counted.
  const std::vector<Loop*>& loops() const { return loops_; }
  double load() const { return services_.load.now(); }
  const Histogram& commit_time() const { return services_.journal.commit_time(); }
  // No table takes commands any more, and everybody is told why. What is in flight ends.
  void freeze();

 private:
  std::shared_ptr<RunningTable> add(table::State state, TablePapers papers, TableRoom::Origin origin);
  void sweep();
  void open_checked(const table::Opening& opening, const std::string& passphrase_hash, const Answer& answer, Then then);

  std::vector<Loop*> loops_;
  RoomServices services_;
  Accounts& accounts_;
  mutable std::shared_mutex mutex_;
  std::map<std::string, std::shared_ptr<RunningTable>, std::less<>> tables_;
  std::size_t next_loop_ = 0;
  std::size_t sweep_at_ = 64;  // how many tables before closed ones are let go
};

}  // namespace baize::server
