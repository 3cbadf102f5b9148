#include "protocol/server_codec.h"

#include "core/binary.h"
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

namespace {

// Where UpdateGame stands among the messages: the first byte of its binary form.
constexpr auto k_update = static_cast<std::uint8_t>(boost::mp11::mp_find<ServerMessage, UpdateGame>::value);

UpdateEnds binary_ends(std::uint64_t version, const table::ViewerView& viewer) {
  UpdateEnds ends;
  core::BinaryOutput head(ends.head);
  head.put_byte(k_update);
  core::put(head, UpdateGame{}.type);
  core::put(head, version);
  ends.tail.reserve(256);
  core::BinaryOutput tail(ends.tail);
  core::put(tail, viewer);
  return ends;
}

}  // namespace

std::string encode(const ServerMessage& message, Wire wire) {
  return wire == Wire::cereal ? core::to_binary(message) : core::to_json(message);
}

std::string encode_public(const table::PublicView& view, Wire wire) {
  if (wire == Wire::cereal) return core::to_binary(view);
  std::string shared;
  shared.reserve(2048);
  shared.append(R"(,"game":{)");
  core::write_json_fields(shared, view);
  return shared;
}

std::string encode_clock(TimeMs now, Wire wire) {
  std::string clock;
  if (wire == Wire::cereal) {
    core::BinaryOutput out(clock);
    core::put(out, now);
  } else {
    core::write_json(clock, now);
  }
  return clock;
}

UpdateEnds encode_update_ends(std::uint64_t version, const table::ViewerView& viewer, Wire wire) {
  if (wire == Wire::cereal) return binary_ends(version, viewer);
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

std::string encode_update(std::string_view shared, std::uint64_t version, const table::ViewerView& viewer, TimeMs now,
                          Wire wire) {
  const UpdateEnds ends = encode_update_ends(version, viewer, wire);
  std::string out;
  out.reserve(ends.head.size() + shared.size() + ends.tail.size() + 20);
  out.append(ends.head);
  out.append(encode_clock(now, wire));
  out.append(shared);
  out.append(ends.tail);
  return out;
}

core::Result<ServerMessage> decode_server_message(std::string_view frame, Wire wire) {
  if (wire == Wire::cereal) return core::from_binary<ServerMessage>(frame);
  return core::from_json_text<ServerMessage>(frame);
}

}  // namespace baize::protocol
