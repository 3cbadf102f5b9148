#include "protocol/snapshot.h"

#include "core/json_write.h"

namespace baize::protocol {

SharedSnapshot shared_snapshot(const table::PublicView& view) {
  return {view.table, view.seats, view.public_, view.deadline};
}

OwnSnapshot own_snapshot(const table::State& state, const Uuid& uuid) {
  const auto view = table::viewer_view(state, uuid);
  OwnSnapshot own;
  own.viewer = {view.seat, view.own};
  own.lock_version = state.version;
  if (!view.seat) return own;
  own.viewer_hand = games::hand(view.own.value);
  own.bid_constraints = games::bid_constraints(state.game, *view.seat);
  return own;
}

std::string encode(const StreamMessage& message) { return core::to_json(message); }

std::string encode_shared(const SharedSnapshot& snapshot) { return core::to_json(snapshot); }

UpdateEnds encode_snapshot_ends(const OwnSnapshot& own) {
  UpdateEnds ends;
  ends.head = R"({"type":"snapshot","data":{"snapshot":)";
  ends.tail.reserve(512);
  ends.tail.push_back(',');
  core::write_json_fields(ends.tail, own);
  ends.tail.append(R"(},"viewer_seat":)");
  core::write_json(ends.tail, own.viewer.seat);
  ends.tail.push_back('}');
  return ends;
}

}  // namespace baize::protocol
