#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <cstdio>
#include <stdexcept>

#include "load/crowd.h"
#include "load/runs.h"
#include "load/script.h"

namespace baize::bench {

namespace asio = boost::asio;
using asio::awaitable;

namespace {

constexpr auto k_between_samples = std::chrono::milliseconds(200);
constexpr double k_most_p99_ratio = 2;
// What a client that reads nothing may cost: what the server queues for it before views collapse and it is closed, some
// frames on their way to the socket, and what allocation wastes of both. In bytes.
constexpr double k_most_bytes_a_stalled = (256 + 16 + 48) * 1024;

// One of the two measurements.
struct Part {
  Latencies latencies;
  std::uint64_t actions = 0;
  Microseconds measured_us = 0;
  std::int64_t resident_bytes = 0;  // at the end
  int stuck = 0;
};

class Stalling {
 public:
  Stalling(const Options& options, const Served& server)
      : server_(server), options_(options), crowd_(context_, server, options), caller_(server.site()) {}

  Json run() {
    run_script(context_, [this] { return measure(); });
    return report();
  }

 private:
  awaitable<void> measure();
  awaitable<void> measure_once(Part& part);
  awaitable<void> watch_memory();
  int stall_some();
  Json report() const;
  static Json of_part(const Part& part);

  const Served& server_;
  const Options& options_;
  asio::io_context context_{1};
  Crowd crowd_;
  Caller caller_;
  Span span_;
  Part without_;
  Part with_;
  int stalled_ = 0;
  std::int64_t most_resident_ = 0;
  double collapsed_ = 0;
  double closed_ = 0;
};

awaitable<void> Stalling::measure() {
  co_await crowd_.settle();
  co_await measure_once(without_);
  const double collapsed = co_await caller_.metric("baize_collapsed_messages_total");
  stalled_ = stall_some();
  std::fprintf(stderr, "%d clients do not read any more\n", stalled_);
  most_resident_ = without_.resident_bytes;
  asio::co_spawn(context_, watch_memory(), [](std::exception_ptr) {});
  co_await measure_once(with_);
  collapsed_ = co_await caller_.metric("baize_collapsed_messages_total") - collapsed;
  closed_ = co_await caller_.metric("baize_slow_readers_closed_total");
}

awaitable<void> Stalling::measure_once(Part& part) {
  Figures& figures = crowd_.figures();
  figures.latencies = {};
  figures.actions = 0;
  co_await crowd_.measure(span_, std::chrono::seconds(options_.seconds));
  part = {figures.latencies, figures.actions, figures.measured_us, server_.resident_bytes(), crowd_.stuck()};
}

awaitable<void> Stalling::watch_memory() {
  for (;;) {
    most_resident_ = std::max(most_resident_, server_.resident_bytes());
    co_await pause(k_between_samples);
  }
}

// Spectators, as many at each table as at any other: a player who reads nothing would only stop its own table.
int Stalling::stall_some() {
  const auto seats = static_cast<std::size_t>(options_.seats);
  int left = options_.connections() * options_.stalled / 100;
  if (left > options_.tables * options_.spectators)
    throw std::runtime_error("There are not so many spectators: --spectators.");
  const int wanted = left;
  for (int round = 0; round < options_.spectators; ++round) {
    // Spread over the tables, the last round too.
    const int here = std::min(left, options_.tables);
    for (int i = 0; i < here; ++i) {
      auto& table =
          crowd_.tables()[static_cast<std::size_t>(i) * crowd_.tables().size() / static_cast<std::size_t>(here)];
      table->players[seats + static_cast<std::size_t>(round)]->stop_reading();
    }
    left -= here;
  }
  return wanted;
}

Json Stalling::of_part(const Part& part) {
  Json json;
  json["actions_per_second"] =
      rounded(ratio(static_cast<double>(part.actions) * 1e6, static_cast<double>(part.measured_us)), 0);
  json["latency_ms"] = of_latencies(part.latencies);
  json["resident_bytes"] = part.resident_bytes;
  json["stuck_tables"] = part.stuck;
  return json;
}

Json Stalling::report() const {
  const Figures& figures = crowd_.figures();
  const double times = rounded(ratio(with_.latencies.percentile_ms(0.99), without_.latencies.percentile_ms(0.99)), 2);
  const auto grown = static_cast<double>(most_resident_ - without_.resident_bytes);
  const double each = rounded(ratio(grown, stalled_), 0);
  Json json;
  json["tables"] = options_.tables;
  json["connections"] = options_.connections();
  json["stalled"] = stalled_;
  json["rate"] = options_.rate;
  json["without"] = of_part(without_);
  json["with"] = of_part(with_);
  json["most_resident_bytes"] = most_resident_;
  json["messages_collapsed"] = collapsed_;
  json["slow_readers_closed"] = closed_;
  json["errors"] = figures.errors;
  json["drops"] = figures.drops;
  json["marks"] = {mark_at_most("p99 with them, times that without", times, k_most_p99_ratio),
                   mark_at_most("server memory a stalled client, bytes", each, k_most_bytes_a_stalled)};
  return json;
}

}  // namespace

Json run_stalled(const Options& options, Served& server) { return Stalling(options, server).run(); }

}  // namespace baize::bench
