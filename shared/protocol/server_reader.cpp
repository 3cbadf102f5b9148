#include "protocol/server_reader.h"

#include "core/binary.h"
#include "core/json_patch.h"

namespace baize::protocol {

namespace {

using core::Json;
using core::Result;

std::string_view text_in(const Json& json, const char* name) {
  const auto found = json.find(name);
  if (found == json.end() || !found->is_string()) return {};
  return *found->get_ptr<const std::string*>();
}

// 2^64 - 1, which is no version, for what is none.
std::uint64_t number_in(const Json& json, const char* name) {
  const auto found = json.find(name);
  if (found == json.end() || !found->is_number_unsigned()) return ~std::uint64_t{0};
  return *found->get_ptr<const std::uint64_t*>();
}

}  // namespace

void ServerReader::begin() {
  document_ = nullptr;
  view_.reset();
  lost_ = false;
}

Result<void> ServerReader::read(std::string_view frame, Wire wire, std::vector<ServerMessage>& out) {
  if (wire == Wire::cereal) return read_binary(frame, out);
  auto json = core::parse_json(frame);
  if (!json) return core::fail(json.error());
  if (!json->is_object()) return core::fail(core::Reason::malformed);
  return read_json(std::move(*json), out);
}

// What follows is no base either, until a whole view has come.
Result<void> ServerReader::lose() {
  lost_ = lost_ || view_.has_value() || !document_.is_null();
  view_.reset();
  document_ = nullptr;
  return core::fail(core::Reason::malformed);
}

Result<void> ServerReader::read_json(Json json, std::vector<ServerMessage>& out) {
  if (text_in(json, "action") == GameDelta::k_tag.name && text_in(json, "type") == GameDelta{}.type)
    return change_json(json, out) ? Result<void>() : lose();
  auto message = core::from_json<ServerMessage>(json);
  if (!message) return core::fail(std::move(message.error()));
  if (std::holds_alternative<UpdateGame>(*message)) document_ = std::move(json["game"]);
  out.push_back(std::move(*message));
  return {};
}

bool ServerReader::change_json(const Json& delta, std::vector<ServerMessage>& out) {
  const auto patch = delta.find("patch");
  if (document_.is_null() || patch == delta.end() || number_in(document_, "version") != number_in(delta, "base"))
    return false;
  UpdateGame update;
  update.version = number_in(delta, "version");
  update.now = static_cast<TimeMs>(number_in(delta, "now"));
  if (!core::apply_patch(document_, *patch)) return false;
  auto view = core::from_json<table::GameView>(document_);
  if (!view || view->shared.value.version != update.version) return false;
  update.game = std::move(*view);
  out.emplace_back(std::move(update));
  return true;
}

Result<void> ServerReader::read_binary(std::string_view frame, std::vector<ServerMessage>& out) {
  if (!frame.empty() && static_cast<std::uint8_t>(frame.front()) == k_delta_frame)
    return change_binary(frame.substr(1), out) ? Result<void>() : lose();
  auto message = core::from_binary<ServerMessage>(frame);
  if (!message) return core::fail(std::move(message.error()));
  if (const auto* update = std::get_if<UpdateGame>(&*message)) view_ = update->game;
  out.push_back(std::move(*message));
  return {};
}

bool ServerReader::change_binary(std::string_view frame, std::vector<ServerMessage>& out) {
  if (!view_ || frame.size() > k_most_delta_bytes) return false;
  core::BinaryInput head(frame);
  const std::uint64_t base = head.unsigned_number();
  const TimeMs late = head.signed_number();
  const auto& known = view_->shared.value;
  if (head.failed() || base != known.version) return false;
  const auto texts = core::texts_of(known);
  core::DeltaInput delta(frame.substr(frame.size() - head.remaining()), texts);
  UpdateGame update;
  update.game = *view_;
  delta.get(update.game.shared.value);
  delta.to_next_byte();
  const std::uint64_t version = update.game.shared.value.version;
  GameEvent happened;
  happened.version = version;
  const bool told = delta.get_if_changed(happened);
  delta.get_if_changed(update.game.viewer);
  delta.to_next_byte();
  if (delta.failed() || !delta.at_end() || version <= base || happened.version != version) return false;
  update.version = version;
  update.now =
      static_cast<TimeMs>(static_cast<std::uint64_t>(update.game.shared.value.at) + static_cast<std::uint64_t>(late));
  view_ = update.game;
  if (told) out.emplace_back(std::move(happened));
  out.emplace_back(std::move(update));
  return true;
}

}  // namespace baize::protocol
