// What a rival may hold: before the flop by where it sits and what it paid, after it by what the hand has cost so far
// and what it has done on this street.
#include <algorithm>
#include <cmath>

#include "games/holdem/bot/style.h"

namespace baize::games::holdem {

namespace {

double width_before_flop(const Situation& now, const Rival& rival) {
  const bool raised = rival.last_action == ActKind::raise || rival.last_action == ActKind::bet;
  if (raised && now.raises >= 3) return 0.05;
  if (raised && now.raises == 2) return now.dealt == 2 ? 0.2 : 0.1;
  if (raised) {
    // First in with much more than a raise needs: fewer hands, more of them when the stack is short.
    const double most = 0.12 + 0.8 * std::exp(-rival.bet / 12);
    const double open = open_width(rival.yet_behind, now.dealt);
    return rival.bet > 6 ? std::min(std::max(open, rival.all_in ? 0.3 : 0.0), most) : open;
  }
  if (rival.last_action == ActKind::call) return now.raises > 0 ? 0.35 : 0.6;
  return 1;
}

// Everybody's part of the pot before this street, in big blinds as if nobody had bet since the flop.
double width_after_flop(const Situation& now) {
  double before = now.pot - now.bet;
  for (const Rival& rival : now.rivals) before -= rival.bet;
  double each = before / (static_cast<double>(now.rivals.size()) + 1);
  if (now.street == Street::turn) each /= 1.8;
  if (now.street == Street::river) each /= 3;
  const double width = each < 1.7 ? 0.65 : each < 5 ? 0.35 : each < 11 ? 0.18 : 0.1;
  return now.dealt == 2 ? std::min(0.9, width * 1.9) : width;
}

float bettor(float place) { return place > 0.8f ? 1.0f : place > 0.55f ? 0.4f : 0.14f; }
float raiser(float place) { return place > 0.9f ? 1.0f : place > 0.75f ? 0.35f : 0.07f; }
float caller(float place) { return place > 0.93f ? 0.7f : place > 0.5f ? 1.0f : place > 0.3f ? 0.35f : 0.08f; }
float checker(float place) { return place > 0.85f ? 0.55f : 1.0f; }

}  // namespace

double open_width(int yet_behind, int dealt) {
  if (dealt == 2) return 0.8;
  constexpr std::array<double, 10> k_widths = {0.16, 0.42, 0.44, 0.29, 0.22, 0.18, 0.15, 0.13, 0.12, 0.11};
  return k_widths[static_cast<std::size_t>(std::clamp(yet_behind, 0, 9))];
}

Range range_of(const Situation& now, const Rival& rival, const Reading& reading, Strength strength) {
  if (strength == Strength::easy) return Range(1, now.known);
  if (now.street == Street::preflop) return Range(width_before_flop(now, rival), now.known);
  const bool bets = rival.last_action == ActKind::bet || rival.last_action == ActKind::raise;
  if (strength == Strength::medium) return Range(bets ? 0.3 : 0.55, now.known);
  Range range(width_after_flop(now), now.known);
  if (!rival.last_action) return range;
  range.weigh([&](std::size_t combo) {
    const float place = reading.place(combo);
    switch (*rival.last_action) {
      case ActKind::bet:
        return bettor(place);
      case ActKind::raise:
        return raiser(place);
      case ActKind::call:
        return caller(place);
      default:
        return checker(place);
    }
  });
  return range;
}

}  // namespace baize::games::holdem
