#include "rooms/showing.h"

namespace baize::server {

namespace {

std::string json_clock(core::TimeMs now) { return protocol::encode_clock(now, protocol::Wire::json); }
std::string binary_clock(core::TimeMs now) { return protocol::encode_clock(now, protocol::Wire::cereal); }

// No view is as short as this, in bytes: its table alone has an id of 36 characters, a name and settings.
constexpr std::size_t k_least_view = 64;

auto clock_of(protocol::Wire wire) { return wire == protocol::Wire::cereal ? binary_clock : json_clock; }

}  // namespace

Outgoing Showing::whole(const table::ViewerView& own, protocol::Wire wire) {
  auto ends = protocol::encode_update_ends(view()->version, own, wire);
  Outgoing out;
  out.kind = Outgoing::Kind::view;
  out.head = std::move(ends.head);
  out.clock = clock_of(wire);
  out.shared = whole_.in(wire);
  out.tail = std::move(ends.tail);
  return out;
}

std::optional<Outgoing> Showing::changes(const Shown& last, const table::ViewerView& own,
                                         const protocol::GameEvent* happened, protocol::Wire wire) {
  if (!base_ || last.version != base_->version || last.own.uuid != own.uuid) return std::nullopt;
  if (!delta_) delta_.emplace(base_, view());
  auto ends = delta_->ends(last.own, own, happened, wire);
  if (!ends) return std::nullopt;
  Outgoing out;
  // Its base is the view before it, which has been sent: it can't stand for older views as a whole one can.
  out.kind = Outgoing::Kind::event;
  out.head = std::move(ends->head);
  out.clock = clock_of(wire);
  if (wire == protocol::Wire::cereal) out.clock_from = delta_->at();
  out.shared = delta_->in(wire);
  out.tail = std::move(ends->tail);
  const std::size_t bytes = out.head.size() + out.shared->size() + out.tail.size();
  // What the viewer's part would add to it only makes the view longer.
  if (bytes >= k_least_view && bytes >= whole_.in(wire)->size()) return std::nullopt;
  return out;
}

}  // namespace baize::server
