#include "protocol/server_codec.h"

#include "core/json_read.h"
#include "core/json_write.h"

namespace baize::protocol {

ErrorMessage error_message(const core::Error& error, const OrAbsent<core::RequestId>& request_id) {
  ErrorMessage message;
  message.code = core::http_status(error.reason);
  message.reason = error.reason;
  message.message = error.message;
  message.request_id = request_id;
  return message;
}

std::string encode(const ServerMessage& message) { return core::to_json(message); }

std::string encode_public(const table::PublicView& view) {
  std::string shared;
  shared.reserve(2048);
  shared.append(R"(,"game":{)");
  core::write_json_fields(shared, view);
  return shared;
}

UpdateEnds encode_update_ends(std::uint64_t version, const table::ViewerView& viewer) {
  UpdateEnds ends;
  ends.head.append(R"({"action":"update-game","type":"game_view","version":)");
  core::write_json(ends.head, version);
  ends.head.append(R"(,"now":)");
  ends.tail.reserve(512);
  ends.tail.append(R"(,"viewer":)");
  core::write_json(ends.tail, viewer);
  ends.tail.append("}}");
  return ends;
}

std::string encode_update(std::string_view shared, std::uint64_t version, const table::ViewerView& viewer, TimeMs now) {
  const UpdateEnds ends = encode_update_ends(version, viewer);
  std::string out;
  out.reserve(ends.head.size() + shared.size() + ends.tail.size() + 20);
  out.append(ends.head);
  core::write_json(out, now);
  out.append(shared);
  out.append(ends.tail);
  return out;
}

core::Result<ServerMessage> decode_server_message(std::string_view text) {
  return core::from_json_text<ServerMessage>(text);
}

}  // namespace baize::protocol
