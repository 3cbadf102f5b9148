#include "load/play.h"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cstdio>
#include <functional>
#include <memory>
#include <stdexcept>

#include "load/calls.h"

namespace baize::bench {

namespace asio = boost::asio;
using asio::awaitable;
using asio::use_awaitable;

namespace {

constexpr int k_callers = 16;  // tables that are set up at the same time
constexpr auto k_set_up = std::chrono::seconds(120);
// A table that has not moved on for so long, and for five times as long as the wanted rate leaves it, is stuck.
constexpr Microseconds k_stuck = 3'000'000;
// 200 big blinds: hardly anybody loses them within a measurement.
constexpr core::Chips k_buy_in{2000};

struct Table {
  Table(const Field& field, const Options& options, int number) : progress(options.seats, field.figures) {
    const int people = options.seats + options.spectators;
    for (int i = 0; i < people; ++i) {
      std::optional<core::Seat> seat;
      if (i < options.seats) seat = static_cast<core::Seat>(i);
      players.push_back(std::make_unique<Player>(field, progress, seat, static_cast<std::uint64_t>(number) * 1000 + i));
    }
  }

  Progress progress;
  std::vector<std::unique_ptr<Player>> players;
};

class Play {
 public:
  Play(const Options& options, const Site& site)
      : options_(options),
        site_(site),
        pacer_(context_, options.think_ms, options.rate),
        field_{context_, site_, pacer_, played_.figures, k_buy_in, options.wire} {
    for (int i = 0; i < options.tables; ++i) tables_.push_back(std::make_unique<Table>(field_, options, i));
  }

  Played run(const std::function<void()>& before, const std::function<void()>& after) {
    std::exception_ptr failure;
    asio::co_spawn(context_, measure(before, after), [&](std::exception_ptr thrown) {
      failure = thrown;
      context_.stop();
    });
    context_.run();
    if (failure) std::rethrow_exception(failure);
    return std::move(played_);
  }

 private:
  awaitable<void> measure(std::function<void()> before, std::function<void()> after);
  awaitable<void> set_up_tables();
  awaitable<void> set_up(Caller& caller, Table& table, int number);
  awaitable<std::string> sign_in(Caller& caller, const std::string& name);
  awaitable<core::TableId> make_table(Caller& caller, int number, const std::string& token);
  awaitable<void> keep_time();
  awaitable<void> wait(std::chrono::milliseconds time);
  int unsettled() const;
  int stuck() const;

  const Options& options_;
  const Site& site_;
  asio::io_context context_{1};
  Pacer pacer_;
  Played played_;
  Field field_;
  std::vector<std::unique_ptr<Table>> tables_;
  std::size_t next_ = 0;  // the next table to set up
  std::exception_ptr failure_;
};

awaitable<void> Play::wait(std::chrono::milliseconds time) {
  asio::steady_timer timer(context_, time);
  co_await timer.async_wait(use_awaitable);
}

awaitable<void> Play::measure(std::function<void()> before, std::function<void()> after) {
  for (int i = 0; i < k_callers; ++i)
    asio::co_spawn(context_, set_up_tables(), [this](std::exception_ptr thrown) {
      if (thrown && !failure_) failure_ = thrown;
    });
  asio::co_spawn(context_, keep_time(), [](std::exception_ptr) {});

  const auto give_up = std::chrono::steady_clock::now() + k_set_up;
  while (unsettled() > 0) {
    co_await wait(std::chrono::milliseconds(20));
    if (failure_) std::rethrow_exception(failure_);
    if (std::chrono::steady_clock::now() > give_up)
      throw std::runtime_error(std::to_string(unsettled()) + " players found no seat or no view.");
  }
  std::fprintf(stderr, "%d tables play\n", options_.tables);
  co_await wait(std::chrono::seconds(options_.warm_up));

  before();
  Figures& figures = played_.figures;
  figures.measuring = true;
  const Microseconds begin = steady_us();
  co_await wait(std::chrono::seconds(options_.seconds));
  figures.measuring = false;
  figures.measured_us = steady_us() - begin;
  played_.stuck_tables = stuck();
  after();
}

awaitable<void> Play::set_up_tables() {
  Caller caller(site_);
  while (next_ < tables_.size()) {
    const auto number = next_++;
    co_await set_up(caller, *tables_[number], static_cast<int>(number));
  }
}

awaitable<void> Play::set_up(Caller& caller, Table& table, int number) {
  std::vector<std::string> tokens;
  for (std::size_t i = 0; i < table.players.size(); ++i)
    tokens.push_back(co_await sign_in(caller, "Player " + std::to_string(number) + "-" + std::to_string(i)));
  const core::TableId id = co_await make_table(caller, number, tokens.front());
  for (std::size_t i = 0; i < table.players.size(); ++i) table.players[i]->enter(id, tokens[i]);
}

awaitable<std::string> Play::sign_in(Caller& caller, const std::string& name) {
  const auto answer = co_await caller.call(client::sign_in_as_guest(name), {});
  auto signed_in = client::read_answer<protocol::SignedIn>(answer);
  if (!signed_in) throw std::runtime_error("A guest could not sign in: " + signed_in.error().message);
  co_return std::move(signed_in->access_token);
}

// Nobody waits here: the next deal comes at once, and clocks never run out.
awaitable<core::TableId> Play::make_table(Caller& caller, int number, const std::string& token) {
  protocol::CreateTable wanted;
  wanted.name = core::Name("Load " + std::to_string(number));
  wanted.game = "holdem";
  wanted.settings.emplace(core::RawJson{R"({"seats":)" + std::to_string(options_.seats) +
                                        R"(,"auto_accept":true,"auto_start":true,"turn_seconds":300,"deal_pause":0})"});
  const auto answer = co_await caller.call(client::create_table(wanted), token);
  const auto made = client::read_answer<protocol::TableSummary>(answer);
  if (!made) throw std::runtime_error("A table could not be made: " + made.error().message);
  co_return made->id;
}

// The doors' time: pings, and new tries after a lost connection. Each table about once a second and one after the
// other: all at once would hold up every move that is under way for 10 ms.
awaitable<void> Play::keep_time() {
  const auto between =
      std::chrono::milliseconds(1000) / static_cast<int>(tables_.size()) + std::chrono::milliseconds(1);
  for (std::size_t next = 0;; next = (next + 1) % tables_.size()) {
    co_await wait(between);
    for (const auto& player : tables_[next]->players) player->advance();
  }
}

int Play::unsettled() const {
  std::ptrdiff_t all = 0;
  for (const auto& table : tables_)
    all += std::count_if(table->players.begin(), table->players.end(), [](const auto& one) { return !one->settled(); });
  return static_cast<int>(all);
}

int Play::stuck() const {
  const Microseconds between = options_.rate > 0 ? Microseconds{1'000'000} * options_.tables / options_.rate : 0;
  const Microseconds since = steady_us() - k_stuck - 5 * between;
  return static_cast<int>(std::count_if(tables_.begin(), tables_.end(),
                                        [&](const auto& table) { return table->progress.common_since() < since; }));
}

}  // namespace

Played measure_play(const Options& options, const Site& site, const std::function<void()>& before,
                    const std::function<void()>& after) {
  return Play(options, site).run(before, after);
}

}  // namespace baize::bench
