#include <algorithm>

#include "table/work.h"

namespace baize::table {

namespace {

using core::fail;
using core::Reason;

Result<void> owner_only(const Work& work) {
  if (work.action.actor == work.before.owner) return {};
  return fail(Reason::owner_only);
}

}  // namespace

Chips bot_buy_in(const State& state) {
  const auto& game = state.settings.game.value;
  return std::max(games::min_buy_in(game), games::max_buy_in(game) / 2);
}

Result<void> judge(Work& work, const KickPlayer& verb) {
  if (auto owner = owner_only(work); !owner) return owner;
  State& state = work.state();
  if (verb.uuid == state.owner) return fail(Reason::illegal_move, "The owner cannot be kicked.");
  const Sitter* const seated = sitter(state, verb.uuid);
  const SeatRequest* const request = request_of(state, verb.uuid);
  if (seated == nullptr && !verb.ban) return fail(Reason::no_such_player);
  if (verb.ban && !banned(state, verb.uuid)) {
    // The oldest ban makes room: the list is bounded and the newest troublemaker is the one at the door.
    if (state.bans.full()) state.bans.erase_at(0);
    state.bans.push_back(verb.uuid);
  }
  // Who only watches has no name that the table knows.
  const core::Name name = seated != nullptr ? seated->username : request != nullptr ? request->username : core::Name();
  work.tell(SentAway{verb.uuid, name, verb.ban});
  if (request != nullptr) end_request(work, *request, RequestEnd::banned);
  if (seated == nullptr) return {};
  return vacate(work, verb.uuid, verb.ban ? LeaveReason::banned : LeaveReason::kicked);
}

Result<void> judge(Work& work, const UnbanPlayer& verb) {
  if (auto owner = owner_only(work); !owner) return owner;
  auto& bans = work.state().bans;
  for (std::size_t i = 0; i < bans.size(); ++i) {
    if (!(bans[i] == verb.uuid)) continue;
    bans.erase_at(i);
    work.tell(Unbanned{verb.uuid});
    return {};
  }
  return fail(Reason::no_such_player, "This player is not banned.");
}

Result<void> judge(Work& work, const StartGame& verb) {
  if (auto owner = owner_only(work); !owner) return owner;
  const State& state = work.state();
  if (state.status == Status::paused) return fail(Reason::paused);
  if (games::running(state.game)) return fail(Reason::hand_running);
  if (auto filled = fill_with_bots(work, verb.entropy); !filled) return filled;
  if (games::can_deal(state.game) && !can_deal(state))
    return fail(Reason::illegal_move, "This game begins when every seat is taken. Wait for more, or add bots.");
  if (!can_deal(state))
    return fail(Reason::illegal_move, "Not enough players are ready. Wait for one more, or add a bot.");
  if (!deals_fairly(state)) return begin_deal(work, verb.entropy);
  work.state().status = Status::running;
  work.state().due = state.at;
  // One that is open already is dealt with the values that its seats gave, by the next Tick.
  return state.opened ? Result<void>{} : go_on_with_deal(work, verb.entropy, {});
}

Result<void> judge(Work& work, const PauseGame&) {
  if (auto owner = owner_only(work); !owner) return owner;
  State& state = work.state();
  if (state.status == Status::paused || state.pausing) return fail(Reason::paused, "The table is paused already.");
  state.pausing.emplace(work.action.actor);  // settle() makes it so at once where nothing has to end first
  return {};
}

Result<void> judge(Work& work, const ResumeGame&) {
  if (auto owner = owner_only(work); !owner) return owner;
  State& state = work.state();
  if (state.pausing) {
    state.pausing.reset();
    return {};
  }
  if (state.status != Status::paused) return fail(Reason::illegal_move, "The table is not paused.");
  // A table that had not begun yet goes on waiting for its start.
  state.status = games::deal_number(state.game) == 0 ? Status::waiting : Status::running;
  work.tell(Resumed{work.action.actor});
  return {};
}

Result<void> judge(Work& work, const ResetGame&) {
  if (auto owner = owner_only(work); !owner) return owner;
  if (games::running(work.state().game))
    if (auto voided = work.play(games::void_deal(work.state().game)); !voided) return voided;
  work.state().game = games::begun_anew(work.state().game);
  return {};
}

Result<void> judge(Work& work, const UpdateSettings& verb) {
  if (auto owner = owner_only(work); !owner) return owner;
  State& state = work.state();
  if (games::id_of(verb.settings.game.value) != games::id_of(state.settings.game.value))
    return fail(Reason::invalid_field, "The game of a table cannot be changed. Make another table.");
  if (auto fits = check_settings(verb.settings); !fits) return fits;
  if (auto may = games::may_change(state.game, verb.settings.game.value); !may) return may;
  const auto seats = verb.settings.table.value.seats;
  for (const Sitter& one : state.sitters)
    if (one.seat >= seats)
      return fail(Reason::seat_taken,
                  "Somebody sits on a seat that would go. Keep at least " + std::to_string(one.seat + 1) + " seats.");
  state.next_settings = verb.settings;
  return {};
}

Result<void> judge(Work& work, const AddBot& verb) {
  if (auto owner = owner_only(work); !owner) return owner;
  const State& state = work.state();
  if (verb.seat < 0 || verb.seat >= state.settings.table.value.seats) return fail(Reason::invalid_field);
  if (sitter_at(state, verb.seat) != nullptr) return fail(Reason::seat_taken);
  return sit_down(work, {verb.seat, verb.uuid, verb.username, verb.strength, {}, false}, bot_buy_in(state));
}

Result<void> judge(Work& work, const RemoveBot& verb) {
  if (auto owner = owner_only(work); !owner) return owner;
  const Sitter* found = sitter(work.state(), verb.uuid);
  if (found == nullptr || !found->bot) return fail(Reason::no_such_player, "There is no such bot at this table.");
  return vacate(work, verb.uuid, LeaveReason::left);
}

Result<void> judge(Work& work, const CloseTable&) {
  if (!work.action.actor.empty())
    if (auto owner = owner_only(work); !owner) return owner;
  State& state = work.state();
  if (games::running(state.game))
    if (auto voided = work.play(games::void_deal(state.game)); !voided) return voided;
  state.game = games::called_off(state.game);
  state.opened.reset();
  if (state.sealed && games::audit(state.settings.game.value) == games::Audit::at_close)
    work.out.deal_news.emplace_back(DealOpened{state.sealed->hand, state.sealed->seed});
  while (!state.sitters.empty()) stand_up(work, state.sitters.back(), LeaveReason::table_closed);
  while (!state.requests.empty()) end_request(work, state.requests.back(), RequestEnd::table_closed);
  state.pausing.reset();
  state.status = Status::closed;
  work.tell(Closed{});
  return {};
}

}  // namespace baize::table
