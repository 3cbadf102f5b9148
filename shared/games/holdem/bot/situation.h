// What a bot makes of its two views before it decides: the money, who is left and where they sit. All of it follows
// from what its seat may see; amounts are in big blinds, so that a bot plays the same at every stake.
#pragma once

#include <optional>

#include "games/holdem/bot/combos.h"
#include "games/holdem/moves.h"
#include "games/holdem/views.h"

namespace baize::games::holdem {

// Somebody else who is still in for the pot.
struct Rival {
  Seat seat = 0;
  double bet = 0;     // on this street
  double behind = 0;  // what is left
  bool all_in = false;
  bool to_speak = false;               // still has to answer the present bet
  bool acts_later = false;             // on the streets to come, after the bot
  int yet_behind = 0;                  // how many acted after it before the flop, blinds included
  std::optional<ActKind> last_action;  // of this street
  double total() const { return bet + behind; }
};

struct Situation {
  Situation(const Public& shared, const Private& own, Seat seat);

  std::array<Card, 2> hole{};
  core::Bounded<Card, 5> board;
  CardSet known = 0;  // own cards, the board, what others have turned up
  Street street = Street::preflop;

  double pot = 0;      // with all bets of this street
  double bet = 0;      // the own, on this street
  double behind = 0;   // the own stack
  double highest = 0;  // the bet to match
  double call = 0;     // what matching it costs, at most the stack
  bool may_raise = false;
  double least_raise = 0;  // to
  double most_raise = 0;   // to; all-in

  core::Bounded<Rival, k_max_players> rivals;  // in the order in which they act before the flop
  int dealt = 2;                               // how many got cards
  int yet_behind = 0;                          // how many act after the bot before the flop, if all do
  int raises = 0;                              // of this street, as far as can be seen
  int callers = 0;                             // who called the present bet, or limped
  bool last = true;                            // acts after everybody else on the streets to come
  double effective = 0;  // the most that the bot can lose or win from one rival on the whole hand from here: total bets

  double price() const { return call / (pot + call); }
};

// The legal move that comes nearest: fold becomes a check where that is free, a raise that is not open a call. `to` in
// big blinds.
class Choices {
 public:
  Choices(const Public& shared, const Private& own) : shared_(shared), own_(own) {}
  Move fold() const;
  Move call() const;
  // All-in if hardly anything would be left behind.
  Move raise(double to) const;
  Move all_in() const;

 private:
  const Public& shared_;
  const Private& own_;
};

template <class L>
const L* offered(const Private& own) {
  for (const Legal& one : own.legal)
    if (const L* found = std::get_if<L>(&one)) return found;
  return nullptr;
}

}  // namespace baize::games::holdem
