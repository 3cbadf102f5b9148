// How urgent a message is when there are too many: what the windows of accounts/message_limits are told of it. Knows
// the protocol's verbs and who sits where; counts nothing.
#pragma once

#include "accounts/message_limits.h"
#include "protocol/client_messages.h"
#include "table/state.h"

namespace baize::server {

// A message of `uuid` at a table in this state.
Said said_by(const table::State& state, const core::Uuid& uuid, const protocol::ClientVerb& verb);

}  // namespace baize::server
