// How the three strengths of bots differ, and what each wants once the hand has been rehearsed. Easy calls too much,
// hardly raises and misjudges its hand; medium plays good cards by their chances and the price; hard reads its rivals'
// bets and weighs what each way to go on brings.
#pragma once

#include "games/contract.h"
#include "games/holdem/bot/rehearsal.h"

namespace baize::games::holdem {

// What a bot wants to do; a legal move is made of it (Choices). `to`: the bet after a raise, in big blinds.
struct Wish {
  enum class Kind { fold, call, raise, all_in };
  Kind kind = Kind::fold;
  double to = 0;

  static Wish fold() { return {Kind::fold, 0}; }
  static Wish call() { return {Kind::call, 0}; }
  static Wish raise(double to) { return {Kind::raise, to}; }
  static Wish all_in() { return {Kind::all_in, 0}; }
};

// How often a bot of this strength plays the hand out: never where its charts are enough.
int rounds_of(const Situation& now, Strength strength);

// Which part of all hands is opened with a raise when so many are still to act after it.
double open_width(int yet_behind, int dealt);

// So deep and no deeper (big blinds), all-in or fold is how to play before the flop.
inline constexpr double k_short = 13;

// What a rival may hold, as a bot of this strength reads it.
Range range_of(const Situation& now, const Rival& rival, const Reading& reading, Strength strength);

// What is worth rehearsing. The first is the call (or check).
Rehearsal::Plans plans_for(const Situation& now, Strength strength);

// `share`: of the pot, where the hand was rehearsed.
Wish wish_before_flop(const Situation& now, double share, Strength strength, Dice& dice);
Wish wish_after_flop(const Situation& now, const Rehearsal& rehearsal, const Rehearsal::Plans& plans, Strength strength,
                     Dice& dice);
// The plan that brings most; a fold where all of them lose.
Wish best_of(const Situation& now, const Rehearsal& rehearsal, const Rehearsal::Plans& plans, Dice& dice);

}  // namespace baize::games::holdem
