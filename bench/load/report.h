// The pieces of the one JSON object that a run prints.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "load/served.h"

namespace baize::bench {

using Json = nlohmann::ordered_json;

double rounded(double value, int places);
// 0 where there is no whole.
double ratio(double part, double whole);
double seconds(const Figures& figures);
double actions_a_second(const Figures& figures);

Json of_latencies(const Latencies& all);
// `load_before`: load_average() before the run.
Json of_machine(double load_before, const Latencies& durable_writes);
// Null where its process is not known. `actions`: what its CPU time is divided by.
Json of_server(const Span& span, std::uint64_t actions);
// What was heard of all that came, and how much of it was read.
Json of_generator(const Span& span, const Figures& figures);

// What a run is held to, and whether it got there.
Json mark_at_most(std::string_view what, double measured, double most);
Json mark_at_least(std::string_view what, double measured, double least);

}  // namespace baize::bench
