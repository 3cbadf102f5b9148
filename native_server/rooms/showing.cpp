#include "rooms/showing.h"

#include <algorithm>

namespace baize::server {

namespace {

std::string json_clock(core::TimeMs now) { return protocol::encode_clock(now, protocol::Wire::json); }
std::string binary_clock(core::TimeMs now) { return protocol::encode_clock(now, protocol::Wire::cereal); }

auto clock_of(protocol::Wire wire) { return wire == protocol::Wire::cereal ? binary_clock : json_clock; }

}  // namespace

PastViews::View PastViews::of(std::uint64_t version) const {
  const auto found =
      std::find_if(views_.rbegin(), views_.rend(), [&](const View& one) { return one->version == version; });
  return found == views_.rend() ? nullptr : *found;
}

void PastViews::add(View view) {
  if (!views_.empty() && views_.back()->version == view->version) return;
  views_.push_back(std::move(view));
  if (views_.size() > k_most) views_.pop_front();
}

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

std::optional<Outgoing> Showing::changes(const Shown& base, const table::ViewerView& own,
                                         const protocol::GameEvent* happened, protocol::Wire wire) {
  protocol::PublicDelta* const delta = base.own.uuid == own.uuid ? since(base.version) : nullptr;
  if (delta == nullptr) return std::nullopt;
  auto ends = delta->ends(base.own, own, happened, wire);
  if (!ends) return std::nullopt;
  Outgoing out;
  // Its base is the view before it, which has been sent: it can't stand for older views as a whole one can.
  out.kind = Outgoing::Kind::event;
  out.head = std::move(ends->head);
  out.clock = clock_of(wire);
  if (wire == protocol::Wire::cereal) out.clock_from = delta->at();
  out.shared = delta->in(wire);
  out.tail = std::move(ends->tail);
  // What the viewer's part would add to it only makes the view longer.
  if (out.head.size() + out.shared->size() + out.tail.size() >= whole_.in(wire)->size()) return std::nullopt;
  return out;
}

protocol::PublicDelta* Showing::since(std::uint64_t version) {
  const auto made =
      std::find_if(deltas_.begin(), deltas_.end(), [&](const auto& one) { return one.base() == version; });
  if (made != deltas_.end()) return &*made;
  auto base = past_.of(version);
  if (!base || version >= view()->version) return nullptr;
  return &deltas_.emplace_back(std::move(base), view());
}

}  // namespace baize::server
