// What the bots of a table are called. Both follow from what is written in the log, so that a replay has the same.
#pragma once

#include "core/bytes.h"
#include "table/state.h"

namespace baize::table {

// A name that nobody at the table has.
core::Name bot_name(const State& state, Seat seat);
// RFC 9562 version 8, "custom", from an action's entropy.
Uuid bot_uuid(const core::Entropy& entropy, Seat seat);

}  // namespace baize::table
