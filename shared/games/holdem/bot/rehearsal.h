// A rehearsal: the rest of a hand played out many times with cards drawn for everybody, to see which share of the pot
// the bot's cards win and what each way to go on brings. Betting is looked ahead for one round: rivals answer a bet
// with the better part of their range, and then the cards are turned up.
#pragma once

#include <vector>

#include "games/holdem/bot/range.h"
#include "games/holdem/bot/situation.h"

namespace baize::games::holdem {

// A way to go on: a call (or check) or a bet or raise, with the own bet `to` in big blinds after it.
struct Plan {
  bool raise = false;
  double to = 0;
};

class Rehearsal {
 public:
  static constexpr std::size_t k_most_plans = 6;
  using Plans = core::Bounded<Plan, k_most_plans>;

  // One range a rival, in their order.
  Rehearsal(const Situation& now, const Reading& reading, std::vector<Range> ranges, const Plans& plans);

  void round(Dice& dice);

  // The share of the pot against those who stay for the first plan, 0 to 1.
  double share() const { return rounds_ > 0 ? share_ / rounds_ : 0; }
  // What a plan brings more than folding does, in big blinds.
  double value(std::size_t plan) const { return rounds_ > 0 ? value_[plan] / rounds_ : 0; }

 private:
  struct Rivals;

  double fold_part(const Rival& rival, const Plan& plan) const;
  float answer_cut(const Range& range, const Rival& rival, const Plan& plan) const;
  double outcome(const Rivals& rivals, std::size_t plan) const;
  bool deal(Dice& dice, Rivals& rivals) const;

  const Situation& now_;
  const Reading& reading_;
  std::vector<Range> ranges_;
  Plans plans_;
  float own_place_ = 0;
  // By rival and plan: the place from which on a rival stays, and from which on it raises.
  std::array<std::array<float, k_most_plans>, k_max_players> stays_{};
  std::array<float, k_max_players> raises_{};
  std::array<double, k_most_plans> value_{};
  double share_ = 0;
  int rounds_ = 0;
};

}  // namespace baize::games::holdem
