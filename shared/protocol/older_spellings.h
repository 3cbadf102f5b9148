// The messages of older clients, rewritten to today's before anything reads them (the protocol reference, "Also
// understood"). One table in one place, so that the rest of the house knows one spelling.
#pragma once

#include "core/json_read.h"

namespace baize::protocol {

// Rewrites `json` (an object) in place. An error where an old message has no equivalent and names the door to use.
core::Result<void> modernise(core::Json& json);

}  // namespace baize::protocol
