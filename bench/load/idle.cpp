#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <cstdio>
#include <functional>
#include <memory>
#include <stdexcept>

#include "load/broadcaster.h"
#include "load/calls.h"
#include "load/quiet.h"
#include "load/runs.h"
#include "load/script.h"

namespace baize::bench {

namespace asio = boost::asio;
using asio::awaitable;

namespace {

constexpr int k_at_a_table = 20;
constexpr std::size_t k_on_their_way = 100;  // connections that are being opened at the same time
constexpr int k_callers = 16;
// Until what a connection needed to come about has been given back.
constexpr auto k_settle = std::chrono::seconds(3);
// Until a server that was just started has done what it does at the start.
constexpr auto k_begin = std::chrono::milliseconds(500);
constexpr auto k_give_up = std::chrono::seconds(120);
// What a connection may cost more than a bare one, in bytes.
constexpr double k_most_above_bare = 2048;

struct Idle {
  std::int64_t before = 0;  // resident memory in bytes, with nobody there
  std::int64_t after = 0;
  Microseconds took = 0;
  std::size_t lost = 0;

  double each(int connections) const { return rounded(ratio(static_cast<double>(after - before), connections), 0); }
};

using Connections = std::vector<std::unique_ptr<Quiet>>;

awaitable<void> wait_until(std::function<bool()> done, std::string what) {
  const auto give_up = std::chrono::steady_clock::now() + k_give_up;
  while (!done()) {
    if (std::chrono::steady_clock::now() > give_up) throw std::runtime_error(what);
    co_await pause(std::chrono::milliseconds(5));
  }
}

// Opens `wanted` connections, a few at a time, and measures before, and when all are there and have had time to settle.
awaitable<void> gather(Connections& all, int wanted, std::function<std::unique_ptr<Quiet>(int)> open,
                       std::function<std::int64_t()> resident, Idle& idle) {
  co_await pause(k_begin);
  idle.before = resident();
  const Microseconds begun = steady_us();
  std::size_t there = 0;
  const auto count = [&] {
    while (there < all.size() && (all[there]->there() || all[there]->lost())) ++there;
    return all.size() - there;
  };
  for (int i = 0; i < wanted; ++i) {
    co_await wait_until([&] { return count() < k_on_their_way; }, "The connections do not come about.");
    all.push_back(open(i));
  }
  co_await wait_until([&] { return count() == 0; }, "Not all connections came about.");
  idle.took = steady_us() - begun;
  std::fprintf(stderr, "%d connections are there\n", wanted);
  co_await pause(k_settle);
  idle.after = resident();
  idle.lost =
      static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const auto& one) { return one->lost(); }));
}

// Guests and tables for all, made before anybody comes.
class Guests {
 public:
  Guests(asio::io_context& context, const Site& site, int wanted)
      : context_(context), site_(site), tokens_(static_cast<std::size_t>(wanted)) {}

  awaitable<void> make() {
    for (int i = 0; i < k_callers; ++i)
      asio::co_spawn(context_, make_some(), [this](std::exception_ptr thrown) {
        if (thrown) failure_ = thrown;
      });
    co_await wait_until([this] { return failure_ || made_ == tokens_.size(); }, "The guests do not come about.");
    if (failure_) std::rethrow_exception(failure_);
  }
  const std::string& token(int number) const { return tokens_[static_cast<std::size_t>(number)]; }
  std::string path(int number) const {
    return "/" + client::socket_path(tables_.at(static_cast<std::size_t>(number / k_at_a_table)).view());
  }

 private:
  awaitable<void> make_some() {
    Caller caller(site_);
    while (next_ < tokens_.size()) {
      const std::size_t number = next_++;
      tokens_[number] = co_await caller.sign_in("Guest " + std::to_string(number));
      const std::size_t table = number / k_at_a_table;
      if (number % k_at_a_table == 0)
        tables_[table] = (co_await caller.make_table("Idle " + std::to_string(table), "{}", tokens_[number])).id;
      ++made_;
    }
  }

  asio::io_context& context_;
  const Site& site_;
  std::vector<std::string> tokens_;
  std::map<std::size_t, core::TableId> tables_;
  std::size_t next_ = 0;
  std::size_t made_ = 0;
  std::exception_ptr failure_;
};

Idle measure_server(const Options& options, const Served& server) {
  asio::io_context context(1);
  Guests guests(context, server.site(), options.idle);
  Connections all;
  Idle idle;
  run_script(context, [&]() -> awaitable<void> {
    co_await guests.make();
    co_await gather(
        all, options.idle,
        [&](int number) {
          return std::make_unique<Quiet>(context, server.site(), guests.path(number), guests.token(number),
                                         options.wire, Quiet::Joins::yes);
        },
        [&] { return server.resident_bytes(); }, idle);
  });
  return idle;
}

Idle measure_bare(const Options& options) {
  const BareServer server(0);
  asio::io_context context(1);
  Connections all;
  Idle idle;
  run_script(context, [&]() -> awaitable<void> {
    co_await gather(
        all, options.idle,
        [&](int number) {
          return std::make_unique<Quiet>(context, server.site(number), "/" + std::to_string(number / k_at_a_table),
                                         std::string(), protocol::Wire::json, Quiet::Joins::no);
        },
        [&] { return server.resident_bytes(); }, idle);
  });
  return idle;
}

Json of_idle(const Idle& idle, int connections) {
  Json json;
  json["resident_bytes_before"] = idle.before;
  json["resident_bytes_after"] = idle.after;
  json["bytes_a_connection"] = idle.each(connections);
  json["seconds_to_connect"] = rounded(static_cast<double>(idle.took) / 1e6, 2);
  json["lost"] = idle.lost;
  return json;
}

}  // namespace

// The bare server first: its process begins as a copy of this one, whose freed memory it would use again.
Json run_idle(const Options& options, Served& server) {
  Json json;
  json["connections"] = options.idle;
  json["at_a_table"] = k_at_a_table;
  std::optional<Idle> bare;
  if (options.bare) bare = measure_bare(options);
  const Idle idle = measure_server(options, server);
  json["server"] = of_idle(idle, options.idle);
  json["bare"] = nullptr;
  if (!bare) return json;
  json["bare"] = of_idle(*bare, options.idle);
  json["mark"] = mark_at_most("bytes a connection above a bare one", idle.each(options.idle) - bare->each(options.idle),
                              k_most_above_bare);
  return json;
}

}  // namespace baize::bench
