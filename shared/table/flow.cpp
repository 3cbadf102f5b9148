#include <algorithm>

#include "table/work.h"

namespace baize::table {

namespace {

using core::fail;
using core::Reason;

// From the moment enough are ready to the first deal, in ms: time to see who else sits down.
constexpr TimeMs k_gather_ms = 2000;

// Whether the seat has nothing left to play for and there is something to be done about it: a bot waits on its seat
// until the game takes it again.
bool is_through(const State& state, const Sitter& one) {
  if (!games::finished(state.game, one.seat)) return false;
  if (!one.bot) return true;
  const auto stood = games::stand(state.game, one.seat);
  return stood && games::sit(stood->state, one.seat, bot_buy_in(state)).has_value();
}

bool anybody_is_through(const State& state) {
  return std::any_of(state.sitters.begin(), state.sitters.end(),
                     [&](const Sitter& one) { return is_through(state, one); });
}

bool wants_deal(const State& state) {
  const bool willing = state.status == Status::running || state.settings.table.value.auto_start;
  return willing && has_people(state) && can_deal(state);
}

// Who is through, having lost the last chip, keeps the seat while the result is on the table. Then a person stands up,
// to buy in again at will; a bot takes new chips from the house and plays on.
void clear_seats(Work& work) {
  State& state = work.state();
  for (std::size_t i = state.sitters.size(); i-- > 0;) {
    const Sitter one = state.sitters[i];
    if (!is_through(state, one)) continue;
    // A tournament's place may have been paid.
    const bool paid = games::worth(state.game, one.seat) > Chips{0};
    stand_up(work, one, paid ? LeaveReason::left : LeaveReason::out_of_chips);
    if (!one.bot) continue;
    const auto again = sit_down(work, one, bot_buy_in(state));
    core::check(again.has_value(), "a bot's seat is free for its own return");
    set_left(state.opened, one.seat, false);
  }
}

// Who wants to leave a tournament leaves its chips to it: they stay bound, and are played by the rule for absent
// players.
void give_up_tournaments(Work& work) {
  for (Sitter& one : work.state().sitters) {
    if (!one.leaving || one.gone) continue;
    const auto absent = work.play(games::set_absent(work.state().game, one.seat, true));
    core::check(absent.has_value(), "a taken seat can be left");
    one.gone = true;
  }
}

// What waited for the end of the deal: leavers stand up, new settings take effect.
void end_deal(Work& work) {
  State& state = work.state();
  for (std::size_t i = state.sitters.size(); i-- > 0;) {
    const Sitter one = state.sitters[i];
    if (!one.leaving || games::bound(state.game, one.seat)) continue;
    stand_up(work, one, *one.leaving);
    pass_ownership(work, one.uuid);
  }
  give_up_tournaments(work);
  if (!state.next_settings) return;
  state.settings = *state.next_settings;
  state.next_settings.reset();
  state.game = games::with_settings(state.game, state.settings.game.value);
  work.tell(SettingsChanged{});
}

// What the game needs to know of the time of the present decision.
games::Clock clock_of(const State& state) {
  return {state.at - state.decision_at, TimeMs{state.settings.table.value.turn_seconds} * 1000};
}

}  // namespace

bool can_deal(const State& state) {
  const bool all_here = static_cast<std::int32_t>(state.sitters.size()) == state.settings.table.value.seats;
  return games::can_deal(state.game) && (all_here || !games::needs_all_seats(state.game));
}

Result<void> judge(Work& work, const Play& verb) {
  State& state = work.state();
  const Sitter* found = sitter(state, work.action.actor);
  if (found == nullptr) return fail(Reason::not_seated);
  if (state.status == Status::paused) return fail(Reason::paused);
  if (verb.decision != state.decision && !games::standing(verb.move)) return fail(Reason::stale);
  return work.play(games::apply(state.game, found->seat, verb.move, clock_of(state)));
}

Result<void> judge(Work& work, const Tick& verb) {
  State& state = work.state();
  if (!work.action.actor.empty()) return fail(Reason::unknown_action);
  if (verb.decision != state.decision || !state.due || state.at < *state.due) return fail(Reason::stale);
  if (games::running(state.game)) return work.play(games::on_timeout(state.game, clock_of(state)));
  clear_seats(work);
  if (!wants_deal(state)) return {};
  return deals_fairly(state) ? go_on_with_deal(work, verb.entropy, verb.values) : begin_deal(work, verb.entropy);
}

Result<void> judge(Work& work, const Restored&) {
  State& state = work.state();
  if (!work.action.actor.empty()) return fail(Reason::unknown_action);
  state.decision_at = state.at;
  state.due.reset();
  // What was given for an open deal was not stored: clients have to find their way back and give it again.
  if (state.opened) state.opened->until = state.at + k_gather_ms + k_value_wait_ms;
  return {};
}

Result<void> begin_deal(Work& work, const core::Entropy& entropy, games::SeatMask among) {
  const auto game = games::at_time(work.state().game, work.at());
  DealBegan began = about_to_deal(work.state());
  if (auto dealt = work.play(games::deal(game, entropy, among)); !dealt) return dealt;
  began.number = games::deal_number(work.state().game);
  work.tell(std::move(began));
  work.state().status = Status::running;
  work.out.deal_began = true;
  return {};
}

void settle(Work& work) {
  State& state = work.state();
  if (state.status == Status::closed) return;
  const bool running = games::running(state.game);
  if (!running) end_deal(work);
  if (state.pausing && !(running && games::pause_waits(state.settings.game.value))) {
    work.tell(Paused{*state.pausing});
    state.pausing.reset();
    state.status = Status::paused;
  }
  if (running) return;
  if (state.status == Status::running && !can_deal(state) && !anybody_is_through(state)) state.status = Status::waiting;
  // The values for the next deal travel while the result of this one is on the table.
  if (work.out.deal_ended && state.next_seed && state.status == Status::running && wants_deal(state))
    open_deal(work, cards::fair::Value(*state.next_seed), {});
}

void schedule(Work& work) {
  State& state = work.state();
  if (stands_still(state) || paused_in_deal(state)) {
    state.due.reset();
    return;
  }
  if (games::running(state.game)) {
    state.due = state.decision_at + games::allowance_ms(state.game, clock_of(state).turn);
    return;
  }
  const bool at_rest = state.status == Status::paused || state.status == Status::closed;
  if (at_rest || !(wants_deal(state) || anybody_is_through(state))) {
    state.due.reset();
    if (state.opened && !at_rest) state.opened->lapsed = true;
  } else if (work.out.deal_ended) {
    state.due = state.at + games::interlude_ms(state.game) * state.settings.table.value.deal_pause / 100;
  } else if (!state.due) {
    state.due = state.at + k_gather_ms;
  }
}

}  // namespace baize::table
