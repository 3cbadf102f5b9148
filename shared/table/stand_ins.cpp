// Games with stand-ins: a seat whose player is gone is played by a bot until the player is back; bots take what is
// empty when the owner starts; and a newcomer may play on for a bot.
#include <algorithm>

#include "table/bots.h"
#include "table/work.h"

namespace baize::table {

using core::fail;
using core::Reason;

Result<void> come_back(Work& work, const Uuid& uuid) {
  State& state = work.state();
  const auto found =
      std::find_if(state.sitters.begin(), state.sitters.end(), [&](const Sitter& one) { return one.uuid == uuid; });
  if (found == state.sitters.end()) return fail(Reason::not_seated);
  if (found->leaving == LeaveReason::kicked) return fail(Reason::owner_only, "The owner took you off this seat.");
  if (found->leaving == LeaveReason::banned) return fail(Reason::banned);
  if (found->gone)
    if (auto back = work.play(games::set_absent(state.game, found->seat, false)); !back) return back;
  found->leaving.reset();
  found->gone = false;
  return {};
}

// Chips would have to change hands with the seat: only where none are played for.
bool replaceable(const State& state, Seat seat) {
  const auto& game = state.settings.game.value;
  const Sitter* one = sitter_at(state, seat);
  if (one == nullptr || !games::stand_ins(game) || games::max_buy_in(game) > Chips{0}) return false;
  return one->bot || sent_away(*one);
}

void take_over(Work& work, const Sitter& newcomer) {
  State& state = work.state();
  for (Sitter& one : state.sitters) {
    if (one.seat != newcomer.seat) continue;
    if (one.gone) {
      const auto back = work.play(games::set_absent(state.game, one.seat, false));
      core::check(back.has_value(), "a taken seat can be played again");
    }
    work.tell(SeatLeft{one.seat, one.uuid, one.username, Chips{0}, one.leaving.value_or(LeaveReason::left)});
    work.tell(SeatTaken{newcomer.seat, newcomer.uuid, newcomer.username, Chips{0}});
    one = newcomer;
  }
}

Result<void> fill_with_bots(Work& work, const core::Entropy& entropy) {
  State& state = work.state();
  if (!games::stand_ins(state.settings.game.value)) return {};
  if (!has_people(state)) return fail(Reason::not_seated, "Somebody has to play besides bots. Take a seat first.");
  for (Seat seat = 0; seat < state.settings.table.value.seats; ++seat) {
    if (sitter_at(state, seat) != nullptr) continue;
    const Sitter bot{seat, bot_uuid(entropy, seat), bot_name(state, seat), games::Strength::medium, {}, false};
    if (auto seated = sit_down(work, bot, bot_buy_in(state)); !seated) return seated;
  }
  return {};
}

}  // namespace baize::table
