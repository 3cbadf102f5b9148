// Thinking: what a game reckons for longer than a moment, done in pieces, so that a browser can draw in between - a
// bot's decision (G::Thought) and how good a player's own cards are (G::Odds). The same pieces in any portions lead to
// the same result; no clock is read here.
#pragma once

#include <concepts>
#include <optional>
#include <string>

#include "games/contract.h"

namespace baize::games {

// What a player may be told about the own cards, as an aid for practice; both from what the seat knows alone.
struct Outlook {
  std::string hand;              // "two pair, aces and fours"; empty where there is nothing to tell
  std::optional<double> chance;  // the share of the pot that it wins on average, 0 to 1, should nobody else fold
  double error = 0;              // the chance lies within this of it, 19 times in 20; 0 if it is exact
};

// A thought is made of (shared, own, seat, strength, entropy), odds of (shared, own, seat). `think(pieces)` goes on for
// about so many microseconds of a usual processor, and a little more where a step cannot be cut; true while there is
// more to think. `move` asks for a thought that is at its end; `outlook` may be asked for at any time,
// and whether other odds are about the same cards and opponents.
template <class G>
concept Thinks =
    requires(typename G::Thought& thought, typename G::Odds& odds, int pieces) {
      { thought.think(pieces) } -> std::same_as<bool>;
      { thought.move() } -> std::same_as<typename G::Move>;
      { odds.think(pieces) } -> std::same_as<bool>;
      { odds.outlook() } -> std::same_as<Outlook>;
      { odds.ask_the_same(odds) } -> std::same_as<bool>;
    } &&
    std::constructible_from<typename G::Thought, const typename G::Public&, const typename G::Private&, Seat, Strength,
                            const Entropy&> &&
    std::constructible_from<typename G::Odds, const typename G::Public&, const typename G::Private&, Seat>;

// So much at a time keeps below 2 ms in a browser on a slow machine.
inline constexpr int k_thinking_slice = 250;

}  // namespace baize::games
