// Applies a JSON Patch (RFC 6902) to a JSON document: all of it or, where one operation cannot be done, nothing. A
// stranger's patch may be anything: how many operations it has, how deep it reaches and how much it copies are bounded,
// and no library throws.
#pragma once

#include "core/json_read.h"

namespace baize::core {

inline constexpr std::size_t k_most_operations = 1024;
// How many values (RFC 8259 section 3) the copies of one patch may make together.
inline constexpr std::size_t k_most_copied = 10'000;

// malformed: `patch` is no patch, goes beyond the bounds, or does not fit the document, which then is what it was.
Result<void> apply_patch(Json& document, const Json& patch);

}  // namespace baize::core
