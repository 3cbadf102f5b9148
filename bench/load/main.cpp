// baize-bench: the load generator. Starts a server if asked to, makes one run, and prints what it measured.
#include <cstdio>
#include <stdexcept>

#include "load/runs.h"

namespace baize::bench {

namespace {

Json run(const Options& options, Served& server) {
  if (options.doors) return run_doors(options, server);
  if (options.idle > 0) return run_idle(options, server);
  if (options.messages > 0) return run_messages(options, server);
  if (options.stalled > 0) return run_stalled(options, server);
  if (options.drop_all) return run_drop_all(options, server);
  if (options.soak > 0) return run_soak(options, server);
  return run_play(options, server);
}

Json measure(const Options& options) {
  const double load_before = load_average();
  allow_open_files(options.connections());
  Served server(options);
  Json report;
  report["machine"] = of_machine(load_before, durable_writes(server.folder(), 4096, 200));
  report.update(run(options, server));
  return report;
}

}  // namespace

}  // namespace baize::bench

int main(int argc, char** argv) {
  int exit_code = 0;
  const auto options = baize::bench::read_options(argc, argv, exit_code);
  if (!options) return exit_code;
  try {
    std::puts(baize::bench::measure(*options).dump(2).c_str());
    return 0;
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "%s\n", failure.what());
    return 1;
  }
}
