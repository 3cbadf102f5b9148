#include "load/doors.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cstdio>
#include <memory>
#include <stdexcept>

#include "core/json_write.h"
#include "load/calls.h"

namespace baize::bench {

namespace asio = boost::asio;
using asio::awaitable;
using asio::use_awaitable;

namespace {

constexpr core::Chips k_buy_in{1000};

class Measurement {
 public:
  Measurement(const Options& options, const Site& site) : options_(options), site_(site) {}

  Doors run(const std::function<void()>& before, const std::function<void()>& after) {
    for (int table = 0; table < options_.tables; ++table) spawn(open_table(table));
    spawn(keep_time(before, after));
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
  template <class T>
  awaitable<T> ask(Caller& caller, client::Call call, std::string token) {
    const auto answer = co_await caller.call(std::move(call), std::move(token));
    auto read = client::read_answer<T>(answer);
    if (!read) throw std::runtime_error("The set-up failed: " + read.error().message);
    co_return std::move(*read);
  }
  awaitable<void> open_table(int number);
  awaitable<void> come_and_go(core::TableId table, int seat, std::string token, std::unique_ptr<Caller> caller);
  // True if it was acknowledged.
  awaitable<bool> pass(Caller& caller, const client::Call& call, const std::string& token, Latencies& latencies);
  awaitable<void> keep_time(std::function<void()> before, std::function<void()> after);

  const Options& options_;
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
    tokens.push_back(
        (co_await ask<protocol::SignedIn>(*callers.back(), client::sign_in_as_guest(name), {})).access_token);
    ++doors_.accounts;
  }
  protocol::CreateTable wanted;
  wanted.name = core::Name("Doors " + std::to_string(number));
  wanted.game = "holdem";
  wanted.settings.emplace(core::RawJson{R"({"seats":)" + std::to_string(options_.seats) + R"(,"auto_start":false})"});
  const auto table =
      co_await ask<protocol::TableSummary>(*callers.front(), client::create_table(wanted), tokens.front());
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

awaitable<void> Measurement::keep_time(std::function<void()> before, std::function<void()> after) {
  asio::steady_timer timer(context_);
  const auto wait = [&timer](std::chrono::milliseconds time) {
    timer.expires_after(time);
    return timer.async_wait(use_awaitable);
  };
  while (ready_ < options_.tables * options_.seats) co_await wait(std::chrono::milliseconds(20));
  std::fprintf(stderr, "%d players come and go\n", ready_);
  co_await wait(std::chrono::seconds(options_.warm_up));
  before();
  measuring_ = true;
  const Microseconds begun = steady_us();
  co_await wait(std::chrono::seconds(options_.seconds));
  measuring_ = false;
  doors_.measured_us = steady_us() - begun;
  after();
  over_ = true;
}

}  // namespace

Doors measure_doors(const Options& options, const Site& site, const std::function<void()>& before,
                    const std::function<void()>& after) {
  return Measurement(options, site).run(before, after);
}

}  // namespace baize::bench
