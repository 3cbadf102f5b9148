#include "load/bare.h"

#include <boost/asio/steady_timer.hpp>
#include <charconv>
#include <memory>

#include "load/broadcaster.h"
#include "load/progress.h"
#include "load/socket_transport.h"

namespace baize::bench {

namespace asio = boost::asio;

namespace {

// As long as a move on the wire with its request_id and version.
const std::string k_move(90, 'm');

// One connection; a player's, or a spectator's without a place in the turns.
class BarePlayer final : private Tap, private client::TransportEvents {
 public:
  BarePlayer(asio::io_context& context, const Site& site, int table, int seat, int seats, Progress& progress,
             Figures& figures)
      : transport_(context, site, *this), seat_(seat), seats_(seats), progress_(progress), figures_(figures) {
    transport_.aim("/" + std::to_string(table), {});
    transport_.open(*this, protocol::Wire::json);
  }

  bool open() const { return open_; }
  void move() {
    progress_.moved(seen_);
    transport_.send(k_move);
  }

 private:
  bool heard(std::string_view text, protocol::Wire) override {
    std::from_chars(text.data(), text.data() + text.size(), seen_);
    if (figures_.measuring) {
      ++figures_.messages;
      figures_.bytes += text.size();
    }
    if (seat_ >= seats_) return false;
    progress_.seen(seat_, seen_);
    if (seen_ % static_cast<std::uint64_t>(seats_) != static_cast<std::uint64_t>(seat_)) return false;
    figures_.actions += figures_.measuring;
    move();
    return false;
  }
  void handed_on() override {}
  void lost(std::uint16_t, std::string_view) override { ++figures_.drops; }
  void on_open(protocol::Wire) override { open_ = true; }
  void on_frame(std::string_view) override {}
  void on_close(std::uint16_t, std::string_view) override { open_ = false; }

  SocketTransport transport_;
  int seat_;
  int seats_;
  Progress& progress_;
  Figures& figures_;
  bool open_ = false;
  std::uint64_t seen_ = 0;
};

struct BareTable {
  BareTable(asio::io_context& context, const Site& site, const Options& options, int number, Figures& figures)
      : progress(options.seats, figures) {
    for (int i = 0; i < options.seats + options.spectators; ++i)
      players.push_back(std::make_unique<BarePlayer>(context, site, number, i, options.seats, progress, figures));
  }
  bool open() const {
    for (const auto& one : players)
      if (!one->open()) return false;
    return true;
  }

  Progress progress;
  std::vector<std::unique_ptr<BarePlayer>> players;
};

}  // namespace

Figures measure_bare(const Options& options, std::size_t frame_bytes) {
  const BareServer server(frame_bytes);
  Figures figures;
  asio::io_context context(1);
  std::vector<std::unique_ptr<BareTable>> tables;
  for (int i = 0; i < options.tables; ++i)
    tables.push_back(std::make_unique<BareTable>(context, server.site(i), options, i, figures));
  for (const auto& table : tables)
    while (!table->open() && figures.drops == 0) context.run_one_for(std::chrono::seconds(1));
  for (const auto& table : tables) table->players.front()->move();

  context.run_for(std::chrono::seconds(1));
  figures.measuring = true;
  const Microseconds begin = steady_us();
  context.run_for(std::chrono::seconds(options.seconds));
  figures.measuring = false;
  figures.measured_us = steady_us() - begin;
  return figures;
}

}  // namespace baize::bench
