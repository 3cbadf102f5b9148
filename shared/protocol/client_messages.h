// Every message that a client may send, as described structs whose names and fields are the wire's (the protocol
// reference, "Client to server"). A closed set: what is not here is `unknown-action`. Reading and writing is in
// client_codec.h.
#pragma once

#include "cards/fair.h"
#include "core/ids.h"
#include "games/registry.h"

namespace baize::protocol {

using core::Chips;
using core::OrAbsent;
using core::Seat;
using core::TimeMs;
using core::Uuid;

inline constexpr std::size_t k_max_chat = 500;  // characters
inline constexpr std::size_t k_max_log = 200;   // characters
inline constexpr std::size_t k_max_passphrase = 128;

// `delta`: views after the first one may come as what changed since the last (GameDelta). `batch`: what does not hurry
// may come together (Batch). `since`: the newest version that the sender knows of; what happened after it is told
// before the view, where the table still remembers all of it.
struct JoinTable {
  static constexpr core::Tag k_tag{"action", "join-table"};
  OrAbsent<bool> delta;
  OrAbsent<bool> batch;
  OrAbsent<std::uint64_t> since;
  OrAbsent<core::Text<k_max_passphrase>> passphrase;
  friend bool operator==(const JoinTable&, const JoinTable&) = default;
};
BOOST_DESCRIBE_STRUCT(JoinTable, (), (delta, batch, since, passphrase))

// Ends the views on this connection; a seat is kept.
struct StopSpectating {
  static constexpr core::Tag k_tag{"action", "stop-spectating"};
  friend bool operator==(const StopSpectating&, const StopSpectating&) = default;
};
BOOST_DESCRIBE_STRUCT(StopSpectating, (), ())

struct LeaveTable {
  static constexpr core::Tag k_tag{"action", "leave-table"};
  friend bool operator==(const LeaveTable&, const LeaveTable&) = default;
};
BOOST_DESCRIBE_STRUCT(LeaveTable, (), ())

struct SendMessage {
  static constexpr core::Tag k_tag{"action", "send-message"};
  std::string message;
  friend bool operator==(const SendMessage&, const SendMessage&) = default;
};
BOOST_DESCRIBE_STRUCT(SendMessage, (), (message))

struct SendLog {
  static constexpr core::Tag k_tag{"action", "send-log"};
  std::string message;
  friend bool operator==(const SendLog&, const SendLog&) = default;
};
BOOST_DESCRIBE_STRUCT(SendLog, (), (message))

struct NewPlayer {
  static constexpr core::Tag k_tag{"action", "new-player"};
  std::string username;
  friend bool operator==(const NewPlayer&, const NewPlayer&) = default;
};
BOOST_DESCRIBE_STRUCT(NewPlayer, (), (username))

struct TakeSeat {
  static constexpr core::Tag k_tag{"action", "take-seat"};
  OrAbsent<std::string> username;
  OrAbsent<Seat> seatID;  // absent: any, or the own one again
  Chips buyIn;
  OrAbsent<core::Text<k_max_passphrase>> passphrase;
  friend bool operator==(const TakeSeat&, const TakeSeat&) = default;
};
BOOST_DESCRIBE_STRUCT(TakeSeat, (), (username, seatID, buyIn, passphrase))

struct CancelSeatRequest {
  static constexpr core::Tag k_tag{"action", "cancel-seat-request"};
  friend bool operator==(const CancelSeatRequest&, const CancelSeatRequest&) = default;
};
BOOST_DESCRIBE_STRUCT(CancelSeatRequest, (), ())

struct RequestLeave {
  static constexpr core::Tag k_tag{"action", "request-leave"};
  friend bool operator==(const RequestLeave&, const RequestLeave&) = default;
};
BOOST_DESCRIBE_STRUCT(RequestLeave, (), ())

struct AcceptPlayer {
  static constexpr core::Tag k_tag{"action", "accept-player"};
  Uuid uuid;
  friend bool operator==(const AcceptPlayer&, const AcceptPlayer&) = default;
};
BOOST_DESCRIBE_STRUCT(AcceptPlayer, (), (uuid))

struct DenyPlayer {
  static constexpr core::Tag k_tag{"action", "deny-player"};
  Uuid uuid;
  friend bool operator==(const DenyPlayer&, const DenyPlayer&) = default;
};
BOOST_DESCRIBE_STRUCT(DenyPlayer, (), (uuid))

struct KickPlayer {
  static constexpr core::Tag k_tag{"action", "kick-player"};
  Uuid uuid;
  OrAbsent<bool> ban;
  friend bool operator==(const KickPlayer&, const KickPlayer&) = default;
};
BOOST_DESCRIBE_STRUCT(KickPlayer, (), (uuid, ban))

struct UnbanPlayer {
  static constexpr core::Tag k_tag{"action", "unban-player"};
  Uuid uuid;
  friend bool operator==(const UnbanPlayer&, const UnbanPlayer&) = default;
};
BOOST_DESCRIBE_STRUCT(UnbanPlayer, (), (uuid))

struct StartGame {
  static constexpr core::Tag k_tag{"action", "start-game"};
  friend bool operator==(const StartGame&, const StartGame&) = default;
};
BOOST_DESCRIBE_STRUCT(StartGame, (), ())

struct PauseGame {
  static constexpr core::Tag k_tag{"action", "pause-game"};
  friend bool operator==(const PauseGame&, const PauseGame&) = default;
};
BOOST_DESCRIBE_STRUCT(PauseGame, (), ())

struct ResumeGame {
  static constexpr core::Tag k_tag{"action", "resume-game"};
  friend bool operator==(const ResumeGame&, const ResumeGame&) = default;
};
BOOST_DESCRIBE_STRUCT(ResumeGame, (), ())

struct ResetGame {
  static constexpr core::Tag k_tag{"action", "reset-game"};
  friend bool operator==(const ResetGame&, const ResetGame&) = default;
};
BOOST_DESCRIBE_STRUCT(ResetGame, (), ())

// The settings to change, by name; those not named stay.
struct UpdateSettings {
  static constexpr core::Tag k_tag{"action", "update-settings"};
  core::RawJson settings;
  friend bool operator==(const UpdateSettings&, const UpdateSettings&) = default;
};
BOOST_DESCRIBE_STRUCT(UpdateSettings, (), (settings))

struct AddBot {
  static constexpr core::Tag k_tag{"action", "add-bot"};
  OrAbsent<Seat> seatID;
  OrAbsent<games::Strength> strength;
  friend bool operator==(const AddBot&, const AddBot&) = default;
};
BOOST_DESCRIBE_STRUCT(AddBot, (), (seatID, strength))

struct RemoveBot {
  static constexpr core::Tag k_tag{"action", "remove-bot"};
  Uuid uuid;
  friend bool operator==(const RemoveBot&, const RemoveBot&) = default;
};
BOOST_DESCRIBE_STRUCT(RemoveBot, (), (uuid))

struct CloseTable {
  static constexpr core::Tag k_tag{"action", "close-table"};
  friend bool operator==(const CloseTable&, const CloseTable&) = default;
};
BOOST_DESCRIBE_STRUCT(CloseTable, (), ())

struct SitOut {
  static constexpr core::Tag k_tag{"action", "sit-out"};
  friend bool operator==(const SitOut&, const SitOut&) = default;
};
BOOST_DESCRIBE_STRUCT(SitOut, (), ())

struct SitIn {
  static constexpr core::Tag k_tag{"action", "sit-in"};
  friend bool operator==(const SitIn&, const SitIn&) = default;
};
BOOST_DESCRIBE_STRUCT(SitIn, (), ())

struct TopUp {
  static constexpr core::Tag k_tag{"action", "top-up"};
  Chips amount;
  friend bool operator==(const TopUp&, const TopUp&) = default;
};
BOOST_DESCRIBE_STRUCT(TopUp, (), (amount))

// A value of the seat's hash chain: what the open deal of `hand` waits for. Anything else begins a new chain, as its
// tip.
struct ClientSeed {
  static constexpr core::Tag k_tag{"action", "client-seed"};
  std::uint64_t hand = 0;
  cards::fair::Value value;
  friend bool operator==(const ClientSeed&, const ClientSeed&) = default;
};
BOOST_DESCRIBE_STRUCT(ClientSeed, (), (hand, value))

// Chips from the wallet before each deal until the stack is `to` again; 0 ends it.
struct AutoTopUp {
  static constexpr core::Tag k_tag{"action", "auto-top-up"};
  Chips to;
  friend bool operator==(const AutoTopUp&, const AutoTopUp&) = default;
};
BOOST_DESCRIBE_STRUCT(AutoTopUp, (), (to))

struct Ping {
  static constexpr core::Tag k_tag{"action", "ping"};
  OrAbsent<TimeMs> t;
  friend bool operator==(const Ping&, const Ping&) = default;
};
BOOST_DESCRIBE_STRUCT(Ping, (), (t))

using TableVerb = std::variant<JoinTable, StopSpectating, LeaveTable, SendMessage, SendLog, NewPlayer, TakeSeat,
                               CancelSeatRequest, RequestLeave, AcceptPlayer, DenyPlayer, KickPlayer, UnbanPlayer,
                               StartGame, PauseGame, ResumeGame, ResetGame, UpdateSettings, AddBot, RemoveBot,
                               CloseTable, SitOut, SitIn, TopUp, AutoTopUp, ClientSeed, Ping>;

// What a client asks for: one of the table's verbs, or a move of the table's game ("player-...").
using ClientVerb = std::variant<TableVerb, games::AnyMove>;

struct ClientMessage {
  OrAbsent<core::RequestId> request_id;  // answered by ack or error; at most one effect an id
  OrAbsent<std::uint64_t> version;       // of the view that the sender saw
  ClientVerb verb;
  friend bool operator==(const ClientMessage&, const ClientMessage&) = default;
};
// As it stands in binary; in JSON its fields lie beside those of the verb (client_codec.h).
BOOST_DESCRIBE_STRUCT(ClientMessage, (), (request_id, version, verb))

}  // namespace baize::protocol
