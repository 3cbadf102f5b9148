// The log of a table as the store keeps it: an outcome becomes a commit unit, and stored rows become a state again.
// Used by the running rooms and by `baize replay`; never decides anything.
#pragma once

#include <functional>
#include <memory>

#include "protocol/client_messages.h"
#include "store/store.h"
#include "table/table.h"

namespace baize::server {

// The events of one action as they are stored: the game's, then the table's.
struct LoggedEvents {
  core::Flat<games::AnyEvents> events;
  std::vector<table::Event> table;
  core::OrAbsent<std::vector<table::DealNews>> deals;  // what everybody was told of fair deals
  friend bool operator==(const LoggedEvents&, const LoggedEvents&) = default;
};
BOOST_DESCRIBE_STRUCT(LoggedEvents, (), (events, table, deals))

// Everything that has to be durable before anybody sees `outcome` of `action`.
CommitUnit unit_of(const table::Action& action, const table::Outcome& outcome,
                   const core::OrAbsent<core::RequestId>& request_id);

// A new table: its row and its state at version 0.
CommitUnit unit_of_opening(const table::State& state, const std::string& passphrase_hash, core::TimeMs at);

// The newest committed state: the newest stored one and what the actions after it make of it. invalid-field names
// the first thing that does not fit: a hash that differs, an action that is refused, another rules number. `passed` is
// shown each state on the way, from the stored one to the last.
using PassedState = std::function<void(const table::State&)>;
core::Result<table::State> load_state(
    StoreReader& reader, std::string_view table, const PassedState& passed = [](const table::State&) {});

// One row of the log with its action read.
core::Result<table::Action> action_in(const AppendAction& row);
core::Result<table::State> state_in(const SaveState& row);
core::Result<LoggedEvents> events_in(const AppendAction& row);

// The seeds of all fair deals of a table, in their order: for a closed table, where its audit is at_close.
std::vector<table::DealOpened> seeds_of_deals(StoreReader& reader, std::string_view table);

// The state after `row`, whose stored events and digest have to be those that come of it.
core::Result<table::State> replay_row(const table::State& before, const AppendAction& row);

}  // namespace baize::server
