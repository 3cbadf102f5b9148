// How many players can join and leave a second: everybody takes a seat over HTTP and leaves it again, on connections
// that stay open, while nobody plays. Each of the two is a row of the log and a transfer of chips, durable when it is
// answered.
#pragma once

#include <functional>

#include "load/figures.h"
#include "load/options.h"
#include "load/socket_transport.h"

namespace baize::bench {

struct Doors {
  Microseconds measured_us = 0;
  Latencies joins;
  Latencies leaves;
  // From the first connection on, whatever is measured: what was acknowledged.
  std::uint64_t accounts = 0;
  std::uint64_t all_joins = 0;
  std::uint64_t all_leaves = 0;
  std::map<std::string, std::uint64_t> errors;  // by the server's sentence

  // How many entries the ledger has if nothing was lost and nothing done twice: two a transfer.
  std::uint64_t entries() const { return 2 * (accounts + all_joins + all_leaves); }
};

// `before` and `after` are called around the measured seconds. When it returns everybody has left. Throws
// std::runtime_error with a sentence for people where it does not come about.
Doors measure_doors(const Options& options, const Site& site, const std::function<void()>& before,
                    const std::function<void()>& after);

}  // namespace baize::bench
