// A table as a value: who owns it, who sits where, who waits, whether it is paused, when its next deadline falls, and
// the state of the game in it. Changed only by table::apply (table.h); never holds a socket, a clock or a generator.
#pragma once

#include <optional>

#include "table/fair_deal.h"
#include "table/settings.h"

namespace baize::table {

using core::Uuid;

inline constexpr std::size_t k_max_requests = 16;  // for a seat, waiting for the owner's answer
inline constexpr std::size_t k_max_bans = 64;

// `waiting`: not enough players, or not started. `paused`: by the owner, between deals or, where the game has it so,
// in one. `closed`: for good.
enum class Status { waiting, running, paused, closed };
BOOST_DESCRIBE_ENUM(Status, waiting, running, paused, closed)

// Why a seat is left.
enum class LeaveReason { left, kicked, banned, disconnected, out_of_chips, table_closed };
BOOST_DESCRIBE_ENUM(LeaveReason, left, kicked, banned, disconnected, out_of_chips, table_closed)

// Somebody who has a seat.
struct Sitter {
  Seat seat = 0;
  Uuid uuid;
  core::Name username;
  std::optional<games::Strength> bot;  // a bot of this strength; else a person
  std::optional<LeaveReason> leaving;  // stands up when the running deal is over
  bool gone = false;                   // left while bound by a deal or a game: see stood_in_for
  Chips top_up_to{};                   // filled up to so much before each deal, from the wallet; 0: not
  // The newest value of its hash chain that is known here, at first the tip; none: it has no part in fair deals.
  std::optional<cards::fair::Value> chain{};
  std::uint32_t left_out = 0;  // how often its value did not come in time; for all to see
  friend bool operator==(const Sitter&, const Sitter&) = default;
};
BOOST_DESCRIBE_STRUCT(Sitter, (), (seat, uuid, username, bot, leaving, gone, top_up_to, chain, left_out))

// Somebody who has asked for a seat; no chips have moved yet.
struct SeatRequest {
  Uuid uuid;
  core::Name username;
  Seat seat = 0;
  Chips buy_in;
  friend bool operator==(const SeatRequest&, const SeatRequest&) = default;
};
BOOST_DESCRIBE_STRUCT(SeatRequest, (), (uuid, username, seat, buy_in))

struct State {
  core::TableId id;
  core::Name name;
  Uuid owner;
  bool locked = false;  // entering takes a passphrase, which the server keeps
  Status status = Status::waiting;
  // Who asked for a pause that takes effect when the running deal is over.
  core::OrAbsent<Uuid> pausing;
  Settings settings;
  std::optional<Settings> next_settings;  // from the next deal on

  core::Bounded<Sitter, core::k_max_seats> sitters;  // in order of seats
  core::Bounded<SeatRequest, k_max_requests> requests;
  core::Bounded<Uuid, k_max_bans> bans;

  std::uint64_t version = 0;   // counts the actions that led here
  std::uint64_t decision = 0;  // changes only when what somebody may decide changes
  TimeMs at = 0;               // when the last action happened; never decreases
  TimeMs decision_at = 0;      // when the present decision opened
  std::optional<TimeMs> due;   // when the next `Tick` has to come: a clock that runs out, or the next deal
  Uuid by;                     // who acted last; empty for the house

  games::AnyState game;

  // Fair deals, if the game has them. Between deals the next one may be open; `next_seed` is for its opening.
  std::optional<OpenDeal> opened;
  std::optional<SealedDeal> sealed;  // the running or last deal
  std::optional<cards::fair::Value> next_seed;

  friend bool operator==(const State&, const State&) = default;
};
BOOST_DESCRIBE_STRUCT(State, (),
                      (id, name, owner, locked, status, pausing, settings, next_settings, sitters, requests, bans,
                       version, decision, at, decision_at, due, by, game, opened, sealed, next_seed))

const Sitter* sitter(const State& state, const Uuid& uuid);
const Sitter* sitter_at(const State& state, Seat seat);
const SeatRequest* request_of(const State& state, const Uuid& uuid);
bool banned(const State& state, const Uuid& uuid);

// Whether the owner has taken this sitter off the seat, so that there is no coming back to it.
bool sent_away(const Sitter& one);
// Whether a bot plays for this sitter, whose player is gone: in games that have stand-ins.
bool stood_in_for(const State& state, const Sitter& one);
// Whether some person (not only bots) still plays at this table.
bool has_people(const State& state);
// Whether this person (empty: nobody known) may be shown the table: everybody, or the owner and who has a seat.
bool may_watch(const State& state, const Uuid& uuid);
// Who owns the table when its owner leaves: the next person who stays; none where only bots would.
const Sitter* next_owner(const State& state);
// Somebody who comes to own a table.
struct Heir {
  Uuid uuid;
  core::Name username;
};
// Who owns the table when its owner, who does not play at it, is not there either: the next owner, else whoever has
// waited longest for a seat that nobody else could give.
std::optional<Heir> heir(const State& state);
// A deal runs and waits for the end of a pause, without a clock.
bool paused_in_deal(const State& state);
// A deal runs in which bots would go on among themselves, for people who are all gone: it waits, without a clock, until
// somebody is back.
bool stands_still(const State& state);

// Who is played by a bot and whose decision it is, if the table runs.
const Sitter* bot_to_act(const State& state);
// How well that bot plays.
games::Strength strength_of(const Sitter& one);

}  // namespace baize::table
