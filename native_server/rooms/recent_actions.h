// The last things that happened at a table, for somebody whose connection was away for a moment: what each viewer may
// know of them is told again from the values that it was told from the first time. Bounded; forgets everything when the
// seats change hands, so that nobody is told what another saw from that seat.
#pragma once

#include <deque>
#include <memory>

#include "protocol/server_messages.h"
#include "table/table.h"

namespace baize::server {

class RecentActions {
 public:
  using Before = std::shared_ptr<const table::State>;
  using Outcome = std::shared_ptr<const table::Outcome>;
  // Actions. More would keep so many states of all tables alive that the processor's cache does not hold them.
  static constexpr std::size_t k_most = 6;

  void add(const Before& before, const Outcome& outcome);
  void clear() { steps_.clear(); }
  // What happened after version `since` until now, as `uuid` may know it, oldest first. Nothing where not all of it is
  // remembered.
  std::vector<protocol::GameEvent> events(std::uint64_t since, const core::Uuid& uuid) const;

 private:
  struct Step {
    Before before;
    Outcome outcome;
  };
  std::deque<Step> steps_;
};

}  // namespace baize::server
