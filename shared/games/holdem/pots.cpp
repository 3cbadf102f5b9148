#include <algorithm>

#include "games/holdem/hand.h"

namespace baize::games::holdem {

namespace {

constexpr Chips k_no_limit = core::k_max_chips;

// The totals at which live players are all-in, lowest first, each once; then, if somebody can still bet, no limit. Each
// closes a layer (rule 7): players between two of them contend for the same pots.
core::Bounded<Chips, k_max_players + 1> layer_tops(const State& state) {
  core::Bounded<Chips, k_max_players + 1> tops;
  bool open = false;
  for (const Seat seat : state.players) {
    const Chair& chair = chair_of(state, seat);
    if (!is_live(chair)) continue;
    if (!chair.all_in)
      open = true;
    else if (std::find(tops.begin(), tops.end(), chair.committed) == tops.end())
      tops.push_back(chair.committed);
  }
  std::sort(tops.begin(), tops.end());
  if (open) tops.push_back(k_no_limit);
  return tops;
}

Pot layer(const State& state, Chips bottom, Chips top) {
  Pot pot;
  for (const Seat seat : state.players) {
    const Chair& chair = chair_of(state, seat);
    pot.amount += std::min(chair.committed, top) - std::min(chair.committed, bottom);
    if (is_live(chair) && (!chair.all_in || chair.committed >= top)) pot.seats.push_back(seat);
  }
  return pot;
}

}  // namespace

Pots pots(const State& state) {
  Pots all;
  Chips bottom;
  Chips dead;
  for (const Seat seat : state.players) dead += chair_of(state, seat).dead;
  for (const Chips top : layer_tops(state)) {
    const Pot pot = layer(state, bottom, top);
    if (pot.amount > Chips{0}) all.push_back(pot);
    bottom = top;
  }
  // What folded players put in above the highest live total has no layer of its own.
  if (!all.empty() && bottom != k_no_limit) all.back().amount += layer(state, bottom, k_no_limit).amount;
  if (!all.empty()) all[0].amount += dead;
  return all;
}

void return_uncalled(Hand& hand) {
  State& state = hand.state;
  Seat highest = state.players[0];
  Chips most;
  Chips second;
  for (const Seat seat : state.players) {
    const Chips committed = chair_of(state, seat).committed;
    if (committed > most) {
      second = most;
      most = committed;
      highest = seat;
    } else {
      second = std::max(second, committed);
    }
  }
  Chair& chair = hand.chair(highest);
  if (most == second || chair.folded) return;
  const Chips uncalled = most - second;
  chair.committed -= uncalled;
  chair.bet -= std::min(chair.bet, uncalled);
  chair.stack += uncalled;
  chair.all_in = false;
  hand.happened(Returned{highest, uncalled});
}

}  // namespace baize::games::holdem
