// Whether the seeds of fair deals are opened, so that anybody can replay the shuffle. A setting of games that deal from
// a deck, chosen when the table is made (the rules, "Fair deals" 5); the table opens seeds by it.
#pragma once

#include <boost/describe.hpp>

namespace baize::games {

enum class Audit { never, sample, at_close };
BOOST_DESCRIBE_ENUM(Audit, never, sample, at_close)

}  // namespace baize::games
