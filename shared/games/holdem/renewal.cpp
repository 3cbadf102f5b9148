#include <algorithm>

#include "core/check.h"
#include "games/holdem/game.h"

namespace baize::games::holdem {

State Game::with_settings(const State& state, const Settings& settings) {
  core::check(!running(state), "settings change between hands only");
  State next = state;
  next.settings = settings;
  for (Chair& chair : next.chairs) chair.bank_ms = std::min(chair.bank_ms, settings.time_bank_seconds * 1000);
  return next;
}

State Game::begun_anew(const State& state) {
  core::check(!running(state), "a game begins anew between hands only");
  State next = create(state.settings);
  for (std::size_t seat = 0; seat < next.chairs.size(); ++seat) {
    const Chair& old = state.chairs[seat];
    Chair& chair = next.chairs[seat];
    chair.taken = old.taken;
    chair.absent = old.absent;
    chair.status = old.status == SeatStatus::waiting_for_blind ? SeatStatus::playing : old.status;
    chair.stack = old.stack;
    chair.bank_ms = old.bank_ms;
    chair.place = old.place;
    chair.purse = old.purse;
  }
  // A sit-and-go keeps its players and their chips; its blinds begin again.
  next.tournament = state.tournament;
  next.tournament.level = 0;
  next.tournament.level_hands = 0;
  next.tournament.level_ms = 0;
  next.total = state.total;
  next.hand = state.hand;
  next.decision = state.decision + 1;
  return next;
}

}  // namespace baize::games::holdem
