// A match of two sides of Nommie bots over the public contract: whole games of 26 rounds, each played twice with the
// same cards and the sides changed, so that luck with the cards cancels out. Also counts how often cards take tricks,
// which the bots' table of chances comes from. Used by baize-bots.
#pragma once

#include <string>

#include "bots/match.h"
#include "games/nommie/bot/chances.h"
#include "games/nommie/game.h"

namespace baize::bots {

// easy, medium, hard, or random: any legal move. Another name throws std::invalid_argument.
struct NommiePlayer {
  std::string name;
  std::optional<games::Strength> strength;  // none: random
};
NommiePlayer nommie_player_named(const std::string& name);

// Of one side, on average.
struct NommieFigures {
  double score = 0;   // points a game and seat
  double games = 0;   // won, a part of 1; a game that several win is shared
  double rounds = 0;  // with exactly the tricks bid, a part of 1
};

// How often cards took tricks, by what their player knew of them when trump was named.
class CardCounts {
 public:
  void count(const games::nommie::RoundStarted& round, games::nommie::Trump trump,
             const std::vector<games::nommie::Event>& events);
  // As in games/nommie/bot/chances.h. Where too few were seen, what the next shorter suit has.
  std::string table() const;

 private:
  struct Cell {
    double seen = 0;
    double won = 0;
  };
  std::array<std::array<std::array<std::array<Cell, games::nommie::k_most_higher + 1>, 3>, 3>, 8> cells_{};
};

class NommieMatch {
 public:
  NommieMatch(std::uint64_t seed, NommiePlayer first, NommiePlayer second, Watch& watch);

  void play(int games);
  int games() const { return games_; }
  NommieFigures first() const { return figures(0); }
  NommieFigures second() const { return figures(1); }
  // Of the first side's points a game and seat over the second's: half the width of the 95 % interval.
  double error() const;
  const CardCounts& counts() const { return counts_; }

 private:
  struct Sums {
    double score = 0;
    double games = 0;
    double exact = 0;
  };

  // The first side's points a seat, less the second's. `first_seat`: 0 or 1.
  double play_game(const core::Entropy& chance, int first_seat);
  void play_round(games::nommie::State& state, const core::Entropy& chance, int first_seat);
  games::nommie::Move move_of(const NommiePlayer& player, const games::nommie::State& state, core::Seat seat,
                              const core::Entropy& entropy);
  NommieFigures figures(std::size_t side) const;

  core::Entropy seed_;
  std::array<NommiePlayer, 2> players_;
  Watch& watch_;
  std::array<Sums, 2> sums_{};
  CardCounts counts_;
  int games_ = 0;
  double differences_ = 0;
  double squares_ = 0;
};

}  // namespace baize::bots
