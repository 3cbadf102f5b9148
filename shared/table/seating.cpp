#include <algorithm>
#include <string>

#include "table/work.h"

namespace baize::table {

namespace {

using core::fail;
using core::Reason;

// Case and spaces do not make another name: "Ann" and "ann" could not be told apart at a table.
std::string folded(const core::Name& name) {
  std::string text;
  for (char c : name.view())
    if (c != ' ') text.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  return text;
}

bool name_free(const State& state, const core::Name& name, const Uuid& uuid) {
  const auto same = [&](const auto& one) { return !(one.uuid == uuid) && folded(one.username) == folded(name); };
  return std::none_of(state.sitters.begin(), state.sitters.end(), same) &&
         std::none_of(state.requests.begin(), state.requests.end(), same);
}

Result<void> seat_open(const State& state, Seat seat) {
  const auto seats = state.settings.table.value.seats;
  if (seat < 0 || seat >= seats)
    return fail(Reason::invalid_field, "\"seatID\" should be from 0 to " + std::to_string(seats - 1) + ".");
  if (sitter_at(state, seat) == nullptr || replaceable(state, seat)) return {};
  return fail(free_seat(state) ? Reason::seat_taken : Reason::table_full);
}

Result<void> buy_in_fits(const State& state, Chips chips) {
  const auto& game = state.settings.game.value;
  const Chips low = games::min_buy_in(game);
  const Chips high = games::max_buy_in(game);
  if (chips >= low && chips <= high) return {};
  return fail(Reason::invalid_amount,
              "The buy-in here is from " + std::to_string(low.count) + " to " + std::to_string(high.count) + " chips.");
}

// Whom the owner sent away stays sent away, whatever follows.
void leaves(Sitter& one, LeaveReason reason) {
  if (!sent_away(one) || reason == LeaveReason::banned) one.leaving = reason;
}

// Requests for a seat that somebody else has now got are over; but a bot's seat may still be taken over.
void drop_requests_for(Work& work, Seat seat) {
  State& state = work.state();
  if (replaceable(state, seat)) return;
  for (std::size_t i = state.requests.size(); i-- > 0;)
    if (state.requests[i].seat == seat) end_request(work, state.requests[i], RequestEnd::seat_gone);
}

void hand_over(Work& work, const Uuid& uuid, const core::Name& username) {
  work.tell(OwnerChanged{uuid, username});
  work.state().owner = uuid;
}

// An owner without a part in the game leaves the table to whoever plays on at it, or would like to.
Result<void> give_up_table(Work& work, const Uuid& uuid) {
  const auto next = heir(work.state());
  if (!(work.state().owner == uuid) || !next) return fail(Reason::not_seated);
  hand_over(work, next->uuid, next->username);
  // Somebody who came by the table with a wish for a seat and is gone as well: it must not come back to them.
  if (const SeatRequest* request = request_of(work.state(), uuid)) end_request(work, *request, RequestEnd::cancelled);
  return {};
}

// On a free seat, or in the place of a bot.
Result<void> give_seat(Work& work, const Sitter& newcomer, Chips chips) {
  if (sitter_at(work.state(), newcomer.seat) == nullptr) return sit_down(work, newcomer, chips);
  take_over(work, newcomer);
  drop_requests_for(work, newcomer.seat);
  return {};
}

Result<void> top_up(Work& work, const Sitter& one, Chips amount) {
  if (auto topped = work.play(games::top_up(work.state().game, one.seat, amount)); !topped) return topped;
  work.out.transfers.push_back({one.uuid, false, Transfer::Way::to_table, amount});
  return {};
}

// Whether the stack is below what its player wants it to be, and chips can be added now.
bool wants_top_up(const State& state, const Sitter& one) {
  const Chips missing = one.top_up_to - games::stack(state.game, one.seat);
  if (one.leaving || missing <= Chips{0}) return false;
  const bool plays = games::seat_status(state.game, one.seat) != games::SeatStatus::sitting_out;
  const bool broke = games::finished(state.game, one.seat);
  return (plays || broke) && games::top_up(state.game, one.seat, missing).has_value();
}

}  // namespace

Result<void> sit_down(Work& work, const Sitter& newcomer, Chips chips) {
  if (auto seated = work.play(games::sit(work.state().game, newcomer.seat, chips)); !seated) return seated;
  auto& sitters = work.state().sitters;
  sitters.push_back(newcomer);
  std::sort(sitters.begin(), sitters.end(), [](const Sitter& a, const Sitter& b) { return a.seat < b.seat; });
  work.out.transfers.push_back({newcomer.uuid, newcomer.bot.has_value(), Transfer::Way::to_table, chips});
  work.tell(SeatTaken{newcomer.seat, newcomer.uuid, newcomer.username, chips});
  drop_requests_for(work, newcomer.seat);
  return {};
}

void stand_up(Work& work, const Sitter& leaver, LeaveReason reason) {
  State& state = work.state();
  const Sitter left = leaver;
  const Chips chips = games::worth(state.game, left.seat);
  const auto stood = work.play(games::stand(state.game, left.seat));
  core::check(stood.has_value(), "a seat that nothing binds can stand up");
  for (std::size_t i = 0; i < state.sitters.size(); ++i)
    if (state.sitters[i].uuid == left.uuid) {
      state.sitters.erase_at(i);
      break;
    }
  set_left(state.opened, left.seat, true);
  work.out.transfers.push_back({left.uuid, left.bot.has_value(), Transfer::Way::from_table, chips});
  work.tell(SeatLeft{left.seat, left.uuid, left.username, chips, reason});
}

void end_request(Work& work, const SeatRequest& request, RequestEnd how) {
  auto& requests = work.state().requests;
  work.tell(SeatRequestEnded{request.uuid, request.username, how});
  requests.erase_at(static_cast<std::size_t>(&request - requests.begin()));
}

void pass_ownership(Work& work, const Uuid& from) {
  const Sitter* const next = next_owner(work.state());
  if (!(work.state().owner == from) || next == nullptr) return;
  hand_over(work, next->uuid, next->username);
}

Result<void> vacate(Work& work, const Uuid& uuid, LeaveReason reason) {
  State& state = work.state();
  const Sitter* found = sitter(state, uuid);
  if (found == nullptr) return give_up_table(work, uuid);
  const Seat seat = found->seat;
  if (games::bound(state.game, seat)) {
    if (auto absent = work.play(games::set_absent(state.game, seat, true)); !absent) return absent;
    for (Sitter& one : state.sitters)
      if (one.uuid == uuid) leaves(one, reason), one.gone = true;
    // The absent seat's fold may have ended the deal; settle() then lets it stand up in this same action.
  } else {
    stand_up(work, *found, reason);
  }
  pass_ownership(work, uuid);
  return {};
}

Result<void> judge(Work& work, const TakeSeat& verb) {
  const State& state = work.state();
  const Uuid& uuid = work.action.actor;
  if (banned(state, uuid)) return fail(Reason::banned);
  const Sitter* own = sitter(state, uuid);
  if (own != nullptr && own->seat == verb.seat && stood_in_for(state, *own)) return come_back(work, uuid);
  if (sitter(state, uuid) != nullptr || request_of(state, uuid) != nullptr) return fail(Reason::already_seated);
  if (verb.username.empty()) return fail(Reason::name_needed);
  if (auto open_seat = seat_open(state, verb.seat); !open_seat) return open_seat;
  if (!name_free(state, verb.username, uuid)) return fail(Reason::name_taken);
  if (auto fits = buy_in_fits(state, verb.buy_in); !fits) return fits;
  if (state.settings.table.value.auto_accept || uuid == state.owner)
    return give_seat(work, {verb.seat, uuid, verb.username, {}, {}, false}, verb.buy_in);

  if (state.requests.full()) return fail(Reason::table_full, "Too many are waiting for a seat here. Try again later.");
  work.state().requests.push_back({uuid, verb.username, verb.seat, verb.buy_in});
  work.tell(SeatRequested{uuid, verb.username, verb.seat});
  return {};
}

Result<void> judge(Work& work, const CancelRequest&) {
  const SeatRequest* request = request_of(work.state(), work.action.actor);
  if (request == nullptr) return fail(Reason::not_seated, "You have not asked for a seat here.");
  end_request(work, *request, RequestEnd::cancelled);
  return {};
}

Result<void> judge(Work& work, const RequestLeave&) {
  State& state = work.state();
  const Sitter* found = sitter(state, work.action.actor);
  if (found == nullptr) return fail(Reason::not_seated);
  // A bot that plays on needs no end of a deal to take over.
  const bool now = !games::bound(state.game, found->seat) || games::stand_ins(state.settings.game.value);
  if (now) return vacate(work, work.action.actor, LeaveReason::left);
  for (Sitter& one : state.sitters)
    if (one.uuid == work.action.actor) leaves(one, LeaveReason::left);
  return {};
}

Result<void> judge(Work& work, const Leave&) {
  if (request_of(work.state(), work.action.actor) != nullptr) return judge(work, CancelRequest{});
  return vacate(work, work.action.actor, LeaveReason::left);
}

Result<void> judge(Work& work, const Gone& verb) {
  if (!work.action.actor.empty()) return fail(Reason::unknown_action);
  const Sitter* found = sitter(work.state(), verb.uuid);
  if (found != nullptr && found->gone) return give_up_table(work, verb.uuid);
  return vacate(work, verb.uuid, LeaveReason::disconnected);
}

Result<void> judge(Work& work, const SitOut&) {
  const Sitter* found = sitter(work.state(), work.action.actor);
  if (found == nullptr) return fail(Reason::not_seated);
  return work.play(games::sit_out(work.state().game, found->seat, true));
}

// Who left a deal or a tournament that still binds the seat may come back to it. Where a bot has played on, the seat
// was never out.
Result<void> judge(Work& work, const SitIn&) {
  const Sitter* found = sitter(work.state(), work.action.actor);
  if (found == nullptr) return fail(Reason::not_seated);
  const Seat seat = found->seat;
  const bool played_on = stood_in_for(work.state(), *found);
  if (auto back = come_back(work, work.action.actor); !back || played_on) return back;
  return work.play(games::sit_out(work.state().game, seat, false));
}

Result<void> judge(Work& work, const TopUp& verb) {
  const Sitter* found = sitter(work.state(), work.action.actor);
  if (found == nullptr) return fail(Reason::not_seated);
  return top_up(work, *found, verb.amount);
}

Result<void> judge(Work& work, const AutoTopUp& verb) {
  State& state = work.state();
  if (sitter(state, work.action.actor) == nullptr) return fail(Reason::not_seated);
  if (verb.to > Chips{0})
    if (auto fits = buy_in_fits(state, verb.to); !fits) return fits;
  for (Sitter& one : state.sitters)
    if (one.uuid == work.action.actor) one.top_up_to = verb.to;
  return {};
}

Result<void> judge(Work& work, const FillUp& verb) {
  if (!work.action.actor.empty()) return fail(Reason::unknown_action);
  const Sitter* found = sitter(work.state(), verb.uuid);
  if (found == nullptr || !wants_top_up(work.state(), *found)) return fail(Reason::stale);
  return top_up(work, *found, found->top_up_to - games::stack(work.state().game, found->seat));
}

Result<void> judge(Work& work, const EndTopUp& verb) {
  if (!work.action.actor.empty()) return fail(Reason::unknown_action);
  for (Sitter& one : work.state().sitters)
    if (one.uuid == verb.uuid) one.top_up_to = Chips{0};
  return {};
}

std::optional<Uuid> due_top_up(const State& state) {
  if (state.status == Status::closed || games::running(state.game)) return std::nullopt;
  for (const Sitter& one : state.sitters)
    if (wants_top_up(state, one)) return one.uuid;
  return std::nullopt;
}

Result<void> judge(Work& work, const AcceptPlayer& verb) {
  const State& state = work.state();
  if (!(work.action.actor == state.owner)) return fail(Reason::owner_only);
  const SeatRequest* found = request_of(state, verb.uuid);
  if (found == nullptr) return fail(Reason::no_such_player, "Nobody of that name is waiting for a seat.");
  const SeatRequest request = *found;
  if (auto open_seat = seat_open(state, request.seat); !open_seat) return open_seat;
  if (auto fits = buy_in_fits(state, request.buy_in); !fits) return fits;
  end_request(work, *found, RequestEnd::accepted);
  return give_seat(work, {request.seat, request.uuid, request.username, {}, {}, false}, request.buy_in);
}

Result<void> judge(Work& work, const DenyPlayer& verb) {
  if (!(work.action.actor == work.state().owner)) return fail(Reason::owner_only);
  const SeatRequest* found = request_of(work.state(), verb.uuid);
  if (found == nullptr) return fail(Reason::no_such_player, "Nobody of that name is waiting for a seat.");
  end_request(work, *found, RequestEnd::denied);
  return {};
}

}  // namespace baize::table
