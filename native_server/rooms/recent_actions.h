// The last things that happened at a table, for somebody whose connection was away for a moment: what each viewer may
// know of them is told again from the values that it was told from the first time. Bounded; forgets everything when the
// seats change hands, so that nobody is told what another saw from that seat.
#pragma once

#include <deque>

#include "protocol/server_messages.h"
#include "table/table.h"

namespace baize::server {

class RecentActions {
 public:
  static constexpr std::size_t k_most = 16;  // actions

  void add(const table::State& before, const table::Outcome& outcome);
  void clear() { steps_.clear(); }
  // What happened after version `since` until now, as who sits there or watches may know it, oldest first. Nothing
  // where not all of it is remembered.
  std::vector<protocol::GameEvent> events(std::uint64_t since, games::Viewer viewer) const;

 private:
  // Events and no state: those of all tables would not fit into the processor's cache.
  struct Step {
    std::uint64_t before = 0;  // versions
    std::uint64_t after = 0;
    games::AnyEvents events;
    std::vector<table::Event> table;
  };
  std::deque<Step> steps_;
};

}  // namespace baize::server
