// Plays a recorded hand through the game contract of hold'em with the cards forced, and compares what the rules say
// with what the record says: whose turn it is, what a call costs, how far a raise may go, the board, and the stacks at
// the end. It decides nothing by itself.
#pragma once

#include <string>
#include <vector>

#include "record.h"

namespace baize::oracle {

struct Outcome {
  std::size_t decisions = 0;
  std::vector<std::string> mismatches;  // sentences for people, with the action they are about
  bool undecided = false;  // who won hangs on cards that the record hides: its final stacks can't be compared
};

/// What can't be played is a mismatch, and so is an invariant of the rules that breaks on the way.
Outcome replay(const Record& record);

}  // namespace baize::oracle
