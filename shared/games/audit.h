// Whether the seeds of fair deals are opened, so that anybody can replay the shuffle. A setting of games that deal from
// a deck, chosen when the table is made (the rules, "Fair deals" 5); the table opens seeds by it.
#pragma once

#include <boost/describe.hpp>

#include "core/described.h"

namespace baize::games {

enum class Audit { never, sample, at_close };
BOOST_DESCRIBE_ENUM(Audit, never, sample, at_close)
constexpr core::Spelling wire_spelling(Audit) { return core::Spelling::underscores; }

}  // namespace baize::games
