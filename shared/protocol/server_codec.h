// Writing of server messages, and reading for the client, as JSON or in binary. Views are spliced: the public part of a
// version is encoded once and shared by all its viewers, the viewer's own part and the clock are put around it for
// each.
#pragma once

#include "protocol/server_messages.h"
#include "protocol/wire.h"

namespace baize::protocol {

std::string encode(const ServerMessage& message, Wire wire = Wire::json);

// What all viewers of a version get alike: the middle of its update, from behind the clock to the viewer's own part.
std::string encode_public(const table::PublicView& view, Wire wire = Wire::json);
// An update for one viewer, to be written as `head`, the clock (encode_clock), encode_public's bytes, `tail`.
struct UpdateEnds {
  std::string head;
  std::string tail;
};
UpdateEnds encode_update_ends(std::uint64_t version, const table::ViewerView& viewer, Wire wire = Wire::json);
// `now` in Unix ms.
std::string encode_clock(TimeMs now, Wire wire = Wire::json);
// The four in one: the same bytes as encode(UpdateGame{..}). `shared` is encode_public's answer for `version`.
std::string encode_update(std::string_view shared, std::uint64_t version, const table::ViewerView& viewer, TimeMs now,
                          Wire wire = Wire::json);

// An error for what is no message of this server: the client then asks for a fresh view.
core::Result<ServerMessage> decode_server_message(std::string_view frame, Wire wire = Wire::json);

}  // namespace baize::protocol
