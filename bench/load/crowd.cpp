#include "load/crowd.h"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <cstdio>
#include <stdexcept>

#include "load/script.h"

namespace baize::bench {

namespace asio = boost::asio;
using asio::awaitable;

namespace {

constexpr int k_callers = 16;  // tables that are set up at the same time
constexpr auto k_set_up = std::chrono::seconds(120);
// A table that has not moved on for so long, and for five times as long as the wanted rate leaves it, is stuck.
constexpr Microseconds k_stuck = 3'000'000;
// 200 big blinds: hardly anybody loses them within a measurement.
constexpr core::Chips k_buy_in{2000};

}  // namespace

Crowd::Table::Table(const Field& field, const Options& options, int number)
    : progress(options.seats, field.figures, field.figures.latencies),
      chat(options.seats, field.figures, field.figures.talk.chat_latencies) {
  for (int i = 0; i < options.seats + options.spectators; ++i) {
    std::optional<core::Seat> seat;
    if (i < options.seats) seat = static_cast<core::Seat>(i);
    players.push_back(
        std::make_unique<Player>(field, progress, chat, seat, static_cast<std::uint64_t>(number) * 1000 + i));
  }
}

bool Crowd::Table::settled() const {
  return std::all_of(players.begin(), players.end(), [](const auto& one) { return one->settled(); });
}

Crowd::Crowd(asio::io_context& context, const Served& server, const Options& options,
             std::chrono::milliseconds attention, Reading reading)
    : context_(context),
      server_(server),
      options_(options),
      pacer_(context_, options.think_ms, options.rate),
      field_{context_,
             server.site(),
             pacer_,
             figures_,
             k_buy_in,
             options.wire,
             reading == Reading::views_in_full,
             options.deflate,
             options.stalled > 0},
      attention_(attention) {
  for (int i = 0; i < options.tables; ++i) tables_.push_back(std::make_unique<Table>(field_, options, i));
}

awaitable<void> Crowd::settle() {
  for (int i = 0; i < k_callers; ++i)
    asio::co_spawn(context_, set_up_tables(), [this](std::exception_ptr thrown) {
      if (thrown && !failure_) failure_ = thrown;
    });
  asio::co_spawn(context_, keep_time(attention_), [](std::exception_ptr) {});

  const auto give_up = std::chrono::steady_clock::now() + k_set_up;
  while (unsettled() > 0) {
    co_await pause(std::chrono::milliseconds(20));
    if (failure_) std::rethrow_exception(failure_);
    if (std::chrono::steady_clock::now() > give_up)
      throw std::runtime_error("At " + std::to_string(unsettled()) + " tables not everybody found a seat or a view.");
  }
  std::fprintf(stderr, "%d tables play\n", options_.tables);
  co_await pause(std::chrono::seconds(options_.warm_up));
}

awaitable<void> Crowd::measure(Span& span, std::chrono::seconds time) {
  span.begin(server_);
  figures_.measuring = true;
  const Microseconds begin = steady_us();
  co_await pause(time);
  figures_.measuring = false;
  figures_.measured_us = steady_us() - begin;
  span.end(server_);
}

awaitable<void> Crowd::set_up_tables() {
  Caller caller(server_.site());
  while (next_ < tables_.size()) {
    const auto number = next_++;
    co_await set_up(caller, *tables_[number], static_cast<int>(number));
  }
}

awaitable<void> Crowd::set_up(Caller& caller, Table& table, int number) {
  std::vector<std::string> tokens;
  for (std::size_t i = 0; i < table.players.size(); ++i)
    tokens.push_back(co_await caller.sign_in("Player " + std::to_string(number) + "-" + std::to_string(i)));
  const core::TableId id = co_await make_table(caller, number, tokens.front());
  for (std::size_t i = 0; i < table.players.size(); ++i) table.players[i]->enter(id, tokens[i]);
}

// Nobody waits here: the next deal comes at once, and clocks never run out.
awaitable<core::TableId> Crowd::make_table(Caller& caller, int number, const std::string& token) {
  const std::string settings = R"({"seats":)" + std::to_string(options_.seats) +
                               R"(,"auto_accept":true,"auto_start":true,"turn_seconds":300,"deal_pause":0})";
  co_return (co_await caller.make_table("Load " + std::to_string(number), settings, token)).id;
}

// The doors' time: pings, and new tries after a lost connection. One table after the other: all at once would hold up
// every move that is under way for 10 ms.
awaitable<void> Crowd::keep_time(std::chrono::milliseconds attention) {
  const auto between = attention / static_cast<int>(tables_.size()) + std::chrono::milliseconds(1);
  for (std::size_t next = 0;; next = (next + 1) % tables_.size()) {
    co_await pause(between);
    for (const auto& player : tables_[next]->players) player->advance();
  }
}

int Crowd::unsettled() const {
  return static_cast<int>(
      std::count_if(tables_.begin(), tables_.end(), [](const auto& table) { return !table->settled(); }));
}

int Crowd::stuck() const {
  const Microseconds between = options_.rate > 0 ? Microseconds{1'000'000} * options_.tables / options_.rate : 0;
  const Microseconds since = steady_us() - k_stuck - 5 * between;
  return static_cast<int>(std::count_if(tables_.begin(), tables_.end(),
                                        [&](const auto& table) { return table->progress.common_since() < since; }));
}

}  // namespace baize::bench
