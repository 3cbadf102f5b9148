// The working copy of one action inside table::apply: the next state as it comes to be, and what the parts of the
// judgement (seating, owner, flow) do to it. Private to this room.
#pragma once

#include "table/table.h"

namespace baize::table {

struct Work {
  const State& before;
  const Action& action;
  Outcome out;

  State& state() { return out.state; }
  TimeMs at() { return out.state.at; }
  void tell(Event event) { out.table_events.push_back(std::move(event)); }
  // Takes over a step of the game; its error otherwise.
  Result<void> play(Result<games::AnyStep> step);
};

// seating.cpp: who sits where
Result<void> judge(Work& work, const TakeSeat& verb);
Result<void> judge(Work& work, const CancelRequest& verb);
Result<void> judge(Work& work, const RequestLeave& verb);
Result<void> judge(Work& work, const Leave& verb);
Result<void> judge(Work& work, const SitOut& verb);
Result<void> judge(Work& work, const SitIn& verb);
Result<void> judge(Work& work, const TopUp& verb);
Result<void> judge(Work& work, const AutoTopUp& verb);
Result<void> judge(Work& work, const FillUp& verb);
Result<void> judge(Work& work, const EndTopUp& verb);
Result<void> judge(Work& work, const StartChain& verb);
Result<void> judge(Work& work, const Gone& verb);
// A seat is freed now (if nothing binds it) or as soon as the running deal is over.
Result<void> vacate(Work& work, const Uuid& uuid, LeaveReason reason);
// The seat is free at once and its chips go back. Nothing binds it.
void stand_up(Work& work, const Sitter& sitter, LeaveReason reason);
Result<void> sit_down(Work& work, const Sitter& sitter, Chips chips);
// One of the state's requests is over.
void end_request(Work& work, const SeatRequest& request, RequestEnd how);
// Somebody leaves for good: the table that `from` owns is the next one's, if there is one.
void pass_ownership(Work& work, const Uuid& from);

// stand_ins.cpp: bots in the place of people, and people in the place of bots
// A player who was gone plays on. owner-only, banned for whom the owner sent away.
Result<void> come_back(Work& work, const Uuid& uuid);
// Whether a newcomer may play on for whoever has this seat: a bot, or somebody who can't come back.
bool replaceable(const State& state, Seat seat);
// The newcomer has the seat from now on; the game does not notice.
void take_over(Work& work, const Sitter& newcomer);
// Bots on all seats that are empty.
Result<void> fill_with_bots(Work& work, const core::Entropy& entropy);

// owner.cpp: what only the owner may do
Result<void> judge(Work& work, const AcceptPlayer& verb);
Result<void> judge(Work& work, const DenyPlayer& verb);
Result<void> judge(Work& work, const KickPlayer& verb);
Result<void> judge(Work& work, const UnbanPlayer& verb);
Result<void> judge(Work& work, const StartGame& verb);
Result<void> judge(Work& work, const PauseGame& verb);
Result<void> judge(Work& work, const ResumeGame& verb);
Result<void> judge(Work& work, const ResetGame& verb);
Result<void> judge(Work& work, const UpdateSettings& verb);
Result<void> judge(Work& work, const AddBot& verb);
Result<void> judge(Work& work, const RemoveBot& verb);
Result<void> judge(Work& work, const CloseTable& verb);
// What a bot brings, in chips: half of the most, as a player would who plays neither short nor deep.
Chips bot_buy_in(const State& state);

// flow.cpp: moves, deals and time
Result<void> judge(Work& work, const Play& verb);
Result<void> judge(Work& work, const Tick& verb);
Result<void> judge(Work& work, const Restored& verb);
// Whether a deal can begin: enough are ready, or all are there where the game waits for all.
bool can_deal(const State& state);
// Only some of `among` are dealt in.
Result<void> begin_deal(Work& work, const core::Entropy& entropy, games::SeatMask among = games::k_all_seats);
// Who sits where with what, as the coming deal finds it; without its number.
DealBegan about_to_deal(const State& state);
// What is due once a deal is over and whenever none runs: leavers stand up, new settings take effect; and a pause, as
// soon as the game has it.
void settle(Work& work);
// Sets when the next Tick has to come.
void schedule(Work& work);

// deals.cpp: fair deals
bool deals_fairly(const State& state);
// A fair deal is due. It is opened, or again where it cannot be dealt as it was opened, and dealt with these values if
// no more are waited for; `stale` if nothing of that can be done yet.
Result<void> go_on_with_deal(Work& work, const core::Entropy& entropy, const GivenValues& values);
// Freezes who may be dealt in, their last values and the house's seed. One that is open already comes to nothing.
void open_deal(Work& work, const cards::fair::Value& seed, const GivenValues& values);
// Somebody stood up, or is back at once: an open deal will not deal that seat in, or will.
void set_left(std::optional<OpenDeal>& deal, Seat seat, bool left);

}  // namespace baize::table
