// Reading and writing of client messages, as JSON text or in binary. Reading JSON takes the older spellings too
// (older_spellings.h), and reading never throws: hostile input is a Refusal that says what to do.
#pragma once

#include "core/error.h"
#include "protocol/client_messages.h"
#include "protocol/wire.h"

namespace baize::protocol {

// Why a message was not understood, with its request_id if that much could be read.
struct Refusal {
  core::Error error;
  OrAbsent<core::RequestId> request_id;
};

// `game`: the id of the game at the table of this connection, whose moves are understood.
tl::expected<ClientMessage, Refusal> decode_client_message(std::string_view frame, std::string_view game,
                                                           Wire wire = Wire::json);
// The same for a message that has been parsed already (HTTP bodies).
tl::expected<ClientMessage, Refusal> read_client_message(core::Json json, std::string_view game);

std::string encode(const ClientMessage& message, Wire wire = Wire::json);
// For who speaks nothing else, and needs nothing of the binary form.
std::string encode_json(const ClientMessage& message);

}  // namespace baize::protocol
