#include "web/controls/amount_picker.h"

#include <algorithm>
#include <charconv>

#include "narration/words.h"
#include "web/controls/button.h"
#include "web/controls/layout.h"
#include "web/controls/text_field.h"
#include "web/platform/frame_loop.h"

namespace baize::web::controls {
namespace {

using core::Chips;

constexpr float k_entry_width = 104;
constexpr float k_narrow_entry_width = 84;
constexpr float k_narrow = 420;  // px; a row that is narrower has less air
constexpr float k_least_slider = 120;

/// Digits with nothing else but the commas and spaces that people write between them.
std::optional<std::int64_t> typed_amount(const std::string& text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9')
      digits.push_back(c);
    else if (c != ',' && c != ' ')
      return std::nullopt;
  }
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc{} || value > core::k_max_chips.count) return std::nullopt;
  return value;
}

}  // namespace

Chips round_step(Chips least) {
  std::int64_t step = 1;
  while (step * 10 <= least.count) step *= 10;
  if (step * 5 <= least.count) return Chips{step * 5};
  if (step * 2 <= least.count) return Chips{step * 2};
  return Chips{step};
}

void AmountPicker::begin(const AmountLimits& limits, Chips chosen, Spread spread) {
  limits_ = limits;
  spread_ = spread;
  choose(chosen);
}

void AmountPicker::choose(Chips amount) {
  chosen_ = std::clamp(amount.count, limits_.min.count, std::max(limits_.min.count, limits_.max.count));
  typed_ = std::to_string(chosen_);
  platform::request_frame();
}

void AmountPicker::nudge(int steps) { choose(Chips{chosen_ + steps * button_step().count}); }

Chips AmountPicker::button_step() const {
  return std::max(limits_.step, round_step(std::max(limits_.min, limits_.max / 40) / 4));
}

std::optional<Chips> AmountPicker::amount() const {
  const auto typed = typed_amount(typed_);
  if (!typed || *typed < limits_.min.count || *typed > limits_.max.count) return std::nullopt;
  return Chips{*typed};
}

std::string AmountPicker::problem() const {
  if (amount()) return {};
  return "From " + narration::number(limits_.min) + " to " + narration::number(limits_.max) + " chips.";
}

bool AmountPicker::draw(const Rect& row, bool disabled) {
  const Chips before = amount().value_or(Chips{-1});
  const bool narrow = row.width < k_narrow;
  const float gap = narrow ? 6 : 10;
  Rect rest = row;
  const Rect entry = cut_right(rest, narrow ? k_narrow_entry_width : k_entry_width, gap);
  const bool one_choice = limits_.min >= limits_.max;
  if (rest.width >= k_least_slider + 2 * paint::k_touch) {
    const Rect less = cut_left(rest, paint::k_touch, gap);
    const Rect more = cut_right(rest, paint::k_touch, gap);
    const Button step{
        .id = {}, .label = {}, .rect = {}, .icon_only = true, .disabled = disabled || one_choice, .hint = {}};
    Button down = step;
    down.id = id_ + "/less", down.label = "Less", down.rect = less, down.icon = paint::Icon::minus;
    if (button(down)) nudge(-1);
    Button up = step;
    up.id = id_ + "/more", up.label = "More", up.rect = more, up.icon = paint::Icon::plus;
    if (button(up)) nudge(1);
  }
  std::int64_t slid = chosen_;
  if (slider({.id = id_ + "/slider",
              .label = label_,
              .rect = rest,
              .low = limits_.min.count,
              .high = limits_.max.count,
              .step = limits_.max - limits_.min > button_step() * 20 ? button_step().count : limits_.step.count,
              .spoken = label_ + " " + narration::number(chosen_),
              .spread = spread_,
              .disabled = disabled || one_choice},
             slid))
    choose(Chips{slid});
  semantics::Entry kind;
  kind.kind = semantics::EntryKind::number;
  kind.max_length = 16;
  kind.invalid = !amount();
  const Typed typed = text_field({.id = id_ + "/amount",
                                  .label = label_ + ", amount",
                                  .rect = entry,
                                  .label_hidden = true,
                                  .error = {},
                                  .hint = problem(),
                                  .disabled = disabled,
                                  .entry = kind},
                                 typed_);
  submitted_ = typed.submitted;
  if (typed.changed)
    if (const auto value = amount()) chosen_ = value->count;
  return amount().value_or(Chips{-1}) != before;
}

bool AmountPicker::draw_presets(const Rect& row, const std::vector<games::Preset>& presets, bool disabled) {
  bool changed = false;
  const int count = static_cast<int>(presets.size());
  for (int i = 0; i < count; ++i) {
    const games::Preset& preset = presets[static_cast<std::size_t>(i)];
    const bool there = amount() == preset.amount;
    if (button({.id = id_ + "/preset/" + preset.label,
                .label = preset.label,
                .rect = column(row, i, count, 6),
                .disabled = disabled,
                .hint = narration::number(preset.amount),
                .pressed = there})) {
      choose(preset.amount);
      changed = true;
    }
  }
  return changed;
}

}  // namespace baize::web::controls
