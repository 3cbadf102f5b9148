// The two forms in which the same messages travel: JSON text frames (the default), or the described structs in binary
// frames. A client offers what it can, the server picks one, and a connection keeps it. Knows no message.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace baize::protocol {

enum class Wire { json, cereal };

// The name as a WebSocket subprotocol (RFC 6455 section 1.9).
constexpr std::string_view subprotocol(Wire wire) { return wire == Wire::cereal ? "baize.cereal.v1" : "baize.json.v1"; }

// Nothing for a name that is none of ours.
constexpr std::optional<Wire> wire_named(std::string_view name) {
  if (name == subprotocol(Wire::json)) return Wire::json;
  if (name == subprotocol(Wire::cereal)) return Wire::cereal;
  return std::nullopt;
}

// The first frame that the server sends on a binary connection: the fingerprint of all descriptions (32 bytes). Binary
// fields have no names, so a client whose own greeting differs - an old page in a cache - understands nothing of what
// follows and has to speak JSON.
const std::string& greeting();

}  // namespace baize::protocol
