// What decides a deal: the values that the seats gave, frozen before anybody gave one, and the server's seed, to which
// it was committed. The table makes the key of a deck of them and everybody who knows an opened seed can make it again.
// Nobody who gave one honest value of these can have the others steer the deck.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "cards/deck.h"
#include "cards/fair/chain.h"
#include "core/ids.h"

namespace baize::cards::fair {

/// A seat's part in a deal. `last` was frozen when the deal was opened; `value`, which hashes to it, came afterwards,
/// or did not come in time: then the deal goes without it.
struct Part {
  core::Seat seat = 0;
  Value last;
  std::optional<Value> value;
  friend bool operator==(const Part&, const Part&) = default;
};
BOOST_DESCRIBE_STRUCT(Part, (), (seat, last, value))

/// Whether each value hashes to the last one of its seat, and the seats rise.
bool parts_hold(std::span<const Part> parts);

/// The key of the deck (cards/deck.h): SHA-256 over fields, each with its length before it as 4 bytes, highest first:
/// "baize deal key", the table's id, the hand as 8 bytes, highest first, the number of parts as one byte; for each part
/// its seat as one byte, its last value, and its value or nothing; the commitment; the server's seed.
core::Entropy deal_key(std::string_view table, std::uint64_t hand, std::span<const Part> parts, const Hash& commitment,
                       const Value& server_seed);

/// Whether `hand` is one of the sample that is opened: one in 20, drawn by what the seats gave for the hand after it
/// (`next`), which nobody knew when `hand` was dealt.
bool audit_draws(std::uint64_t hand, std::span<const Part> next);

/// One hand in so many is drawn.
inline constexpr std::uint64_t k_audit_rate = 20;

}  // namespace baize::cards::fair
