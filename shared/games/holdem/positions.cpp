// Who is dealt into the coming hand, and where button and blinds stand: dead button, newcomers, missed blinds.
#include "cards/keystream.h"
#include "games/holdem/hand.h"

namespace baize::games::holdem {

namespace {

int count(const SeatSet& set) {
  int n = 0;
  for (const bool in : set) n += in;
  return n;
}

// The first of `set` clockwise after `seat`; `set` is not empty.
Seat next_in(const SeatSet& set, Seat seat) {
  do seat = seat_after(seat);
  while (!has(set, seat));
  return seat;
}

// The big blind always advances; the others follow it onto its last places, empty or not (rule 2, T32).
void place_from_big_blind(Seating& seating, const Positions& last, Seat big_blind) {
  Positions& at = seating.at;
  at.big_blind = big_blind;
  if (count(seating.in) == 2) {
    at.button = at.small_blind = next_in(seating.in, big_blind);
    return;
  }
  at.small_blind = last.big_blind;
  at.button = last.small_blind;
  // After heads-up the place of the last small blind may lie beyond the new big blind: then the button belongs to the
  // last player before the small blind.
  Seat seat = *at.small_blind;
  while (seat != big_blind && seat != *at.button) seat = seat_after(seat);
  const bool misplaced = seat == *at.button;
  if (!misplaced) return;
  seat = seat_before(*at.small_blind);
  while (!has(seating.in, seat) || seat == big_blind) seat = seat_before(seat);
  at.button = seat;
}

Seating random_start(Seating seating, const Entropy& entropy) {
  cards::Keystream chance(core::derive(entropy, "holdem button", 0));
  auto steps = chance.below(static_cast<std::uint32_t>(count(seating.in)));
  Seat button = next_in(seating.in, k_max_players - 1);
  for (; steps > 0; --steps) button = next_in(seating.in, button);
  place_from_button(seating, button);
  return seating;
}

// Nobody comes in between the button and the small blind, nor on the place of a dead small blind (rule 10, LA151).
bool may_come_in(const Seating& seating, Seat seat) {
  for (Seat at = *seating.at.button; at != *seating.at.small_blind;) {
    at = seat_after(at);
    if (at == seat) return false;
  }
  return true;
}

// Lets those in who post instead of waiting for the big blind.
void let_posters_in(Seating& seating, const State& state, const SeatSet& ready, Seat big_blind) {
  Seating wider = seating;
  bool anybody = false;
  for (Seat seat = 0; seat < k_max_players; ++seat) {
    if (!has(ready, seat) || !chair_of(state, seat).posting || has(seating.in, seat)) continue;
    put(wider.in, seat);
    anybody = true;
  }
  if (!anybody) return;
  place_from_big_blind(wider, state.at, big_blind);
  for (Seat seat = 0; seat < k_max_players; ++seat)
    if (has(wider.in, seat) && !has(seating.in, seat) && !may_come_in(wider, seat))
      wider.in[static_cast<std::size_t>(seat)] = false;
  // Two are heads-up, and then a button that moved for somebody who can't come in would be wrong.
  if (count(wider.in) > 2) seating = wider;
}

}  // namespace

SeatSet ready_seats(const State& state, SeatMask among) {
  SeatSet ready{};
  // A tournament deals everybody in who has chips, whoever may have left.
  const bool tournament = is_tournament(state.settings);
  for (Seat seat = 0; seat < k_max_players; ++seat)
    if ((tournament || (among & seat_bit(seat)) != 0) && is_ready(state, chair_of(state, seat))) put(ready, seat);
  return ready;
}

// Heads-up the button posts the small blind (rule 1, T34).
void place_from_button(Seating& seating, Seat button) {
  const Seat first = next_in(seating.in, button);
  seating.at.button = button;
  seating.at.small_blind = count(seating.in) == 2 ? button : first;
  seating.at.big_blind = next_in(seating.in, *seating.at.small_blind);
}

Seating arrange(const State& state, const Entropy& entropy, SeatMask among) {
  Seating seating;
  seating.among = among;
  const SeatSet ready = ready_seats(state, among);
  const bool tournament = is_tournament(state.settings);
  for (Seat seat = 0; seat < k_max_players; ++seat)
    if (has(ready, seat) && (tournament || chair_of(state, seat).status == SeatStatus::playing)) put(seating.in, seat);
  // With nobody left to wait for, everybody who is ready starts over together.
  if (count(seating.in) < 2) seating.in = ready;
  if (!state.at.big_blind || Game::needs_all_seats(state)) return random_start(seating, entropy);
  // A newcomer comes in when the big blind reaches it (rule 10).
  const Seat big_blind = next_in(ready, *state.at.big_blind);
  put(seating.in, big_blind);
  place_from_big_blind(seating, state.at, big_blind);
  let_posters_in(seating, state, ready, big_blind);
  return seating;
}

std::optional<Seat> first_to_act(const Seating& seating) {
  if (count(seating.in) < 3) return std::nullopt;
  return next_in(seating.in, *seating.at.big_blind);
}

// Blinds that passed by a seat that was not dealt in are owed (rule 10).
void note_missed_blinds(State& state, const Seating& seating) {
  if (is_tournament(state.settings)) return;
  const Positions& at = seating.at;
  const auto misses = [&](Seat seat) {
    const Chair& chair = chair_of(state, seat);
    const bool could_play = chair.taken && (seating.among & seat_bit(seat)) != 0;
    return could_play && !has(seating.in, seat) && chair.status != SeatStatus::waiting_for_blind;
  };
  if (misses(*at.small_blind)) state.chairs[static_cast<std::size_t>(*at.small_blind)].owes_small_blind = true;
  if (!state.at.big_blind) return;
  for (Seat seat = seat_after(*state.at.big_blind); seat != *at.big_blind; seat = seat_after(seat))
    if (misses(seat)) state.chairs[static_cast<std::size_t>(seat)].owes_big_blind = true;
}

}  // namespace baize::games::holdem
