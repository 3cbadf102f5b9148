// Time as data. Pure code never reads a clock: an instant is handed in as Unix milliseconds.
#pragma once

#include <cstdint>

namespace baize::core {

// Milliseconds: since 1970-01-01 UTC where it is an instant, else a duration; a name says which.
using TimeMs = std::int64_t;

}  // namespace baize::core
