#include "games/holdem/hand.h"

namespace baize::games::holdem {

namespace {

std::string check_money(const State& state) {
  Chips total;
  for (const Chair& chair : state.chairs) {
    if (chair.stack < Chips{0}) return "a stack is negative";
    if (chair.bet < Chips{0} || chair.bet > chair.committed) return "a bet is not part of what was put in";
    if (!chair.taken && chair.stack + chair.committed + chair.dead > Chips{0}) return "an empty seat has chips";
    if (!chair.in_hand && chair.committed + chair.dead > Chips{0})
      return "somebody who was not dealt in has put chips in";
    total += chair.stack + chair.committed + chair.dead;
    if (chair.bank_ms < 0) return "a time bank is overdrawn";
  }
  if (total != state.total) return "chips came from nowhere or went nowhere";
  if (total > core::k_max_chips) return "there are more chips than can be counted";
  return {};
}

std::string check_between_hands(const State& state) {
  if (state.to_act) return "somebody is to act though no hand is running";
  for (const Chair& chair : state.chairs)
    if (chair.committed + chair.dead > Chips{0}) return "chips stay in the middle after the hand";
  return {};
}

std::string check_pots(const State& state) {
  Chips committed;
  for (const Seat seat : state.players) committed += chair_of(state, seat).committed + chair_of(state, seat).dead;
  Chips in_pots;
  for (const Pot& pot : pots(state)) {
    if (pot.seats.empty()) return "nobody can win a pot";
    in_pots += pot.amount;
  }
  if (in_pots != committed) return "the pots are not what was put in";
  return {};
}

std::string check_running_hand(const State& state) {
  if (state.street == Street::showdown) return "a state rests at showdown";
  if (!cards::is_whole(state.deck)) return "the deck is not one of each card";
  if (state.players.size() < 2) return "a hand has fewer than two players";
  int live = 0;
  for (const Seat seat : state.players) {
    const Chair& chair = chair_of(state, seat);
    if (!chair.in_hand || !chair.taken) return "a player of the hand has left the table";
    if (chair.all_in != (chair.stack == Chips{0})) return "all-in and an empty stack are not the same";
    if (chair.bet > state.current_bet) return "a bet is higher than the highest";
    live += is_live(chair);
  }
  if (live < 2) return "a hand runs though nobody is left to beat";
  if (!state.to_act) return "a hand runs and nobody is to act";
  const bool asking = state.runs == RunOut::asking;
  if (asking ? !is_live(chair_of(state, *state.to_act)) : !can_bet(chair_of(state, *state.to_act)))
    return "the seat to act can't";
  if (plays_by_itself(chair_of(state, *state.to_act))) return "an absent seat is waited for";
  const int cards = state.street == Street::preflop ? 0 : static_cast<int>(state.street) + 2;
  if (state.board_count != cards) return "the board does not fit the street";
  return check_pots(state);
}

// Every place once is paid or waits for its player, and the pool is what is left of it.
std::string check_tournament(const State& state) {
  const Tournament& one = state.tournament;
  if (one.unpaid < Chips{0} || one.unpaid > one.pool) return "more is paid out than was paid in";
  int left = 0;
  for (const Chair& chair : state.chairs) {
    left += chair.taken && chair.place == 0;
    if (chair.place > 0 && chair.stack > Chips{0} && chair.place != 1) return "a place is taken with chips in front";
  }
  if (one.begun && left < 2) return "a tournament goes on though it is decided";
  return {};
}

}  // namespace

std::string Game::check(const State& state) {
  if (std::string broken = check_money(state); !broken.empty()) return broken;
  if (is_tournament(state.settings))
    if (std::string broken = check_tournament(state); !broken.empty()) return broken;
  return running(state) ? check_running_hand(state) : check_between_hands(state);
}

}  // namespace baize::games::holdem
