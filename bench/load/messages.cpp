#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <cstdio>

#include "load/bare.h"
#include "load/crowd.h"
#include "load/runs.h"
#include "load/script.h"

namespace baize::bench {

namespace asio = boost::asio;
using asio::awaitable;

namespace {

// Of a hundred messages; the rest are pings, as they are of people who wait for their turn.
constexpr int k_moves = 20;
constexpr int k_chats = 20;
constexpr auto k_grain = std::chrono::milliseconds(1);
constexpr auto k_last_answers = std::chrono::seconds(5);
constexpr double k_most_p99_ms = 20;
constexpr double k_least_of_wanted = 0.99;

Options at_the_rate_of_moves(Options options) {
  options.rate = options.messages * k_moves / 100;
  return options;
}

class Chatter {
 public:
  Chatter(const Options& options, const Served& server)
      : options_(at_the_rate_of_moves(options)), crowd_(context_, server, options_), caller_(server.site()) {}

  Json run() {
    run_script(context_, [this] { return measure(); });
    return report();
  }

 private:
  awaitable<void> measure();
  awaitable<void> talk();
  void say_one();
  awaitable<void> wait_for_answers();
  std::uint64_t unanswered() const;
  std::uint64_t chats_not_heard() const;
  Json report();
  Json of_bare(std::uint64_t broadcasts) const;

  const Options options_;
  asio::io_context context_{1};
  Crowd crowd_;
  Caller caller_;
  Span span_;
  bool over_ = false;
  std::uint64_t said_ = 0;         // pings and chat, from the beginning
  std::uint64_t said_before_ = 0;  // the measured time
  std::uint64_t said_after_ = 0;
  std::uint64_t chats_before_ = 0;
  std::uint64_t chats_after_ = 0;
  double collapsed_ = 0;
  std::uint64_t unanswered_ = 0;
  int stuck_ = 0;
};

awaitable<void> Chatter::measure() {
  co_await crowd_.settle();
  asio::co_spawn(context_, talk(), [](std::exception_ptr) {});
  co_await pause(std::chrono::seconds(1));
  said_before_ = said_;
  chats_before_ = crowd_.figures().talk.chats;
  co_await crowd_.measure(span_, std::chrono::seconds(options_.seconds));
  said_after_ = said_;
  chats_after_ = crowd_.figures().talk.chats;
  stuck_ = crowd_.stuck();
  over_ = true;
  crowd_.field().resting = true;
  co_await wait_for_answers();
  unanswered_ = unanswered();
  collapsed_ = co_await caller_.metric("baize_collapsed_messages_total");
}

// Evenly, whatever the timer makes of it.
awaitable<void> Chatter::talk() {
  const double a_us = options_.messages / 1e6 * (100 - k_moves) / 100;
  const Microseconds begun = steady_us();
  while (!over_) {
    while (static_cast<double>(said_) < static_cast<double>(steady_us() - begun) * a_us) say_one();
    co_await pause(k_grain);
  }
}

// Everybody in turn: at each table one after the other, the seats of one far apart.
void Chatter::say_one() {
  const auto number = said_++;
  const auto& tables = crowd_.tables();
  auto& table = *tables[number % tables.size()];
  const std::uint64_t round = number / tables.size();
  Player& player = *table.players[round % table.players.size()];
  // Spread over each hundred, and shifted from round to round, so that everybody does both.
  const bool chat = static_cast<int>((number * 37 + round) % 100) < k_chats * 100 / (100 - k_moves);
  if (chat)
    player.chat(table.chats++);
  else
    player.ping();
}

awaitable<void> Chatter::wait_for_answers() {
  const auto give_up = std::chrono::steady_clock::now() + k_last_answers;
  while (unanswered() > 0 && std::chrono::steady_clock::now() < give_up) co_await pause(std::chrono::milliseconds(10));
}

std::uint64_t Chatter::chats_not_heard() const {
  const Talk& talk = crowd_.figures().talk;
  const auto people = static_cast<std::uint64_t>(options_.seats + options_.spectators);
  // Somebody who came back has heard some twice.
  return talk.chats * people - std::min(talk.chats * people, talk.chats_heard);
}

std::uint64_t Chatter::unanswered() const {
  const Talk& talk = crowd_.figures().talk;
  std::uint64_t moves = 0;
  for (const auto& table : crowd_.tables())
    for (const auto& player : table->players) moves += player->session().move_on_its_way();
  return talk.pings - talk.pongs + chats_not_heard() + moves;
}

Json Chatter::of_bare(std::uint64_t broadcasts) const {
  const auto people = static_cast<std::uint64_t>(options_.seats + options_.spectators);
  BareLoad load;
  load.frame_bytes = broadcasts > 0 ? crowd_.figures().bytes / broadcasts / people : 0;
  load.broadcasts = options_.messages * (k_moves + k_chats) / 100;
  load.echoes = options_.messages - load.broadcasts;
  const Figures bare = measure_bare(options_, load);
  Json json;
  json["broadcasts_per_second"] = rounded(actions_a_second(bare), 0);
  json["broadcast_ms"] = of_latencies(bare.latencies);
  json["echoes_per_second"] = rounded(ratio(static_cast<double>(bare.talk.pong_latencies.count()), seconds(bare)), 0);
  json["echo_ms"] = of_latencies(bare.talk.pong_latencies);
  return json;
}

Json Chatter::report() {
  const Figures& figures = crowd_.figures();
  const std::uint64_t said = said_after_ - said_before_;
  const double a_second = rounded(ratio(static_cast<double>(said + figures.actions), seconds(figures)), 0);
  Latencies all = figures.latencies;
  all.add(figures.talk.pong_latencies);
  all.add(figures.talk.chat_latencies);
  Json json;
  json["connections"] = options_.connections();
  json["tables"] = options_.tables;
  json["wanted_per_second"] = options_.messages;
  json["messages_per_second"] = a_second;
  json["pings"] = {{"sent", figures.talk.pings}, {"latency_ms", of_latencies(figures.talk.pong_latencies)}};
  json["chat"] = {{"sent", figures.talk.chats},
                  {"heard", figures.talk.chats_heard},
                  {"latency_ms", of_latencies(figures.talk.chat_latencies)}};
  json["moves"] = {{"accepted", figures.actions}, {"latency_ms", of_latencies(figures.latencies)}};
  json["latency_ms"] = of_latencies(all);
  json["server"] = of_server(span_, said + figures.actions);
  json["generator"] = of_generator(span_, figures);
  json["unanswered"] = unanswered_;
  json["messages_collapsed"] = collapsed_;
  json["errors"] = figures.errors;
  json["drops"] = figures.drops;
  json["stuck_tables"] = stuck_;
  json["bare"] = nullptr;
  if (options_.bare) json["bare"] = of_bare(figures.actions + chats_after_ - chats_before_);
  std::uint64_t lost = unanswered_ + figures.drops + static_cast<std::uint64_t>(collapsed_);
  for (const auto& [reason, times] : figures.errors) lost += times;
  json["marks"] = Json::array({mark_at_least("messages a second", a_second, k_least_of_wanted * options_.messages),
                               mark_at_most("unanswered, refused, collapsed or cut", static_cast<double>(lost), 0),
                               mark_at_most("p99 of all, ms", rounded(all.percentile_ms(0.99), 3), k_most_p99_ms)});
  return json;
}

}  // namespace

Json run_messages(const Options& options, Served& server) { return Chatter(options, server).run(); }

}  // namespace baize::bench
