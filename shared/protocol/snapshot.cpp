#include "protocol/snapshot.h"

#include "core/json_read.h"
#include "core/json_write.h"

namespace baize::protocol {

SharedSnapshot shared_snapshot(const table::PublicView& view) {
  SharedSnapshot shared;
  shared.view.value = view;
  return shared;
}

OwnSnapshot own_snapshot(const table::State& state, const Uuid& uuid) {
  OwnSnapshot own;
  own.viewer = table::viewer_view(state, uuid);
  own.lock_version = state.version;
  if (!own.viewer.seat) return own;
  own.viewer_hand = games::hand(own.viewer.own.value);
  own.bid_constraints = games::bid_constraints(state.game, *own.viewer.seat);
  return own;
}

std::string snapshot_tag(std::string_view table, std::uint64_t version) {
  return "\"table-" + std::string(table) + "-v" + std::to_string(version) + '"';
}

// Put together like an update, so that there is one reader of views.
core::Result<UpdateGame> read_polled(std::string_view answer) {
  auto all = core::parse_json(answer);
  if (!all) return core::fail(all.error());
  if (!all->is_object() || !all->contains("snapshot") || !(*all)["snapshot"].is_object())
    return core::fail(core::Reason::malformed);
  core::Json& update = *all;
  core::Json& game = update["game"] = std::move(update["snapshot"]);
  game["viewer"] = std::move(update["viewer"]);
  update["version"] = update["lock_version"];
  update["action"] = std::string(UpdateGame::k_tag.name);
  update["type"] = UpdateGame{}.type;
  auto message = core::from_json<ServerMessage>(update);
  if (!message) return core::fail(message.error());
  return std::get<UpdateGame>(std::move(*message));
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
