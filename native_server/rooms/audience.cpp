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

}  // namespace

void Audience::add(Spectator& one) {
  all_.push_back(&one);
  changed();
}

void Audience::remove(Spectator& one) {
  std::erase(all_, &one);
  changed();
}

void Audience::changed() {
  room_.presence_changed();
  auto now = presence_now();
  watching_ = now.watching;
  if (now == presence_) return;
  presence_ = std::move(now);
  send_to_all(presence_);
}

protocol::Presence Audience::presence_now() const {
  const auto state = room_.state();
  protocol::Presence presence;
  for (const Spectator* one : all_) {
    const auto& uuid = one->identity.uuid;
    if (one->joined && table::sitter(*state, uuid) == nullptr) ++presence.watching;
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
  out.head = protocol::encode(message);
  to.connection->send(std::move(out));
}

void Audience::send_to_all(const protocol::ServerMessage& message) {
  Outgoing out;
  out.kind = kind_of(message);
  out.shared = std::make_shared<const std::string>(protocol::encode(message));
  for (Spectator* one : all_)
    if (one->joined) one->connection->send(out);
}

bool Audience::may_watch(const Spectator& one) const {
  const auto state = room_.state();
  const auto& uuid = one.identity.uuid;
  return state->settings.table.value.spectators || state->owner == uuid || table::sitter(*state, uuid) != nullptr ||
         table::request_of(*state, uuid) != nullptr;
}

void Audience::send_view(Spectator& to) {
  const auto state = room_.state();
  show(to, *state, protocol::encode_public(table::public_view(*state)));
}

void Audience::show(Spectator& to, const table::State& state, const std::string& public_fields) {
  Outgoing out;
  out.kind = Outgoing::Kind::view;
  const auto own = table::viewer_view(state, to.identity.uuid);
  out.head = protocol::encode_update(public_fields, state.version, own, now_ms());
  to.connection->send(std::move(out));
}

void Audience::happened(const table::State& before, const table::Outcome& outcome) {
  if (all_.empty()) return;
  const auto public_fields = protocol::encode_public(table::public_view(outcome.state));
  for (Spectator* one : all_) {
    if (!one->joined || !may_watch(*one)) continue;
    for (const auto& message : protocol::consequences(before, outcome, one->identity.uuid)) send(*one, message);
    show(*one, outcome.state, public_fields);
  }
  if (!outcome.table_events.empty()) changed();
}

void Audience::reloaded(const table::State& state) {
  const auto public_fields = protocol::encode_public(table::public_view(state));
  for (Spectator* one : all_)
    if (one->joined && may_watch(*one)) show(*one, state, public_fields);
}

void Audience::closed(std::string_view reason) { send_to_all(protocol::TableClosed{std::string(reason)}); }

bool Audience::connected(const core::Uuid& uuid) const {
  return std::any_of(all_.begin(), all_.end(), [&](const Spectator* one) { return one->identity.uuid == uuid; });
}

}  // namespace baize::server
