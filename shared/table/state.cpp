#include "table/state.h"

#include <algorithm>

namespace baize::table {

const Sitter* sitter(const State& state, const Uuid& uuid) {
  const auto found =
      std::find_if(state.sitters.begin(), state.sitters.end(), [&](const Sitter& one) { return one.uuid == uuid; });
  return found == state.sitters.end() ? nullptr : found;
}

const Sitter* sitter_at(const State& state, Seat seat) {
  const auto found =
      std::find_if(state.sitters.begin(), state.sitters.end(), [&](const Sitter& one) { return one.seat == seat; });
  return found == state.sitters.end() ? nullptr : found;
}

const SeatRequest* request_of(const State& state, const Uuid& uuid) {
  const auto found = std::find_if(state.requests.begin(), state.requests.end(),
                                  [&](const SeatRequest& one) { return one.uuid == uuid; });
  return found == state.requests.end() ? nullptr : found;
}

bool banned(const State& state, const Uuid& uuid) {
  return std::find(state.bans.begin(), state.bans.end(), uuid) != state.bans.end();
}

const Sitter* bot_to_act(const State& state) {
  if (state.status != Status::running) return nullptr;
  const auto seat = games::to_act(state.game);
  if (!seat) return nullptr;
  const Sitter* one = sitter_at(state, *seat);
  return one != nullptr && one->bot ? one : nullptr;
}

}  // namespace baize::table
