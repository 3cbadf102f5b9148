// Reading and writing of client messages as JSON text. Reading takes the older spellings too (older_spellings.h), and
// never throws: hostile text is a Refusal that says what to do.
#pragma once

#include "core/error.h"
#include "protocol/client_messages.h"

namespace baize::protocol {

// Why a message was not understood, with its request_id if that much could be read.
struct Refusal {
  core::Error error;
  OrAbsent<core::RequestId> request_id;
};

// `game`: the id of the game at the table of this connection, whose moves are understood.
tl::expected<ClientMessage, Refusal> decode_client_message(std::string_view text, std::string_view game);
// The same for a message that has been parsed already (HTTP bodies).
tl::expected<ClientMessage, Refusal> read_client_message(core::Json json, std::string_view game);

std::string encode(const ClientMessage& message);

}  // namespace baize::protocol
