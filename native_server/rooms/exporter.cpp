// The part of the archive that makes exports: the log is run again from a stored state, hash by hash.
#include <map>

#include "rooms/archive.h"
#include "rooms/room_log.h"

namespace baize::server {

using core::fail;
using core::Result;

namespace {

// What a table's log is run again from.
struct Rows {
  std::uint64_t first = 0;  // version of a stored state
  std::uint64_t last = 0;   // of the newest action
  std::uint32_t from = 0;   // the number of the first hand that is asked for
  std::optional<std::uint32_t> next;
};

// The hands below `before`, and one more before them: the seed of a hand is opened by what follows the next.
std::optional<Rows> rows_of(StoreReader& reader, std::string_view table, std::uint32_t before, int most) {
  const auto deals = reader.deals_before(table, before, most + 1);
  if (deals.empty()) return std::nullopt;
  const bool more = deals.size() > static_cast<std::size_t>(most);
  const DealRow& lowest = deals[more ? deals.size() - 2 : deals.size() - 1];
  Rows rows;
  rows.first = more ? deals.back().first : 0;
  rows.last = deals.front().last;
  rows.from = lowest.number;
  if (more) rows.next = lowest.number;
  // The action that begins the next deal may open the last of these.
  if (const auto follower = reader.deal(table, deals.front().number + 1)) rows.last = follower->first;
  return rows;
}

// Runs the log over collectors; a new one begins at each stored state whose log could not be followed up to it.
protocol::TableExport collect(StoreReader& reader, std::string_view table, const Rows& rows, const core::Uuid& uuid) {
  std::map<std::uint64_t, SaveState> stored;
  reader.states(table, [&](const SaveState& one) {
    if (one.version >= rows.first && one.version < rows.last) stored[one.version] = one;
  });
  std::optional<protocol::HandCollector> collector;
  const auto begin_at = [&](std::uint64_t version) {
    const auto found = stored.find(version);
    if (found == stored.end()) return;
    if (auto state = state_in(found->second)) collector.emplace(std::move(*state));
  };
  begin_at(rows.first);
  reader.actions_between(table, rows.first + 1, rows.last, [&](const AppendAction& row) {
    const auto action = action_in(row);
    const bool followed =
        collector && action && collector->take(*action) && table::digest(collector->state()) == row.digest;
    if (followed) return;
    collector.reset();
    begin_at(row.version);
  });
  if (!collector) return {};
  const auto newest = reader.newest_state(table);
  const auto state = newest ? state_in(*newest) : Result<table::State>(fail(core::Reason::no_such_table));
  const bool closed = state && state->status == table::Status::closed;
  protocol::TableExport all = collector->told(uuid, rows.from, closed);
  if (rows.next) all.next = *rows.next;
  return all;
}

}  // namespace

void Archive::exported(const std::string& table, const core::Uuid& uuid, std::uint32_t before, int most,
                       std::function<void(Result<protocol::TableExport>)> then) {
  frame(table, uuid, [this, uuid, before, most, then](Result<Frame> framed) {
    if (!framed) return then(fail(std::move(framed.error())));
    if (!framed->may_watch) return then(fail(framed->may_watch.error()));
    const auto look = [frame = std::move(*framed), uuid, before, most](StoreReader& reader) {
      protocol::TableExport all;
      if (const auto rows = rows_of(reader, frame.id.view(), before, most))
        all = collect(reader, frame.id.view(), *rows, uuid);
      all.table = frame.id;
      all.name = frame.name;
      all.settings = frame.settings;
      all.viewer = uuid;
      all.rules = games::rules_of(frame.settings.game.value);
      return all;
    };
    readers_.read(look, then);
  });
}

}  // namespace baize::server
