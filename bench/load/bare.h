// What the machine does with bare Beast sockets: every move of a table is answered by one frame to each seat, of as
// many bytes as the server sends a seat for a move, without a game, a disk or JSON (broadcaster.h). The ratio to it
// tells how much of the machine the server's own work takes.
#pragma once

#include "load/figures.h"
#include "load/options.h"

namespace baize::bench {

// `frame_bytes` to each seat a move; `options` say how many tables, seats and spectators, and how long. Everybody moves
// as soon as it can.
Figures measure_bare(const Options& options, std::size_t frame_bytes);

}  // namespace baize::bench
