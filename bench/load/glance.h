// What can be seen of a server message without reading it in full: which kind it is and, of a view, its version,
// whether its viewer has a seat and whether it is that seat's turn. The generator shares the machine with the server,
// and a full reading of every view would cost more than the server spends on writing it. Relies on the order of fields
// that the server's encoder keeps; the player who reads a message in full compares (Figures::misread).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "protocol/wire.h"

namespace baize::bench {

struct Glance {
  enum class Kind { view, event, ack, error, proof, chat, pong, other };
  Kind kind = Kind::other;
  // Of a view only.
  std::uint64_t version = 0;
  bool seated = false;
  bool turn = false;  // a deal runs and there is something to do
};

Glance glance(std::string_view text);
// Of a binary message, whose reading costs little: its kind alone.
Glance glance_at_binary(std::string_view frame);

// The time that a pong brings back; nothing if it has none.
std::optional<std::int64_t> time_in(std::string_view pong, protocol::Wire wire);
// The reason that an error message gives.
std::string reason_in(std::string_view frame, protocol::Wire wire);

}  // namespace baize::bench
