#include "load/bare.h"
#include "load/crowd.h"
#include "load/runs.h"
#include "load/script.h"

namespace baize::bench {

namespace asio = boost::asio;

namespace {

// What the two rates are held to that have a mark.
constexpr double k_least_flat_out = 10'000;
constexpr int k_marked_rate = 1000;
constexpr double k_most_p99_ms = 5;
// What a viewer may receive for an action in the middle of a deal, in bytes: binary, and compressed JSON.
constexpr double k_most_bytes_binary = 40;
constexpr double k_most_bytes_deflated = 120;

Json of_bare(const Figures& bare, const Figures& figures) {
  Json json;
  json["actions_per_second"] = rounded(actions_a_second(bare), 0);
  json["latency_ms"] = of_latencies(bare.latencies);
  json["ratio"] = rounded(ratio(actions_a_second(figures), actions_a_second(bare)), 3);
  return json;
}

// Null where not every message was read.
Json of_bytes(const Figures& figures, bool deflated) {
  const Figures::Received& all = figures.within_deals;
  if (all.views == 0) return nullptr;
  const auto each = [&](std::uint64_t bytes) {
    return rounded(ratio(static_cast<double>(bytes), static_cast<double>(all.views)), 1);
  };
  Json json = mark_at_most("views and events on the wire", each(all.view_bytes),
                           deflated ? k_most_bytes_deflated : k_most_bytes_binary);
  json["answers"] = each(all.answer_bytes);
  json["proofs"] = each(all.proof_bytes);
  json["others"] = each(all.other_bytes);
  return json;
}

}  // namespace

Json run_play(const Options& options, Served& server) {
  asio::io_context context(1);
  Crowd crowd(context, server, options);
  Span span;
  int stuck = 0;
  run_script(context, [&]() -> asio::awaitable<void> {
    co_await crowd.settle();
    co_await crowd.measure(span, std::chrono::seconds(options.seconds));
    stuck = crowd.stuck();
  });

  const Figures& figures = crowd.figures();
  const auto actions = static_cast<double>(figures.actions);
  Json json;
  json["tables"] = options.tables;
  json["seats"] = options.seats;
  json["spectators"] = options.spectators;
  json["think_ms"] = options.think_ms;
  json["rate"] = options.rate;
  json["seconds"] = rounded(seconds(figures), 2);
  json["actions"] = figures.actions;
  json["actions_per_second"] = rounded(actions_a_second(figures), 0);
  json["latency_ms"] = of_latencies(figures.latencies);
  json["bytes_an_action"] = rounded(ratio(static_cast<double>(figures.bytes), actions), 0);
  json["bytes_an_action_a_viewer"] = of_bytes(figures, options.deflate);
  json["messages_an_action"] = rounded(ratio(static_cast<double>(figures.messages), actions), 1);
  json["server"] = of_server(span, figures.actions);
  json["generator"] = of_generator(span, figures);
  json["new_buy_ins"] = figures.new_buy_ins;
  json["errors"] = figures.errors;
  json["drops"] = figures.drops;
  json["stuck_tables"] = stuck;
  json["bare"] = nullptr;
  if (options.bare && figures.actions > 0) {
    const auto people = static_cast<std::uint64_t>(options.seats + options.spectators);
    json["bare"] = of_bare(measure_bare(options, {figures.bytes / figures.actions / people, options.rate, 0}), figures);
  }
  if (options.think_ms == 0 && options.rate == 0)
    json["mark"] = mark_at_least("actions a second", rounded(actions_a_second(figures), 0), k_least_flat_out);
  if (options.think_ms == 0 && options.rate == k_marked_rate)
    json["mark"] =
        mark_at_most("p99 to the last seat, ms", rounded(figures.latencies.percentile_ms(0.99), 3), k_most_p99_ms);
  return json;
}

}  // namespace baize::bench
