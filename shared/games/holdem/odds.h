// How good a hand is: Chen's score for two cards before the flop, and the chance to win by playing the hand out many
// times. Bots decide by it and the client can show it; both know only their own cards and what is public.
#pragma once

#include "cards/keystream.h"
#include "games/holdem/views.h"

namespace baize::games::holdem {

// Bill Chen's formula (E. Krieger, L. Krieger: "Hold'em Excellence"), doubled so that it is whole: -3 for 7-2 offsuit
// (his rounding is left out), 40 for a pair of aces.
int chen_score(Card a, Card b);

// How careful an opponent's cards are thought to have been chosen: any two, or the best of two or three pairs of cards
// by Chen's score.
enum class Range { any, best_of_two, best_of_three };

struct Question {
  core::Bounded<Card, 2> hand;
  core::Bounded<Card, 5> board;
  core::Bounded<Card, 2 * k_max_players> seen;    // other cards that are known to be out
  core::Bounded<Range, k_max_players> opponents;  // who still contend, at least one
};

// The share of the pot that the hand wins on average, 0 to 1, from `rounds` random ends of the hand.
double win_chance(const Question& question, int rounds, cards::Keystream& chance);

}  // namespace baize::games::holdem
