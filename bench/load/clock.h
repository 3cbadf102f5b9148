// The two clocks of a measurement: the wall's for the client's doors, and a steady one in microseconds for latencies.
#pragma once

#include <chrono>

#include "core/time.h"

namespace baize::bench {

using Microseconds = std::int64_t;

inline core::TimeMs wall_ms() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

inline Microseconds steady_us() {
  using namespace std::chrono;
  return duration_cast<microseconds>(steady_clock::now().time_since_epoch()).count();
}

}  // namespace baize::bench
