// One connection to a table: a player who sits down, plays random legal moves - mostly checks, calls and folds, so that
// hands go on - and buys in again after losing everything; or a spectator. It stands on client::TableSession and
// RemoteDoor as every client does. Of JSON views only those are read in full in which it has something to do, and of
// the others, of events and of the proofs of deals one in k_sample; of the rest a glance (glance.h) is taken. Binary
// views and all other messages are read, and deals get the values that they wait for.
#pragma once

#include <optional>
#include <random>

#include "client/table_session.h"
#include "load/glance.h"
#include "load/pacer.h"
#include "load/progress.h"
#include "load/socket_transport.h"

namespace baize::bench {

inline constexpr std::uint64_t k_sample = 64;

// What all players of a measurement have in common.
struct Field {
  boost::asio::io_context& context;
  const Site& site;
  Pacer& pacer;
  Figures& figures;
  core::Chips buy_in;
  protocol::Wire wire;
  // Every view is read in full, in JSON too.
  bool reads_views = false;
  // JSON as a page has it: compressed, views as what changed, all of it read.
  bool like_a_page = false;
  // Spectators are clients that do not keep up.
  bool narrow_spectators = false;
  // Nobody makes another move.
  bool resting = false;
};

class Player final : private Tap, public Actor {
 public:
  // `seat` is nothing for a spectator. `number` tells players apart, and what they choose.
  Player(const Field& field, Progress& progress, Progress& chat, std::optional<core::Seat> seat, std::uint64_t number);

  // From now on it connects, and stays connected, to this table.
  void enter(const core::TableId& table, std::string token);
  // Lets the session's time pass; about once a second.
  void advance();
  // It sees the table; a player, from a seat.
  bool settled() const { return watching_ && (!seat_ || seated_); }
  const std::optional<core::Seat>& seat() const { return seat_; }
  const client::TableSession& session() const { return session_; }

  // Says something that all at the table hear, which is the `number`th line there, from 0.
  void chat(std::uint64_t number);
  void ping();
  // Its connection breaks; its door makes another.
  void cut();
  // It reads nothing any more, for good. Only of one that was made for it.
  void stop_reading() { transport_.stop_reading(); }

  void act() override;

 private:
  bool heard(std::string_view frame, protocol::Wire wire, std::uint64_t wire_bytes) override;
  void handed_on() override;
  void lost(std::uint16_t code, std::string_view why) override;

  bool heard_view(const Glance& seen);
  bool reads_all() const { return wire_ == protocol::Wire::cereal || field_.like_a_page; }
  void look();
  void weigh();
  void compare();
  void answered(Glance::Kind kind, std::string_view text);
  void take_seat();
  void heard_pong(std::string_view frame);

  const Field& field_;
  Progress& progress_;
  Progress& chat_;
  std::optional<core::Seat> seat_;
  SocketTransport transport_;
  client::TableSession session_;
  std::minstd_rand chance_;
  bool entered_ = false;

  Glance::Kind heard_ = Glance::Kind::other;  // what was heard last
  protocol::Wire wire_ = protocol::Wire::json;
  // As last seen by a glance, or in a binary view.
  bool watching_ = false;  // has a view of this connection
  std::uint64_t version_ = 0;
  bool seated_ = false;
  bool turn_ = false;

  Figures::Received since_view_;         // what came since the last one
  std::uint64_t weighed_version_ = 0;    // of that view
  std::uint32_t weighed_deal_ = 0;       // its deal; 0: none was running
  std::uint64_t chats_ = 0;              // that were heard
  std::uint64_t others_ = 0;             // messages that did not have to be read
  std::optional<std::uint64_t> played_;  // the version that the last move answered
  bool move_under_way_ = false;          // not answered yet
  bool waits_for_pacer_ = false;
  bool was_cut_ = false;  // its connection, by cut()
};

}  // namespace baize::bench
