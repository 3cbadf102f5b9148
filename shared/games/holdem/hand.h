// The pieces that the rules of a hand are made of, shared by the .cpp files of this folder and used by nothing else:
// a Hand is the next state under construction, with the events that led there.
#pragma once

#include "games/holdem/game.h"

namespace baize::games::holdem {

using Events = EventList<Event, Game::k_max_events>;
using Pots = core::Bounded<Pot, k_max_players>;
using LegalMoves = core::Bounded<Legal, 6>;

struct Hand {
  State& state;
  Events& events;

  explicit Hand(Step<Game>& step) : state(step.state), events(step.events) {}
  Chair& chair(Seat seat) { return state.chairs[static_cast<std::size_t>(seat)]; }
  void happened(const Event& event) { events.push_back(event); }
};

inline bool is_seat(Seat seat) { return seat >= 0 && seat < k_max_players; }
inline Seat seat_after(Seat seat) { return static_cast<Seat>(seat + 1 == k_max_players ? 0 : seat + 1); }
inline Seat seat_before(Seat seat) { return static_cast<Seat>(seat == 0 ? k_max_players - 1 : seat - 1); }

inline const Chair& chair_of(const State& state, Seat seat) { return state.chairs[static_cast<std::size_t>(seat)]; }
inline bool is_taken(const State& state, Seat seat) { return is_seat(seat) && chair_of(state, seat).taken; }

// Still in for the pot.
inline bool is_live(const Chair& chair) { return chair.in_hand && !chair.folded; }
// Still has chips to bet with.
inline bool can_bet(const Chair& chair) { return is_live(chair) && !chair.all_in; }

// --- seats.cpp ---

// May be dealt in: sits there with chips, isn't gone, and plays or waits for the big blind.
bool is_ready(const Chair& chair);

// --- deal.cpp ---

Card hole_card(const State& state, Seat seat, std::size_t which);
core::Bounded<Card, 5> board(const State& state);

// --- betting.cpp ---

// Moves up to `amount` from the stack into the seat's bet; the amount that was moved. All-in if nothing is left.
Chips put_in(Hand& hand, Seat seat, Chips amount);
// From the seat after `last` on: absent seats decide, streets are dealt, the hand ends - until somebody has a decision.
void play_on(Hand& hand, Seat last);

// --- legal.cpp ---

// What a call puts in; none if there is nothing to call.
Chips call_amount(const State& state, const Chair& chair);
LegalMoves legal_moves(const State& state, Seat seat);
Result<void> admissible(const LegalMoves& legal, const Move& move);

// --- pots.cpp ---

// The layers of what is committed: the main pot, then the side pots. `seats` clockwise from left of the button.
Pots pots(const State& state);
// Gives the part of a bet that nobody called back to its seat.
void return_uncalled(Hand& hand);

// --- showdown.cpp ---

// Everybody else has folded: the last live seat takes it all unseen.
void win_uncontested(Hand& hand);
// Betting is over with cards to come: hands are turned up and the board is dealt to its end.
void run_out(Hand& hand);
// Hands are shown or mucked in order, the pots are paid, the hand ends.
void show_down(Hand& hand);
void deal_street(Hand& hand);

}  // namespace baize::games::holdem
