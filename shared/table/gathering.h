// The values that clients give for the open deal, as they come in: kept in memory until the deal is dealt with them in
// one action. Servers and practice tables run their deals with it; it knows no clock and sends nothing.
#pragma once

#include "table/table.h"

namespace baize::table {

class Gathering {
 public:
  // What a client-seed turned out to be.
  enum class Heard {
    kept,  // the value that the open deal waits for (or nothing new): it will be dealt with, once `taken` was not
           // called
    tip    // the tip of a new chain, for StartChain
  };
  // `value` for the deal `hand` (0: whichever is next), by the player `uuid`. not-seated; stale if that deal has been
  // dealt, or is just being dealt, without it.
  core::Result<Heard> hear(const State& state, const Uuid& uuid, std::uint64_t hand, const cards::fair::Value& value);

  // The values of the state's open deal, in the order of seats, for its Tick.
  GivenValues values(const State& state) const;
  // The deal is being dealt with the values: later ones come too late.
  void taken(const State& state);
  // When the Tick for `state.due` has to come (Unix ms): at `due`, but for an open deal not before its values are in,
  // or their time is over. Nothing without `due`.
  std::optional<TimeMs> due(const State& state) const;

 private:
  bool of(const State& state) const { return state.opened && state.opened->seed == seed_; }

  cards::fair::Value seed_;  // of the open deal that this is about
  bool taken_ = false;
  GivenValues values_;
};

}  // namespace baize::table
