#include "rooms/hall.h"

#include "accounts/secrets.h"
#include "core/json_read.h"
#include "ops/log.h"
#include "rooms/room_log.h"

namespace baize::server {

using core::fail;
using core::Reason;
using core::Result;

namespace {
// About how long a restart takes, for clients to wait before they come back.
constexpr core::TimeMs k_restart_ms = 3'000;
}  // namespace

Hall::Hall(std::vector<Loop*> loops, const RoomServices& services, Accounts& accounts)
    : loops_(std::move(loops)), services_(services), accounts_(accounts) {}

void Hall::restore(StoreReader& reader) {
  for (const TableRow& row : reader.open_tables()) {
    Requests known;
    auto state = load_state(
        reader, row.id, [&](const table::State& passed) { known.remember(passed.version, passed.decision, {}, {}); });
    if (!state) {
      log_error({.table = row.id}, "The table stays closed until it is repaired: {}", state.error().message);
      continue;
    }
    log_info({.table = row.id}, "The table is back at version {}", state->version);
    add(std::move(*state),
        {row.passphrase, reader.chat(row.id, false, Chat::k_kept), reader.chat(row.id, true, Chat::k_kept),
         std::move(known)},
        TableRoom::Origin::restored);
  }
}

std::shared_ptr<RunningTable> Hall::add(table::State state, TablePapers papers, TableRoom::Origin origin) {
  const std::unique_lock lock(mutex_);
  sweep();
  Loop& loop = *loops_[next_loop_++ % loops_.size()];
  std::string id(state.id.view());
  auto table = std::make_shared<RunningTable>(loop, services_, accounts_, std::move(state), std::move(papers));
  tables_.emplace(std::move(id), table);
  loop.post([table, origin] { table->room->start(origin); });
  return table;
}

// A table ends on its own loop, where its timers are.
void Hall::sweep() {
  if (tables_.size() < sweep_at_) return;
  std::erase_if(tables_, [](const auto& one) {
    if (one.second->state()->status != table::Status::closed) return false;
    one.second->loop().post([last = one.second] {});
    return true;
  });
  sweep_at_ = 2 * tables_.size() + 64;
}

std::shared_ptr<RunningTable> Hall::find(std::string_view id) const {
  const std::shared_lock lock(mutex_);
  const auto found = tables_.find(id);
  if (found == tables_.end() || found->second->state()->status == table::Status::closed) return nullptr;
  return found->second;
}

void Hall::open(const Identity& owner, const protocol::CreateTable& wanted, const Answer& answer, Then then) {
  table::Opening opening;
  opening.id = fresh_table_id();
  auto name = protocol::player_name(wanted.name.view());
  if (!name) return then(fail(Reason::invalid_field, "A table's name has 1 to 24 printable characters."));
  opening.name = *name;
  opening.owner = owner.uuid;
  opening.locked = wanted.passphrase.has_value() && !wanted.passphrase->empty();
  opening.at = now_ms();
  auto settings = table::default_settings(wanted.game);
  if (settings && wanted.settings) {
    auto json = core::parse_json(wanted.settings->text);
    if (!json) return then(fail(std::move(json.error())));
    settings = table::changed_settings(*settings, *json);
  }
  if (!settings) return then(fail(std::move(settings.error())));
  opening.settings = *settings;
  if (!opening.locked) return open_checked(opening, {}, answer, std::move(then));
  const auto hash = [this, opening, passphrase = std::string(wanted.passphrase->view()), answer, then] {
    open_checked(opening, passphrase_hash(passphrase), answer, then);
  };
  if (!services_.workers.run(hash)) then(fail(Reason::too_many));
}

void Hall::open_checked(const table::Opening& opening, const std::string& passphrase_hash, const Answer& answer,
                        Then then) {
  table::State state = table::open(opening);
  auto unit = unit_of_opening(state, passphrase_hash, opening.at);
  unit.writes.emplace_back(answer(state));
  services_.journal.commit(std::move(unit), nullptr,
                           [this, state = std::move(state), passphrase_hash, then](CommitOutcome outcome) {
                             if (outcome.end == CommitOutcome::End::durable)
                               add(state, {passphrase_hash, {}, {}, {}}, TableRoom::Origin::opened);
                             if (!outcome.answer) return then(fail(std::move(outcome.error)));
                             then(std::move(*outcome.answer));
                           });
}

std::vector<std::shared_ptr<RunningTable>> Hall::list(std::string_view after, std::size_t most,
                                                      const std::function<bool(const table::State&)>& wanted) const {
  std::vector<std::shared_ptr<RunningTable>> found;
  const std::shared_lock lock(mutex_);
  for (auto one = tables_.upper_bound(after); one != tables_.end() && found.size() < most; ++one) {
    const auto state = one->second->state();
    if (state->status != table::Status::closed && wanted(*state)) found.push_back(one->second);
  }
  return found;
}

void Hall::freeze() {
  const std::shared_lock lock(mutex_);
  for (const auto& [id, table] : tables_)
    table->loop().post([table = table] {
      table->room->freeze();
      table->audience.send_to_all(protocol::ServerRestarting{k_restart_ms});
    });
}

}  // namespace baize::server
