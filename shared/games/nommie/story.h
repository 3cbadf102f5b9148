// Rounds of Nommie that are over, told again: as text line by line, in one line, and step by step for the replayer.
// Made of events alone, as the reader may know them (Game::shown): nothing is played again and nothing is known here
// that the events don't say. There is no notation that other programs read.
//
// `events` are all of one round, from RoundStarted on.
#pragma once

#include <span>

#include "games/deal_story.h"
#include "games/nommie/game.h"

namespace baize::games::nommie {

// Hands are written out when all their cards are known: the reader's own from the start, the others' from what they
// played. A void round says so.
std::string history(const Settings& settings, const DealFacts& facts, std::span<const Event> events, HistoryForm form);

DealSummary summary(std::span<const Event> events);

std::vector<ReplayStep> replay_steps(const DealFacts& facts, std::span<const Event> events);

// The table after the first `count` events. Whose turn it is follows from the rules.
Replayed<Game> replayed(const Settings& settings, const DealFacts& facts, std::span<const Event> events,
                        std::size_t count);

}  // namespace baize::games::nommie
