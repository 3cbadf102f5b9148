#include <boost/asio/co_spawn.hpp>
#include <cstdio>
#include <memory>

#include "core/json_write.h"
#include "load/calls.h"
#include "load/runs.h"
#include "load/script.h"

namespace baize::bench {

namespace asio = boost::asio;
using asio::awaitable;

namespace {

constexpr core::Chips k_buy_in{1000};
constexpr double k_least_a_second = 2000;

struct Doors {
  Span span;
  Microseconds measured_us = 0;
  Latencies joins;
  Latencies leaves;
  // From the first connection on, whatever is measured: what was acknowledged.
  std::uint64_t accounts = 0;
  std::uint64_t all_joins = 0;
  std::uint64_t all_leaves = 0;
  std::map<std::string, std::uint64_t> errors;  // by the server's sentence

  // How many entries the ledger has if nothing was lost and nothing done twice: two a transfer.
  std::uint64_t entries() const { return 2 * (accounts + all_joins + all_leaves); }
};

class Measurement {
 public:
  Measurement(const Options& options, const Served& server)
      : options_(options), server_(server), site_(server.site()) {}

  // When it returns everybody has left.
  Doors run() {
    for (int table = 0; table < options_.tables; ++table) spawn(open_table(table));
    spawn(keep_time());
    context_.run();
    if (failure_) std::rethrow_exception(failure_);
    return std::move(doors_);
  }

 private:
  void spawn(awaitable<void> task) {
    asio::co_spawn(context_, std::move(task), [this](std::exception_ptr thrown) {
      if (!thrown) return;
      failure_ = thrown;
      context_.stop();
    });
  }
  awaitable<void> open_table(int number);
  awaitable<void> come_and_go(core::TableId table, int seat, std::string token, std::unique_ptr<Caller> caller);
  // True if it was acknowledged.
  awaitable<bool> pass(Caller& caller, const client::Call& call, const std::string& token, Latencies& latencies);
  awaitable<void> keep_time();

  const Options& options_;
  const Served& server_;
  const Site& site_;
  asio::io_context context_{1};
  Doors doors_;
  int ready_ = 0;  // players
  bool measuring_ = false;
  bool over_ = false;
  std::exception_ptr failure_;
};

// A table at which no hand begins, and its players.
awaitable<void> Measurement::open_table(int number) {
  std::vector<std::unique_ptr<Caller>> callers;
  std::vector<std::string> tokens;
  for (int seat = 0; seat < options_.seats; ++seat) {
    callers.push_back(std::make_unique<Caller>(site_));
    const std::string name = "Guest " + std::to_string(number) + "-" + std::to_string(seat);
    tokens.push_back(co_await callers.back()->sign_in(name));
    ++doors_.accounts;
  }
  const std::string settings = R"({"seats":)" + std::to_string(options_.seats) + R"(,"auto_start":false})";
  const auto table = co_await callers.front()->make_table("Doors " + std::to_string(number), settings, tokens.front());
  for (int seat = 0; seat < options_.seats; ++seat) {
    const auto one = static_cast<std::size_t>(seat);
    spawn(come_and_go(table.id, seat, tokens[one], std::move(callers[one])));
    ++ready_;
  }
}

awaitable<void> Measurement::come_and_go(core::TableId table, int seat, std::string token,
                                         std::unique_ptr<Caller> caller) {
  const std::string path = "api/tables/" + std::string(table.view());
  protocol::JoinRequest wanted;
  wanted.buy_in_amount = k_buy_in;
  wanted.seat = static_cast<core::Seat>(seat);
  client::Call join{"POST", path + "/join", core::to_json(wanted)};
  client::Call leave{"POST", path + "/leave", {}};
  for (int round = 1; !over_; ++round) {
    if (options_.keyed) join.key = "join-" + std::to_string(round), leave.key = "leave-" + std::to_string(round);
    if (co_await pass(*caller, join, token, doors_.joins)) ++doors_.all_joins;
    if (co_await pass(*caller, leave, token, doors_.leaves)) ++doors_.all_leaves;
  }
}

awaitable<bool> Measurement::pass(Caller& caller, const client::Call& call, const std::string& token,
                                  Latencies& latencies) {
  const Microseconds begun = steady_us();
  const auto answer = co_await caller.call(call, token);
  const bool accepted = answer.status == 200;
  if (!accepted) ++doors_.errors[answer.body.empty() ? "no answer" : answer.body];
  if (accepted && measuring_) latencies.add(steady_us() - begun);
  co_return accepted;
}

awaitable<void> Measurement::keep_time() {
  while (ready_ < options_.tables * options_.seats) co_await pause(std::chrono::milliseconds(20));
  std::fprintf(stderr, "%d players come and go\n", ready_);
  co_await pause(std::chrono::seconds(options_.warm_up));
  doors_.span.begin(server_);
  measuring_ = true;
  const Microseconds begun = steady_us();
  co_await pause(std::chrono::seconds(options_.seconds));
  measuring_ = false;
  doors_.measured_us = steady_us() - begun;
  doors_.span.end(server_);
  over_ = true;
}

}  // namespace

Json run_doors(const Options& options, Served& server) {
  const Doors doors = Measurement(options, server).run();
  const std::uint64_t passed = doors.joins.count() + doors.leaves.count();
  const double seconds = static_cast<double>(doors.measured_us) / 1e6;
  const double a_second = rounded(ratio(static_cast<double>(passed), seconds), 0);
  Json json;
  json["tables"] = options.tables;
  json["players"] = doors.accounts;
  json["keyed"] = options.keyed;
  json["seconds"] = rounded(seconds, 2);
  json["joins_and_leaves_per_second"] = a_second;
  json["join_ms"] = of_latencies(doors.joins);
  json["leave_ms"] = of_latencies(doors.leaves);
  json["server"] = of_server(doors.span, passed);
  json["generator_cpu_seconds"] = rounded(doors.span.generator_cpu_seconds(), 2);
  json["acknowledged"] = {{"accounts", doors.accounts}, {"joins", doors.all_joins}, {"leaves", doors.all_leaves}};
  json["errors"] = doors.errors;
  // Every join and leave that was acknowledged stands in the ledger, and nothing else does.
  const Served::Audited audited = server.stop_and_audit();
  const std::string counted = "Ledger: " + std::to_string(doors.entries()) + " entries";
  json["audit"] = audited.text;
  json["nothing_lost"] = audited.content && audited.text.starts_with(counted);
  json["mark"] = mark_at_least("joins and leaves a second", a_second, k_least_a_second);
  return json;
}

}  // namespace baize::bench
