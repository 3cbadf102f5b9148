// The one JSON object that a measurement prints.
#pragma once

#include <optional>
#include <string>

#include "load/doors.h"
#include "load/machine.h"
#include "load/options.h"
#include "load/play.h"

namespace baize::bench {

struct Measured {
  Options options;
  Played play;
  std::optional<Doors> doors;  // instead of `play`
  std::string audit;           // of the doors: what `baize audit` says, and whether it counts what was acknowledged
  bool nothing_lost = false;
  double load_before = 0;  // what else ran, as load_average() before the start
  std::optional<Usage> server_before;
  std::optional<Usage> server_after;
  double generator_cpu_seconds = 0;
  Latencies durable_writes;
  std::optional<Figures> bare;
};

std::string report(const Measured& measured);

}  // namespace baize::bench
