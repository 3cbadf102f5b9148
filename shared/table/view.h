// What a viewer may know of a table: the public part, the same for everybody and encoded once a version, and the
// viewer's own part. The field names are the wire's (the protocol's GameView). Nothing else of a State leaves the
// server.
#pragma once

#include <vector>

#include "table/state.h"

namespace baize::table {

struct TableHeader {
  core::TableId id;
  core::Name name;
  std::string game;
  Uuid owner;
  Status status = Status::waiting;
  bool pause_pending = false;
  bool locked = false;
  Settings settings;
  std::int32_t rules = 0;
  friend bool operator==(const TableHeader&, const TableHeader&) = default;
};
BOOST_DESCRIBE_STRUCT(TableHeader, (), (id, name, game, owner, status, pause_pending, locked, settings, rules))

struct SeatView {
  Seat seat = 0;
  Uuid uuid;
  core::Name username;
  Chips stack;
  games::SeatStatus status = games::SeatStatus::playing;
  bool bot = false;
  core::OrAbsent<bool> stand_in{};           // a bot plays for this player, who is gone
  core::OrAbsent<std::uint32_t> left_out{};  // how often its value for a fair deal did not come in time, if ever
  friend bool operator==(const SeatView&, const SeatView&) = default;
};
BOOST_DESCRIBE_STRUCT(SeatView, (), (seat, uuid, username, stack, status, bot, stand_in, left_out))

struct PublicView {
  std::uint64_t version = 0;
  std::uint64_t decision = 0;
  TimeMs at = 0;
  Uuid by;
  TableHeader table;
  std::vector<SeatView> seats;  // the taken ones, in order
  games::AnyPublic public_;
  std::optional<TimeMs> deadline;   // when the seat to act runs out of time
  std::optional<TimeMs> next_deal;  // when the next deal begins by itself
  friend bool operator==(const PublicView&, const PublicView&) = default;
};
BOOST_DESCRIBE_STRUCT(PublicView, (), (version, decision, at, by, table, seats, public_, deadline, next_deal))

enum class Role { player, spectator, pending };
BOOST_DESCRIBE_ENUM(Role, player, spectator, pending)

struct ViewerView {
  Uuid uuid;
  std::optional<Seat> seat;
  bool owner = false;
  Role role = Role::spectator;
  // For the owner alone: whom it has banned from this table.
  std::vector<Uuid> banned;
  Chips auto_top_up;                  // what the stack is filled up to before each deal; 0: not
  core::Flat<games::AnyPrivate> own;  // "hand" and "legal"
  friend bool operator==(const ViewerView&, const ViewerView&) = default;
};
BOOST_DESCRIBE_STRUCT(ViewerView, (), (uuid, seat, owner, role, banned, auto_top_up, own))

// A whole view as it stands on the wire: the public fields, and "viewer" beside them.
struct GameView {
  core::Flat<PublicView> shared;
  ViewerView viewer;
  friend bool operator==(const GameView&, const GameView&) = default;
};
BOOST_DESCRIBE_STRUCT(GameView, (), (shared, viewer))

PublicView public_view(const State& state);
// An empty uuid is an anonymous spectator.
ViewerView viewer_view(const State& state, const Uuid& uuid);
GameView view(const State& state, const Uuid& uuid);

}  // namespace baize::table
