// What the conformance tests stand on: some random plays of a game whose every step is looked at, and what a viewer
// sees of a state, as text.
#pragma once

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "conformance/games_under_test.h"
#include "conformance/random_play.h"
#include "core/json_write.h"

namespace baize::games::conformance {

inline constexpr std::uint8_t k_plays = 8;
inline constexpr int k_steps = 250;

template <class G>
class EveryGame : public ::testing::Test {
 protected:
  // `visit(play, the state before, the step)` for each step of some random plays, until one fails.
  template <class Visit>
  void play(Visit&& visit) {
    for (std::uint8_t seed = 0; seed < k_plays && !this->HasFailure(); ++seed) {
      SCOPED_TRACE("seed " + std::to_string(seed));
      RandomPlay<G> play(seed);
      for (int i = 0; i < k_steps && !this->HasFailure(); ++i) {
        const auto before = play.state();
        const auto step = play.next();
        visit(play, before, step);
      }
    }
  }
};

// Somebody without a seat, and every seat, taken or not.
template <class G>
std::vector<Viewer> viewers() {
  std::vector<Viewer> all{std::nullopt};
  for (Seat seat = 0; seat < G::k_max_seats; ++seat) all.emplace_back(seat);
  return all;
}

// All that leaves the server for this viewer, byte by byte.
template <class G>
std::string view_text(const typename G::State& state, Viewer viewer) {
  std::string text = core::to_json(G::view(state));
  if (!viewer) return text;
  text += core::to_json(G::view(state, *viewer));
  if (const auto bid = G::bid_constraints(state, *viewer)) text += core::to_json(*bid);
  return text;
}

// Every card that a JSON text names.
inline std::set<std::string> cards_in(const std::string& json) {
  std::set<std::string> found;
  for (std::size_t i = 0; i + 3 < json.size(); ++i)
    if (json[i] == '"' && json[i + 3] == '"' && cards::card_from_text(std::string_view(json).substr(i + 1, 2)))
      found.insert(json.substr(i + 1, 2));
  return found;
}

}  // namespace baize::games::conformance
