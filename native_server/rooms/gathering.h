// What waits to go to one reader together, for a reader who asked for batches: what falls within k_batch_within of the
// first message, k_most_batched at the most. What somebody waits for goes at once, and takes along what came before it,
// so that the order stays. Time is handed in; decides nothing of what is said.
#pragma once

#include <optional>
#include <vector>

#include "net/door.h"
#include "protocol/wire.h"

namespace baize::server {

// Whether a message may wait a moment for others.
enum class Haste { may_wait, at_once };

class Gathering {
 public:
  // `now` in Unix ms, here and below. True: what is gathered is to be sent now.
  bool add(Outgoing message, Haste haste, core::TimeMs now);
  // When it is to be sent at the latest; nothing while nothing waits.
  std::optional<core::TimeMs> due() const { return due_; }
  // What is to be sent, in order: one frame for all of it; or the messages themselves, for a reader that is behind
  // (`together` false), in whose queue views can still stand for one another.
  std::vector<Outgoing> take(core::TimeMs now, protocol::Wire wire, bool together);

 private:
  std::vector<Outgoing> waiting_;
  std::optional<core::TimeMs> due_;
};

}  // namespace baize::server
