#include "rooms/room_log.h"

#include "core/json_read.h"
#include "core/json_write.h"

namespace baize::server {

namespace {

using core::fail;
using core::Reason;
using core::Result;

std::string text(const auto& name) { return std::string(name.view()); }

MoveChips move_of(const table::State& state, const table::Transfer& transfer, std::size_t number) {
  const std::string table = text(state.id);
  const std::string player = transfer.bot ? k_house : wallet_of(transfer.account.view());
  const bool in = transfer.way == table::Transfer::Way::to_table;
  MoveChips move;
  move.key = "table:" + table + ":" + std::to_string(state.version) + ":" + std::to_string(number);
  move.from = in ? player : escrow_of(table);
  move.to = in ? escrow_of(table) : player;
  move.amount = transfer.amount;
  move.why = in ? "buy-in" : "cash-out";
  move.table = table;
  move.version = state.version;
  move.at = state.at;
  return move;
}

SaveState saved(const table::State& state, const core::Digest& digest) {
  return {text(state.id), state.version, games::rules_of(state.settings.game.value), core::to_json(state), digest};
}

// A hand's start, and wherever chips cross the table's edge between hands: reopening at the newest stored state then
// never contradicts the ledger.
bool worth_storing(const table::Outcome& outcome) {
  return outcome.deal_began || (!outcome.transfers.empty() && !games::running(outcome.state.game));
}

LoggedEvents events_of(const table::Outcome& outcome) {
  LoggedEvents events{{outcome.game_events}, outcome.table_events, {}};
  if (!outcome.deal_news.empty()) events.deals.emplace(outcome.deal_news);
  return events;
}

Result<void> misfit(const AppendAction& row, std::string_view what) {
  return fail(Reason::invalid_field, "version " + std::to_string(row.version) + ": " + std::string(what));
}

}  // namespace

CommitUnit unit_of(const table::Action& action, const table::Outcome& outcome,
                   const core::OrAbsent<core::RequestId>& request_id) {
  const table::State& state = outcome.state;
  AppendAction row;
  row.table = text(state.id);
  row.version = state.version;
  row.at = state.at;
  row.actor = text(action.actor);
  if (request_id) row.request_id = text(*request_id);
  row.rules = games::rules_of(state.settings.game.value);
  if (outcome.deal_began) row.deal = games::deal_number(state.game);
  row.action = core::to_json(action);
  row.events = core::to_json(events_of(outcome));
  row.digest = table::digest(state);

  CommitUnit unit;
  if (worth_storing(outcome)) unit.writes.emplace_back(saved(state, row.digest));
  unit.writes.emplace_back(std::move(row));
  for (std::size_t i = 0; i < outcome.transfers.size(); ++i)
    if (outcome.transfers[i].amount > core::Chips{0}) unit.writes.emplace_back(move_of(state, outcome.transfers[i], i));
  if (state.status == table::Status::closed) unit.writes.emplace_back(CloseTable{text(state.id)});
  return unit;
}

CommitUnit unit_of_opening(const table::State& state, const std::string& passphrase_hash, core::TimeMs at) {
  CommitUnit unit;
  unit.writes.emplace_back(NewTable{text(state.id), text(state.name),
                                    std::string(games::id_of(state.settings.game.value)), text(state.owner),
                                    passphrase_hash, at});
  unit.writes.emplace_back(saved(state, table::digest(state)));
  return unit;
}

Result<table::Action> action_in(const AppendAction& row) { return core::from_json_text<table::Action>(row.action); }

Result<LoggedEvents> events_in(const AppendAction& row) { return core::from_json_text<LoggedEvents>(row.events); }

Result<table::State> state_in(const SaveState& row) {
  auto state = core::from_json_text<table::State>(row.state);
  if (state && !(table::digest(*state) == row.digest))
    return fail(Reason::invalid_field,
                "version " + std::to_string(row.version) + ": the stored state has another hash");
  return state;
}

std::vector<table::DealOpened> seeds_of_deals(StoreReader& reader, std::string_view table) {
  std::vector<table::DealOpened> seeds;
  reader.states(table, [&](const SaveState& row) {
    const auto state = state_in(row);
    if (!state || !state->sealed) return;
    const auto& deal = *state->sealed;
    if (seeds.empty() || seeds.back().hand < deal.hand) seeds.push_back({deal.hand, deal.seed});
  });
  return seeds;
}

Result<table::State> replay_row(const table::State& before, const AppendAction& row) {
  const auto refuse = [&](std::string_view what) { return fail(misfit(row, what).error()); };
  if (row.version != before.version + 1) return refuse("an action before it is missing");
  if (row.rules != games::rules_of(before.settings.game.value)) return refuse("it was played by other rules");
  const auto action = action_in(row);
  if (!action) return refuse("the action cannot be read: " + action.error().message);
  auto outcome = table::apply(before, *action);
  if (!outcome) return refuse("the action is refused: " + outcome.error().message);
  if (!(table::digest(outcome->state) == row.digest)) return refuse("the state after it has another hash");
  const auto events = events_in(row);
  if (!events || !(*events == events_of(*outcome))) return refuse("its events differ from the stored ones");
  return std::move(outcome->state);
}

Result<table::State> load_state(StoreReader& reader, std::string_view table, const PassedState& passed) {
  const auto newest = reader.newest_state(table);
  if (!newest) return fail(Reason::invalid_field, "no state is stored");
  auto state = state_in(*newest);
  if (!state) return state;
  passed(*state);
  reader.actions_after(table, newest->version, [&](const AppendAction& row) {
    if (!state) return;
    state = replay_row(*state, row);
    if (state) passed(*state);
  });
  return state;
}

}  // namespace baize::server
