#include <algorithm>

#include "table/work.h"

namespace baize::table {

namespace {

using core::fail;
using core::Reason;

// From the moment enough are ready to the first deal, in ms: time to see who else sits down.
constexpr TimeMs k_gather_ms = 2000;

bool out_of_chips(const State& state, const Sitter& one) {
  return games::min_buy_in(state.settings.game.value) > Chips{0} && games::stack(state.game, one.seat) == Chips{0};
}

bool anybody_out_of_chips(const State& state) {
  return std::any_of(state.sitters.begin(), state.sitters.end(),
                     [&](const Sitter& one) { return out_of_chips(state, one); });
}

bool wants_deal(const State& state) {
  const bool willing = state.status == Status::running || state.settings.table.value.auto_start;
  return willing && has_people(state) && games::can_deal(state.game);
}

// Who lost the last chip keeps the seat while the result is on the table. Then a person stands up, to buy in again at
// will; a bot takes new chips from the house and plays on.
void clear_the_broke(Work& work) {
  State& state = work.state();
  for (std::size_t i = state.sitters.size(); i-- > 0;) {
    const Sitter one = state.sitters[i];
    if (!out_of_chips(state, one)) continue;
    stand_up(work, one, LeaveReason::out_of_chips);
    if (!one.bot) continue;
    const auto again = sit_down(work, one, bot_buy_in(state));
    core::check(again.has_value(), "a bot's seat is free for its own return");
  }
}

}  // namespace

Result<void> judge(Work& work, const Play& verb) {
  State& state = work.state();
  const Sitter* found = sitter(state, work.action.actor);
  if (found == nullptr) return fail(Reason::not_seated);
  if (state.status == Status::paused) return fail(Reason::paused);
  if (verb.decision != state.decision) return fail(Reason::stale);
  return work.play(games::apply(state.game, found->seat, verb.move, state.at - state.decision_at));
}

Result<void> judge(Work& work, const Tick& verb) {
  State& state = work.state();
  if (!work.action.actor.empty()) return fail(Reason::unknown_action);
  if (verb.decision != state.decision || !state.due || state.at < *state.due) return fail(Reason::stale);
  if (games::running(state.game)) return work.play(games::on_timeout(state.game, state.at - state.decision_at));
  clear_the_broke(work);
  return wants_deal(state) ? begin_deal(work, verb.entropy) : Result<void>{};
}

Result<void> judge(Work& work, const Restored&) {
  State& state = work.state();
  if (!work.action.actor.empty()) return fail(Reason::unknown_action);
  state.decision_at = state.at;
  state.due.reset();
  return {};
}

Result<void> begin_deal(Work& work, const core::Entropy& entropy) {
  if (auto dealt = work.play(games::deal(work.state().game, entropy)); !dealt) return dealt;
  work.state().status = Status::running;
  work.out.deal_began = true;
  return {};
}

void settle(Work& work) {
  State& state = work.state();
  if (games::running(state.game) || state.status == Status::closed) return;
  for (std::size_t i = state.sitters.size(); i-- > 0;)
    if (const Sitter one = state.sitters[i]; one.leaving) stand_up(work, one, *one.leaving);
  if (state.next_settings) {
    state.settings = *state.next_settings;
    state.next_settings.reset();
    state.game = games::with_settings(state.game, state.settings.game.value);
    work.tell(SettingsChanged{});
  }
  if (state.pause_pending) {
    state.pause_pending = false;
    state.status = Status::paused;
    work.tell(Paused{work.action.actor.empty() ? state.owner : work.action.actor});
  }
  if (state.status == Status::running && !games::can_deal(state.game) && !anybody_out_of_chips(state))
    state.status = Status::waiting;
}

void schedule(Work& work) {
  State& state = work.state();
  if (games::running(state.game)) {
    const TimeMs turn_ms = TimeMs{state.settings.table.value.turn_seconds} * 1000;
    state.due = state.decision_at + games::allowance_ms(state.game, turn_ms);
    return;
  }
  const bool at_rest = state.status == Status::paused || state.status == Status::closed;
  if (at_rest || !(wants_deal(state) || anybody_out_of_chips(state))) {
    state.due.reset();
  } else if (work.out.deal_ended) {
    state.due = state.at + games::interlude_ms(state.game) * state.settings.table.value.deal_pause / 100;
  } else if (!state.due) {
    state.due = state.at + k_gather_ms;
  }
}

}  // namespace baize::table
