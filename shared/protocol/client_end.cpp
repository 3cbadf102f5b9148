#include "protocol/client_end.h"

#include "core/json_patch.h"
#include "protocol/batch.h"
#include "protocol/client_codec.h"

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

std::string JsonEnd::write(const ClientMessage& message) const { return encode_json(message); }

void JsonEnd::begin() {
  document_ = nullptr;
  lost_ = false;
}

Result<void> JsonEnd::read(std::string_view frame, std::vector<ServerMessage>& out) {
  auto json = core::parse_json(frame);
  if (!json) return core::fail(json.error());
  if (!json->is_object()) return core::fail(core::Reason::malformed);
  return text_in(*json, "action") == Batch::k_tag.name ? read_batch(*json, out) : read_one(std::move(*json), out);
}

// What is not known of it changes nothing, as if it had come in a frame of its own.
Result<void> JsonEnd::read_batch(Json& batch, std::vector<ServerMessage>& out) {
  const auto messages = batch.find("messages");
  if (messages == batch.end() || !messages->is_array() || messages->size() > k_most_batched)
    return core::fail(core::Reason::malformed);
  Result<void> outcome;
  for (Json& one : *messages)
    if (auto read = one.is_object() ? read_one(std::move(one), out) : core::fail(core::Reason::malformed); !read)
      outcome = std::move(read);
  return outcome;
}

Result<void> JsonEnd::read_one(Json json, std::vector<ServerMessage>& out) {
  if (text_in(json, "action") == GameDelta::k_tag.name && text_in(json, "type") == GameDelta{}.type) {
    if (change(json, out)) return {};
    // What follows is no base either, until a whole view has come.
    lost_ = lost_ || !document_.is_null();
    document_ = nullptr;
    return core::fail(core::Reason::malformed);
  }
  auto message = core::from_json<ServerMessage>(json);
  if (!message) return core::fail(std::move(message.error()));
  if (std::holds_alternative<UpdateGame>(*message)) document_ = std::move(json["game"]);
  out.push_back(std::move(*message));
  return {};
}

bool JsonEnd::change(const Json& delta, std::vector<ServerMessage>& out) {
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

}  // namespace baize::protocol
