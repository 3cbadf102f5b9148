#include "protocol/commands.h"

#include "table/bots.h"

namespace baize::protocol {

namespace {

using core::fail;
using core::Reason;
using core::Result;
using table::Action;
using table::State;
using table::Verb;

// One overload a verb: what it asks of the table, or nothing.
struct ToVerb {
  const State& state;
  const Asker& asker;
  using Asked = std::optional<Result<Verb>>;

  Asked operator()(const JoinTable&) const { return {}; }
  Asked operator()(const StopSpectating&) const { return {}; }
  Asked operator()(const SendMessage&) const { return {}; }
  Asked operator()(const SendLog&) const { return {}; }
  Asked operator()(const NewPlayer&) const { return {}; }
  Asked operator()(const Ping&) const { return {}; }
  // A value of an open deal does not come here (table/gathering.h): this is the tip of a chain.
  Asked operator()(const ClientSeed& one) const { return Verb{table::StartChain{one.value}}; }
  Asked operator()(const LeaveTable&) const { return Verb{table::Leave{}}; }
  Asked operator()(const TakeSeat& one) const {
    core::Name name = asker.username;
    if (one.username) {
      auto given = player_name(*one.username);
      if (!given) return Result<Verb>{fail(std::move(given.error()))};
      name = *given;
    }
    const std::optional<Seat> seat = one.seatID ? std::optional<Seat>(*one.seatID) : table::seat_for(state, asker.uuid);
    if (!seat) return Result<Verb>{fail(Reason::table_full)};
    return Verb{table::TakeSeat{name, *seat, one.buyIn}};
  }
  Asked operator()(const CancelSeatRequest&) const { return Verb{table::CancelRequest{}}; }
  Asked operator()(const RequestLeave&) const { return Verb{table::RequestLeave{}}; }
  Asked operator()(const AcceptPlayer& one) const { return Verb{table::AcceptPlayer{one.uuid}}; }
  Asked operator()(const DenyPlayer& one) const { return Verb{table::DenyPlayer{one.uuid}}; }
  Asked operator()(const KickPlayer& one) const { return Verb{table::KickPlayer{one.uuid, one.ban.value_or(false)}}; }
  Asked operator()(const UnbanPlayer& one) const { return Verb{table::UnbanPlayer{one.uuid}}; }
  Asked operator()(const StartGame&) const { return Verb{table::StartGame{asker.entropy}}; }
  Asked operator()(const PauseGame&) const { return Verb{table::PauseGame{}}; }
  Asked operator()(const ResumeGame&) const { return Verb{table::ResumeGame{}}; }
  Asked operator()(const ResetGame&) const { return Verb{table::ResetGame{}}; }
  Asked operator()(const UpdateSettings& one) const {
    auto wanted = core::parse_json(one.settings.text);
    if (!wanted) return Result<Verb>{fail(std::move(wanted.error()))};
    auto settings = table::changed_settings(state.next_settings.value_or(state.settings), *wanted);
    if (!settings) return Result<Verb>{fail(std::move(settings.error()))};
    return Verb{table::UpdateSettings{*settings}};
  }
  Asked operator()(const AddBot& one) const {
    const std::optional<Seat> seat = one.seatID ? std::optional<Seat>(*one.seatID) : table::free_seat(state);
    if (!seat) return Result<Verb>{fail(Reason::table_full)};
    return Verb{table::AddBot{table::bot_uuid(asker.entropy, *seat), table::bot_name(state, *seat), *seat,
                              one.strength.value_or(games::Strength::medium)}};
  }
  Asked operator()(const RemoveBot& one) const { return Verb{table::RemoveBot{one.uuid}}; }
  Asked operator()(const CloseTable&) const { return Verb{table::CloseTable{}}; }
  Asked operator()(const SitOut&) const { return Verb{table::SitOut{}}; }
  Asked operator()(const SitIn&) const { return Verb{table::SitIn{}}; }
  Asked operator()(const TopUp& one) const { return Verb{table::TopUp{one.amount}}; }
  Asked operator()(const AutoTopUp& one) const { return Verb{table::AutoTopUp{one.to}}; }
};

// One overload an event of the table: what it means for one viewer.
struct ToMessages {
  const Uuid& uuid;
  std::vector<ServerMessage>& out;

