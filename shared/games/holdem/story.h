// Hands of hold'em that are over, told again: as text in the manner of the big rooms, as PHH (Poker Hand History,
// github.com/uoftcprg/phh-std), in one line, and step by step for the replayer. Made of events alone, as the reader may
// know them (Game::shown): nothing is played again and nothing is known here that the events don't say.
//
// `events` are all of one hand, from HandStarted on; what was shown after its end may follow.
#pragma once

#include <span>

#include "games/deal_story.h"
#include "games/holdem/game.h"

namespace baize::games::holdem {

// Cards that the reader can't know are ????. A void hand says so.
std::string history(const Settings& settings, const DealFacts& facts, std::span<const Event> events, HistoryForm form);

DealSummary summary(std::span<const Event> events);

std::vector<ReplayStep> replay_steps(const DealFacts& facts, std::span<const Event> events);

// The table after the first `count` events. Whose turn it is follows from who acts next.
Replayed<Game> replayed(const Settings& settings, const DealFacts& facts, std::span<const Event> events,
                        std::size_t count);

}  // namespace baize::games::holdem
