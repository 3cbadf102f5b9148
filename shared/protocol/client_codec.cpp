#include "protocol/client_codec.h"

#include "core/json_write.h"
#include "protocol/older_spellings.h"

namespace baize::protocol {

namespace {

using core::Json;
using core::Reason;
using core::Result;

bool known_table_verb(std::string_view action) {
  bool known = false;
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, TableVerb>>(
      [&](auto tag) { known = known || decltype(tag)::type::k_tag.name == action; });
  return known;
}

Result<ClientVerb> read_verb(const Json& json, std::string_view game) {
  const auto found = json.find("action");
  if (found == json.end() || !found->is_string()) return core::fail(Reason::malformed);
  const auto& action = found->get_ref<const std::string&>();
  if (known_table_verb(action)) {
    auto verb = core::from_json<TableVerb>(json);
    if (!verb) return core::fail(std::move(verb.error()));
    return ClientVerb{std::move(*verb)};
  }
  if (!action.starts_with("player-")) return core::fail(Reason::unknown_action);
  auto move = games::move_from_json(game, json);
  if (!move) return core::fail(std::move(move.error()));
  return ClientVerb{std::move(*move)};
}

}  // namespace

tl::expected<ClientMessage, Refusal> read_client_message(Json json, std::string_view game) {
  ClientMessage message;
  const auto refuse = [&](core::Error error) {
    return tl::unexpected<Refusal>(Refusal{std::move(error), message.request_id});
  };
  if (!json.is_object()) return refuse(Reason::malformed);
  if (const auto id = json.find("request_id"); id != json.end())
    if (auto read = core::read_json(*id, message.request_id, "request_id"); !read) {
      message.request_id.reset();
      return refuse(read.error());
    }
  if (const auto version = json.find("version"); version != json.end())
    if (auto read = core::read_json(*version, message.version, "version"); !read) return refuse(read.error());
  if (auto modern = modernise(json); !modern) return refuse(modern.error());
  auto verb = read_verb(json, game);
  if (!verb) return refuse(std::move(verb.error()));
  message.verb = std::move(*verb);
  return message;
}

tl::expected<ClientMessage, Refusal> decode_client_message(std::string_view text, std::string_view game) {
  auto json = core::parse_json(text);
  if (!json) return tl::unexpected<Refusal>(Refusal{std::move(json.error()), {}});
  return read_client_message(std::move(*json), game);
}

std::string encode(const ClientMessage& message) {
  std::string out;
  if (const auto* verb = std::get_if<TableVerb>(&message.verb))
    core::write_json(out, *verb);
  else
    games::write_move(out, std::get<games::AnyMove>(message.verb));
  out.pop_back();  // every verb has at least its action, so a comma is due before each further field
  if (message.request_id) {
    out.append(",\"request_id\":");
    core::write_json(out, *message.request_id);
  }
  if (message.version) {
    out.append(",\"version\":");
    core::write_json(out, *message.version);
  }
  out.push_back('}');
  return out;
}

}  // namespace baize::protocol
