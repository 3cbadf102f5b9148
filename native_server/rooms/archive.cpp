#include "rooms/archive.h"

#include "core/check.h"
#include "ops/log.h"
#include "rooms/room_log.h"

namespace baize::server {

using core::fail;
using core::Reason;
using core::Result;

namespace {

bool over(const table::DealRecord& record, const core::Uuid& uuid) { return table::line_of(record, uuid).has_value(); }

core::Error no_such_deal(std::uint32_t number) {
  return {Reason::not_found, "There is no deal " + std::to_string(number) +
                                 " at this table yet: look in the table's history for those that are over."};
}

}  // namespace

void Archive::deal(const std::string& table, const core::Uuid& uuid, std::uint32_t number,
                   std::function<void(Result<ArchivedDeal>)> then) {
  frame(table, uuid, [this, uuid, number, then](Result<Frame> framed) {
    if (!framed) return then(fail(std::move(framed.error())));
    const auto look = [frame = std::move(*framed), uuid, number](StoreReader& reader) -> Result<ArchivedDeal> {
      const auto row = reader.deal(frame.id.view(), number);
      auto found = row ? read(reader, frame, *row) : std::nullopt;
      const bool had_part = found && table::seat_in(found->record, uuid).has_value();
      if (!frame.may_watch && !had_part) return fail(frame.may_watch.error());
      if (!found || !over(found->record, uuid)) return fail(no_such_deal(number));
      found->record = table::shown(found->record, uuid);
      return std::move(*found);
    };
    readers_.read(look, [then](Result<Result<ArchivedDeal>> looked) {
      then(looked ? std::move(*looked) : fail(std::move(looked.error())));
    });
  });
}

void Archive::deals(const std::string& table, const core::Uuid& uuid, std::uint32_t before, int most,
                    std::function<void(Result<Page>)> then) {
  frame(table, uuid, [this, uuid, before, most, then](Result<Frame> framed) {
    if (!framed) return then(fail(std::move(framed.error())));
    if (!framed->may_watch) return then(fail(framed->may_watch.error()));
    const auto look = [frame = std::move(*framed), uuid, before, most](StoreReader& reader) {
      Page page;
      // The newest may still be running, and one more than asked for tells whether there is a next page.
      for (const DealRow& row : reader.deals_before(frame.id.view(), before, most + 2)) {
        if (page.deals.size() == static_cast<std::size_t>(most)) {
          page.next = page.deals.back().record.start.number;
          break;
        }
        auto found = read(reader, frame, row);
        if (!found || !over(found->record, uuid)) continue;
        found->record = table::shown(found->record, uuid);
        page.deals.push_back(std::move(*found));
      }
      return page;
    };
    readers_.read(look, then);
  });
}

void Archive::frame(const std::string& table, const core::Uuid& uuid, Framed then) {
  const auto running = hall_.find(table);
  if (!running) {
    readers_.read(
        [table, uuid](StoreReader& reader) { return closed_frame(reader, table, uuid); },
        [then](Result<Result<Frame>> looked) { then(looked ? std::move(*looked) : fail(std::move(looked.error()))); });
    return;
  }
  running->loop().post([running, uuid, then] {
    const auto now = running->state();
    then(Frame{now->id, now->name, now->settings, running->may_watch(uuid)});
  });
}

// Of a closed table everybody sees what everybody could see; of a locked one who had a part in it.
Result<Archive::Frame> Archive::closed_frame(StoreReader& reader, const std::string& table, const core::Uuid& uuid) {
  const auto row = reader.table(table);
  const auto saved = row ? reader.newest_state(table) : std::nullopt;
  auto state = saved ? state_in(*saved) : Result<table::State>(fail(Reason::no_such_table));
  if (!state) return fail(Reason::no_such_table);
  Frame frame{state->id, state->name, state->settings, {}};
  const bool owner = !uuid.empty() && row->owner == uuid.view();
  if (!owner && !row->passphrase.empty())
    frame.may_watch = fail(Reason::wrong_passphrase, "This table was locked: its deals are seen by who played them.");
  else if (!owner && !state->settings.table.value.spectators)
    frame.may_watch = fail(Reason::not_seated, "This table had no spectators.");
  return frame;
}

std::optional<ArchivedDeal> Archive::read(StoreReader& reader, const Frame& frame, const DealRow& row) {
  std::optional<ArchivedDeal> deal;
  reader.actions_between(frame.id.view(), row.first, row.last, [&](const AppendAction& action) {
    auto events = events_in(action);
    if (!events) {
      log_error({.table = frame.id.view()}, "The events of version {} cannot be read: {}", action.version,
                events.error().message);
      return;
    }
    for (table::Event& one : events->table) {
      auto* began = std::get_if<table::DealBegan>(&one);
      if (began == nullptr) continue;
      deal.emplace();
      deal->record.table = frame.id;
      deal->record.name = frame.name;
      deal->record.settings = frame.settings;
      deal->record.began_at = action.at;
      deal->record.start = std::move(*began);
      deal->record.events.value = std::move(events->events.value);
      deal->record.ended_at = action.at;
      deal->last = action.version;
      return;
    }
    if (!deal || games::empty(events->events.value)) return;
    deal->last = action.version;
    if (!over(deal->record, {})) deal->record.ended_at = action.at;
    games::append(deal->record.events.value, events->events.value);
  });
  return deal;
}

}  // namespace baize::server
