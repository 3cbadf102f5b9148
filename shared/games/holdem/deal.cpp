// A hand from its start to the first decision, and a hand that never was.
#include <algorithm>

#include "games/holdem/hand.h"

namespace baize::games::holdem {

namespace {

using core::fail;
using core::Reason;

void clear_table(State& state) {
  for (Chair& chair : state.chairs) {
    chair.in_hand = chair.folded = chair.all_in = chair.came_in = chair.away = false;
    chair.shown = chair.won_on = 0;
    chair.act.reset();
    chair.bet = chair.committed = chair.dead = chair.won = Chips{0};
  }
  state.players.clear();
  state.board_count = state.second_count = state.shared_count = 0;
  state.to_act.reset();
  state.aggressor.reset();
  state.current_bet = state.min_raise = Chips{0};
  state.voided = state.showdown = state.rabbit = state.bank_open = false;
  state.run_out = 0;
  state.runs = RunOut::none;
}

void seat_players(State& state, const Seating& seating) {
  note_missed_blinds(state, seating);
  state.before = state.at;
  state.at = seating.at;
  const bool tournament = is_tournament(state.settings);
  const std::int32_t whole_bank = state.settings.time_bank_seconds * 1000;
  Seat seat = *seating.at.button;
  do {
    seat = seat_after(seat);
    if (!has(seating.in, seat)) continue;
    Chair& chair = state.chairs[static_cast<std::size_t>(seat)];
    chair.in_hand = true;
    chair.came_in = chair.status == SeatStatus::waiting_for_blind;
    chair.posting = chair.posting && chair.came_in;
    chair.away = tournament && chair.status == SeatStatus::sitting_out;
    if (!chair.away) chair.status = SeatStatus::playing;
    chair.bank_ms = std::min(chair.bank_ms + k_bank_refill_ms, whole_bank);
    state.players.push_back(seat);
  } while (seat != *seating.at.button);
}

void post(Hand& hand, Seat seat, PostKind kind, Chips due) {
  Chair& chair = hand.chair(seat);
  if (!can_bet(chair) || due <= Chips{0}) return;
  const Chips bet = chair.bet;
  const Chips amount = put_in(hand, seat, due);
  // Antes are dead: they count to nobody's bet (rule 12). Everybody's ante is part of the layers of the pots; what one
  // pays alone belongs to the main pot.
  if (!is_live(kind)) chair.bet = bet;
  if (kind == PostKind::big_blind_ante || kind == PostKind::dead_blind) {
    chair.committed -= amount;
    chair.dead += amount;
  }
  hand.happened(Posted{seat, kind, amount, chair.all_in});
}

// A newcomer's big blind is live; a small blind that was missed besides is dead (rule 10).
void post_debts(Hand& hand, const Stakes& stakes) {
  for (const Seat seat : hand.state.players) {
    Chair& chair = hand.chair(seat);
    const bool owes_big = chair.owes_big_blind;
    const bool owes_small = chair.owes_small_blind;
    chair.owes_big_blind = chair.owes_small_blind = false;
    if (!chair.came_in || !chair.posting || seat == *hand.state.at.big_blind) continue;
    if (owes_big) post(hand, seat, PostKind::missed_blind, stakes.big_blind);
    if (owes_small) post(hand, seat, PostKind::dead_blind, stakes.small_blind);
  }
}

// The seat after the big blind may bet two of them unseen. Whose turn it is after which: the straddler acts last.
Seat post_straddle(Hand& hand, const Seating& seating, const Stakes& stakes) {
  State& state = hand.state;
  const auto seat = first_to_act(seating);
  const bool asked = seat && hand.chair(*seat).straddling && state.settings.straddle;
  for (Chair& chair : state.chairs) chair.straddling = false;
  const Chips straddle = stakes.big_blind * 2;
  if (!asked || hand.chair(*seat).bet + hand.chair(*seat).stack < straddle) return *state.at.big_blind;
  post(hand, *seat, PostKind::straddle, straddle - hand.chair(*seat).bet);
  state.current_bet = state.min_raise = straddle;
  return *seat;
}

// The seat that the first decision comes after.
Seat post_all(Hand& hand, const Seating& seating) {
  State& state = hand.state;
  const Stakes stakes = stakes_of(state);
  const bool each = state.settings.ante_by == AnteBy::each;
  if (each)
    for (const Seat seat : state.players) post(hand, seat, PostKind::ante, stakes.ante);
  if (chair_of(state, *state.at.small_blind).in_hand)
    post(hand, *state.at.small_blind, PostKind::small_blind, stakes.small_blind);
  post(hand, *state.at.big_blind, PostKind::big_blind, stakes.big_blind);
  // One ante for the table comes after the big blind where the stack is too short for both (T: the big blind first).
  if (!each) post(hand, *state.at.big_blind, PostKind::big_blind_ante, stakes.ante);
  // A short blind changes nothing for the others: they owe a whole big blind (rule 3, LA150).
  state.current_bet = state.min_raise = stakes.big_blind;
  post_debts(hand, stakes);
  return post_straddle(hand, seating, stakes);
}

// Blinds, antes and a straddle that a record of a hand gives seat by seat.
Seat post_forced(Hand& hand, const ForcedBets& bets) {
  State& state = hand.state;
  const auto due = [](const auto& amounts, Seat seat) { return amounts[static_cast<std::size_t>(seat)]; };
  for (const Seat seat : state.players) post(hand, seat, PostKind::ante, due(bets.antes, seat));
  for (const Seat seat : state.players) post(hand, seat, PostKind::big_blind_ante, due(bets.dead, seat));
  Seat last = state.players.back();  // without any blind the first left of the button begins
  Chips highest;
  for (const Seat seat : state.players) {
    const Chips blind = due(bets.blinds, seat);
    const PostKind kind = seat == *state.at.small_blind ? PostKind::small_blind
                          : seat == *state.at.big_blind ? PostKind::big_blind
                                                        : PostKind::straddle;
    post(hand, seat, kind, blind);
    if (blind <= highest) continue;
    highest = blind;
    last = seat;
  }
  state.current_bet = highest;
  state.min_raise = bets.min_raise;
  return last;
}

void start(Hand& hand, const Seating& seating, const cards::Deck& deck, const ForcedBets* bets) {
  State& state = hand.state;
  clear_table(state);
  const bool new_level = prepare_tournament(state);
  seat_players(state, seating);
  ++state.hand;
  ++state.decision;
  state.street = Street::preflop;
  state.deck = deck;
  const Stakes stakes = stakes_of(state);
  hand.happened(HandStarted{state.hand, *state.at.button, stakes.small_blind, stakes.big_blind, stakes.ante});
  if (new_level)
    hand.happened(LevelBegan{state.tournament.level + 1U, stakes.small_blind, stakes.big_blind, stakes.ante});
  const Seat last = bets != nullptr ? post_forced(hand, *bets) : post_all(hand, seating);
  for (const Seat seat : state.players)
    hand.happened(Dealt{seat, layout::k_hole_cards, {hole_card(state, seat, 0), hole_card(state, seat, 1)}});
  play_on(hand, last);
}

Result<Step<Game>> dealt(const State& state, const Seating& seating, const cards::Deck& deck,
                         const ForcedBets* bets = nullptr) {
  Result<Step<Game>> result(tl::in_place, state);
  Hand hand(*result);
  start(hand, seating, deck, bets);
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

Card board_card(const State& state, std::size_t i) { return state.deck[layout::board(state.players.size(), i)]; }

Card second_board_card(const State& state, std::size_t i) {
  if (i < state.shared_count) return board_card(state, i);
  return state.deck[layout::second_board(state.players.size(), i)];
}

core::Bounded<Card, 5> board(const State& state) {
  core::Bounded<Card, 5> cards;
  for (std::size_t i = 0; i < state.board_count; ++i) cards.push_back(board_card(state, i));
  return cards;
}

core::Bounded<Card, 5> second_board(const State& state) {
  core::Bounded<Card, 5> cards;
  for (std::size_t i = 0; i < state.second_count; ++i) cards.push_back(second_board_card(state, i));
  return cards;
}

bool Game::can_deal(const State& state, SeatMask among) {
  if (running(state)) return false;
  const SeatSet ready = ready_seats(state, among);
  int count = 0;
  for (const bool one : ready) count += one;
  return count >= 2;
}

Result<Step<Game>> Game::deal(const State& state, const Entropy& entropy, SeatMask among) {
  if (auto may = may_deal(state, among); !may) return fail(may.error());
  return dealt(state, arrange(state, entropy, among), cards::shuffled_deck(entropy));
}

Result<Step<Game>> Game::deal_forced(const State& state, const cards::Deck& deck, std::optional<Seat> button,
                                     const ForcedBets* bets) {
  if (auto may = may_deal(state, k_all_seats); !may) return fail(may.error());
  if (!cards::is_whole(deck)) return fail(Reason::invalid_field, "The deck has to hold every card once.");
  if (!button) return dealt(state, arrange(state, Entropy{}, k_all_seats), deck, bets);
  Seating seating;
  seating.in = ready_seats(state, k_all_seats);
  place_from_button(seating, *button);
  return dealt(state, seating, deck, bets);
}

Step<Game> Game::void_deal(const State& state) {
  Step<Game> step(state);
  if (!running(state)) return step;
  State& next = step.state;
  for (Chair& chair : next.chairs) {
    chair.stack += chair.committed + chair.dead;
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
  constexpr TimeMs k_ceremony_ms = 5000;  // for the winner of a sit-and-go
  if (state.hand == 0) return 0;
  if (state.voided) return 1000;
  const TimeMs ceremony = is_tournament(state.settings) && !state.tournament.begun ? k_ceremony_ms : 0;
  return (state.showdown ? 6000 : 3000) + 1000 * state.run_out + ceremony;
}

}  // namespace baize::games::holdem
