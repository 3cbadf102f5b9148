// The proofs of a table's fair deals as they fall due: to each viewer those of the cards that it gets or sees, and
// nothing of any other. Keeps the tree over the running deal, which is made once a deal. Used by servers and practice
// tables; never sends.
#pragma once

#include "protocol/server_messages.h"
#include "table/table.h"

namespace baize::protocol {

class DealProofs {
 public:
  // A deal may have begun: its tree need not be made again.
  void follow(const table::Outcome& outcome);
  // The proofs of these positions of the running or last deal, which was dealt fairly.
  CardProofs of(const table::State& state, std::uint64_t positions);
  // What somebody has to be told who comes in: the present deal with the proofs of all that `uuid` sees, and the next
  // one if it is open.
  std::vector<ServerMessage> standing(const table::State& state, const Uuid& uuid);

 private:
  std::shared_ptr<const cards::fair::Tree> tree_;
};

// What everybody is told of fair deals, before anything else that follows from `outcome`.
std::vector<ServerMessage> announcements(const table::Outcome& outcome);

// The positions of the deck that the views show to `uuid` since `after` and did not show `before`; none of a deal that
// was not dealt fairly.
std::uint64_t newly_seen(const table::State& before, const table::State& after, const Uuid& uuid);

}  // namespace baize::protocol
