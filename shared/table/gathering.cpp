#include "table/gathering.h"

#include <algorithm>

namespace baize::table {

using core::fail;
using core::Reason;

core::Result<Gathering::Heard> Gathering::hear(const State& state, const Uuid& uuid, std::uint64_t hand,
                                               const cards::fair::Value& value) {
  const Sitter* seated = sitter(state, uuid);
  if (seated == nullptr) return fail(Reason::not_seated);
  // Said again by somebody who has not heard the answer: the deal that is dealt has it.
  if (hand != 0 && hand == games::deal_number(state.game) && seated->chain == value) return Heard::kept;
  if (hand != 0 && hand <= games::deal_number(state.game))
    return fail(Reason::stale, "This deal is behind us already. Begin a new chain for the next one.");
  if (state.opened && !of(state)) *this = {}, seed_ = state.opened->seed;
  if (state.opened && state.opened->hand == hand)
    for (const FrozenSeat& one : state.opened->seats) {
      if (one.seat != seated->seat || one.left || cards::fair::hash_of(value) != one.last) continue;
      const bool known = std::any_of(values_.begin(), values_.end(), [&](const auto& v) { return v.seat == one.seat; });
      if (known) return Heard::kept;
      if (taken_) return fail(Reason::stale, "This deal has just begun. Begin a new chain for the next one.");
      values_.push_back({one.seat, value});
      return Heard::kept;
    }
  return seated->chain == value ? Heard::kept : Heard::tip;
}

GivenValues Gathering::values(const State& state) const {
  if (!of(state)) return {};
  GivenValues values = values_;
  std::sort(values.begin(), values.end(), [](const GivenValue& a, const GivenValue& b) { return a.seat < b.seat; });
  return values;
}

void Gathering::taken(const State& state) {
  if (!state.opened) return;
  if (!of(state)) *this = {}, seed_ = state.opened->seed;
  taken_ = true;
}

std::optional<TimeMs> Gathering::due(const State& state) const {
  if (!state.due || !waits_for_values(state, values(state))) return state.due;
  return std::max(*state.due, state.opened->until);
}

}  // namespace baize::table
