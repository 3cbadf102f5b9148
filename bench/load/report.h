// The one JSON object that a measurement prints.
#pragma once

#include <optional>
#include <string>

#include "load/machine.h"
#include "load/options.h"
#include "load/play.h"

namespace baize::bench {

struct Measured {
  Options options;
  Played play;
  double load_before = 0;  // what else ran, as load_average() before the start
  std::optional<Usage> server_before;
  std::optional<Usage> server_after;
  double generator_cpu_seconds = 0;
  Latencies durable_writes;
  std::optional<Figures> bare;
};

std::string report(const Measured& measured);

}  // namespace baize::bench