  void operator()(const table::SentAway& one) const {
    if (!(one.uuid == uuid)) return;
    if (one.ban)
      out.emplace_back(Notification{Notice::banned, "The owner has banned you from this table."});
    else
      out.emplace_back(Notification{Notice::kicked, "The owner took you off your seat."});
  }
  void operator()(const table::SeatRequested& one) const {
    if (one.uuid == uuid) out.emplace_back(IsPendingPlayer{"is_pending_player", true});
  }
  void operator()(const table::SeatRequestEnded& one) const {
    if (!(one.uuid == uuid)) return;
    out.emplace_back(IsPendingPlayer{"is_pending_player", false});
    if (one.how == table::RequestEnd::accepted)
      out.emplace_back(Notification{Notice::seat_accepted, "You have your seat."});
    else if (one.how == table::RequestEnd::denied || one.how == table::RequestEnd::seat_gone)
      out.emplace_back(Notification{Notice::seat_denied, "You did not get the seat. Ask for another one if you like."});
  }
  void operator()(const table::Paused& one) const { out.emplace_back(GamePaused{one.by}); }
  void operator()(const table::Resumed& one) const { out.emplace_back(GameResumed{one.by}); }
  void operator()(const table::OwnerChanged& one) const {
    if (one.owner == uuid)
      out.emplace_back(Notification{Notice::owner_changed, "You are the owner of this table now."});
  }
  void operator()(const table::Closed&) const { out.emplace_back(TableClosed{"The table has been closed."}); }
  template <class Event>
  void operator()(const Event&) const {}
};

Notice notice_kind(games::GameNotice::Kind kind) {
  return kind == games::GameNotice::Kind::time_low ? Notice::time_low : Notice::blinds_up;
}

}  // namespace

bool turn_of(const State& state, const Uuid& uuid) {
  if (state.status != table::Status::running) return false;
  const auto seat = games::to_act(state.game);
  const table::Sitter* one = seat ? table::sitter_at(state, *seat) : nullptr;
  return one != nullptr && one->uuid == uuid && !table::stood_in_for(state, *one);
}

std::optional<Result<Action>> table_action(const State& state, const ClientVerb& verb, const Asker& asker) {
  if (const auto* move = std::get_if<games::AnyMove>(&verb)) {
    const table::Sitter* mover = table::sitter(state, asker.uuid);
    if (mover != nullptr && table::stood_in_for(state, *mover))
      return Result<Action>{fail(Reason::not_seated, "A bot plays for you. Sit in to play on yourself.")};
    const std::uint64_t decision = asker.seen_decision.value_or(state.decision);
    return Result<Action>{Action{asker.uuid, asker.at, table::Play{decision, *move}}};
  }
  auto asked = std::visit(ToVerb{state, asker}, std::get<TableVerb>(verb));
  if (!asked) return std::nullopt;
  if (!*asked) return Result<Action>{fail(std::move(asked->error()))};
  return Result<Action>{Action{asker.uuid, asker.at, std::move(**asked)}};
}

std::vector<ServerMessage> consequences(const State& before, const table::Outcome& outcome, const Uuid& uuid) {
  std::vector<ServerMessage> out;
  const table::Sitter* seated = table::sitter(before, uuid);
  if (seated == nullptr) seated = table::sitter(outcome.state, uuid);
  const games::Viewer viewer = seated != nullptr ? games::Viewer(seated->seat) : std::nullopt;
  std::vector<games::GameNotice> notices;
  if (auto event = game_event(outcome.state.version, outcome.game_events, outcome.table_events, viewer)) {
    notices = games::notices(event->events.value, viewer);
    out.emplace_back(std::move(*event));
  }
  for (const table::Event& event : outcome.table_events) std::visit(ToMessages{uuid, out}, event);
  for (games::GameNotice& one : notices) out.emplace_back(Notification{notice_kind(one.kind), std::move(one.words)});
  const table::Sitter* now = table::sitter(outcome.state, uuid);
  if (now != nullptr && seated->top_up_to > Chips{0} && now->top_up_to == Chips{0} && outcome.state.by.empty())
    out.emplace_back(error_message(
        {core::Reason::insufficient_chips, "Your wallet can't fill up your stack any more: automatic top-up is off."}));
  const bool list_changed = !(before.requests == outcome.state.requests) || !(before.owner == outcome.state.owner);
  if (list_changed && outcome.state.owner == uuid)
    out.emplace_back(pending_players(outcome.state));
  else if (before.owner == uuid && list_changed)
    out.emplace_back(PendingPlayersUpdate{});  // who was the owner has nothing to answer any more
  if (turn_of(outcome.state, uuid) && before.decision != outcome.state.decision)
    out.emplace_back(Notification{Notice::your_turn, "It is your turn."});
  return out;
}

std::optional<GameEvent> game_event(std::uint64_t version, const games::AnyEvents& events,
                                    const std::vector<table::Event>& table, games::Viewer viewer) {
  auto visible = games::shown(events, viewer);
  if (games::empty(visible) && table.empty()) return std::nullopt;
  return GameEvent{version, {std::move(visible)}, table};
}

PendingPlayersUpdate pending_players(const State& state) {
  PendingPlayersUpdate update;
  for (const table::SeatRequest& one : state.requests)
    update.payload.push_back({one.uuid, one.username, one.seat, one.buy_in});
  return update;
}

}  // namespace baize::protocol
