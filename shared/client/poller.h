// The way to a table where WebSockets are blocked: it asks for the snapshot again and again, and carries commands as
// HTTP requests, one after the other, in their order. RemoteDoor turns to it when sockets do not open; what comes here
// is the table itself, while chat, the log and the deals' proofs wait for a socket.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "client/api.h"
#include "core/time.h"
#include "protocol/client_messages.h"
#include "protocol/server_messages.h"

namespace baize::client {

using core::TimeMs;

inline constexpr TimeMs k_poll_every = 1'000;  // from an answer to the next question, ms; or as the server asks for
inline constexpr int k_most_failures = 3;      // in a row: then the server counts as lost

class Poller {
 public:
  using Answer = std::function<void(const CallAnswer&)>;
  // Makes a call as whoever this client is and answers once, later; the program's own network.
  using Ask = std::function<void(const Call&, Answer)>;
  enum class State { off, asking /* nothing was answered yet */, on, failed };

  Poller(std::string table, Ask ask) : table_(std::move(table)), ask_(std::move(ask)) {}

  // Begins anew, with a question at once; what was queued is forgotten, and answers that are still under way too. With
  // a passphrase it is the table's door that is asked first.
  void start(TimeMs now, std::string_view passphrase = {});
  void stop();
  State state() const { return state_; }

  // Queues a command; it is answered by an Ack or an ErrorMessage if it has a request_id. Joining asks at once.
  void send(const protocol::ClientMessage& message);
  void advance(TimeMs now);
  std::optional<TimeMs> next_wake() const;
  std::vector<protocol::ServerMessage> take() { return std::exchange(arrived_, {}); }
  // From the last question to its answer, ms.
  std::optional<TimeMs> latency_ms() const { return latency_; }

 private:
  void ask_for_view();
  void ask_for_next();
  void hear_view(const CallAnswer& answer);
  void show(const CallAnswer& answer);
  void hear_verdict(const CallAnswer& answer);
  // Whether the call reached a server that can answer, and did.
  bool reached(const CallAnswer& answer);
  static TimeMs pause_after(const CallAnswer& answer);
  Answer while_on(void (Poller::*then)(const CallAnswer&));

  std::string table_;
  Ask ask_;
  State state_ = State::off;
  TimeMs now_ = 0;
  TimeMs view_due_ = 0;
  TimeMs asked_at_ = 0;
  std::optional<TimeMs> latency_;
  bool asking_view_ = false;
  bool refused_ = false;  // the view, or nobody was let in yet: there is no asking again by itself
  bool sending_ = false;
  TimeMs send_due_ = 0;
  int failures_ = 0;
  std::optional<std::uint64_t> version_;
  std::deque<protocol::ClientMessage> waiting_;
  std::vector<protocol::Ack> accepted_;  // that wait for the view in which their commands are done
  std::vector<protocol::ServerMessage> arrived_;
  std::shared_ptr<int> round_;  // of this start; an answer to an older one finds it gone
};

}  // namespace baize::client
