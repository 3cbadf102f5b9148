// What changes a table: one Action a version, exactly as the log stores it. People's commands and the house's own
// doings (a deadline, a restart) are the same kind of thing, so replaying the log gives the same state, byte for byte.
#pragma once

#include "core/bytes.h"
#include "table/state.h"

namespace baize::table {

// --- by people (or bots) ---

// Asks for a seat: taken at once with auto_accept or by the owner, else a request.
struct TakeSeat {
  static constexpr core::Tag k_tag{"do", "take-seat"};
  core::Name username;
  Seat seat = 0;
  Chips buy_in;
  friend bool operator==(const TakeSeat&, const TakeSeat&) = default;
};
BOOST_DESCRIBE_STRUCT(TakeSeat, (), (username, seat, buy_in))

struct CancelRequest {
  static constexpr core::Tag k_tag{"do", "cancel-seat-request"};
  friend bool operator==(const CancelRequest&, const CancelRequest&) = default;
};
BOOST_DESCRIBE_STRUCT(CancelRequest, (), ())

// Stands up after the running deal, playing on till then; at once where a bot plays on (k_stand_ins).
struct RequestLeave {
  static constexpr core::Tag k_tag{"do", "request-leave"};
  friend bool operator==(const RequestLeave&, const RequestLeave&) = default;
};
BOOST_DESCRIBE_STRUCT(RequestLeave, (), ())

// Leaves now: what is bound by a running deal is played by the game's rule for absent players.
struct Leave {
  static constexpr core::Tag k_tag{"do", "leave-table"};
  friend bool operator==(const Leave&, const Leave&) = default;
};
BOOST_DESCRIBE_STRUCT(Leave, (), ())

struct SitOut {
  static constexpr core::Tag k_tag{"do", "sit-out"};
  friend bool operator==(const SitOut&, const SitOut&) = default;
};
BOOST_DESCRIBE_STRUCT(SitOut, (), ())

struct SitIn {
  static constexpr core::Tag k_tag{"do", "sit-in"};
  friend bool operator==(const SitIn&, const SitIn&) = default;
};
BOOST_DESCRIBE_STRUCT(SitIn, (), ())

// More chips between deals, from the wallet.
struct TopUp {
  static constexpr core::Tag k_tag{"do", "top-up"};
  Chips amount;
  friend bool operator==(const TopUp&, const TopUp&) = default;
};
BOOST_DESCRIBE_STRUCT(TopUp, (), (amount))

// The sitter keeps a new hash chain, which begins with this tip.
struct StartChain {
  static constexpr core::Tag k_tag{"do", "start-chain"};
  cards::fair::Value tip;
  friend bool operator==(const StartChain&, const StartChain&) = default;
};
BOOST_DESCRIBE_STRUCT(StartChain, (), (tip))

// Before each deal: chips from the wallet until the stack is `to` again; 0 ends it.
struct AutoTopUp {
  static constexpr core::Tag k_tag{"do", "auto-top-up"};
  Chips to;
  friend bool operator==(const AutoTopUp&, const AutoTopUp&) = default;
};
BOOST_DESCRIBE_STRUCT(AutoTopUp, (), (to))

// A move of the game. `decision` is the one it answers; `stale` if that has passed.
struct Play {
  static constexpr core::Tag k_tag{"do", "play"};
  std::uint64_t decision = 0;
  games::AnyMove move;
  friend bool operator==(const Play&, const Play&) = default;
};
BOOST_DESCRIBE_STRUCT(Play, (), (decision, move))

// --- by the owner ---

struct AcceptPlayer {
  static constexpr core::Tag k_tag{"do", "accept-player"};
  Uuid uuid;
  friend bool operator==(const AcceptPlayer&, const AcceptPlayer&) = default;
};
BOOST_DESCRIBE_STRUCT(AcceptPlayer, (), (uuid))

struct DenyPlayer {
  static constexpr core::Tag k_tag{"do", "deny-player"};
  Uuid uuid;
  friend bool operator==(const DenyPlayer&, const DenyPlayer&) = default;
};
BOOST_DESCRIBE_STRUCT(DenyPlayer, (), (uuid))

struct KickPlayer {
  static constexpr core::Tag k_tag{"do", "kick-player"};
  Uuid uuid;
  bool ban = false;
  friend bool operator==(const KickPlayer&, const KickPlayer&) = default;
};
BOOST_DESCRIBE_STRUCT(KickPlayer, (), (uuid, ban))

struct UnbanPlayer {
  static constexpr core::Tag k_tag{"do", "unban-player"};
  Uuid uuid;
  friend bool operator==(const UnbanPlayer&, const UnbanPlayer&) = default;
};
BOOST_DESCRIBE_STRUCT(UnbanPlayer, (), (uuid))

// The first deal happens in the same action; a fair deal is opened in it. `entropy` as with Tick.
struct StartGame {
  static constexpr core::Tag k_tag{"do", "start-game"};
  core::Entropy entropy;
  friend bool operator==(const StartGame&, const StartGame&) = default;
};
BOOST_DESCRIBE_STRUCT(StartGame, (), (entropy))

struct PauseGame {
  static constexpr core::Tag k_tag{"do", "pause-game"};
  friend bool operator==(const PauseGame&, const PauseGame&) = default;
};
BOOST_DESCRIBE_STRUCT(PauseGame, (), ())

struct ResumeGame {
  static constexpr core::Tag k_tag{"do", "resume-game"};
  friend bool operator==(const ResumeGame&, const ResumeGame&) = default;
};
BOOST_DESCRIBE_STRUCT(ResumeGame, (), ())

struct ResetGame {
  static constexpr core::Tag k_tag{"do", "reset-game"};
  friend bool operator==(const ResetGame&, const ResetGame&) = default;
};
BOOST_DESCRIBE_STRUCT(ResetGame, (), ())

struct UpdateSettings {
  static constexpr core::Tag k_tag{"do", "update-settings"};
  Settings settings;
  friend bool operator==(const UpdateSettings&, const UpdateSettings&) = default;
};
BOOST_DESCRIBE_STRUCT(UpdateSettings, (), (settings))

// `uuid` and `username` are given by the runtime; the chips come from the house.
struct AddBot {
  static constexpr core::Tag k_tag{"do", "add-bot"};
  Uuid uuid;
  core::Name username;
  Seat seat = 0;
  games::Strength strength = games::Strength::medium;
  friend bool operator==(const AddBot&, const AddBot&) = default;
};
BOOST_DESCRIBE_STRUCT(AddBot, (), (uuid, username, seat, strength))

struct RemoveBot {
  static constexpr core::Tag k_tag{"do", "remove-bot"};
  Uuid uuid;
  friend bool operator==(const RemoveBot&, const RemoveBot&) = default;
};
BOOST_DESCRIBE_STRUCT(RemoveBot, (), (uuid))

// Voids a running deal and pays everybody out.
struct CloseTable {
  static constexpr core::Tag k_tag{"do", "close-table"};
  friend bool operator==(const CloseTable&, const CloseTable&) = default;
};
BOOST_DESCRIBE_STRUCT(CloseTable, (), ())

// --- by the house ---

// The deadline `State::due` has come. `decision` names what it was for: a late or doubled tick does nothing. Where a
// fair deal is open, it is dealt with the `values` that its seats gave (gathering.h), and not before they all have or
// their time is over; else it may be opened.
struct Tick {
  static constexpr core::Tag k_tag{"do", "tick"};
  std::uint64_t decision = 0;
  core::Entropy entropy;  // for the deal that it may begin; the house's seed for a fair deal to be opened, now or next
  GivenValues values{};
  friend bool operator==(const Tick&, const Tick&) = default;
};
BOOST_DESCRIBE_STRUCT(Tick, (), (decision, entropy, values))

// The table was loaded again: a clock that ran restarts in full.
struct Restored {
  static constexpr core::Tag k_tag{"do", "restored"};
  friend bool operator==(const Restored&, const Restored&) = default;
};
BOOST_DESCRIBE_STRUCT(Restored, (), ())

// A player's grace after a lost connection is over: as Leave. An owner's who has left already: the table is the heir's.
struct Gone {
  static constexpr core::Tag k_tag{"do", "gone"};
  Uuid uuid;
  friend bool operator==(const Gone&, const Gone&) = default;
};
BOOST_DESCRIBE_STRUCT(Gone, (), (uuid))

// A stack is filled up as its player asked (due_top_up says whose): a step of its own, so that an empty wallet stops
// nothing but itself. Stale if nothing is missing any more.
struct FillUp {
  static constexpr core::Tag k_tag{"do", "fill-up"};
  Uuid uuid;
  friend bool operator==(const FillUp&, const FillUp&) = default;
};
BOOST_DESCRIBE_STRUCT(FillUp, (), (uuid))

// The wallet could not: the player's wish is over.
struct EndTopUp {
  static constexpr core::Tag k_tag{"do", "end-top-up"};
  Uuid uuid;
  friend bool operator==(const EndTopUp&, const EndTopUp&) = default;
};
BOOST_DESCRIBE_STRUCT(EndTopUp, (), (uuid))

using Verb =
    std::variant<TakeSeat, CancelRequest, RequestLeave, Leave, SitOut, SitIn, TopUp, StartChain, Play, AcceptPlayer,
                 DenyPlayer, KickPlayer, UnbanPlayer, StartGame, PauseGame, ResumeGame, ResetGame, UpdateSettings,
                 AddBot, RemoveBot, CloseTable, Tick, Restored, Gone, AutoTopUp, FillUp, EndTopUp>;

// `actor` is empty for the house. `at` is not before the state's own `at`; apply lifts it where a clock went back.
struct Action {
  Uuid actor;
  TimeMs at = 0;
  Verb verb;
  friend bool operator==(const Action&, const Action&) = default;
};
BOOST_DESCRIBE_STRUCT(Action, (), (actor, at, verb))

}  // namespace baize::table
