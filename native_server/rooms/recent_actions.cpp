#include "rooms/recent_actions.h"

#include <algorithm>

#include "protocol/commands.h"

namespace baize::server {

namespace {

bool same_seats(const table::State& a, const table::State& b) {
  const auto same = [](const table::Sitter& x, const table::Sitter& y) { return x.seat == y.seat && x.uuid == y.uuid; };
  return std::equal(a.sitters.begin(), a.sitters.end(), b.sitters.begin(), b.sitters.end(), same);
}

}  // namespace

void RecentActions::add(const table::State& before, const table::Outcome& outcome) {
  if (!same_seats(before, outcome.state)) return steps_.clear();
  if (!steps_.empty() && steps_.back().after != before.version) steps_.clear();
  steps_.push_back({before.version, outcome.state.version, outcome.game_events, outcome.table_events});
  if (steps_.size() > k_most) steps_.pop_front();
}

std::vector<protocol::GameEvent> RecentActions::events(std::uint64_t since, games::Viewer viewer) const {
  const auto first = std::find_if(steps_.begin(), steps_.end(), [&](const Step& one) { return one.before == since; });
  std::vector<protocol::GameEvent> events;
  for (auto step = first; step != steps_.end(); ++step)
    if (auto event = protocol::game_event(step->after, step->events, step->table, viewer))
      events.push_back(std::move(*event));
  return events;
}

}  // namespace baize::server
