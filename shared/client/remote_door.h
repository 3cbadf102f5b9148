// A door over a network: keeps one connection to a table alive. It joins, pings, tells a dead connection from a tab
// that was asleep, reconnects with growing pauses and repeats what was not answered - each command has at most one
// effect, because the server knows its request_id. Where no socket opens it polls, and looks for one now and then.
// Holds no game and no picture.
#pragma once

#include <deque>
#include <string>

#include "client/door.h"
#include "client/poller.h"
#include "client/transport.h"
#include "core/bytes.h"
#include "protocol/client_end.h"

namespace baize::client {

// All in ms; the defaults suit a browser on a phone.
struct Patience {
  TimeMs first_retry = 500;
  TimeMs longest_retry = 30'000;
  TimeMs handshake = 10'000;     // from open to on_open
  TimeMs ping_every = 10'000;    // while nothing else comes in
  TimeMs silence = 25'000;       // without a word the connection is given up
  TimeMs asleep = 5'000;         // a gap between two calls of advance by which a tab is known to have slept
  TimeMs after_sleep = 4'000;    // what a connection then gets to answer a ping
  int unopened = 2;              // so many sockets in a row that did not open: polling is tried
  TimeMs socket_again = 30'000;  // while polling, from one try to open a socket to the next
};

// Whether a door lets the server tell views as what changed since the last one.
enum class Views { whole, changes };

class RemoteDoor final : public Door, private TransportEvents {
 public:
  // `transport` outlives the door. `chance` spreads the retries of many clients. `passphrase` may be empty.
  // `binary`: spoken where the server speaks it and is of the same version (another one is spoken to in JSON, after a
  // `reload` notice); null for a door that speaks JSON alone.
  RemoteDoor(Transport& transport, const core::Entropy& chance, std::string passphrase, const Patience& patience = {},
             std::unique_ptr<protocol::ClientEnd> binary = nullptr, Views views = Views::changes);
  ~RemoteDoor() override;

  // Gives it another way for where sockets do not open; before the first `advance`.
  void poll_where_blocked(std::string table, Poller::Ask ask);

  void send(const protocol::ClientMessage& message) override;
  void advance(TimeMs now) override;
  std::optional<TimeMs> next_wake() const override;
  std::vector<protocol::ServerMessage> take() override;
  Link link() const override;
  bool polls() const override { return phase_ == Phase::polling; }
  Ended ended() const override { return ended_; }
  void nudge(TimeMs now) override;
  void set_online(bool online, TimeMs now) override;
  std::optional<TimeMs> latency_ms() const override { return polls() ? poller_->latency_ms() : latency_; }

 private:
  enum class Phase { idle, opening, open, polling, pausing, ended };

  void on_open(protocol::Wire agreed) override;
  void on_frame(std::string_view frame) override;
  void on_close(std::uint16_t code, std::string_view reason) override;

  void begin();
  protocol::Wire best() const { return binary_ ? binary_->wire() : protocol::Wire::json; }
  void begin_talking();
  protocol::JoinTable joining() const;
  void join();
  void hear_greeting(std::string_view frame);
  void send_now(const protocol::ClientMessage& message);
  void hear(protocol::ServerMessage message);
  void watch_over_connection(TimeMs gap);
  void not_opened();
  void begin_polling();
  void poll();
  void leave_network();
  void pause_before_retry();
  void end(Ended why);
  void answered(const core::RequestId& id);
  void measure(const protocol::Pong& pong);

  Transport& transport_;
  core::Entropy chance_;
  std::string passphrase_;
  Patience patience_;
  Views views_;
  protocol::JsonEnd json_;
  std::unique_ptr<protocol::ClientEnd> binary_;  // null where JSON alone is spoken
  protocol::ClientEnd* end_ = &json_;            // of this connection
  bool greeted_ = false;                         // binary: the descriptions are known to be the same; JSON: always
  Phase phase_ = Phase::idle;
  Ended ended_ = Ended::not_ended;
  bool online_ = true;
  bool was_open_ = false;
  TimeMs now_ = 0;
  TimeMs phase_since_ = 0;
  TimeMs heard_at_ = 0;
  TimeMs pinged_at_ = 0;
  TimeMs give_up_at_ = 0;  // of an open connection
  TimeMs retry_at_ = 0;
  std::uint64_t tries_ = 0;     // since the last time it was open
  bool spoken_to_ = false;      // on this connection
  int unopened_ = 0;            // sockets in a row
  TimeMs socket_again_at_ = 0;  // while polling
  std::uint64_t draws_ = 0;
  std::optional<TimeMs> latency_;
  std::optional<std::uint64_t> known_;  // the newest version that was heard of
  std::unique_ptr<Poller> poller_;
  std::deque<protocol::ClientMessage> unanswered_;
  std::vector<protocol::ServerMessage> arrived_;
};

}  // namespace baize::client
