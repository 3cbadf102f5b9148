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

bool sent_away(const Sitter& one) { return one.leaving == LeaveReason::kicked || one.leaving == LeaveReason::banned; }

bool stood_in_for(const State& state, const Sitter& one) {
  return one.gone && !one.bot && games::stand_ins(state.settings.game.value);
}

bool has_people(const State& state) {
  return std::any_of(state.sitters.begin(), state.sitters.end(),
                     [](const Sitter& one) { return !one.bot && !one.gone; });
}

bool may_watch(const State& state, const Uuid& uuid) {
  return state.settings.table.value.spectators || state.owner == uuid || sitter(state, uuid) != nullptr;
}

const Sitter* next_owner(const State& state) {
  const auto found = std::find_if(state.sitters.begin(), state.sitters.end(), [&](const Sitter& one) {
    return !one.bot && !one.leaving && !(one.uuid == state.owner);
  });
  return found == state.sitters.end() ? nullptr : found;
}

std::optional<Heir> heir(const State& state) {
  if (const Sitter* const next = next_owner(state)) return Heir{next->uuid, next->username};
  for (const SeatRequest& one : state.requests)
    if (!(one.uuid == state.owner)) return Heir{one.uuid, one.username};
  return std::nullopt;
}

bool paused_in_deal(const State& state) { return state.status == Status::paused && games::running(state.game); }

bool stands_still(const State& state) {
  return games::stand_ins(state.settings.game.value) && games::running(state.game) && !has_people(state);
}

const Sitter* bot_to_act(const State& state) {
  if (state.status != Status::running || stands_still(state)) return nullptr;
  const auto seat = games::to_act(state.game);
  if (!seat) return nullptr;
  const Sitter* one = sitter_at(state, *seat);
  return one != nullptr && (one->bot || stood_in_for(state, *one)) ? one : nullptr;
}

games::Strength strength_of(const Sitter& one) { return one.bot.value_or(games::Strength::medium); }

}  // namespace baize::table
