// The table that the micro benchmarks work on: six seats in the middle of a hand, reached through the table's own
// rules.
#pragma once

#include "table/table.h"

namespace baize::bench {

core::Uuid player(int seat);

// Six players have been dealt in and `moves` of them have checked or called.
table::State six_seats_in_a_hand(int moves);

// The next one that checks or calls: an action that `table::apply` accepts for this state.
table::Action next_action(const table::State& state);

}  // namespace baize::bench
