// Several server messages as one frame, for a reader who asked for it: fewer frames, and fewer wake-ups of a phone.
// In JSON it is a Batch. In binary: a byte k_batch_frame, the timestamp, then each message with its length before it.
// Reading is in client_end.h and binary_end.h.
#pragma once

#include <vector>

#include "protocol/server_messages.h"
#include "protocol/view_delta.h"
#include "protocol/wire.h"

namespace baize::protocol {

inline constexpr std::size_t k_most_batched = 10;
inline constexpr TimeMs k_batch_within = 50;  // ms, from the first message of a batch to its sending

// The first byte of a batch in binary.
inline constexpr auto k_batch_frame = static_cast<std::uint8_t>(k_delta_frame + 1);

// `messages`: encoded in that wire, in order, k_most_batched at the most; none is a batch itself. `timestamp` in Unix
// ms.
std::string encode_batch(const std::vector<std::string>& messages, TimeMs timestamp, Wire wire);

}  // namespace baize::protocol
