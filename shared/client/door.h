// The client's seam to a table: commands go in, messages come out. Behind a RemoteDoor stands a server, behind a
// LocalDoor the table itself runs in the same program (practice); whoever holds a Door cannot tell. Time is handed in.
#pragma once

#include <optional>
#include <vector>

#include "protocol/client_messages.h"
#include "protocol/server_messages.h"

namespace baize::client {

using core::TimeMs;

// How the way to the table stands, for people to see.
enum class Link {
  connecting,    // the first time
  open,          // joined, or about to be
  reconnecting,  // lost, trying again
  offline,       // this device has no network
  ended          // will not be tried again: see `ended_because`
};

enum class Ended { not_ended, signed_out, opened_elsewhere, no_such_table, refused };

class Door {
 public:
  virtual ~Door() = default;

  // Takes a command; one with a request_id is repeated after a lost connection until it is answered.
  virtual void send(const protocol::ClientMessage& message) = 0;
  // Lets time pass up to `now` (Unix ms, never decreasing): retries, silence, clocks, bots.
  virtual void advance(TimeMs now) = 0;
  // When `advance` should next be called if nothing else happens; nothing if it need not be.
  virtual std::optional<TimeMs> next_wake() const = 0;
  // What has come in since the last call, in order.
  virtual std::vector<protocol::ServerMessage> take() = 0;

  virtual Link link() const = 0;
  virtual Ended ended() const { return Ended::not_ended; }
  // Where no connection can be kept, the table is asked for now and then (client/poller.h): the view comes late, and
  // what was said and what happened in between does not.
  virtual bool polls() const { return false; }
  // The connection may be good again (the browser is online, the tab is visible): try at once.
  virtual void nudge(TimeMs) {}
  // The device has or has not a network, as far as it knows.
  virtual void set_online(bool, TimeMs) {}
  // Smoothed time from a ping to its pong, ms; nothing before the first.
  virtual std::optional<TimeMs> latency_ms() const { return std::nullopt; }
};

}  // namespace baize::client
