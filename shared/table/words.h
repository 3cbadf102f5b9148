// A table's own events in words, for the activity log and the live region. The game's events have their words in the
// game's folder.
#pragma once

#include "narration/words.h"
#include "table/events.h"

namespace baize::table {

// One sentence without its full stop: "Ann takes seat 3 with 1,000". `reader` is the account that reads, empty for
// none.
std::string words(const Event& event, const Uuid& reader, const narration::Language& language = narration::english());

// What this table's game calls a deal: "Hand 12", "Round 3"; and several of them, "Hands".
std::string deal_title(const Settings& settings, std::uint64_t number);
std::string deals_title(const Settings& settings);

}  // namespace baize::table
