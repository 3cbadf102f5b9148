#include "rooms/audience.h"

#include <algorithm>

#include "protocol/commands.h"

namespace baize::server {

namespace {

// Case and spaces do not make another name.
std::string folded(std::string_view name) {
  std::string text;
  for (const char c : name)
    if (c != ' ') text.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  return text;
}

// Whether it tells somebody of itself, and nothing of what is played.
bool is_personal(const protocol::ServerMessage& message) {
  if (const auto* one = std::get_if<protocol::Notification>(&message))
    return one->kind == protocol::Notice::seat_accepted || one->kind == protocol::Notice::seat_denied ||
           one->kind == protocol::Notice::kicked || one->kind == protocol::Notice::banned ||
           one->kind == protocol::Notice::owner_changed;
  return std::holds_alternative<protocol::IsPendingPlayer>(message) ||
         std::holds_alternative<protocol::TableClosed>(message);
}

Outgoing::Kind kind_of(const protocol::ServerMessage& message) {
  return std::holds_alternative<protocol::GameEvent>(message) ? Outgoing::Kind::event : Outgoing::Kind::message;
}

// What nobody waits for. An answer, a notice, the end of the table: somebody does.
Haste haste_of(const protocol::ServerMessage& message) {
  using boost::mp11::mp_contains;
  using MayWait = std::variant<protocol::UpdatePlayerUuid, protocol::GameEvent, protocol::NewMessage, protocol::NewLog,
                               protocol::Presence, protocol::CardProofs, table::DealSealed, table::DealOpened>;
  const auto waits = [](const auto& one) { return mp_contains<MayWait, std::decay_t<decltype(one)>>::value; };
  return std::visit(waits, message) ? Haste::may_wait : Haste::at_once;
}

// A view shows somebody its turn, or what became of its own move.
Haste haste_of_view(const table::State& state, const core::Uuid& uuid) {
  const bool waited_for = state.by == uuid || protocol::turn_of(state, uuid);
  return waited_for && !uuid.empty() ? Haste::at_once : Haste::may_wait;
}

}  // namespace

Spectator::Spectator(Identity whose, std::shared_ptr<Connection> connected)
    : identity(std::move(whose)),
      connection(std::move(connected)),
      wire(protocol::wire_named(connection->subprotocol()).value_or(protocol::Wire::json)) {}

void Spectator::send(Outgoing message, Haste haste) {
  if (!gathered) return connection->send(std::move(message));
  const bool first = !gathered->gathering.due();
  const core::TimeMs now = now_ms();
  if (gathered->gathering.add(std::move(message), haste, now)) return send_gathered();
  if (first) gathered->wake.start(*gathered->gathering.due() - now, [this] { send_gathered(); });
}

void Spectator::send_gathered() {
  gathered->wake.cancel();
  for (Outgoing& one : gathered->gathering.take(now_ms(), wire, connection->keeps_up()))
    connection->send(std::move(one));
}

void Audience::add(Spectator& one) {
  all_.push_back(&one);
  changed();
}

void Audience::remove(Spectator& one) {
  std::erase(all_, &one);
  changed();
}

bool Audience::changed() {
  room_.presence_changed();
  auto now = presence_now();
  watching_ = now.watching;
  if (now == presence_) return false;
  presence_ = std::move(now);
  send_to_all(presence_);
  return true;
}

protocol::Presence Audience::presence_now() const {
  const auto state = room_.state();
  protocol::Presence presence;
  for (const Spectator* one : all_) {
    const auto& uuid = one->identity.uuid;
    const bool looks_on = one->joined || one->reads == Spectator::Reads::snapshots;
    if (looks_on && table::sitter(*state, uuid) == nullptr) ++presence.watching;
    const bool known = !one->identity.anonymous();
    const auto& there = presence.connected;
    if (known && std::find(there.begin(), there.end(), uuid) == there.end()) presence.connected.push_back(uuid);
  }
  return presence;
}

core::Result<void> Audience::name_free(const core::Name& name, const core::Uuid& uuid) const {
  const auto wanted = folded(name.view());
  const auto same = [&](const core::Uuid& other, const core::Name& theirs) {
    return !(other == uuid) && folded(theirs.view()) == wanted;
  };
  const auto state = room_.state();
  for (const auto& one : state->sitters)
    if (same(one.uuid, one.username)) return core::fail(core::Reason::name_taken);
  for (const auto& one : state->requests)
    if (same(one.uuid, one.username)) return core::fail(core::Reason::name_taken);
  // Accounts may have the same name: then it is here whose was here first.
  for (const Spectator* one : all_) {
    const auto& other = one->identity.uuid;
    if (folded(name_of(other, one->identity.username).view()) != wanted) continue;
    if (other == uuid) return {};
    return core::fail(core::Reason::name_taken);
  }
  return {};
}

core::Name Audience::name_of(const core::Uuid& uuid, const core::Name& of_account) const {
  const auto state = room_.state();
  if (const auto* seated = table::sitter(*state, uuid)) return seated->username;
  if (const auto* request = table::request_of(*state, uuid)) return request->username;
  const auto given = names_.find(std::string(uuid.view()));
  return given != names_.end() ? given->second : of_account;
}

void Audience::give_name(const core::Uuid& uuid, const core::Name& name) {
  const bool many = names_.size() >= sweep_names_at_;
  std::erase_if(names_, [&](const auto& one) {
    return folded(one.second.view()) == folded(name.view()) || (many && !connected(core::Uuid(one.first)));
  });
  if (many) sweep_names_at_ = 2 * names_.size() + 1'024;
  names_.insert_or_assign(std::string(uuid.view()), name);
}

void Audience::send(Spectator& to, const protocol::ServerMessage& message) {
  Outgoing out;
  out.kind = kind_of(message);
  out.head = protocol::encode(message, to.wire);
  to.send(std::move(out), haste_of(message));
}

void Audience::send(Spectator& to, SharedMessage& message) {
  Outgoing out;
  out.kind = kind_of(message.what());
  out.shared = message.in(to.wire);
  to.send(std::move(out), haste_of(message.what()));
}

void Audience::send_to_all(const protocol::ServerMessage& message) {
  SharedMessage shared(message);
  for (Spectator* one : all_)
    if (one->joined) send(*one, shared);
}

void Audience::send_view(Spectator& to) {
  const auto state = room_.state();
  if (to.reads == Spectator::Reads::messages) {
    to.last.reset();
    Showing everybodys = showing(*state);
    return show(to, *state, everybodys, nullptr);
  }
  SnapshotPart snapshot(protocol::shared_snapshot(table::public_view(*state)));
  show(to, *state, snapshot);
}

void Audience::send_missed(Spectator& to, std::uint64_t since) {
  const table::Sitter* sits = table::sitter(*room_.state(), to.identity.uuid);
  const games::Viewer viewer = sits != nullptr ? games::Viewer(sits->seat) : std::nullopt;
  for (auto& one : recent_.events(since, viewer)) send(to, std::move(one));
}

void Audience::send_deal(Spectator& to) {
  for (const auto& message : proofs_.standing(*room_.state(), to.identity.uuid)) send(to, message);
}

Showing Audience::showing(const table::State& state) {
  const auto wants = [](const Spectator* one) { return one->wants_changes; };
  auto view = std::make_shared<const table::PublicView>(table::public_view(state));
  const bool kept = std::any_of(all_.begin(), all_.end(), wants);
  return {view, std::exchange(newest_, kept ? view : nullptr)};
}

void Audience::show(Spectator& to, const table::State& state, Showing& everybodys, SharedMessage* happened) {
  auto own = table::viewer_view(state, to.identity.uuid);
  const auto* event = happened != nullptr ? std::get_if<protocol::GameEvent>(&happened->what()) : nullptr;
  std::optional<Outgoing> out;
  // A reader that falls behind gets whole views, of which the newest can stand for all.
  if (to.last && to.connection->keeps_up()) out = everybodys.changes(*to.last, own, event, to.wire);
  if (happened != nullptr && !out) send(to, *happened);
  const Haste haste = to.gathered ? haste_of_view(state, to.identity.uuid) : Haste::at_once;
  to.send(out ? std::move(*out) : everybodys.whole(own, to.wire), haste);
  if (to.wants_changes) to.last = std::make_unique<Shown>(Shown{state.version, std::move(own)});
}

// A version never goes back, not even where the state was loaded again.
void Audience::show(Spectator& to, const table::State& state, SnapshotPart& everybodys) {
  if (state.version < to.shown) return;
  to.shown = state.version;
  auto ends = protocol::encode_snapshot_ends(protocol::own_snapshot(state, to.identity.uuid));
  Outgoing out;
  out.kind = Outgoing::Kind::view;
  out.head = std::move(ends.head);
  out.shared = everybodys.in(protocol::Wire::json);
  out.tail = std::move(ends.tail);
  to.connection->send(std::move(out));
}

void Audience::show_snapshots(const table::State& state, const table::PublicView& view) {
  std::optional<SnapshotPart> everybodys;
  for (Spectator* one : all_) {
    if (one->reads != Spectator::Reads::snapshots || !may_watch(*one)) continue;
    if (!everybodys) everybodys.emplace(protocol::shared_snapshot(view));
    show(*one, state, *everybodys);
  }
}

SharedMessage& Audience::told_alike(const protocol::ServerMessage& message, ToldEvents& told) {
  auto known = std::find_if(told.begin(), told.end(), [&](const SharedMessage& one) { return one.what() == message; });
  return known != told.end() ? *known : told.emplace_back(message);
}

void Audience::prove(Spectator& to, const table::State& before, const table::State& after, SentProofs& sent) {
  const std::uint64_t positions = protocol::newly_seen(before, after, to.identity.uuid);
  if (positions == 0) return;
  auto known = sent.find(positions);
  if (known == sent.end()) known = sent.emplace(positions, SharedMessage(proofs_.of(after, positions))).first;
  send(to, known->second);
}

void Audience::tell_waiting(Spectator& to, const table::State& before, const table::Outcome& outcome) {
  for (const auto& message : protocol::consequences(before, outcome, to.identity.uuid))
    if (is_personal(message)) send(to, message);
}

// Who lost the right to watch has seen what took it, and sees no more. Of a closed table nothing is left to hide, and
// whoever saw its end may be owed the seeds of its deals.
void Audience::let_in_or_out(const table::State& state) {
  if (state.status == table::Status::closed) return;
  for (Spectator* one : all_) {
    const bool may = table::may_watch(state, one->identity.uuid);
    if (one->joined && !may) {
      one->let_out();
    } else if (one->waits && may) {
      one->let_in();
    }
  }
}

void Audience::happened(const std::shared_ptr<const table::State>& before,
                        const std::shared_ptr<const table::Outcome>& outcome) {
  recent_.add(*before, *outcome);
  if (!all_.empty()) tell_happened(*before, *outcome);
}

void Audience::tell_happened(const table::State& before, const table::Outcome& outcome) {
  proofs_.follow(outcome);
  std::vector<SharedMessage> news;
  for (auto& message : protocol::announcements(outcome)) news.emplace_back(std::move(message));
  Showing everybodys = showing(outcome.state);
  SentProofs sent;
  ToldEvents told;
  for (Spectator* one : all_) {
    if (!one->joined) {
      if (one->waits) tell_waiting(*one, before, outcome);
      continue;
    }
    for (SharedMessage& message : news) send(*one, message);
    prove(*one, before, outcome.state, sent);
    SharedMessage* happened = nullptr;
    for (const auto& message : protocol::consequences(before, outcome, one->identity.uuid)) {
      if (!std::holds_alternative<protocol::GameEvent>(message))
        send(*one, message);
      else if (auto& event = told_alike(message, told); one->last && one->wire == protocol::Wire::cereal)
        happened = &event;
      else
        send(*one, event);
    }
    show(*one, outcome.state, everybodys, happened);
  }
  show_snapshots(outcome.state, *everybodys.view());
  let_in_or_out(outcome.state);
  if (!outcome.table_events.empty()) changed();
}

void Audience::reloaded(const table::State& state) {
  recent_.clear();
  newest_.reset();
  Showing everybodys = showing(state);
  for (Spectator* one : all_) {
    one->last.reset();
    if (!one->joined || !may_watch(*one)) continue;
    send_deal(*one);
    show(*one, state, everybodys, nullptr);
  }
  show_snapshots(state, *everybodys.view());
  let_in_or_out(state);
}

void Audience::closed(std::string_view reason) { send_to_all(protocol::TableClosed{std::string(reason)}); }

bool Audience::connected(const core::Uuid& uuid) const {
  return std::any_of(all_.begin(), all_.end(), [&](const Spectator* one) { return one->identity.uuid == uuid; });
}

}  // namespace baize::server
