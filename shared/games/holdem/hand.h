// The pieces that the rules of a hand are made of, shared by the .cpp files of this folder and used by nothing else:
// a Hand is the next state under construction, with the events that led there.
#pragma once

#include "games/holdem/game.h"
#include "games/holdem/schedule.h"

namespace baize::games::holdem {

using Events = EventList<Event, Game::k_max_events>;
using Pots = core::Bounded<Pot, k_max_players>;
using LegalMoves = core::Bounded<Legal, k_most_legal>;

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

// Nobody is asked: its player is gone, or sits out of a tournament's hand.
inline bool plays_by_itself(const Chair& chair) { return chair.absent || chair.away; }

// --- seats.cpp ---

// May be dealt in: sits there with chips, isn't gone, and plays or waits for the big blind. In a sit-and-go everybody
// who still has chips is dealt in, there or not (T 30).
bool is_ready(const State& state, const Chair& chair);
// A seat that owes a blind waits for the big one before it is dealt in again.
SeatStatus status_back_in(const Chair& chair);

// --- positions.cpp ---

using SeatSet = std::array<bool, k_max_players>;

inline bool has(const SeatSet& set, Seat seat) { return set[static_cast<std::size_t>(seat)]; }
inline void put(SeatSet& set, Seat seat) { set[static_cast<std::size_t>(seat)] = true; }

// Who plays the coming hand, and from where.
struct Seating {
  Positions at;
  SeatSet in{};
  SeatMask among = k_all_seats;  // the others are not dealt in, and miss nothing by it
};

SeatSet ready_seats(const State& state, SeatMask among);
Seating arrange(const State& state, const Entropy& entropy, SeatMask among);
void place_from_button(Seating& seating, Seat button);
// Who acts first before the flop, and so may straddle; nobody heads-up.
std::optional<Seat> first_to_act(const Seating& seating);
void note_missed_blinds(State& state, const Seating& seating);

// --- deal.cpp ---

Card hole_card(const State& state, Seat seat, std::size_t which);
Card board_card(const State& state, std::size_t i);
core::Bounded<Card, 5> board(const State& state);
core::Bounded<Card, 5> second_board(const State& state);
Card second_board_card(const State& state, std::size_t i);

// --- tournament.cpp ---

// Blinds and antes as they are now, or so many levels on.
Stakes stakes_of(const State& state, int levels_on = 0);
// Before a hand of a sit-and-go: begins it, counts the hand, moves to the next level. True if the level is a new one.
bool prepare_tournament(State& state);
// After a hand: who has no chips left takes a place, and the last one with chips the first.
void take_places(Hand& hand);
// What the place is paid when so many have paid the pool.
Chips prize_of(const State& state, int place);

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
// Betting is over with cards to come: hands are turned up and the board is dealt to its end, unless the players have
// to say first whether they want two.
void run_out(Hand& hand);
// The seat that was asked has said it.
void answer_run_twice(Hand& hand, bool yes);
// Hands are shown or mucked in order, the pots are paid, the hand ends.
void show_down(Hand& hand);
void deal_street(Hand& hand);

}  // namespace baize::games::holdem
