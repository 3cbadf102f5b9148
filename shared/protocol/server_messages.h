// Every message that the server may send over a table's socket, as described structs whose names and fields are the
// wire's (the protocol reference, "Server to client"). A closed set: nothing else can be encoded for a connection, so
// a State or an Action cannot leave the server by mistake. Reading and writing is in server_codec.h.
#pragma once

#include "core/error.h"
#include "table/events.h"
#include "table/fair_deal.h"
#include "table/view.h"

namespace baize::protocol {

using core::Chips;
using core::OrAbsent;
using core::Seat;
using core::TimeMs;
using core::Uuid;

// Who this connection is at this table; before the first view.
struct UpdatePlayerUuid {
  static constexpr core::Tag k_tag{"action", "update-player-uuid"};
  Uuid uuid;
  friend bool operator==(const UpdatePlayerUuid&, const UpdatePlayerUuid&) = default;
};
BOOST_DESCRIBE_STRUCT(UpdatePlayerUuid, (), (uuid))

// The newest version of the table for this viewer. `now` is the server's clock when it was sent.
struct UpdateGame {
  static constexpr core::Tag k_tag{"action", "update-game"};
  std::string type = "game_view";
  std::uint64_t version = 0;
  TimeMs now = 0;
  table::GameView game;
  friend bool operator==(const UpdateGame&, const UpdateGame&) = default;
};
BOOST_DESCRIBE_STRUCT(UpdateGame, (), (type, version, now, game))

// What happened on the way to `version`, as this viewer may know it: the game's events, then the table's.
struct GameEvent {
  static constexpr core::Tag k_tag{"action", "game-event"};
  std::uint64_t version = 0;
  core::Flat<games::AnyEvents> events;
  std::vector<table::Event> table;
  friend bool operator==(const GameEvent&, const GameEvent&) = default;
};
BOOST_DESCRIBE_STRUCT(GameEvent, (), (version, events, table))

enum class Notice { your_turn, seat_accepted, seat_denied, kicked, banned, time_low, blinds_up, owner_changed, reload };
BOOST_DESCRIBE_ENUM(Notice, your_turn, seat_accepted, seat_denied, kicked, banned, time_low, blinds_up, owner_changed,
                    reload)

struct Notification {
  static constexpr core::Tag k_tag{"action", "notification"};
  Notice kind = Notice::your_turn;
  std::string message;
  friend bool operator==(const Notification&, const Notification&) = default;
};
BOOST_DESCRIBE_STRUCT(Notification, (), (kind, message))

struct NewMessage {
  static constexpr core::Tag k_tag{"action", "new-message"};
  Uuid uuid;
  std::string username;
  std::string message;
  TimeMs timestamp = 0;
  friend bool operator==(const NewMessage&, const NewMessage&) = default;
};
BOOST_DESCRIBE_STRUCT(NewMessage, (), (uuid, username, message, timestamp))

struct NewLog {
  static constexpr core::Tag k_tag{"action", "new-log"};
  Uuid uuid;
  std::string message;
  TimeMs timestamp = 0;
  friend bool operator==(const NewLog&, const NewLog&) = default;
};
BOOST_DESCRIBE_STRUCT(NewLog, (), (uuid, message, timestamp))

// Something was refused; nothing changed. `expected` and `actual` are versions, for `stale`.
struct ErrorMessage {
  static constexpr core::Tag k_tag{"action", "error"};
  std::string type = "error";
  std::int32_t code = 400;  // the reason's HTTP status
  core::Reason reason = core::Reason::malformed;
  std::string message;
  OrAbsent<core::RequestId> request_id;
  OrAbsent<std::uint64_t> expected;
  OrAbsent<std::uint64_t> actual;
  friend bool operator==(const ErrorMessage&, const ErrorMessage&) = default;
};
BOOST_DESCRIBE_STRUCT(ErrorMessage, (), (type, code, reason, message, request_id, expected, actual))

// Accepted and durable.
struct Ack {
  static constexpr core::Tag k_tag{"action", "ack"};
  core::RequestId request_id;
  std::uint64_t version = 0;
  friend bool operator==(const Ack&, const Ack&) = default;
};
BOOST_DESCRIBE_STRUCT(Ack, (), (request_id, version))

struct GamePaused {
  static constexpr core::Tag k_tag{"action", "game-paused"};
  Uuid pausedBy;
  friend bool operator==(const GamePaused&, const GamePaused&) = default;
};
BOOST_DESCRIBE_STRUCT(GamePaused, (), (pausedBy))

struct GameResumed {
  static constexpr core::Tag k_tag{"action", "game-resumed"};
  Uuid resumedBy;
  friend bool operator==(const GameResumed&, const GameResumed&) = default;
};
BOOST_DESCRIBE_STRUCT(GameResumed, (), (resumedBy))

struct TableClosed {
  static constexpr core::Tag k_tag{"action", "table-closed"};
  std::string reason;
  friend bool operator==(const TableClosed&, const TableClosed&) = default;
};
BOOST_DESCRIBE_STRUCT(TableClosed, (), (reason))

struct ServerRestarting {
  static constexpr core::Tag k_tag{"action", "server-restarting"};
  TimeMs in_ms = 0;
  friend bool operator==(const ServerRestarting&, const ServerRestarting&) = default;
};
BOOST_DESCRIBE_STRUCT(ServerRestarting, (), (in_ms))

// Who is connected (accounts that have a seat, a request or a name here) and how many watch besides.
struct Presence {
  static constexpr core::Tag k_tag{"action", "presence"};
  std::vector<Uuid> connected;
  std::int32_t watching = 0;
  friend bool operator==(const Presence&, const Presence&) = default;
};
BOOST_DESCRIBE_STRUCT(Presence, (), (connected, watching))

struct Pong {
  static constexpr core::Tag k_tag{"action", "pong"};
  OrAbsent<TimeMs> t;
  TimeMs now = 0;
  friend bool operator==(const Pong&, const Pong&) = default;
};
BOOST_DESCRIBE_STRUCT(Pong, (), (t, now))

struct PendingPlayer {
  Uuid uuid;
  core::Name username;
  Seat seatId = 0;
  Chips buyIn;
  friend bool operator==(const PendingPlayer&, const PendingPlayer&) = default;
};
BOOST_DESCRIBE_STRUCT(PendingPlayer, (), (uuid, username, seatId, buyIn))

// To the owner alone.
struct PendingPlayersUpdate {
  static constexpr core::Tag k_tag{"action", "pending_players_update"};
  std::string type = "pending_players_update";
  std::vector<PendingPlayer> payload;
  friend bool operator==(const PendingPlayersUpdate&, const PendingPlayersUpdate&) = default;
};
BOOST_DESCRIBE_STRUCT(PendingPlayersUpdate, (), (type, payload))

// To the player whose request came to wait, or no longer does.
struct IsPendingPlayer {
  static constexpr core::Tag k_tag{"action", "is_pending_player"};
  std::string type = "is_pending_player";
  bool payload = false;
  friend bool operator==(const IsPendingPlayer&, const IsPendingPlayer&) = default;
};
BOOST_DESCRIBE_STRUCT(IsPendingPlayer, (), (type, payload))

struct Account {
  Uuid id;
  core::Name username;
  bool guest = true;
  friend bool operator==(const Account&, const Account&) = default;
};
BOOST_DESCRIBE_STRUCT(Account, (), (id, username, guest))

// An anonymous spectator became a guest by new-player: from now on this connection is that account.
struct Guest {
  static constexpr core::Tag k_tag{"action", "guest"};
  std::string access_token;
  std::string refresh_token;
  Account account;
  friend bool operator==(const Guest&, const Guest&) = default;
};
BOOST_DESCRIBE_STRUCT(Guest, (), (access_token, refresh_token, account))

// To one viewer: the cards of a fair deal that it got or sees from now on, each proven against the deal's root.
struct CardProofs {
  static constexpr core::Tag k_tag{"action", "card-proofs"};
  std::uint64_t hand = 0;
  std::vector<cards::fair::Proof> proofs;
  friend bool operator==(const CardProofs&, const CardProofs&) = default;
};
BOOST_DESCRIBE_STRUCT(CardProofs, (), (hand, proofs))

// What changed since the view `base` of the same viewer, on a connection that asked for it: an RFC 6902 patch of the
// view. In binary it has a form of its own (view_delta.h).
struct GameDelta {
  static constexpr core::Tag k_tag{"action", "update-game"};
  std::string type = "game_delta";
  std::uint64_t version = 0;
  std::uint64_t base = 0;
  TimeMs now = 0;
  core::RawJson patch{"[]"};
  friend bool operator==(const GameDelta&, const GameDelta&) = default;
};
BOOST_DESCRIBE_STRUCT(GameDelta, (), (type, version, base, now, patch))

// Several messages in one frame, in their order, on a connection that asked for it. In binary it has a form of its own
// (batch.h).
struct Batch {
  static constexpr core::Tag k_tag{"action", "batch"};
  TimeMs timestamp = 0;
  core::RawJson messages{"[]"};
  friend bool operator==(const Batch&, const Batch&) = default;
};
BOOST_DESCRIBE_STRUCT(Batch, (), (timestamp, messages))

using ServerMessage =
    std::variant<UpdatePlayerUuid, UpdateGame, GameEvent, Notification, NewMessage, NewLog, ErrorMessage, Ack,
                 GamePaused, GameResumed, TableClosed, ServerRestarting, Presence, Pong, PendingPlayersUpdate,
                 IsPendingPlayer, Guest, table::DealOpen, table::DealSealed, table::DealOpened, CardProofs>;

ErrorMessage error_message(const core::Error& error, const OrAbsent<core::RequestId>& request_id = {});

}  // namespace baize::protocol
