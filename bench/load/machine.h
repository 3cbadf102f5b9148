// What the machine is and what it gives: its cores, a process's memory and time, how long its disk takes to make a
// write durable. Linux only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "load/figures.h"

namespace baize::bench {

struct Usage {
  std::int64_t resident_bytes = 0;
  double cpu_seconds = 0;  // of all threads, in and outside the kernel
};

// Nothing if there is no such process.
std::optional<Usage> usage_of(std::int64_t pid);

int cores();
std::string processor();  // as it names itself
// How many processes wanted a core in the last minute, on average: what else the machine was busy with.
double load_average();

// How long it takes to append `bytes` to a file in `folder` and fdatasync it, `times` times. Empty where it cannot be
// written to.
Latencies durable_writes(const std::filesystem::path& folder, std::size_t bytes, int times);

}  // namespace baize::bench
