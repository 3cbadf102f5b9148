// The pieces that the rules of a round are made of, shared by the .cpp files of this folder and used by nothing else:
// a Round is the next state under construction, with the events that led there.
#pragma once

#include "games/nommie/game.h"
#include "games/nommie/tricks.h"

namespace baize::games::nommie {

using Events = EventList<Event, Game::k_max_events>;
using Hand = core::Bounded<Card, k_most_cards>;
using LegalMoves = core::Bounded<Legal, 1>;

struct Round {
  State& state;
  Events& events;

  explicit Round(Step<Game>& step) : state(step.state), events(step.events) {}
  void happened(const Event& event) { events.push_back(event); }
};

inline bool is_seat(Seat seat) { return seat >= 0 && seat < k_seats; }
template <class T>
T& at(BySeat<T>& all, Seat seat) {
  return all[static_cast<std::size_t>(seat)];
}
template <class T>
const T& at(const BySeat<T>& all, Seat seat) {
  return all[static_cast<std::size_t>(seat)];
}

inline bool is_taken(const State& state, Seat seat) { return is_seat(seat) && at(state.chairs, seat).taken; }

// From the first deal until the last round is over.
inline bool game_on(const State& state) {
  return Game::running(state) || (!state.finished.empty() && !state.finished.full());
}

// Of the running or last round; 0 before the first.
inline int hand_size(const State& state) { return state.round == 0 ? 0 : hand_size_of(state.round); }
inline Seat dealer(const State& state) { return state.round == 0 ? Seat{0} : dealer_of(state.round); }

// --- deal.cpp ---

// No cards, bids or tricks.
void clear_table(State& state);
// What the seat was dealt, in the order of the deck.
Hand dealt_to(const State& state, Seat seat);

// --- play.cpp ---

// Once all have bid; of equal bids the earliest (rule 5).
Seat highest_bidder(const State& state);

// --- views.cpp ---

// What the seat still holds, in the order of Private::hand.
Hand held_by(const State& state, Seat seat);
BySeat<std::uint8_t> tricks_won(const State& state);
Scores scores(const ScoreSheet& finished);
// Nobody before the last round is over.
core::Bounded<Seat, k_seats> winners(const ScoreSheet& finished);
std::optional<Seat> leader(const State& state);

// --- legal.cpp ---

LegalMoves legal_moves(const State& state, Seat seat);

}  // namespace baize::games::nommie
