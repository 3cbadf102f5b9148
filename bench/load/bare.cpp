#include "load/bare.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <charconv>
#include <memory>

#include "load/broadcaster.h"
#include "load/pacer.h"
#include "load/progress.h"
#include "load/script.h"
#include "load/socket_transport.h"

namespace baize::bench {

namespace asio = boost::asio;

namespace {

// As long as a move on the wire with its request_id and version.
const std::string k_move(90, 'm');

// One connection; a player's, or a spectator's without a place in the turns.
class BarePlayer final : private Tap, private client::TransportEvents, public Actor {
 public:
  BarePlayer(asio::io_context& context, const Site& site, Pacer& pacer, int table, int seat, int seats,
             Progress& progress, Figures& figures)
      : transport_(context, site, *this),
        pacer_(pacer),
        seat_(seat),
        seats_(seats),
        progress_(progress),
        figures_(figures) {
    transport_.aim("/" + std::to_string(table), {});
    transport_.open(*this, protocol::Wire::json);
  }

  bool open() const { return open_; }
  void act() override {
    progress_.moved(seen_);
    transport_.send(k_move);
  }
  void ping() { transport_.send("p" + std::to_string(steady_us())); }

 private:
  bool heard(std::string_view text, protocol::Wire, std::uint64_t) override {
    if (text.starts_with('p')) return heard_echo(text.substr(1));
    std::from_chars(text.data(), text.data() + text.size(), seen_);
    if (figures_.measuring) {
      ++figures_.messages;
      figures_.bytes += text.size();
    }
    if (seat_ >= seats_) return false;
    progress_.seen(seat_, seen_);
    if (seen_ % static_cast<std::uint64_t>(seats_) != static_cast<std::uint64_t>(seat_)) return false;
    figures_.actions += figures_.measuring;
    pacer_.ready(*this);
    return false;
  }
  bool heard_echo(std::string_view sent) {
    Microseconds at = 0;
    std::from_chars(sent.data(), sent.data() + sent.size(), at);
    if (figures_.measuring) figures_.talk.pong_latencies.add(steady_us() - at);
    return false;
  }
  void handed_on() override {}
  void lost(std::uint16_t, std::string_view) override { ++figures_.drops; }
  void on_open(protocol::Wire) override { open_ = true; }
  void on_frame(std::string_view) override {}
  void on_close(std::uint16_t, std::string_view) override { open_ = false; }

  SocketTransport transport_;
  Pacer& pacer_;
  int seat_;
  int seats_;
  Progress& progress_;
  Figures& figures_;
  bool open_ = false;
  std::uint64_t seen_ = 0;
};

struct BareTable {
  BareTable(asio::io_context& context, const Site& site, Pacer& pacer, const Options& options, int number,
            Figures& figures)
      : progress(options.seats, figures, figures.latencies) {
    for (int i = 0; i < options.seats + options.spectators; ++i)
      players.push_back(
          std::make_unique<BarePlayer>(context, site, pacer, number, i, options.seats, progress, figures));
  }
  bool open() const {
    for (const auto& one : players)
      if (!one->open()) return false;
    return true;
  }

  Progress progress;
  std::vector<std::unique_ptr<BarePlayer>> players;
};

using BareTables = std::vector<std::unique_ptr<BareTable>>;

// So many pings a second, of everybody in turn.
asio::awaitable<void> ping(const BareTables& tables, int a_second) {
  const Microseconds begun = steady_us();
  for (std::uint64_t sent = 0;;) {
    for (; static_cast<double>(sent) < static_cast<double>(steady_us() - begun) * a_second / 1e6; ++sent) {
      const auto& players = tables[sent % tables.size()]->players;
      players[sent / tables.size() % players.size()]->ping();
    }
    co_await pause(std::chrono::milliseconds(1));
  }
}

}  // namespace

Figures measure_bare(const Options& options, const BareLoad& load) {
  const BareServer server(load.frame_bytes);
  Figures figures;
  asio::io_context context(1);
  Pacer pacer(context, 0, load.broadcasts);
  BareTables tables;
  for (int i = 0; i < options.tables; ++i)
    tables.push_back(std::make_unique<BareTable>(context, server.site(i), pacer, options, i, figures));
  for (const auto& table : tables)
    while (!table->open() && figures.drops == 0) context.run_one_for(std::chrono::seconds(1));
  for (const auto& table : tables) table->players.front()->act();
  if (load.echoes > 0) asio::co_spawn(context, ping(tables, load.echoes), asio::detached);

  context.run_for(std::chrono::seconds(1));
  figures.measuring = true;
  const Microseconds begin = steady_us();
  context.run_for(std::chrono::seconds(options.seconds));
  figures.measuring = false;
  figures.measured_us = steady_us() - begin;
  return figures;
}

}  // namespace baize::bench
