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
  std::string fields;
  fields.reserve(2048);
  core::write_json_fields(fields, view);
  return fields;
}

std::string encode_update(std::string_view public_fields, std::uint64_t version, const table::ViewerView& viewer,
                          TimeMs now) {
  std::string out;
  out.reserve(public_fields.size() + 512);
  out.append(R"({"action":"update-game","type":"game_view","version":)");
  core::write_json(out, version);
  out.append(R"(,"now":)");
  core::write_json(out, now);
  out.append(R"(,"game":{)");
  out.append(public_fields);
  out.append(R"(,"viewer":)");
  core::write_json(out, viewer);
  out.append("}}");
  return out;
}

core::Result<ServerMessage> decode_server_message(std::string_view text) {
  return core::from_json_text<ServerMessage>(text);
}

}  // namespace baize::protocol
