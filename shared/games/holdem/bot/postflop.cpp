// After the flop, and short stacks before it: what brings most (hard), or the chances against the price (the others).
#include <algorithm>

#include "games/holdem/bot/style.h"

namespace baize::games::holdem {

namespace {

// All numbers are parts of one.
struct Temper {
  double error;       // how far off its sense of its own chances may be
  double eagerness;   // how far above an even share a chance has to be to bet or raise
  double stickiness;  // how much below the price it still calls
  double bluff;       // how often it bets with nothing
};
constexpr Temper k_easy = {0.22, 0.5, 0.12, 0.03};
constexpr Temper k_medium = {0.05, 0.2, 0.0, 0.08};

// Between half the pot and all of it, more the surer it is.
Wish bet(const Situation& now, double sure, Dice& dice) {
  const double part = 0.4 + 0.4 * sure + 0.2 * dice.part();
  return Wish::raise(now.highest + part * (now.pot + now.call));
}

Wish by_price(const Situation& now, double share, const Temper& temper, Dice& dice) {
  share += temper.error * (2 * dice.part() - 1);
  const double even = 1.0 / (static_cast<double>(now.rivals.size()) + 1);
  const double strong = even + temper.eagerness * (1 - even);
  if (now.call <= 0) {
    // A strong hand is now and then played slowly, so that checking tells little.
    if (share > strong && dice.part() < 0.85) return bet(now, share, dice);
    if (now.rivals.size() <= 2 && dice.part() < temper.bluff) return bet(now, 0.3, dice);
    return Wish::call();
  }
  const double raises = strong + 0.12 * (1 + now.raises);
  if (share > raises && share > now.price() + 0.15 && dice.part() < 0.7) return bet(now, share, dice);
  return share + temper.stickiness >= now.price() ? Wish::call() : Wish::fold();
}

}  // namespace

int rounds_of(const Situation& now, Strength strength) {
  const bool by_chart = now.raises == 0 && now.effective > k_short;
  if (now.street == Street::preflop && (by_chart || strength != Strength::hard)) return 0;
  switch (strength) {
    case Strength::easy:
      return 80;
    case Strength::medium:
      return 300;
    case Strength::hard:
      break;
  }
  return 3000;
}

Rehearsal::Plans plans_for(const Situation& now, Strength strength) {
  Rehearsal::Plans plans = {{false, now.bet + now.call}};
  if (strength != Strength::hard || !now.may_raise) return plans;
  if (now.street == Street::preflop) {
    if (now.effective <= k_short) plans.push_back({true, now.most_raise});
    return plans;
  }
  const double whole = now.pot + now.call;
  for (const double part : {0.4, 0.7, 1.0}) {
    const double to = std::max(now.highest + part * whole, now.least_raise);
    if (to > 0.6 * now.most_raise) break;
    if (plans.back().to < to) plans.push_back({true, to});
  }
  if (now.most_raise - now.highest <= 2 * whole) plans.push_back({true, now.most_raise});
  return plans;
}

Wish best_of(const Situation& now, const Rehearsal& rehearsal, const Rehearsal::Plans& plans, Dice& dice) {
  // Of ways that are about as good one is taken by chance: who can be read is beaten.
  const double about = 0.03 * now.pot;
  double most = 0;
  for (std::size_t i = 0; i < plans.size(); ++i) most = std::max(most, rehearsal.value(i));
  if (now.call > 0 && most <= 0.01 * now.pot) return Wish::fold();
  core::Bounded<std::size_t, Rehearsal::k_most_plans> good;
  for (std::size_t i = 0; i < plans.size(); ++i)
    if (rehearsal.value(i) >= most - about && (rehearsal.value(i) > 0 || now.call <= 0)) good.push_back(i);
  if (good.empty()) return Wish::call();
  const Plan& plan = plans[good[dice.below(static_cast<std::uint32_t>(good.size()))]];
  if (!plan.raise) return Wish::call();
  return plan.to >= now.most_raise ? Wish::all_in() : Wish::raise(plan.to);
}

Wish wish_after_flop(const Situation& now, const Rehearsal& rehearsal, const Rehearsal::Plans& plans, Strength strength,
                     Dice& dice) {
  if (strength == Strength::easy) return by_price(now, rehearsal.share(), k_easy, dice);
  if (strength == Strength::medium) return by_price(now, rehearsal.share(), k_medium, dice);
  return best_of(now, rehearsal, plans, dice);
}

}  // namespace baize::games::holdem
