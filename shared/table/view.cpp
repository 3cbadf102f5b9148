#include "table/view.h"

namespace baize::table {

PublicView public_view(const State& state) {
  PublicView view;
  view.version = state.version;
  view.decision = state.decision;
  view.at = state.at;
  view.by = state.by;
  const auto& game = state.settings.game.value;
  view.table = {state.id,     state.name,     std::string(games::id_of(game)),
                state.owner,  state.status,   state.pausing.has_value(),
                state.locked, state.settings, games::rules_of(game)};
  view.seats.reserve(state.sitters.size());
  for (const Sitter& one : state.sitters) {
    const bool stood_in = stood_in_for(state, one);
    const auto status =
        one.leaving && !stood_in ? games::SeatStatus::leaving : games::seat_status(state.game, one.seat);
    auto& seat = view.seats.emplace_back();
    seat = {one.seat, one.uuid, one.username, games::stack(state.game, one.seat), status, one.bot.has_value()};
    if (stood_in) seat.stand_in.emplace(true);
    if (one.left_out > 0) seat.left_out.emplace(one.left_out);
  }
  view.public_ = games::view(state.game);
  if (games::running(state.game))
    view.deadline = state.due;
  else if (games::can_deal(state.game))
    view.next_deal = state.due;
  return view;
}

ViewerView viewer_view(const State& state, const Uuid& uuid) {
  ViewerView view;
  view.uuid = uuid;
  view.owner = !uuid.empty() && uuid == state.owner;
  if (view.owner) view.banned.assign(state.bans.begin(), state.bans.end());
  const Sitter* found = uuid.empty() ? nullptr : sitter(state, uuid);
  if (found != nullptr) {
    view.role = Role::player;
    view.seat = found->seat;
    view.auto_top_up = found->top_up_to;
    view.own.value = games::view(state.game, found->seat);
    if (stood_in_for(state, *found) || state.status == Status::paused)
      view.own.value = games::hand_alone(view.own.value);
  } else {
    view.role = !uuid.empty() && request_of(state, uuid) != nullptr ? Role::pending : Role::spectator;
    view.own.value = games::nothing_private(state.game);
  }
  return view;
}

GameView view(const State& state, const Uuid& uuid) { return {{public_view(state)}, viewer_view(state, uuid)}; }

}  // namespace baize::table
