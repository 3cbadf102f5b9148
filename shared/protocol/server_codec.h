// Writing of server messages, and reading for the client. Views are spliced: the public part of a version is encoded
// once and shared by all its viewers, the viewer's own part and the clock are put around it for each.
#pragma once

#include "protocol/server_messages.h"

namespace baize::protocol {

std::string encode(const ServerMessage& message);

// What all viewers of a version get alike: the middle of its update, from behind the clock to the viewer's own part.
std::string encode_public(const table::PublicView& view);
// An update for one viewer, to be written as `head`, the clock in Unix ms, encode_public's text, `tail`.
struct UpdateEnds {
  std::string head;
  std::string tail;
};
UpdateEnds encode_update_ends(std::uint64_t version, const table::ViewerView& viewer);
// The four in one: the same text as encode(UpdateGame{..}). `shared` is encode_public's answer for `version`.
std::string encode_update(std::string_view shared, std::uint64_t version, const table::ViewerView& viewer, TimeMs now);

// An error for what is no message of this server: the client then asks for a fresh view.
core::Result<ServerMessage> decode_server_message(std::string_view text);

}  // namespace baize::protocol
