// What a table tells of its fair deals, in the order in which it happens. All of it is public: it is stored with the
// action that caused it and sent to everybody. Also what a state keeps of them, which nobody is sent.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "cards/fair.h"
#include "core/bounded.h"
#include "core/described.h"
#include "core/ids.h"
#include "core/time.h"

namespace baize::table {

using core::Seat;
using core::TimeMs;

// How long the values of an open deal are waited for at most, in ms (the rules, "Fair deals" 2).
inline constexpr TimeMs k_value_wait_ms = 2000;

// --- told to everybody ---

// The next deal is open: `seats` have each one value to give, which hashes to their last one. `others` may be dealt in
// without: they keep no chain. Whoever is in neither list joins with the deal after it. `again` counts the openings of
// this hand before this one that came to nothing.
struct DealOpen {
  static constexpr core::Tag k_tag{"action", "deal-open"};
  std::uint64_t hand = 0;
  cards::fair::Hash commitment;  // SHA-256 of the house's seed
  std::vector<cards::fair::Frozen> seats;
  std::vector<Seat> others;
  std::uint32_t again = 0;
  friend bool operator==(const DealOpen&, const DealOpen&) = default;
};
BOOST_DESCRIBE_STRUCT(DealOpen, (), (hand, commitment, seats, others, again))

// The cards of the hand are fixed. `parts` are the seats of its opening with their values; a seat without a value did
// not give it in time, and begins a new chain.
struct DealSealed {
  static constexpr core::Tag k_tag{"action", "deal-sealed"};
  std::uint64_t hand = 0;
  cards::fair::Hash commitment;
  cards::fair::Hash root;
  std::vector<cards::fair::Part> parts;
  friend bool operator==(const DealSealed&, const DealSealed&) = default;
};
BOOST_DESCRIBE_STRUCT(DealSealed, (), (hand, commitment, root, parts))

// An audited hand's seed: from now on everybody can make its deck.
struct DealOpened {
  static constexpr core::Tag k_tag{"action", "deal-opened"};
  std::uint64_t hand = 0;
  cards::fair::Value seed;
  friend bool operator==(const DealOpened&, const DealOpened&) = default;
};
BOOST_DESCRIBE_STRUCT(DealOpened, (), (hand, seed))

using DealNews = std::variant<DealOpen, DealSealed, DealOpened>;

// --- kept in the state of a table ---

// A value that a seat gave for the open deal.
struct GivenValue {
  Seat seat = 0;
  cards::fair::Value value;
  friend bool operator==(const GivenValue&, const GivenValue&) = default;
};
BOOST_DESCRIBE_STRUCT(GivenValue, (), (seat, value))

using GivenValues = core::Bounded<GivenValue, core::k_max_seats>;

// Somebody who sat at the table when the deal was opened. `left`: has stood up since, and is not dealt in.
struct FrozenSeat {
  Seat seat = 0;
  std::optional<cards::fair::Value> last;
  bool left = false;
  friend bool operator==(const FrozenSeat&, const FrozenSeat&) = default;
};
BOOST_DESCRIBE_STRUCT(FrozenSeat, (), (seat, last, left))

// A deal that is open: `seed` is the house's secret. Values are waited for until `until`.
struct OpenDeal {
  std::uint32_t hand = 0;
  cards::fair::Value seed;
  TimeMs until = 0;
  std::uint32_t again = 0;
  bool lapsed = false;  // the deal was not wanted any more in between: who has come since should not wait for one more
  core::Bounded<FrozenSeat, core::k_max_seats> seats;
  friend bool operator==(const OpenDeal&, const OpenDeal&) = default;
};
BOOST_DESCRIBE_STRUCT(OpenDeal, (), (hand, seed, until, again, lapsed, seats))

// A seat's part in a sealed deal: the value that it gave, or where it gave none the last one before.
struct SealedPart {
  Seat seat = 0;
  bool given = false;
  cards::fair::Value value;
  friend bool operator==(const SealedPart&, const SealedPart&) = default;
};
BOOST_DESCRIBE_STRUCT(SealedPart, (), (seat, given, value))

// The running or last deal. With its seed all its cards are known.
struct SealedDeal {
  std::uint32_t hand = 0;
  cards::fair::Value seed;
  cards::fair::Hash root;
  core::Bounded<SealedPart, core::k_max_seats> parts;
  friend bool operator==(const SealedDeal&, const SealedDeal&) = default;
};
BOOST_DESCRIBE_STRUCT(SealedDeal, (), (hand, seed, root, parts))

// What everybody may know of them.
DealOpen told(const OpenDeal& deal);
DealSealed told(const SealedDeal& deal);
std::vector<cards::fair::Part> parts_of(const SealedDeal& deal);

}  // namespace baize::table
