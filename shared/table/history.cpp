#include "table/history.h"

#include "table/work.h"

namespace baize::table {

namespace {

games::DealFacts facts_of(const DealRecord& record, const Uuid& uuid) {
  games::DealFacts facts;
  facts.table = record.name.view();
  facts.seat_count = record.start.seat_count;
  facts.began_at = record.began_at;
  for (const DealSeat& one : record.start.seats) {
    facts.stacks.at(static_cast<std::size_t>(one.seat)) = one.stack;
    facts.names.set(one.seat, std::string(one.username.view()));
  }
  facts.names.set_reader(seat_in(record, uuid));
  return facts;
}

const DealSeat* seat_of(const DealRecord& record, Seat seat) {
  for (const DealSeat& one : record.start.seats)
    if (one.seat == seat) return &one;
  return nullptr;
}

TableHeader header_of(const DealRecord& record) {
  TableHeader header;
  const auto& game = record.settings.game.value;
  header.id = record.table;
  header.name = record.name;
  header.game = games::id_of(game);
  header.status = Status::running;
  header.settings = record.settings;
  header.settings.table.value.seats = record.start.seat_count;
  header.rules = games::rules_of(game);
  return header;
}

}  // namespace

DealBegan about_to_deal(const State& state) {
  DealBegan began;
  began.seat_count = state.settings.table.value.seats;
  began.seats.reserve(state.sitters.size());
  for (const Sitter& one : state.sitters)
    began.seats.push_back({one.seat, one.uuid, one.username, games::stack(state.game, one.seat),
                           games::seat_status(state.game, one.seat), one.bot.has_value()});
  return began;
}

games::Viewer seat_in(const DealRecord& record, const Uuid& uuid) {
  if (uuid.empty()) return std::nullopt;
  for (const DealSeat& one : record.start.seats)
    if (one.uuid == uuid) return one.seat;
  return std::nullopt;
}

DealRecord shown(const DealRecord& record, const Uuid& uuid) {
  DealRecord visible = record;
  visible.events.value = games::shown(record.events.value, seat_in(record, uuid));
  return visible;
}

std::string history(const DealRecord& shown, const Uuid& uuid, games::HistoryForm form) {
  return games::history(shown.settings.game.value, facts_of(shown, uuid), shown.events.value, form);
}

std::optional<DealLine> line_of(const DealRecord& shown, const Uuid& uuid) {
  const games::DealSummary summary = games::summary(shown.events.value);
  if (!summary.over) return std::nullopt;
  DealLine line;
  line.number = shown.start.number;
  line.began_at = shown.began_at;
  line.ended_at = shown.ended_at;
  line.voided = summary.voided;
  line.points = summary.points;
  line.pot = summary.pot;
  for (const games::DealShare& one : summary.winners) {
    const DealSeat* seat = seat_of(shown, one.seat);
    line.winners.push_back({one.seat, seat != nullptr ? seat->username : core::Name(), one.amount});
  }
  if (const auto seat = seat_in(shown, uuid)) {
    for (const Seat player : summary.players) line.took_part = line.took_part || player == *seat;
    line.gained = summary.gained.at(static_cast<std::size_t>(*seat));
  }
  return line;
}

std::vector<games::ReplayStep> replay_steps(const DealRecord& shown, const Uuid& uuid) {
  return games::replay_steps(facts_of(shown, uuid), shown.events.value);
}

GameView replay_view(const DealRecord& shown, const Uuid& uuid, std::size_t events) {
  auto after = games::replayed(shown.settings.game.value, facts_of(shown, uuid), shown.events.value, events);
  GameView view;
  PublicView& shared = view.shared.value;
  shared.at = shown.began_at;
  shared.table = header_of(shown);
  for (const DealSeat& one : shown.start.seats) {
    const auto& stack = after.stacks.at(static_cast<std::size_t>(one.seat));
    shared.seats.push_back({one.seat, one.uuid, one.username, stack.value_or(one.stack), one.status, one.bot});
  }
  shared.public_ = std::move(after.shared);
  view.viewer.uuid = uuid;
  view.viewer.seat = seat_in(shown, uuid);
  view.viewer.role = view.viewer.seat ? Role::player : Role::spectator;
  view.viewer.own.value = std::move(after.own);
  return view;
}

}  // namespace baize::table
