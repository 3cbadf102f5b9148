// The names of things that outlive a message: accounts, tables, seats, requests.
#pragma once

#include <cstdint>

#include "core/bounded.h"

namespace baize::core {

// An account, as everybody at a table sees it ("uuid" on the wire): RFC 9562 text, 36 characters.
using Uuid = Text<36>;
// A table, as it stands in links: short, lower-case, unguessable.
using TableId = Text<16>;
// A player's name at a table: 1 to 24 printable characters, up to 4 bytes each.
using Name = Text<96>;
// What a client calls one of its commands; unique for an account at a table.
using RequestId = Text<64>;

// A seat at a table, counted from 0.
using Seat = std::int8_t;
inline constexpr int k_max_seats = 10;

}  // namespace baize::core
