#include "games/holdem/bot/range.h"

#include <algorithm>

#include "games/holdem/bot/chart.h"

namespace baize::games::holdem {

namespace {

// Beyond the edge of a range hands fade out over this part of its width.
constexpr double k_fade = 0.5;
constexpr int k_tries = 40;

}  // namespace

Range::Range(double width, CardSet known) {
  for (std::size_t i = 0; i < k_combos; ++i) {
    const Combo& combo = k_all_combos[i];
    if ((combo.set() & known) != 0) continue;
    const double beyond = (tightness(combo.a, combo.b) - width) / (k_fade * width);
    weight_[i] = static_cast<float>(std::clamp(1 - beyond, 0.0, 1.0));
  }
}

void Range::finish() {
  float sum = 0;
  for (std::size_t i = 0; i < k_combos; ++i) sum_[i] = sum += weight_[i];
}

std::optional<Combo> Range::draw(Dice& dice, CardSet used) const {
  for (int i = 0; i < k_tries; ++i) {
    const auto at = static_cast<float>(dice.part()) * sum_.back();
    const auto found = std::upper_bound(sum_.begin(), sum_.end(), at);
    if (found == sum_.end()) continue;
    const Combo& combo = k_all_combos[static_cast<std::size_t>(found - sum_.begin())];
    if ((combo.set() & used) == 0) return combo;
  }
  return std::nullopt;
}

float Range::cut(const Reading& reading, double part) const {
  if (part <= 0) return -1;
  float left = static_cast<float>(part) * sum_.back();
  for (const std::uint16_t combo : reading.in_order()) {
    left -= weight_[combo];
    if (left <= 0) return reading.place(combo);
  }
  return 1;
}

}  // namespace baize::games::holdem
