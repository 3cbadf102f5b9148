#include <algorithm>

#include "cards/evaluator.h"
#include "cards/keystream.h"
#include "cards/placed.h"
#include "games/holdem/hand.h"

namespace baize::games::holdem {

namespace {

core::Bounded<Card, 2> shown_cards(const State& state, Seat seat) {
  core::Bounded<Card, 2> cards;
  for (std::size_t which = 0; which < layout::k_hole_cards; ++which)
    if (chair_of(state, seat).shown >> which & 1) cards.push_back(hole_card(state, seat, which));
  return cards;
}

PlayerView player_view(const State& state, Seat seat) {
  const Chair& chair = chair_of(state, seat);
  PlayerView player;
  player.seat = seat;
  player.stack = chair.stack;
  player.bet = chair.bet;
  player.folded = chair.folded;
  player.all_in = chair.all_in;
  player.shown = shown_cards(state, seat);
  player.last_action = chair.act;
  player.time_bank_ms = chair.bank_ms;
  return player;
}

core::Bounded<Card, 5> best_with(const State& state, Seat seat, const core::Bounded<Card, 5>& board) {
  std::array<Card, 7> seven;
  std::size_t n = 0;
  for (const Card card : shown_cards(state, seat)) seven[n++] = card;
  for (const Card card : board) seven[n++] = card;
  core::Bounded<Card, 5> best;
  for (const Card card : cards::best_five(seven)) best.push_back(card);
  return best;
}

// Only what was turned up counts: a hand of which a part stays hidden names no winning five.
Winner winner_view(const State& state, Seat seat) {
  const Chair& chair = chair_of(state, seat);
  Winner winner{seat, chair.won, {}, {}};
  if (!state.showdown || chair.shown != 3) return winner;
  const bool twice = state.runs == RunOut::twice;
  if (!twice || (chair.won_on & 1) != 0) winner.hand = best_with(state, seat, board(state));
  if (twice && (chair.won_on & 2) != 0) winner.second_hand = best_with(state, seat, second_board(state));
  return winner;
}

void add_tournament(Public& shared, const State& state) {
  const Tournament& one = state.tournament;
  const Stakes stakes = stakes_of(state);
  TournamentView view;
  view.begun = one.begun;
  view.level = (one.begun ? one.level : 0U) + 1;
  view.small_blind = stakes.small_blind;
  view.big_blind = stakes.big_blind;
  view.ante = stakes.ante;
  if (state.settings.level_by == LevelBy::hands)
    view.next_level_hands = state.settings.level_length - (one.begun ? one.level_hands : 0);
  else
    view.next_level_ms =
        std::max<TimeMs>(0, TimeMs{state.settings.level_length} * 60'000 - (one.begun ? one.level_ms : 0));
  view.entrants = one.entrants;
  for (Seat seat = 0; seat < k_max_players; ++seat) {
    const Chair& chair = chair_of(state, seat);
    if (!chair.taken) continue;
    if (chair.place == 0) ++view.left;
    if (chair.place > 0) shared.places.push_back({seat, chair.place, chair.purse});
  }
  for (int place = 1; place <= 3; ++place)
    if (const Chips prize = prize_of(state, place); prize > Chips{0}) view.prizes.push_back(prize);
  shared.tournament = view;
}

}  // namespace

Public Game::view(const State& state) {
  Public shared;
  shared.hand = state.hand;
  shared.street = state.street;
  shared.board = board(state);
  if (running(state)) {
    shared.pots = pots(state);
    shared.min_raise_to = state.current_bet + state.min_raise;
  }
  shared.dealt = state.players;
  shared.button = state.at.button.value_or(Seat{0});
  if (state.at.small_blind && chair_of(state, *state.at.small_blind).in_hand)
    shared.small_blind_seat = state.at.small_blind;
  shared.big_blind_seat = state.at.big_blind;
  shared.to_act = state.to_act;
  shared.current_bet = state.current_bet;
  shared.big_blind = stakes_of(state).big_blind;
  shared.run_out = state.runs;
  shared.second_board = second_board(state);
  if (state.rabbit)
    for (std::size_t i = state.board_count; i < layout::k_board_cards; ++i)
      shared.rabbit.push_back(board_card(state, i));
  shared.time_bank = state.bank_open;
  if (is_tournament(state.settings)) add_tournament(shared, state);
  for (Seat seat = 0; seat < k_max_players; ++seat) {
    const Chair& chair = chair_of(state, seat);
    if (!chair.in_hand) continue;
    shared.players.push_back(player_view(state, seat));
    if (chair.won > Chips{0}) shared.winners.push_back(winner_view(state, seat));
  }
  return shared;
}

Private Game::view(const State& state, Seat seat) {
  Private own;
  if (!is_taken(state, seat)) return own;
  own.legal = legal_moves(state, seat);
  if (!chair_of(state, seat).in_hand) return own;
  for (std::size_t which = 0; which < layout::k_hole_cards; ++which) own.hand.push_back(hole_card(state, seat, which));
  return own;
}

std::optional<Event> Game::shown(const Event& event, Viewer viewer) {
  const auto* dealt = std::get_if<Dealt>(&event);
  if (dealt == nullptr || viewer == dealt->seat) return event;
  return Dealt{dealt->seat, dealt->count, {}};
}

std::uint64_t Game::seen(const State& state, Viewer viewer) {
  std::uint64_t seen = 0;
  const std::size_t players = state.players.size();
  const std::size_t first_board = state.rabbit ? layout::k_board_cards : state.board_count;
  for (std::size_t i = 0; i < first_board; ++i) seen |= cards::position_bit(layout::board(players, i));
  for (std::size_t i = state.shared_count; i < state.second_count; ++i)
    seen |= cards::position_bit(layout::second_board(players, i));
  for (std::size_t order = 0; order < players; ++order) {
    const Seat seat = state.players[order];
    const Chair& chair = chair_of(state, seat);
    const bool own = viewer == seat && chair.taken && chair.in_hand;
    for (std::size_t which = 0; which < layout::k_hole_cards; ++which)
      if (own || (chair.in_hand && (chair.shown >> which & 1)))
        seen |= cards::position_bit(layout::hole(players, order, which));
  }
  return seen;
}

State Game::resample(const State& state, Viewer viewer, const Entropy& entropy) {
  if (state.players.empty()) return state;
  const std::uint64_t known = seen(state, viewer);
  const auto is_known = [known](std::size_t position) { return (known & cards::position_bit(position)) != 0; };
  std::array<Card, Card::k_count> hidden;
  std::size_t n = 0;
  for (std::size_t i = 0; i < state.deck.size(); ++i)
    if (!is_known(i)) hidden[n++] = state.deck[i];
  cards::Keystream chance(entropy);
  cards::shuffle(std::span(hidden.data(), n), chance);
  State other = state;
  for (std::size_t i = 0; i < state.deck.size(); ++i)
    if (!is_known(i)) other.deck[i] = hidden[--n];
  return other;
}

}  // namespace baize::games::holdem
