// What the machine does with bare Beast sockets: every move of a table is answered by one frame to each seat, of as
// many bytes as the server sends a seat for a move, and every ping by itself, without a game, a disk or JSON
// (broadcaster.h). The ratio to it tells how much of the machine the server's own work takes.
#pragma once

#include "load/figures.h"
#include "load/options.h"

namespace baize::bench {

struct BareLoad {
  std::size_t frame_bytes = 0;  // to each seat, a move
  int broadcasts = 0;           // moves a second of all tables; 0: everybody moves as soon as it can
  int echoes = 0;               // pings a second, of all together
};

// `options` say how many tables, seats and spectators, and how long.
Figures measure_bare(const Options& options, const BareLoad& load);

}  // namespace baize::bench
