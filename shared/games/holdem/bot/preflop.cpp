// Before the flop: charts by position where there is room to play, and the chances against what a raiser may hold.
#include <algorithm>

#include "games/holdem/bot/chart.h"
#include "games/holdem/bot/style.h"

namespace baize::games::holdem {

namespace {

// What the hand is worth as a start: small pairs more than their place says where there is much to win with a set.
double start_of(const Situation& now) {
  const double place = tightness(now.hole[0], now.hole[1]);
  const bool pair = now.hole[0].rank() == now.hole[1].rank();
  return pair && now.effective > 35 ? place * 0.65 : place;
}

Wish passive(const Situation& now) { return now.call > 0 ? Wish::fold() : Wish::call(); }

Wish open(const Situation& now, double width, Dice& dice) {
  const bool first = now.dealt > 2 && now.yet_behind == 1;
  // Over a straddle as over a big blind.
  const double unit = std::max(1.0, now.highest);
  const double to = unit * (2.2 + 0.3 * dice.part() + (first ? 0.5 : 0) + now.callers);
  const double start = start_of(now);
  if (start <= width) return Wish::raise(to);
  if (now.callers > 0 && now.yet_behind <= 3 && start <= std::min(0.55, 1.8 * width)) return Wish::call();
  if (now.call > 0 && now.call < 0.6 && start <= 0.6 && now.callers > 0) return Wish::call();
  return passive(now);
}

// Again a raise, so big that calling it has its price.
Wish reraise(const Situation& now) {
  const double to = now.highest * (now.last ? 3.0 : 3.6) + now.callers * now.highest;
  return to > 0.4 * now.effective ? Wish::all_in() : Wish::raise(to);
}

Wish hard_against_raise(const Situation& now, double share, Dice& dice) {
  const double start = start_of(now);
  double opener = 0.2;
  for (const Rival& rival : now.rivals)
    if (rival.last_action == ActKind::raise) opener = open_width(rival.yet_behind, now.dealt);
  const bool huge = now.highest > 0.3 * now.effective;
  const double value = now.raises >= 3 ? 0.012 : now.raises == 2 ? (now.dealt == 2 ? 0.06 : 0.03) : 0.3 * opener;
  if (!huge && now.may_raise && start <= value && dice.part() < 0.85) return reraise(now);
  const bool bluffs = now.raises == 1 && now.callers == 0 && now.effective > 25 && start > opener;
  if (!huge && bluffs && start < 1.5 * opener && dice.part() < 0.15) return reraise(now);
  int unheard = 0;
  for (const Rival& rival : now.rivals) unheard += rival.to_speak && !rival.last_action;
  const bool over = now.call >= now.behind || now.effective <= now.highest;
  const double realised = over ? 1 : now.last ? 0.97 : 0.88;
  const double needed = now.price() + 0.01 + (over ? 0.0 : 0.015 * unheard);
  if (share * realised < needed || start > 0.8) return Wish::fold();
  // With so much in already the rest follows.
  return huge && !over && share > 0.52 ? Wish::all_in() : Wish::call();
}

Wish medium_wish(const Situation& now, Dice& dice) {
  const double start = start_of(now);
  const double wide = now.dealt == 2 ? 2.0 : now.dealt <= 4 ? 1.3 : 1.0;
  if (now.effective <= 10) {
    const double width = now.raises == 0 ? 0.2 * wide : 0.12 * wide;
    return start <= width ? Wish::all_in() : passive(now);
  }
  if (now.raises == 0) return open(now, 0.7 * open_width(now.yet_behind, now.dealt), dice);
  const bool huge = now.call > 0.25 * now.effective;
  const double raise = now.raises == 1 ? 0.03 : 0.012;
  if (start <= raise * wide && now.may_raise) return huge ? Wish::all_in() : reraise(now);
  const double call = huge ? 0.05 : now.raises > 1 ? 0.05 : now.yet_behind == 0 ? 0.3 : 0.16;
  return start <= call * wide ? Wish::call() : passive(now);
}

// Likes to see flops.
Wish easy_wish(const Situation& now, Dice& dice) {
  const double mood = 0.8 + 0.4 * dice.part();
  const double start = start_of(now) * mood;
  const double wide = now.dealt == 2 ? 1.4 : 1.0;
  if (now.raises == 0) {
    if (start <= 0.06) return Wish::raise(2 + 2 * dice.part() + now.callers);
    return start <= 0.7 * wide ? Wish::call() : passive(now);
  }
  if (start <= 0.015 && now.may_raise && now.raises < 3) return Wish::raise(2.5 * now.highest);
  const double call = now.call <= 4 ? 0.5 : now.call <= 12 ? 0.28 : 0.13;
  return start <= call * wide ? Wish::call() : passive(now);
}

}  // namespace

Wish wish_before_flop(const Situation& now, double share, Strength strength, Dice& dice) {
  if (strength == Strength::easy) return easy_wish(now, dice);
  if (strength == Strength::medium) return medium_wish(now, dice);
  if (now.raises > 0) return hard_against_raise(now, share, dice);
  double width = open_width(now.yet_behind, now.dealt);
  for (int i = 0; i < now.callers; ++i) width *= 0.8;
  return open(now, width, dice);
}

}  // namespace baize::games::holdem
