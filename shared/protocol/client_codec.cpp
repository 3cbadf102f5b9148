#include "protocol/client_codec.h"

#include "core/binary.h"
#include "core/json_write.h"
#include "protocol/commands.h"
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

// JSON is UTF-8 or it is refused; binary text has to be looked at, or it would reach somebody's JSON.
template <class T>
bool is_text(const T& value) {
  if constexpr (std::same_as<T, std::string>) {
    return valid_utf8(value);
  } else if constexpr (std::same_as<T, core::RawJson>) {
    return valid_utf8(value.text);
  } else if constexpr (core::TextShape<T>) {
    return valid_utf8(value.view());
  } else if constexpr (core::OptionalShape<T>) {
    return !value || is_text(*value);
  } else if constexpr (core::SequenceShape<T> || core::ArrayShape<T>) {
    for (const auto& one : value)
      if (!is_text(one)) return false;
    return true;
  } else if constexpr (core::VariantShape<T>) {
    return std::visit([](const auto& one) { return is_text(one); }, value);
  } else if constexpr (core::DescribedStruct<T> && !core::HasText<T>) {
    bool all = true;
    core::for_each_member(value, [&](std::string_view, const auto& member) { all = all && is_text(member); });
    return all;
  } else {
    return true;
  }
}

std::string_view game_of(const games::AnyMove& move) {
  return std::visit([](const auto& one) { return std::decay_t<decltype(one)>::k_tag.name; }, move);
}

tl::expected<ClientMessage, Refusal> decode_binary(std::string_view frame, std::string_view game) {
  auto message = core::from_binary<ClientMessage>(frame);
  if (!message || !is_text(*message))
    return tl::unexpected<Refusal>(
        Refusal{{Reason::malformed, "This is no message of the binary form. Check the greeting, or speak JSON."}, {}});
  const auto* move = std::get_if<games::AnyMove>(&message->verb);
  if (move != nullptr && game_of(*move) != game)
    return tl::unexpected<Refusal>(Refusal{Reason::unknown_action, message->request_id});
  return std::move(*message);
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

tl::expected<ClientMessage, Refusal> decode_client_message(std::string_view frame, std::string_view game, Wire wire) {
  if (wire == Wire::cereal) return decode_binary(frame, game);
  auto json = core::parse_json(frame);
  if (!json) return tl::unexpected<Refusal>(Refusal{std::move(json.error()), {}});
  return read_client_message(std::move(*json), game);
}

std::string encode(const ClientMessage& message, Wire wire) {
  return wire == Wire::cereal ? core::to_binary(message) : encode_json(message);
}

std::string encode_json(const ClientMessage& message) {
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
