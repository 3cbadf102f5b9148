#include "cards/keystream.h"
#include "games/holdem/hand.h"

namespace baize::games::holdem {

namespace {

using core::fail;
using core::Reason;

using SeatSet = std::array<bool, k_max_players>;

bool has(const SeatSet& set, Seat seat) { return set[static_cast<std::size_t>(seat)]; }
void put(SeatSet& set, Seat seat) { set[static_cast<std::size_t>(seat)] = true; }

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

// Who plays the coming hand, and from where.
struct Seating {
  Positions at;
  SeatSet in{};
  SeatMask among = k_all_seats;  // the others are not dealt in, and miss nothing by it
};

SeatSet ready_seats(const State& state, SeatMask among) {
  SeatSet ready{};
  for (Seat seat = 0; seat < k_max_players; ++seat)
    if ((among & seat_bit(seat)) != 0 && is_ready(chair_of(state, seat))) put(ready, seat);
  return ready;
}

// Heads-up the button posts the small blind (rule 1, LA150, T36).
void place_from_button(Seating& seating, Seat button) {
  const Seat first = next_in(seating.in, button);
  seating.at.button = button;
  seating.at.small_blind = count(seating.in) == 2 ? button : first;
  seating.at.big_blind = next_in(seating.in, *seating.at.small_blind);
}

// The big blind always advances; the others follow it onto its last places, empty or not (rule 2, LA151).
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

Seating arrange(const State& state, const Entropy& entropy, SeatMask among) {
  Seating seating;
  seating.among = among;
  const SeatSet ready = ready_seats(state, among);
  for (Seat seat = 0; seat < k_max_players; ++seat)
    if (has(ready, seat) && chair_of(state, seat).status == SeatStatus::playing) put(seating.in, seat);
  // With nobody left to wait for, everybody who is ready starts over together.
  if (count(seating.in) < 2) seating.in = ready;

  if (!state.at.big_blind) {
    cards::Keystream chance(core::derive(entropy, "holdem button", 0));
    auto steps = chance.below(static_cast<std::uint32_t>(count(seating.in)));
    Seat button = next_in(seating.in, k_max_players - 1);
    for (; steps > 0; --steps) button = next_in(seating.in, button);
    place_from_button(seating, button);
    return seating;
  }
  // A newcomer comes in when the big blind reaches it (rule 10).
  const Seat big_blind = next_in(ready, *state.at.big_blind);
  put(seating.in, big_blind);
  place_from_big_blind(seating, state.at, big_blind);
  return seating;
}

// Blinds that passed by a seat that was not dealt in are owed (rule 10).
void note_missed_blinds(State& state, const Seating& seating) {
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

void clear_table(State& state) {
  for (Chair& chair : state.chairs) {
    chair.in_hand = chair.folded = chair.all_in = chair.came_in = false;
    chair.shown = 0;
    chair.act.reset();
    chair.bet = chair.committed = chair.won = Chips{0};
  }
  state.players.clear();
  state.board_count = 0;
  state.to_act.reset();
  state.aggressor.reset();
  state.current_bet = state.min_raise = Chips{0};
  state.voided = state.showdown = false;
  state.run_out = 0;
}

void seat_players(State& state, const Seating& seating) {
  note_missed_blinds(state, seating);
  state.before = state.at;
  state.at = seating.at;
  Seat seat = *seating.at.button;
  do {
    seat = seat_after(seat);
    if (!has(seating.in, seat)) continue;
    Chair& chair = state.chairs[static_cast<std::size_t>(seat)];
    chair.in_hand = true;
    chair.came_in = chair.status == SeatStatus::waiting_for_blind;
    chair.status = SeatStatus::playing;
    chair.owes_small_blind = chair.owes_big_blind = false;
    state.players.push_back(seat);
  } while (seat != *seating.at.button);
}

void post(Hand& hand, Seat seat, PostKind kind, Chips due) {
  Chair& chair = hand.chair(seat);
  if (!can_bet(chair) || due == Chips{0}) return;
  const Chips amount = put_in(hand, seat, due);
  // Antes are dead: they count to nobody's bet (T10).
  if (kind == PostKind::ante) chair.bet = Chips{0};
  hand.happened(Posted{seat, kind, amount, chair.all_in});
}

void post_all(Hand& hand) {
  State& state = hand.state;
  for (const Seat seat : state.players) post(hand, seat, PostKind::ante, state.settings.ante);
  if (chair_of(state, *state.at.small_blind).in_hand)
    post(hand, *state.at.small_blind, PostKind::small_blind, state.settings.small_blind);
  post(hand, *state.at.big_blind, PostKind::big_blind, state.settings.big_blind);
  // A short blind changes nothing for the others: they owe a whole big blind (rule 3, LA150).
  state.current_bet = state.min_raise = state.settings.big_blind;
}

void start(Hand& hand, const Seating& seating, const cards::Deck& deck) {
  State& state = hand.state;
  clear_table(state);
  seat_players(state, seating);
  ++state.hand;
  ++state.decision;
  state.street = Street::preflop;
  state.deck = deck;
  hand.happened(HandStarted{state.hand, *state.at.button});
  post_all(hand);
  for (const Seat seat : state.players)
    hand.happened(Dealt{seat, layout::k_hole_cards, {hole_card(state, seat, 0), hole_card(state, seat, 1)}});
  play_on(hand, *state.at.big_blind);
}

Result<Step<Game>> dealt(const State& state, const Seating& seating, const cards::Deck& deck) {
  Result<Step<Game>> result(tl::in_place, state);
  Hand hand(*result);
  start(hand, seating, deck);
  return result;
}

Result<void> may_deal(const State& state, SeatMask among) {
  if (Game::running(state)) return fail(Reason::hand_running);
  if (!Game::can_deal(state, among)) return fail(Reason::illegal_move, "A hand needs two players with chips.");
  return {};
}

}  // namespace

Card hole_card(const State& state, Seat seat, std::size_t which) {
  std::size_t order = 0;
  while (state.players[order] != seat) ++order;
  return state.deck[layout::hole(state.players.size(), order, which)];
}

core::Bounded<Card, 5> board(const State& state) {
  core::Bounded<Card, 5> cards;
  for (std::size_t i = 0; i < state.board_count; ++i)
    cards.push_back(state.deck[layout::board(state.players.size(), i)]);
  return cards;
}

bool Game::can_deal(const State& state, SeatMask among) {
  return !running(state) && count(ready_seats(state, among)) >= 2;
}

Result<Step<Game>> Game::deal(const State& state, const Entropy& entropy, SeatMask among) {
  if (auto may = may_deal(state, among); !may) return fail(may.error());
  return dealt(state, arrange(state, entropy, among), cards::shuffled_deck(entropy));
}

Result<Step<Game>> Game::deal_forced(const State& state, const cards::Deck& deck, std::optional<Seat> button) {
  if (auto may = may_deal(state, k_all_seats); !may) return fail(may.error());
  if (!cards::is_whole(deck)) return fail(Reason::invalid_field, "The deck has to hold every card once.");
  if (!button) return dealt(state, arrange(state, Entropy{}, k_all_seats), deck);
  Seating seating;
  seating.in = ready_seats(state, k_all_seats);
  place_from_button(seating, *button);
  return dealt(state, seating, deck);
}

Step<Game> Game::void_deal(const State& state) {
  Step<Game> step(state);
  if (!running(state)) return step;
  State& next = step.state;
  for (Chair& chair : next.chairs) {
    chair.stack += chair.committed;
    if (!chair.came_in) continue;
    chair.owes_big_blind = true;
    if (chair.status == SeatStatus::playing) chair.status = SeatStatus::waiting_for_blind;
  }
  clear_table(next);
  next.at = state.before;
  next.before = {};
  next.street = Street::over;
  next.voided = true;
  ++next.decision;
  step.events.push_back(HandEnded{next.hand, true});
  return step;
}

TimeMs Game::interlude_ms(const State& state) {
  if (state.hand == 0) return 0;
  if (state.voided) return 1000;
  return (state.showdown ? 6000 : 3000) + 1000 * state.run_out;
}

}  // namespace baize::games::holdem
