// LocalBot: the bot whose turn it is at a table in this program. It thinks in short slices, so that pictures can be
// drawn in between, and takes its time, so that people can follow. Used by LocalDoor; it touches no table itself.
#pragma once

#include <optional>

#include "games/registry_thinking.h"
#include "table/table.h"

namespace baize::client {

using core::TimeMs;

class LocalBot {
 public:
  // A new decision: if it is a bot's, that bot begins to think; what was thought so far is forgotten.
  void face(const table::State& state, const core::Entropy& entropy, TimeMs now);
  // One slice (all that is left, if a page that nobody sees is woken too seldom).
  void think(TimeMs now);
  // Its move, once, when it is thought through and the time for it has come.
  std::optional<table::Action> take_move(TimeMs now);
  // When think() and take_move() should be called again; nothing if no bot is to act.
  std::optional<TimeMs> next_wake() const;

 private:
  struct Turn {
    core::Uuid uuid;
    std::uint64_t decision = 0;
    games::AnyThought thought;
    bool thinking = true;
    TimeMs moves_at = 0;
    TimeMs thought_at = 0;
  };
  std::optional<Turn> turn_;
};

}  // namespace baize::client
