// A hand in the Poker Hand History format (PHH, github.com/uoftcprg/phh-std): TOML that other programs for poker read.
// Used by history(); the oracle's tests read back what this writes.
#pragma once

#include <span>
#include <string>

#include "games/deal_story.h"
#include "games/holdem/game.h"

namespace baize::games::holdem {

// What had to be posted in a hand: as its start says, else (an older record) as the settings have it.
struct Stakes {
  Chips small_blind;
  Chips big_blind;
  Chips ante;  // of each player, or of the big blind for all
};
Stakes stakes_of(const Settings& settings, std::span<const Event> events);

// Players stand in the order of the deal, the first left of the button; heads-up the forced bets are listed the other
// way round, as the format has it. Hole cards that the reader can't know are ????. What was shown after the end stands
// in the deal and in a comment, since the format knows no action for it. A void hand has no final stacks.
std::string notation(const Settings& settings, const DealFacts& facts, std::span<const Event> events);

}  // namespace baize::games::holdem
