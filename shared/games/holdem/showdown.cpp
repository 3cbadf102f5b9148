#include <algorithm>

#include "cards/evaluator.h"
#include "games/holdem/hand.h"

namespace baize::games::holdem {

namespace {

using cards::HandRank;
using SeatList = core::Bounded<Seat, k_max_players>;
using Ranks = std::array<HandRank, k_max_players>;  // by seat
using SevenCards = std::array<Card, layout::k_hole_cards + layout::k_board_cards>;

// `board`: 1, or 2 for the second board of a hand that is run twice.
SevenCards seven_cards(const State& state, Seat seat, int board = 1) {
  SevenCards cards;
  cards[0] = hole_card(state, seat, 0);
  cards[1] = hole_card(state, seat, 1);
  for (std::size_t i = 0; i < layout::k_board_cards; ++i)
    cards[2 + i] = board == 2 ? second_board_card(state, i) : board_card(state, i);
  return cards;
}

Ranks ranks_on(const State& state, int board) {
  const cards::Evaluator& evaluator = cards::Evaluator::instance();
  Ranks ranks{};
  for (const Seat seat : state.players)
    if (is_live(chair_of(state, seat)))
      ranks[static_cast<std::size_t>(seat)] = evaluator(seven_cards(state, seat, board));
  return ranks;
}

bool contains(const SeatList& seats, Seat seat) { return std::find(seats.begin(), seats.end(), seat) != seats.end(); }

bool anybody_all_in(const State& state) {
  for (const Seat seat : state.players)
    if (is_live(chair_of(state, seat)) && chair_of(state, seat).all_in) return true;
  return false;
}

// The last side pot that the seat contends for.
std::size_t highest_pot(const Pots& pots, Seat seat) {
  std::size_t at = pots.size();
  while (at > 0 && !contains(pots[at - 1].seats, seat)) --at;
  return at;
}

// Who shows before whom: the last aggressor of the final round, else the first left of the button, then clockwise;
// those who contend for a side pot before those who don't (rule 9, T17).
SeatList showing_order(const State& state, const Pots& pots) {
  const std::size_t players = state.players.size();
  std::size_t first = 0;
  if (state.aggressor)
    while (state.players[first] != *state.aggressor) ++first;
  SeatList order;
  for (std::size_t pot = pots.size(); pot > 0; --pot)
    for (std::size_t i = 0; i < players; ++i) {
      const Seat seat = state.players[(first + i) % players];
      if (is_live(chair_of(state, seat)) && highest_pot(pots, seat) == pot) order.push_back(seat);
    }
  return order;
}

void show(Hand& hand, Seat seat) {
  Chair& chair = hand.chair(seat);
  if (chair.shown == 3) return;
  chair.shown = 3;
  hand.happened(Shown{seat, {hole_card(hand.state, seat, 0), hole_card(hand.state, seat, 1)}});
}

void show_all(Hand& hand) {
  const SeatList order = showing_order(hand.state, pots(hand.state));
  for (const Seat seat : order) show(hand, seat);
}

// Whether a hand that is already shown beats the seat in every pot that it contends for.
bool is_beaten(const State& state, const Pots& pots, const Ranks& ranks, Seat seat) {
  for (const Pot& pot : pots) {
    if (!contains(pot.seats, seat)) continue;
    bool beaten = false;
    for (const Seat other : pot.seats)
      beaten |= chair_of(state, other).shown == 3 &&
                ranks[static_cast<std::size_t>(other)] > ranks[static_cast<std::size_t>(seat)];
    if (!beaten) return false;
  }
  return true;
}

// Once somebody is all-in and betting is over, all hands are turned up (T16); else who is beaten may muck.
void compare_hands(Hand& hand, const Pots& pots, const Ranks& ranks) {
  if (anybody_all_in(hand.state)) return show_all(hand);
  for (const Seat seat : showing_order(hand.state, pots)) {
    if (!is_beaten(hand.state, pots, ranks, seat))
      show(hand, seat);
    else
      hand.happened(Mucked{seat});
  }
}

SeatList winners_of(const Pot& pot, const Ranks& ranks) {
  HandRank best;
  for (const Seat seat : pot.seats) best = std::max(best, ranks[static_cast<std::size_t>(seat)]);
  SeatList winners;
  for (const Seat seat : pot.seats)
    if (ranks[static_cast<std::size_t>(seat)] == best) winners.push_back(seat);
  return winners;
}

void award(Hand& hand, std::size_t pot, Seat seat, Chips amount, const core::Bounded<Card, 5>& best, int board = 1) {
  if (amount == Chips{0}) return;
  Chair& chair = hand.chair(seat);
  chair.stack += amount;
  chair.won += amount;
  chair.won_on = static_cast<std::uint8_t>(chair.won_on | board);
  hand.happened(Awarded{static_cast<std::uint8_t>(pot), seat, amount, best, static_cast<std::uint8_t>(board)});
}

// Odd chips go one at a time, from the first winner left of the button (rule 8, T20); pots list seats in that
// order.
void pay(Hand& hand, std::size_t number, const Pot& pot, const Ranks& ranks, int board = 1) {
  const SeatList winners = winners_of(pot, ranks);
  const auto shares = static_cast<std::int64_t>(winners.size());
  Chips odd = pot.amount % shares;
  for (const Seat seat : winners) {
    Chips share = pot.amount / shares;
    if (odd > Chips{0}) {
      share += Chips{1};
      odd -= Chips{1};
    }
    core::Bounded<Card, 5> best;
    if (pot.seats.size() > 1)
      for (const Card card : cards::best_five(seven_cards(hand.state, seat, board))) best.push_back(card);
    award(hand, number, seat, share, best, board);
  }
}

// Each board decides half of every pot; an odd chip goes with the first board. A pot that only one contends for is no
// matter of boards.
void pay_on_two_boards(Hand& hand, std::size_t number, const Pot& pot, const Ranks& first, const Ranks& second) {
  if (pot.seats.size() == 1) return pay(hand, number, pot, first);
  Pot half = pot;
  half.amount = pot.amount / 2 + pot.amount % 2;
  pay(hand, number, half, first);
  half.amount = pot.amount / 2;
  pay(hand, number, half, second, 2);
}

void end_hand(Hand& hand) {
  State& state = hand.state;
  state.street = Street::over;
  state.to_act.reset();
  state.current_bet = state.min_raise = Chips{0};
  take_places(hand);
  for (Chair& chair : state.chairs) {
    chair.bet = chair.committed = chair.dead = Chips{0};
    if (chair.taken && chair.stack == Chips{0}) chair.status = SeatStatus::sitting_out;
  }
  hand.happened(HandEnded{state.hand, false});
}

}  // namespace

void deal_street(Hand& hand) {
  State& state = hand.state;
  const std::uint8_t count = state.street == Street::preflop ? 3 : 1;
  state.street = static_cast<Street>(static_cast<int>(state.street) + 1);
  BoardDealt dealt{state.street, {}};
  for (std::size_t i = 0; i < count; ++i) dealt.cards.push_back(board_card(state, state.board_count + i));
  state.board_count = static_cast<std::uint8_t>(state.board_count + count);
  hand.happened(dealt);
}

namespace {

// The streets that the second board does not share with the first.
void deal_second_board(Hand& hand) {
  State& state = hand.state;
  state.second_count = state.shared_count;
  while (state.second_count < layout::k_board_cards) {
    const std::uint8_t count = state.second_count == 0 ? 3 : 1;
    const Street street = state.second_count == 0   ? Street::flop
                          : state.second_count == 3 ? Street::turn
                                                    : Street::river;
    BoardDealt dealt{street, {}, 2};
    for (std::size_t i = 0; i < count; ++i) dealt.cards.push_back(second_board_card(state, state.second_count + i));
    state.second_count = static_cast<std::uint8_t>(state.second_count + count);
    ++state.run_out;
    hand.happened(dealt);
  }
}

void deal_to_the_end(Hand& hand) {
  State& state = hand.state;
  state.shared_count = state.board_count;
  while (state.street != Street::river) {
    deal_street(hand);
    ++state.run_out;
  }
  if (state.runs == RunOut::twice) deal_second_board(hand);
  show_down(hand);
}

// The first live seat behind `last` in the order of play, or the first of all; nobody when all have been asked.
std::optional<Seat> next_asked(const State& state, std::optional<Seat> last) {
  bool passed = !last;
  for (const Seat seat : state.players) {
    if (passed && is_live(chair_of(state, seat))) return seat;
    passed = passed || seat == *last;
  }
  return std::nullopt;
}

// Two boards are for all who contend, and nobody who is not there can want them. No tournament has them.
bool may_run_twice(const State& state) {
  if (!state.settings.run_twice || is_tournament(state.settings)) return false;
  for (const Seat seat : state.players)
    if (is_live(chair_of(state, seat)) && chair_of(state, seat).absent) return false;
  return true;
}

}  // namespace

void run_out(Hand& hand) {
  show_all(hand);
  if (!may_run_twice(hand.state)) return deal_to_the_end(hand);
  hand.state.runs = RunOut::asking;
  hand.state.to_act = next_asked(hand.state, std::nullopt);
}

void answer_run_twice(Hand& hand, bool yes) {
  State& state = hand.state;
  hand.happened(RunTwiceAnswered{*state.to_act, yes});
  state.to_act = next_asked(state, state.to_act);
  const bool gone = state.to_act && chair_of(state, *state.to_act).absent;
  if (yes && state.to_act && !gone) return;
  state.to_act.reset();
  state.runs = yes && !gone ? RunOut::twice : RunOut::once;
  deal_to_the_end(hand);
}

void win_uncontested(Hand& hand) {
  return_uncalled(hand);
  const Pots all = pots(hand.state);
  for (std::size_t i = all.size(); i > 0; --i) award(hand, i - 1, all[i - 1].seats[0], all[i - 1].amount, {});
  end_hand(hand);
}

void show_down(Hand& hand) {
  State& state = hand.state;
  state.showdown = true;
  const Ranks ranks = ranks_on(state, 1);
  const Pots all = pots(state);
  compare_hands(hand, all, ranks);
  const bool twice = state.runs == RunOut::twice;
  const Ranks second = twice ? ranks_on(state, 2) : Ranks{};
  for (std::size_t i = all.size(); i > 0; --i)
    twice ? pay_on_two_boards(hand, i - 1, all[i - 1], ranks, second) : pay(hand, i - 1, all[i - 1], ranks);
  end_hand(hand);
}

}  // namespace baize::games::holdem
