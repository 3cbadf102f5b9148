#include <algorithm>
#include <cstdio>

#include "load/crowd.h"
#include "load/runs.h"
#include "load/script.h"

namespace baize::bench {

namespace asio = boost::asio;
using asio::awaitable;

namespace {

// How soon a door notices that it is time for another try.
constexpr auto k_attention = std::chrono::milliseconds(50);
constexpr auto k_between_looks = std::chrono::milliseconds(5);
constexpr Microseconds k_give_up = 30'000'000;
// Play goes on for so long after everybody is back.
constexpr auto k_afterwards = std::chrono::seconds(3);
constexpr double k_share = 0.99;
constexpr double k_most_ms = 5000;

class Drop {
 public:
  Drop(const Options& options, const Served& server)
      : options_(options),
        server_(server),
        crowd_(context_, server, options, k_attention, Crowd::Reading::views_in_full) {}

  Json run() {
    run_script(context_, [this] { return measure(); });
    return report();
  }

 private:
  // Somebody who was cut, and who looks on at the same table and was not.
  struct Away {
    const Player* player;
    const Player* watcher;
  };
  awaitable<void> measure();
  void cut_all();
  void look();
  bool back(const Away& one);
  Json report() const;

  const Options& options_;
  const Served& server_;
  asio::io_context context_{1};
  Crowd crowd_;
  std::vector<Away> away_;
  std::size_t cut_ = 0;
  Microseconds cut_at_ = 0;
  Latencies returns_;
  std::uint64_t different_ = 0;  // looks at which a view was not the watcher's of the same version
  std::int64_t resident_before_ = 0;
  std::int64_t resident_after_ = 0;
  int stuck_ = 0;
};

awaitable<void> Drop::measure() {
  co_await crowd_.settle();
  resident_before_ = server_.resident_bytes();
  cut_all();
  std::fprintf(stderr, "%zu connections are cut\n", cut_);
  while (!away_.empty() && steady_us() - cut_at_ < k_give_up) {
    co_await pause(k_between_looks);
    look();
  }
  co_await pause(k_afterwards);
  resident_after_ = server_.resident_bytes();
  stuck_ = crowd_.stuck();
}

void Drop::cut_all() {
  const auto seats = static_cast<std::size_t>(options_.seats);
  cut_at_ = steady_us();
  for (const auto& table : crowd_.tables())
    for (std::size_t i = 0; i < seats; ++i) {
      table->players[i]->cut();
      away_.push_back({table->players[i].get(), table->players[seats].get()});
    }
  cut_ = away_.size();
}

void Drop::look() {
  std::erase_if(away_, [this](const Away& one) {
    if (!back(one)) return false;
    returns_.add(steady_us() - cut_at_);
    return true;
  });
}

// It sits where it sat and sees what the watcher sees. Play goes on: at a moment at which both have the same version.
bool Drop::back(const Away& one) {
  if (!one.player->settled()) return false;
  const auto* mine = one.player->session().view();
  const auto* theirs = one.watcher->session().view();
  if (mine == nullptr || theirs == nullptr) return false;
  if (mine->shared.value.version != theirs->shared.value.version) return false;
  const bool same = mine->shared == theirs->shared && mine->viewer.seat == one.player->seat();
  different_ += !same;
  return same;
}

Json Drop::report() const {
  const Figures& figures = crowd_.figures();
  const double share = static_cast<double>(returns_.count()) / static_cast<double>(cut_);
  // Somebody who never came back counts as one who took for ever.
  const double ms = share < k_share ? 1e9 : returns_.percentile_ms(k_share / share);
  Json json;
  json["tables"] = options_.tables;
  json["rate"] = options_.rate;
  json["cut"] = cut_;
  json["back"] = returns_.count();
  json["back_after_ms"] = of_latencies(returns_);
  json["different_views"] = different_;
  json["server"] = {{"resident_bytes_before", resident_before_}, {"resident_bytes_after", resident_after_}};
  json["errors"] = figures.errors;
  json["drops"] = figures.drops;
  json["stuck_tables"] = stuck_;
  json["mark"] = mark_at_most("99 % are back with the right state after, ms", rounded(ms, 0), k_most_ms);
  return json;
}

}  // namespace

Json run_drop_all(const Options& options, Served& server) { return Drop(options, server).run(); }

}  // namespace baize::bench
