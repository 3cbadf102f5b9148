#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <cstdio>
#include <numeric>
#include <random>

#include "load/crowd.h"
#include "load/runs.h"
#include "load/script.h"

namespace baize::bench {

namespace asio = boost::asio;
using asio::awaitable;

namespace {

// How soon a door notices that it is time for another try.
constexpr auto k_attention = std::chrono::milliseconds(50);
constexpr auto k_between_looks = std::chrono::milliseconds(50);
constexpr double k_cut_a_second = 0.01;  // of all connections
constexpr double k_least_up = 0.99;
// The server's memory is looked at after each tenth of the time. The first two, in which caches and pools fill, do not
// count; from then on it may be larger by so much.
constexpr std::size_t k_tenths = 10;
constexpr std::size_t k_filled = 1;
constexpr double k_most_growth = 1.03;

class Soak {
 public:
  Soak(const Options& options, const Served& server)
      : options_(options), server_(server), crowd_(context_, server, options, k_attention) {
    for (const auto& table : crowd_.tables())
      for (const auto& player : table->players) all_.push_back(player.get());
  }

  Json run() {
    run_script(context_, [this] { return measure(); });
    return report();
  }

 private:
  awaitable<void> measure();
  awaitable<void> cut_some();
  awaitable<void> look();
  Json report() const;

  const Options& options_;
  const Served& server_;
  asio::io_context context_{1};
  Crowd crowd_;
  std::vector<Player*> all_;
  std::minstd_rand chance_;
  Span span_;
  std::uint64_t cuts_ = 0;
  std::uint64_t looks_ = 0;  // at one connection each
  std::uint64_t up_ = 0;     // of these
  std::vector<std::int64_t> resident_;
  int stuck_ = 0;
};

awaitable<void> Soak::measure() {
  co_await crowd_.settle();
  asio::co_spawn(context_, cut_some(), [](std::exception_ptr) {});
  asio::co_spawn(context_, look(), [](std::exception_ptr) {});
  co_await crowd_.measure(span_, std::chrono::seconds(options_.soak));
  stuck_ = crowd_.stuck();
}

// One at a time, evenly, and not one that is away already.
awaitable<void> Soak::cut_some() {
  const auto between =
      std::chrono::microseconds(static_cast<std::int64_t>(1e6 / (k_cut_a_second * static_cast<double>(all_.size()))));
  auto next = std::chrono::steady_clock::now();
  std::uniform_int_distribution<std::size_t> any(0, all_.size() - 1);
  for (;;) {
    next += between;
    co_await pause(std::chrono::ceil<std::chrono::milliseconds>(next - std::chrono::steady_clock::now()));
    Player* one = all_[any(chance_)];
    while (!one->settled()) one = all_[any(chance_)];
    one->cut();
    ++cuts_;
  }
}

awaitable<void> Soak::look() {
  const Microseconds begun = steady_us();
  const Microseconds tenth = Microseconds{1'000'000} * options_.soak / static_cast<Microseconds>(k_tenths);
  for (;;) {
    co_await pause(k_between_looks);
    looks_ += all_.size();
    up_ += static_cast<std::uint64_t>(
        std::count_if(all_.begin(), all_.end(), [](const Player* one) { return one->settled(); }));
    const auto passed = static_cast<std::size_t>((steady_us() - begun) / tenth);
    if (passed <= resident_.size()) continue;
    resident_.push_back(server_.resident_bytes());
    std::fprintf(stderr, "%zu of %zu tenths have passed\n", passed, k_tenths);
  }
}

Json Soak::report() const {
  const Figures& figures = crowd_.figures();
  const double up = rounded(ratio(static_cast<double>(up_), static_cast<double>(looks_)), 5);
  Json json;
  json["tables"] = options_.tables;
  json["connections"] = all_.size();
  json["rate"] = options_.rate;
  json["seconds"] = rounded(seconds(figures), 1);
  json["cuts"] = cuts_;
  json["up"] = up;
  json["actions_per_second"] = rounded(actions_a_second(figures), 0);
  json["latency_ms"] = of_latencies(figures.latencies);
  json["server"] = of_server(span_, figures.actions);
  json["resident_bytes_after_each_tenth"] = resident_;
  json["errors"] = figures.errors;
  json["drops"] = figures.drops;
  json["stuck_tables"] = stuck_;
  json["marks"] = Json::array({mark_at_least("share of the time that connections are up", up, k_least_up)});
  if (resident_.size() > k_filled && resident_[k_filled] > 0) {
    const double last = static_cast<double>(span_.server_after()->resident_bytes);
    json["marks"].push_back(mark_at_most("memory at the end, times that after two tenths",
                                         rounded(last / static_cast<double>(resident_[k_filled]), 3), k_most_growth));
  }
  return json;
}

}  // namespace

Json run_soak(const Options& options, Served& server) { return Soak(options, server).run(); }

}  // namespace baize::bench
