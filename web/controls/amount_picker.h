// AmountPicker: an amount within limits, by slider, by one step more or less, by shortcut or typed in. Raises, buy-ins
// and whatever else asks for chips use it. It keeps what is chosen from frame to frame and says when it fits.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/chips.h"
#include "games/contract.h"
#include "web/controls/slider.h"
#include "web/platform/geometry.h"

namespace baize::web::controls {

/// Limits in chips, both included. `step` counts from `min`; `max` itself can always be reached.
struct AmountLimits {
  core::Chips min;
  core::Chips max;
  core::Chips step{1};
  bool operator==(const AmountLimits&) const = default;
};

class AmountPicker {
 public:
  /// `id` begins the ids of its twins; `label` is what the amount is called: "Raise to".
  AmountPicker(std::string id, std::string label) : id_(std::move(id)), label_(std::move(label)) {}

  /// New limits and a first choice within them.
  void begin(const AmountLimits& limits, core::Chips chosen, Spread spread = Spread::fine_low);
  void choose(core::Chips amount);
  /// One step of the buttons and arrow keys more (1) or less (-1).
  void nudge(int steps);

  /// The amount, if what stands there is one that fits.
  std::optional<core::Chips> amount() const;
  /// What is wrong with it, for people; empty if it fits.
  std::string problem() const;
  const AmountLimits& limits() const { return limits_; }
  const std::string& label() const { return label_; }

  /// One row, k_touch high: less, slider, more, and the amount to type over. True when it changed.
  bool draw(const Rect& row, bool disabled);
  /// A row of shortcuts. True when it changed.
  bool draw_presets(const Rect& row, const std::vector<games::Preset>& presets, bool disabled);

  /// True once after Enter in the amount.
  bool submitted() const { return submitted_; }

 private:
  core::Chips button_step() const;

  std::string id_;
  std::string label_;
  AmountLimits limits_;
  Spread spread_ = Spread::even;
  std::int64_t chosen_ = 0;  // always within the limits
  std::string typed_;        // what stands in the entry
  bool submitted_ = false;
};

/// A round step for amounts from about `least` on: 1, 2, 5, 10, 20, 50, ..; at least 1.
core::Chips round_step(core::Chips least);

}  // namespace baize::web::controls
