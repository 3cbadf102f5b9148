#include "rooms/running_table.h"

#include "accounts/secrets.h"
#include "rooms/priorities.h"
#include "rooms/stream.h"
#include "rooms/visitor.h"

namespace baize::server {

using core::fail;
using core::Reason;

protocol::TableSummary summary_of(const table::State& state) {
  auto view = table::public_view(state);
  protocol::TableSummary summary;
  summary.id = state.id;
  summary.name = state.name;
  summary.game = view.table.game;
  summary.owner = state.owner;
  summary.status = state.status;
  summary.locked = state.locked;
  summary.settings = state.settings;
  summary.seats = std::move(view.seats);
  summary.version = state.version;
  return summary;
}

RunningTable::RunningTable(Loop& loop, const RoomServices& services, Accounts& accounts_of_house, table::State state,
                           TablePapers papers)
    : room(std::make_shared<TableRoom>(loop, services, std::move(state), std::move(papers.requests))),
      audience(*room),
      chat(loop, services.journal, std::move(papers.said), std::move(papers.logged)),
      accounts(accounts_of_house),
      id_(room->state()->id),
      workers_(services.workers),
      messages_(services.messages),
      load_(services.load),
      passphrase_(std::move(papers.passphrase)) {
  room->set_stage(&audience);
}

protocol::TableSummary RunningTable::summary() const {
  auto summary = summary_of(*state());
  summary.watching = audience.watching();
  return summary;
}

std::shared_ptr<Receiver> RunningTable::enter(std::shared_ptr<Connection> connection, Identity identity, Entry entry) {
  auto visitor = std::make_shared<Visitor>(shared_from_this(), std::move(connection), std::move(identity));
  visitor->begin(entry);
  return visitor;
}

std::shared_ptr<Receiver> RunningTable::stream(std::shared_ptr<Connection> connection, Identity identity) {
  auto reader = std::make_shared<Stream>(shared_from_this(), std::move(connection), std::move(identity));
  reader->begin();
  return reader;
}

core::TimeMs RunningTable::wait(ConnectionWindows* connection, const Identity& identity,
                                const protocol::ClientVerb& verb) const {
  const std::string_view account = identity.anonymous() ? std::string_view() : identity.uuid.view();
  return messages_.wait(connection, account, said_by(*state(), identity.uuid, verb), load_.now(), now_ms());
}

bool RunningTable::admitted(const core::Uuid& uuid) const {
  if (passphrase_.empty()) return true;
  const auto now = state();
  return now->owner == uuid || table::sitter(*now, uuid) != nullptr || admitted_.contains(std::string(uuid.view()));
}

core::Result<void> RunningTable::may_watch(const core::Uuid& uuid) const {
  if (!admitted(uuid))
    return fail(Reason::wrong_passphrase, "This table is locked. Come in with its passphrase first.");
  if (table::may_watch(*state(), uuid)) return {};
  return fail(Reason::not_seated, "This table has no spectators.");
}

void RunningTable::carry_admission(const core::Uuid& from, const core::Uuid& to) {
  if (admitted_.erase(std::string(from.view())) > 0) admitted_.emplace(to.view());
}

void RunningTable::admit(const core::Uuid& uuid, const std::optional<std::string>& passphrase,
                         std::function<void(core::Result<void>)> then) {
  if (admitted(uuid)) return then({});
  if (!passphrase) return then(fail(Reason::wrong_passphrase, "This table is locked. Give its passphrase."));
  if (const core::TimeMs wait = tries_.wait({{uuid.view()}, {"", 10}}, now_ms()); wait > 0)
    return then(fail(Reason::too_many, sentence_for_wait("Too many passphrases", wait)));
  const auto verify = [self = shared_from_this(), uuid, given = *passphrase, then] {
    const bool fits = passphrase_fits(self->passphrase_, given);
    self->loop().post([self, uuid, fits, then] {
      if (!fits) return then(fail(Reason::wrong_passphrase));
      self->admitted_.emplace(uuid.view());
      then({});
    });
  };
  if (!workers_.run(verify)) then(fail(Reason::too_many));
}

}  // namespace baize::server
