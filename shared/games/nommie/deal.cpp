// A round from its start to the first bid, and a round that never was.
#include "games/nommie/round.h"

namespace baize::games::nommie {

using core::fail;
using core::Reason;

namespace {

constexpr TimeMs k_score_sheet_ms = 6000;
constexpr TimeMs k_ceremony_ms = 15'000;
constexpr TimeMs k_void_ms = 1000;

// Rounds that are over count from 1; a game that is over makes room for the next.
void turn_page(State& state) {
  if (state.finished.full()) state.finished.clear();
  state.round = static_cast<std::uint8_t>(state.finished.size() + 1);
}

void start(Round& round, const cards::Deck& deck) {
  State& state = round.state;
  clear_table(state);
  turn_page(state);
  ++state.deal;
  ++state.decision;
  state.deck = deck;
  state.dealt = true;
  state.phase = Phase::bidding;
  const auto cards = static_cast<std::uint8_t>(hand_size(state));
  round.happened(RoundStarted{state.deal, state.round, cards, dealer(state), scores(state.finished)});
  Seat seat = dealer(state);
  for (int i = 0; i < k_seats; ++i) {
    seat = seat_after(seat);
    round.happened(Dealt{seat, cards, dealt_to(state, seat)});
  }
  state.to_act = seat_after(dealer(state));
}

Result<Step<Game>> dealt(const State& state, const cards::Deck& deck) {
  Result<Step<Game>> result(tl::in_place, state);
  Round round(*result);
  start(round, deck);
  return result;
}

Result<void> may_deal(const State& state, SeatMask among) {
  if (Game::running(state)) return fail(Reason::hand_running);
  if (Game::can_deal(state, among)) return {};
  return fail(Reason::illegal_move,
              "A round of Nommie needs four who are ready: fill the seats, with bots if need be.");
}

}  // namespace

void clear_table(State& state) {
  state.phase = Phase::over;
  state.dealt = false;
  state.deck = {};
  state.to_act.reset();
  state.bids = {};
  state.trump.reset();
  state.trump_by.reset();
  state.tricks.clear();
  state.current.clear();
}

Hand dealt_to(const State& state, Seat seat) {
  Hand hand;
  for (int i = 0; i < hand_size(state); ++i)
    hand.push_back(state.deck[layout::card(dealer(state), seat, static_cast<std::size_t>(i))]);
  return hand;
}

bool Game::can_deal(const State& state, SeatMask among) {
  if (running(state)) return false;
  for (Seat seat = 0; seat < k_seats; ++seat) {
    const Chair& chair = at(state.chairs, seat);
    if (!chair.taken || (among & seat_bit(seat)) == 0) return false;
    // Nobody is waited for within a game: who is away is played by a bot.
    if (!game_on(state) && (chair.absent || chair.sitting_out)) return false;
  }
  return true;
}

Result<Step<Game>> Game::deal(const State& state, const Entropy& entropy, SeatMask among) {
  if (auto may = may_deal(state, among); !may) return fail(may.error());
  return dealt(state, cards::shuffled_deck(entropy));
}

Result<Step<Game>> Game::deal_forced(const State& state, const cards::Deck& deck) {
  if (auto may = may_deal(state, k_all_seats); !may) return fail(may.error());
  if (!cards::is_whole(deck)) return fail(Reason::invalid_field, "The deck has to hold every card once.");
  return dealt(state, deck);
}

Step<Game> Game::void_deal(const State& state) {
  Step<Game> step(state);
  if (!running(state)) return step;
  State& next = step.state;
  const std::uint8_t round = state.round;
  clear_table(next);
  next.round = static_cast<std::uint8_t>(next.finished.size());
  ++next.decision;
  step.events.push_back(RoundEnded{next.deal, round, true});
  return step;
}

State Game::begun_anew(const State& state) {
  State next = state;
  clear_table(next);
  next.finished.clear();
  next.round = 0;
  ++next.decision;
  return next;
}

TimeMs Game::interlude_ms(const State& state) {
  if (state.deal == 0) return 0;
  if (!state.dealt) return k_void_ms;
  return state.finished.full() ? k_ceremony_ms : k_score_sheet_ms;
}

}  // namespace baize::games::nommie
