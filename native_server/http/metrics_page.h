// The text of /metrics in Prometheus's exposition format, version 0.0.4: what the loops, the tables and the journal
// have counted, each metric with what it means. docs/operating.md names the same ones.
#pragma once

#include <string>
#include <string_view>

#include "rooms/hall.h"

namespace baize::server {

inline constexpr std::string_view k_metrics_type = "text/plain; version=0.0.4; charset=utf-8";

// Any thread.
std::string metrics_page(const Hall& hall);

}  // namespace baize::server
