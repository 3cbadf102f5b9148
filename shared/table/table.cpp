#include "table/table.h"

#include <algorithm>

#include "core/binary.h"
#include "table/work.h"

namespace baize::table {

using core::Reason;

Result<void> Work::play(Result<games::AnyStep> step) {
  if (!step) return core::fail(std::move(step.error()));
  state().game = std::move(step->state);
  games::append(out.game_events, step->events);
  return {};
}

State open(const Opening& opening) {
  State state;
  state.id = opening.id;
  state.name = opening.name;
  state.owner = opening.owner;
  state.locked = opening.locked;
  state.settings = opening.settings;
  state.at = opening.at;
  state.decision_at = opening.at;
  state.by = opening.owner;
  state.game = games::create(opening.settings.game.value);
  return state;
}

namespace {

// The open decision was a person's and is a bot's now, or the other way round, or stood still: it has its whole time
// again, and what was decided for the seat before does not count any more.
bool in_other_hands(const State& before, const State& after) {
  const Sitter* const was = bot_to_act(before);
  const Sitter* const is = bot_to_act(after);
  if (stands_still(before) != stands_still(after) || (was == nullptr) != (is == nullptr)) return true;
  return was != nullptr && !(was->uuid == is->uuid);
}

}  // namespace

Result<Outcome> apply(const State& state, const Action& action) {
  if (state.status == Status::closed)
    return core::fail(Reason::no_such_table, "This table has been closed. Look for another one in the lobby.");
  Work work{state, action, Outcome{state, {}, {}, games::no_events(state.game), {}, false, false, {}}};
  work.state().at = std::max(state.at, action.at);
  // A pause is no part of the time that a decision has.
  if (paused_in_deal(state)) work.state().decision_at += work.state().at - state.at;

  if (auto judged = std::visit([&](const auto& verb) { return judge(work, verb); }, action.verb); !judged)
    return core::fail(std::move(judged.error()));

  State& next = work.state();
  work.out.deal_ended = games::running(state.game) && !games::running(next.game);
  settle(work);
  const bool pause_turned = paused_in_deal(state) != paused_in_deal(next);
  const bool another = games::decision(next.game) != games::decision(state.game);
  if (another || next.status != state.status || in_other_hands(state, next)) {
    ++next.decision;
    // What a pause in the midst of a deal interrupts has the rest of its time after it.
    if (another || !pause_turned) next.decision_at = next.at;
  }
  schedule(work);
  ++next.version;
  next.by = action.actor;
  const std::string broken = check(next);
  core::check(broken.empty(), broken.c_str());
  return std::move(work.out);
}

std::string check(const State& state) {
  if (std::string broken = games::check(state.game); !broken.empty()) return broken;
  for (std::size_t i = 0; i < state.sitters.size(); ++i) {
    const Sitter& one = state.sitters[i];
    if (i > 0 && state.sitters[i - 1].seat >= one.seat) return "sitters stand in the order of their seats";
    for (std::size_t k = 0; k < i; ++k)
      if (state.sitters[k].uuid == one.uuid) return "nobody has two seats";
    if (one.gone && !one.leaving) return "who is gone is leaving";
  }
  if (state.status == Status::closed && !state.sitters.empty()) return "a closed table has no sitters";
  if (paused_in_deal(state) && games::pause_waits(state.settings.game.value))
    return "a pause waits for the end of the deal";
  if (state.due && (state.status == Status::paused || state.status == Status::closed))
    return "a table at rest has no clock";
  if (games::running(state.game) && state.due.has_value() == (stands_still(state) || paused_in_deal(state)))
    return "a running deal has a clock, unless it stands still or is paused";
  if (state.opened && (games::running(state.game) || state.opened->hand != games::deal_number(state.game) + 1))
    return "an open deal is the next one";
  return {};
}

core::Digest digest(const State& state) {
  return core::sha256(core::to_binary(state, core::BinaryOutput::Use::hashing));
}

Chips worth(const State& state, const Sitter& one) {
  if (!games::running(state.game)) return games::worth(state.game, one.seat);
  return games::worth(games::void_deal(state.game).state, one.seat);
}

namespace {

bool asked_for(const State& state, Seat seat) {
  return std::any_of(state.requests.begin(), state.requests.end(),
                     [&](const SeatRequest& one) { return one.seat == seat; });
}

}  // namespace

std::optional<Seat> free_seat(const State& state) {
  for (Seat seat = 0; seat < state.settings.table.value.seats; ++seat)
    if (sitter_at(state, seat) == nullptr && !asked_for(state, seat)) return seat;
  return std::nullopt;
}

std::optional<Seat> seat_for(const State& state, const Uuid& uuid) {
  if (const Sitter* own = sitter(state, uuid); own != nullptr) return own->seat;
  if (const auto seat = free_seat(state)) return seat;
  for (const Sitter& one : state.sitters)
    if (replaceable(state, one.seat) && !asked_for(state, one.seat)) return one.seat;
  return std::nullopt;
}

}  // namespace baize::table
