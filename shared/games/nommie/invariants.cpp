#include <algorithm>

#include "games/nommie/round.h"

namespace baize::games::nommie {

namespace {

std::string check_line(const RoundScore& one, std::size_t before) {
  if (one.round != before + 1) return "the rounds of the score sheet are not in order";
  if (one.hand_size != hand_size_of(one.round) || one.dealer != dealer_of(one.round))
    return "a round was not the one that the rules have there";
  int bids = 0;
  int tricks = 0;
  for (std::size_t i = 0; i < k_seats; ++i) {
    bids += one.bids[i];
    tricks += one.tricks[i];
    if (one.points[i] != points_of(one.bids[i], one.tricks[i])) return "points don't fit the tricks";
  }
  if (bids == one.hand_size) return "the bids of a round add up to its tricks";
  return tricks == one.hand_size ? "" : "tricks came from nowhere or went nowhere";
}

std::string check_sheet(const State& state) {
  for (std::size_t i = 0; i < state.finished.size(); ++i)
    if (std::string broken = check_line(state.finished[i], i); !broken.empty()) return broken;
  const std::size_t round = state.finished.size() + (Game::running(state) ? 1 : 0);
  return state.round == round ? "" : "the round does not follow from the score sheet";
}

// Every card was played by who was dealt it, once, and whoever could follow suit did.
std::string check_trick(const TrickCards& cards, BySeat<Hand>& hands) {
  for (const PlayedCard& one : cards) {
    if (one.seat != (cards[0].seat + (&one - cards.begin())) % k_seats) return "a trick was played out of turn";
    Hand& hand = at(hands, one.seat);
    const auto found = std::find(hand.begin(), hand.end(), one.card);
    if (found == hand.end()) return "a card was played that its seat did not hold";
    const TrickCards before = &one == cards.begin() ? TrickCards{} : TrickCards{cards[0]};
    if (!may_play({hand.begin(), hand.size()}, one.card, before)) return "a seat did not follow suit though it could";
    hand.erase_at(static_cast<std::size_t>(found - hand.begin()));
  }
  return {};
}

std::string check_tricks(const State& state) {
  if (!state.trump && (!state.tricks.empty() || !state.current.empty())) return "cards were played before trump";
  BySeat<Hand> hands;
  for (Seat seat = 0; seat < k_seats; ++seat) at(hands, seat) = dealt_to(state, seat);
  Seat lead = seat_after(dealer(state));
  for (const Trick& trick : state.tricks) {
    if (!trick.cards.full() || trick.cards[0].seat != lead) return "the wrong seat led";
    if (std::string broken = check_trick(trick.cards, hands); !broken.empty()) return broken;
    lead = best_of(trick.cards, *state.trump).seat;
    if (trick.winner != lead) return "a trick went to the wrong seat";
  }
  if (!state.current.empty() && state.current[0].seat != lead) return "the wrong seat led";
  return check_trick(state.current, hands);
}

std::string check_running_round(const State& state) {
  if (!state.dealt) return "a round runs without cards";
  if (!state.to_act) return "a round runs and nobody is to act";
  std::size_t bids = 0;
  for (const auto& bid : state.bids) bids += bid.has_value();
  if ((state.phase == Phase::bidding) != (bids < k_seats)) return "the phase does not fit the bids";
  if ((state.phase == Phase::trick) != state.trump.has_value()) return "the phase does not fit the trump";
  if ((bids == k_seats) != state.trump_by.has_value()) return "trump is named by nobody, or too early";
  if (state.current.full() || static_cast<int>(state.tricks.size()) >= hand_size(state)) return "a trick has no end";
  return {};
}

}  // namespace

std::string Game::check(const State& state) {
  if (std::string broken = check_sheet(state); !broken.empty()) return broken;
  if (game_on(state))
    for (const Chair& chair : state.chairs)
      if (!chair.taken) return "a game goes on with an empty seat";
  if (running(state))
    if (std::string broken = check_running_round(state); !broken.empty()) return broken;
  if (!running(state) && state.to_act) return "somebody is to act though no round is running";
  if (!state.dealt) return {};
  if (!cards::is_whole(state.deck)) return "the deck is not one of each card";
  return check_tricks(state);
}

}  // namespace baize::games::nommie
