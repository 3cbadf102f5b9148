#include "load/machine.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <thread>
#include <vector>

namespace baize::bench {

std::optional<Usage> usage_of(std::int64_t pid) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
  std::string text;
  if (!std::getline(file, text)) return std::nullopt;
  // proc(5): the second field, in brackets, may hold spaces; behind it the third begins.
  std::istringstream fields(text.substr(text.rfind(')') + 1));
  std::vector<std::string> all{"pid", "name"};
  for (std::string one; fields >> one;) all.push_back(one);
  if (all.size() < 24) return std::nullopt;
  const auto field = [&](std::size_t number) { return std::stod(all[number - 1]); };
  Usage usage;
  usage.cpu_seconds = (field(14) + field(15)) / static_cast<double>(sysconf(_SC_CLK_TCK));
  usage.resident_bytes = static_cast<std::int64_t>(field(24)) * sysconf(_SC_PAGESIZE);
  return usage;
}

int cores() { return static_cast<int>(std::thread::hardware_concurrency()); }

std::string processor() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
  return "unknown";
}

double load_average() {
  double last_minute = 0;
  return getloadavg(&last_minute, 1) == 1 ? last_minute : 0;
}

Latencies durable_writes(const std::filesystem::path& folder, std::size_t bytes, int times) {
  Latencies all;
  std::string name = (folder / "baize-bench-XXXXXX").string();
  const int file = mkstemp(name.data());
  if (file < 0) return all;
  unlink(name.c_str());
  const std::string block(bytes, 'b');
  for (int i = 0; i < times; ++i) {
    const Microseconds before = steady_us();
    if (write(file, block.data(), block.size()) < 0 || fdatasync(file) < 0) break;
    all.add(steady_us() - before);
  }
  close(file);
  return all;
}

}  // namespace baize::bench
