#include "rooms/audience.h"

#include <algorithm>

namespace baize::server {

namespace {

// Case and spaces do not make another name.
std::string folded(std::string_view name) {
  std::string text;
  for (const char c : name)
    if (c != ' ') text.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  return text;
}

Outgoing::Kind kind_of(const protocol::ServerMessage& message) {
  return std::holds_alternative<protocol::GameEvent>(message) ? Outgoing::Kind::event : Outgoing::Kind::message;
}

std::string json_clock(core::TimeMs now) { return protocol::encode_clock(now, protocol::Wire::json); }
std::string binary_clock(core::TimeMs now) { return protocol::encode_clock(now, protocol::Wire::cereal); }

}  // namespace

Spectator::Spectator(Identity whose, std::shared_ptr<Connection> connected)
    : identity(std::move(whose)),
      connection(std::move(connected)),
      wire(protocol::wire_named(connection->subprotocol()).value_or(protocol::Wire::json)) {}

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
  for (const Spectator* one : all_)
    if (same(one->identity.uuid, one->identity.username)) return core::fail(core::Reason::name_taken);
  return {};
}

void Audience::send(Spectator& to, const protocol::ServerMessage& message) {
  Outgoing out;
  out.kind = kind_of(message);
  out.head = protocol::encode(message, to.wire);
  to.connection->send(std::move(out));
}

void Audience::send(Spectator& to, SharedMessage& message) {
  Outgoing out;
  out.kind = kind_of(message.what());
  out.shared = message.in(to.wire);
  to.connection->send(std::move(out));
}

void Audience::send_to_all(const protocol::ServerMessage& message) {
  SharedMessage shared(message);
  for (Spectator* one : all_)
    if (one->joined) send(*one, shared);
}

bool Audience::may_watch(const Spectator& one) const {
  const auto state = room_.state();
  const auto& uuid = one.identity.uuid;
  return state->settings.table.value.spectators || state->owner == uuid || table::sitter(*state, uuid) != nullptr ||
         table::request_of(*state, uuid) != nullptr;
}

void Audience::send_view(Spectator& to) {
  const auto state = room_.state();
  PublicPart everybodys(table::public_view(*state));
  if (to.reads == Spectator::Reads::messages) return show(to, *state, everybodys);
  SnapshotPart snapshot(protocol::shared_snapshot(everybodys.what()));
  show(to, *state, snapshot);
}

void Audience::send_deal(Spectator& to) {
  for (const auto& message : proofs_.standing(*room_.state(), to.identity.uuid)) send(to, message);
}

void Audience::show(Spectator& to, const table::State& state, PublicPart& everybodys) {
  auto ends = protocol::encode_update_ends(state.version, table::viewer_view(state, to.identity.uuid), to.wire);
  Outgoing out;
  out.kind = Outgoing::Kind::view;
  out.head = std::move(ends.head);
  out.clock = to.wire == protocol::Wire::cereal ? binary_clock : json_clock;
  out.shared = everybodys.in(to.wire);
  out.tail = std::move(ends.tail);
  to.connection->send(std::move(out));
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

void Audience::tell(Spectator& to, const protocol::ServerMessage& message, ToldEvents& told) {
  if (!std::holds_alternative<protocol::GameEvent>(message)) return send(to, message);
  auto known = std::find_if(told.begin(), told.end(), [&](const SharedMessage& one) { return one.what() == message; });
  if (known == told.end()) known = told.emplace(told.end(), message);
  send(to, *known);
}

void Audience::prove(Spectator& to, const table::State& before, const table::State& after, SentProofs& sent) {
  const std::uint64_t positions = protocol::newly_seen(before, after, to.identity.uuid);
  if (positions == 0) return;
  auto known = sent.find(positions);
  if (known == sent.end()) known = sent.emplace(positions, SharedMessage(proofs_.of(after, positions))).first;
  send(to, known->second);
}

void Audience::happened(const table::State& before, const table::Outcome& outcome) {
  if (all_.empty()) return;
  proofs_.follow(outcome);
  std::vector<SharedMessage> news;
  for (auto& message : protocol::announcements(outcome)) news.emplace_back(std::move(message));
  PublicPart everybodys(table::public_view(outcome.state));
  SentProofs sent;
  ToldEvents told;
  for (Spectator* one : all_) {
    if (!one->joined || !may_watch(*one)) continue;
    for (SharedMessage& message : news) send(*one, message);
    prove(*one, before, outcome.state, sent);
    for (const auto& message : protocol::consequences(before, outcome, one->identity.uuid)) tell(*one, message, told);
    show(*one, outcome.state, everybodys);
  }
  show_snapshots(outcome.state, everybodys.what());
  if (!outcome.table_events.empty()) changed();
}

void Audience::reloaded(const table::State& state) {
  PublicPart everybodys(table::public_view(state));
  for (Spectator* one : all_) {
    if (!one->joined || !may_watch(*one)) continue;
    send_deal(*one);
    show(*one, state, everybodys);
  }
  show_snapshots(state, everybodys.what());
}

void Audience::closed(std::string_view reason) { send_to_all(protocol::TableClosed{std::string(reason)}); }

bool Audience::connected(const core::Uuid& uuid) const {
  return std::any_of(all_.begin(), all_.end(), [&](const Spectator* one) { return one->identity.uuid == uuid; });
}

}  // namespace baize::server
