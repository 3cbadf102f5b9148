// A match of two sides of hold'em bots over the public contract: every deal is played twice with the same cards and the
// sides changed, so that luck with the cards cancels out. Used by baize-bots.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "games/holdem/game.h"

namespace baize::bots {

using games::holdem::Game;
using games::holdem::Move;

// Somebody who plays: a bot of one strength, or a simple habit to test bots with.
struct Player {
  enum class Habit { bot, calls, raises, shoves };
  std::string name;
  Habit habit = Habit::bot;
  games::Strength strength = games::Strength::easy;
};

// easy, medium, hard, caller, raiser, shover; another name throws std::invalid_argument.
Player player_named(const std::string& name);

// CPU times of decisions, in ms.
class Times {
 public:
  void add(double ms) { all_.push_back(ms); }
  std::size_t count() const { return all_.size(); }
  // `part` 0 to 1; 1 is the longest.
  double quantile(double part) const;

 private:
  std::vector<double> all_;
};

struct Watch {
  std::map<std::string, Times> of_players;
};

// What the first side won: big blinds a hundred hands and seat, and half the width of its 95 % interval.
struct Score {
  double won = 0;
  double error = 0;
  int deals = 0;
};

struct Terms {
  int seats = 6;    // even
  int stack = 100;  // big blinds, at the start of every deal
  std::uint64_t seed = 1;
};

class Match {
 public:
  Match(const Terms& terms, Player first, Player second, Watch& watch);

  void play(int deals);
  Score score() const;

 private:
  double play_deal(std::uint64_t number, int first_seat);
  Move move_of(const Player& player, const Game::State& state, core::Seat seat, const core::Entropy& entropy);

  Terms terms_;
  Player first_;
  Player second_;
  Watch& watch_;
  Game::State table_;
  core::Entropy seed_;
  int deals_ = 0;
  double sum_ = 0;
  double squares_ = 0;
};

}  // namespace baize::bots
