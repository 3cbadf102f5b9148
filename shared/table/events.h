// What happens at a table besides the game: for the activity log, notices, sounds and histories. All of it is public.
#pragma once

#include "table/state.h"

namespace baize::table {

struct SeatTaken {
  static constexpr core::Tag k_tag{"event", "seat-taken"};
  Seat seat = 0;
  Uuid uuid;
  core::Name username;
  Chips chips;
  friend bool operator==(const SeatTaken&, const SeatTaken&) = default;
};
BOOST_DESCRIBE_STRUCT(SeatTaken, (), (seat, uuid, username, chips))

struct SeatLeft {
  static constexpr core::Tag k_tag{"event", "seat-left"};
  Seat seat = 0;
  Uuid uuid;
  core::Name username;
  Chips chips;
  LeaveReason reason = LeaveReason::left;
  friend bool operator==(const SeatLeft&, const SeatLeft&) = default;
};
BOOST_DESCRIBE_STRUCT(SeatLeft, (), (seat, uuid, username, chips, reason))

struct SeatRequested {
  static constexpr core::Tag k_tag{"event", "seat-requested"};
  Uuid uuid;
  core::Name username;
  Seat seat = 0;
  friend bool operator==(const SeatRequested&, const SeatRequested&) = default;
};
BOOST_DESCRIBE_STRUCT(SeatRequested, (), (uuid, username, seat))

enum class RequestEnd { accepted, denied, cancelled, seat_gone, banned, table_closed };
BOOST_DESCRIBE_ENUM(RequestEnd, accepted, denied, cancelled, seat_gone, banned, table_closed)

struct SeatRequestEnded {
  static constexpr core::Tag k_tag{"event", "seat-request-ended"};
  Uuid uuid;
  core::Name username;
  RequestEnd how = RequestEnd::accepted;
  friend bool operator==(const SeatRequestEnded&, const SeatRequestEnded&) = default;
};
BOOST_DESCRIBE_STRUCT(SeatRequestEnded, (), (uuid, username, how))

struct Paused {
  static constexpr core::Tag k_tag{"event", "paused"};
  Uuid by;
  friend bool operator==(const Paused&, const Paused&) = default;
};
BOOST_DESCRIBE_STRUCT(Paused, (), (by))

struct Resumed {
  static constexpr core::Tag k_tag{"event", "resumed"};
  Uuid by;
  friend bool operator==(const Resumed&, const Resumed&) = default;
};
BOOST_DESCRIBE_STRUCT(Resumed, (), (by))

struct SettingsChanged {
  static constexpr core::Tag k_tag{"event", "settings-changed"};
  friend bool operator==(const SettingsChanged&, const SettingsChanged&) = default;
};
BOOST_DESCRIBE_STRUCT(SettingsChanged, (), ())

struct OwnerChanged {
  static constexpr core::Tag k_tag{"event", "owner-changed"};
  Uuid owner;
  core::Name username;
  friend bool operator==(const OwnerChanged&, const OwnerChanged&) = default;
};
BOOST_DESCRIBE_STRUCT(OwnerChanged, (), (owner, username))

// The owner has kicked or banned somebody. What this ends - a seat, a request for one - is told by events of its own, a
// seat's perhaps only after the deal.
struct SentAway {
  static constexpr core::Tag k_tag{"event", "sent-away"};
  Uuid uuid;
  core::Name username;  // empty for who only watched
  bool ban = false;
  friend bool operator==(const SentAway&, const SentAway&) = default;
};
BOOST_DESCRIBE_STRUCT(SentAway, (), (uuid, username, ban))

struct Unbanned {
  static constexpr core::Tag k_tag{"event", "unbanned"};
  Uuid uuid;
  friend bool operator==(const Unbanned&, const Unbanned&) = default;
};
BOOST_DESCRIBE_STRUCT(Unbanned, (), (uuid))

// One seat as a deal began: before anything was put in.
struct DealSeat {
  Seat seat = 0;
  Uuid uuid;
  core::Name username;
  Chips stack;
  games::SeatStatus status = games::SeatStatus::playing;
  bool bot = false;
  friend bool operator==(const DealSeat&, const DealSeat&) = default;
};
BOOST_DESCRIBE_STRUCT(DealSeat, (), (seat, uuid, username, stack, status, bot))

// A deal began with this action. Histories learn from it who sat there with what; the game's own events follow.
struct DealBegan {
  static constexpr core::Tag k_tag{"event", "deal-began"};
  std::uint32_t number = 0;     // the game's deal_number
  std::int32_t seat_count = 0;  // of the table, free seats too
  std::vector<DealSeat> seats;  // the taken ones, in order
  friend bool operator==(const DealBegan&, const DealBegan&) = default;
};
BOOST_DESCRIBE_STRUCT(DealBegan, (), (number, seat_count, seats))

struct Closed {
  static constexpr core::Tag k_tag{"event", "closed"};
  friend bool operator==(const Closed&, const Closed&) = default;
};
BOOST_DESCRIBE_STRUCT(Closed, (), ())

using Event = std::variant<SeatTaken, SeatLeft, SeatRequested, SeatRequestEnded, Paused, Resumed, SettingsChanged,
                           OwnerChanged, SentAway, Unbanned, DealBegan, Closed>;

}  // namespace baize::table
