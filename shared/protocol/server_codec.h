// Writing of server messages, and reading for the client. Views are spliced: the public part of a version is encoded
// once and shared by all its viewers, the viewer's own part and the clock are put around it for each.
#pragma once

#include "protocol/server_messages.h"

namespace baize::protocol {

std::string encode(const ServerMessage& message);

// The fields of a version's public part, to be handed to `encode_update` for each of its viewers.
std::string encode_public(const table::PublicView& view);
// The same text as encode(UpdateGame{..}). `public_fields` is encode_public's answer for `version`.
std::string encode_update(std::string_view public_fields, std::uint64_t version, const table::ViewerView& viewer,
                          TimeMs now);

// An error for what is no message of this server: the client then asks for a fresh view.
core::Result<ServerMessage> decode_server_message(std::string_view text);

}  // namespace baize::protocol
