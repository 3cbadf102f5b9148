// The table as a versioned state machine: `apply` judges one action against a state and yields the next state with all
// that follows from it, or an Error and nothing changed. The same function runs on the server, in practice mode in the
// browser, in replays and in simulations. Nobody is shown an Outcome before its runtime has made it durable.
#pragma once

#include <memory>
#include <vector>

#include "table/action.h"
#include "table/events.h"

namespace baize::table {

// Chips that cross the table's edge with this action, between an account's wallet and the table's escrow. A bot's come
// from and go to the house.
struct Transfer {
  enum class Way { to_table, from_table };
  Uuid account;
  bool bot = false;
  Way way = Way::to_table;
  Chips amount;
};

struct Outcome {
  State state;
  std::vector<DealNews> deal_news;  // what everybody is told of fair deals, before anything else
  std::vector<Event> table_events;
  games::AnyEvents game_events;
  std::vector<Transfer> transfers;
  // A deal began or ended with this action: the state is worth storing whole.
  bool deal_began = false;
  bool deal_ended = false;
  // The tree over the cards of a fair deal that began: the proofs of its cards come from it. Never leaves the house.
  std::shared_ptr<const cards::fair::Tree> tree;
};

struct Opening {
  core::TableId id;
  core::Name name;
  Uuid owner;
  bool locked = false;
  Settings settings;
  TimeMs at = 0;
};

// A new table with nobody seated, version 0. Settings have been checked.
State open(const Opening& opening);

// Errors: those of the protocol's page for the command. A Tick for a decision that has passed is `stale`.
Result<Outcome> apply(const State& state, const Action& action);

// What must hold of any state: the sentence of what does not, empty if all is well.
std::string check(const State& state);

// SHA-256 over the binary form of a state: equal natively and in wasm.
core::Digest digest(const State& state);

// Whether a seat of the open deal still has to give its value, if these were given. False where none is open.
bool waits_for_values(const State& state, const GivenValues& values);

// What a sitter would take to the wallet if the table were closed now: a running deal would be void. What all sitters
// have is what was brought to the table, less what was taken from it.
Chips worth(const State& state, const Sitter& one);

// Whose stack should be filled up before the next deal, if anybody's: for the house to do by FillUp, and where that is
// refused for want of chips by EndTopUp.
std::optional<Uuid> due_top_up(const State& state);

// The lowest free seat, if any.
std::optional<Seat> free_seat(const State& state);
// The seat for somebody who asks for none in particular: the own one, a free one, or one that may be taken over.
std::optional<Seat> seat_for(const State& state, const Uuid& uuid);

}  // namespace baize::table
