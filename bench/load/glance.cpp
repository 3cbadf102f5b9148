#include "load/glance.h"

#include <charconv>

#include "protocol/server_codec.h"
#include "protocol/view_delta.h"

namespace baize::bench {

namespace {

constexpr std::string_view k_view = R"({"action":"update-game","type":"game_view","version":)";
constexpr std::string_view k_delta = R"({"action":"update-game","type":"game_delta",)";
constexpr std::string_view k_event = R"({"action":"game-event",)";
constexpr std::string_view k_ack = R"({"action":"ack",)";
constexpr std::string_view k_error = R"({"action":"error",)";
constexpr std::string_view k_sealed = R"({"action":"deal-sealed",)";
constexpr std::string_view k_proofs = R"({"action":"card-proofs",)";
constexpr std::string_view k_chat = R"({"action":"new-message",)";
constexpr std::string_view k_pong = R"({"action":"pong",)";
constexpr std::string_view k_viewer = R"("viewer":{)";
constexpr std::string_view k_seat = R"("seat":)";
constexpr std::string_view k_deadline = R"("deadline":)";
constexpr std::string_view k_nothing_to_do = R"("legal":[]}}})";
constexpr std::string_view k_reason = R"("reason":")";

// The first byte of a message's binary form.
template <class Message>
constexpr std::size_t k_index = boost::mp11::mp_find<protocol::ServerMessage, Message>::value;

// Whether the value behind the field that begins at `at` is null, or there is no such field.
bool is_null(std::string_view text, std::size_t at, std::string_view field) {
  return at == std::string_view::npos || text.substr(at + field.size()).starts_with("null");
}

Glance glance_at_view(std::string_view text) {
  Glance seen;
  seen.kind = Glance::Kind::view;
  std::from_chars(text.data() + k_view.size(), text.data() + text.size(), seen.version);
  const auto viewer = text.rfind(k_viewer);
  if (viewer == std::string_view::npos) return seen;
  seen.seated = !is_null(text, text.find(k_seat, viewer), k_seat);
  seen.turn = !text.ends_with(k_nothing_to_do) && !is_null(text, text.rfind(k_deadline, viewer), k_deadline);
  return seen;
}

}  // namespace

Glance glance(std::string_view text) {
  Glance seen;
  if (text.starts_with(k_view)) return glance_at_view(text);
  if (text.starts_with(k_delta)) seen.kind = Glance::Kind::view;  // for who reads it
  if (text.starts_with(k_event)) seen.kind = Glance::Kind::event;
  if (text.starts_with(k_ack)) seen.kind = Glance::Kind::ack;
  if (text.starts_with(k_error)) seen.kind = Glance::Kind::error;
  if (text.starts_with(k_chat)) seen.kind = Glance::Kind::chat;
  if (text.starts_with(k_pong)) seen.kind = Glance::Kind::pong;
  if (text.starts_with(k_sealed) || text.starts_with(k_proofs)) seen.kind = Glance::Kind::proof;
  return seen;
}

Glance glance_at_binary(std::string_view frame) {
  Glance seen;
  // The greeting of a connection is as long as a digest, and no message begins like it by more than chance.
  if (frame.empty() || frame == protocol::greeting()) return seen;
  const std::size_t index = static_cast<unsigned char>(frame[0]);
  if (index == k_index<protocol::UpdateGame> || index == protocol::k_delta_frame) seen.kind = Glance::Kind::view;
  if (index == k_index<protocol::GameEvent>) seen.kind = Glance::Kind::event;
  if (index == k_index<protocol::Ack>) seen.kind = Glance::Kind::ack;
  if (index == k_index<protocol::ErrorMessage>) seen.kind = Glance::Kind::error;
  if (index == k_index<protocol::NewMessage>) seen.kind = Glance::Kind::chat;
  if (index == k_index<protocol::Pong>) seen.kind = Glance::Kind::pong;
  if (index == k_index<table::DealSealed> || index == k_index<protocol::CardProofs>) seen.kind = Glance::Kind::proof;
  return seen;
}

std::optional<std::int64_t> time_in(std::string_view pong, protocol::Wire wire) {
  const auto message = protocol::decode_server_message(pong, wire);
  const auto* read = message ? std::get_if<protocol::Pong>(&*message) : nullptr;
  if (read == nullptr || !read->t) return std::nullopt;
  return *read->t;
}

std::string reason_in(std::string_view text, protocol::Wire wire) {
  if (wire == protocol::Wire::cereal) {
    const auto message = protocol::decode_server_message(text, wire);
    const auto* error = message ? std::get_if<protocol::ErrorMessage>(&*message) : nullptr;
    return error != nullptr ? std::string(core::enum_name(error->reason)) : "unknown";
  }
  const auto at = text.find(k_reason);
  if (at == std::string_view::npos) return "unknown";
  const auto from = at + k_reason.size();
  return std::string(text.substr(from, text.find('"', from) - from));
}

}  // namespace baize::bench
