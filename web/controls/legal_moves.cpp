#include "web/controls/legal_moves.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "narration/words.h"
#include "web/controls/button.h"
#include "web/controls/label.h"
#include "web/controls/layout.h"
#include "web/semantics/semantics.h"

namespace baize::web::controls {
namespace {

using games::Ask;
using games::Control;

constexpr float k_flat_height = 48;
constexpr float k_row_gap = 8;
constexpr float k_button_height = LegalMoves::k_buttons - k_row_gap;
constexpr float k_reason = 22;  // the line that says why something is forbidden
constexpr float k_cell_gap = 8;
constexpr float k_least_cell = 78;
// Of short choices, as numbers are: as small as a finger can touch.
constexpr float k_least_short_cell = paint::k_touch;
constexpr std::size_t k_short = 3;  // letters
constexpr float k_most_cell = 196;
constexpr float k_wide_width = 660;
constexpr float k_flat_screen = 480;  // px of height
constexpr std::string_view k_group = "moves";

/// The keys that play are free while the focus is nowhere in particular.
bool keys_free() { return !semantics::covered() && (semantics::focused("") || semantics::focused(k_group)); }

/// "Call 1,000 (all-in)" as "Call" and "1,000 (all-in)".
std::pair<std::string, std::string> split_amount(const std::string& label) {
  for (std::size_t i = 1; i + 1 < label.size(); ++i)
    if (label[i] == ' ' && label[i + 1] >= '0' && label[i + 1] <= '9') return {label.substr(0, i), label.substr(i + 1)};
  return {label, {}};
}

/// The first letter, where no button before it has the same.
std::string shortcut_of(const std::string& label, std::string& taken) {
  const char first = label.empty() ? ' ' : label.front();
  if (first < 'A' || first > 'Z' || taken.find(first) != std::string::npos) return {};
  taken.push_back(first);
  return {first};
}

Kind kind_of(const Control& control) {
  if (control.primary) return Kind::primary;
  if (control.dangerous) return Kind::danger;
  return control.ask == Ask::amount ? Kind::good : Kind::normal;
}

}  // namespace

LegalMoves::Shape LegalMoves::shape_for(Size stage) {
  if (stage.height < k_flat_screen) return Shape::flat;
  return stage.width >= k_wide_width ? Shape::wide : Shape::tall;
}

float LegalMoves::usual_height(Shape shape) {
  if (shape == Shape::flat) return k_flat_height;
  const float rows = shape == Shape::tall ? 2 : 1;
  return k_button_height + rows * (paint::k_touch + k_row_gap);
}

void LegalMoves::offer(std::uint64_t decision, std::vector<Control> controls) {
  const bool same = decision == decision_;
  const auto alike = [](const Control& a, const Control& b) { return a.action == b.action && a.label == b.label; };
  if (same && std::equal(controls.begin(), controls.end(), controls_.begin(), controls_.end(), alike)) return;
  decision_ = decision;
  controls_ = std::move(controls);
  question_.reset();
  const Control* asks = amount_control();
  // What was typed stays where only something beside the decision has changed.
  if (same && picker_ && asks != nullptr && picker_->limits().min == asks->min && picker_->limits().max == asks->max)
    return;
  picker_.reset();
  if (asks == nullptr) return;
  picker_.emplace(std::string(k_group) + "/" + asks->action, asks->label);
  picker_->begin({asks->min, asks->max, asks->step}, asks->min);
}

const Control* LegalMoves::amount_control() const {
  const auto asks = [](const Control& one) { return one.ask == Ask::amount; };
  const auto found = std::find_if(controls_.begin(), controls_.end(), asks);
  return found == controls_.end() ? nullptr : &*found;
}

std::vector<LegalMoves::Cell> LegalMoves::cells() const {
  std::vector<Cell> all;
  for (const Control& control : controls_) {
    if (control.aside) continue;
    const std::string id = std::string(k_group) + "/" + control.action;
    if (control.ask == Ask::choice) {
      for (const games::Option& option : control.options)
        all.push_back({&control, id + "/" + option.value, option.label, option.value, option.forbidden});
    } else if (control.ask == Ask::amount) {
      const auto amount = picker_ ? picker_->amount() : std::nullopt;
      all.push_back({&control, id, amount ? control.label + " " + narration::number(*amount) : control.label, {}, {}});
    } else if (control.ask == Ask::nothing) {
      all.push_back({&control, id, control.label, {}, {}});
    }
  }
  // What gives up stands at the left edge, what Enter does beside it.
  const bool primary_first = all.size() > 1 && all[0].control->primary && all[1].control->ask == Ask::nothing;
  if (primary_first) std::swap(all[0], all[1]);
  return all;
}

std::optional<LegalMoves::Answered> LegalMoves::draw(const Rect& area, Shape shape, bool busy) {
  const semantics::Group group(std::string(k_group), semantics::Role::group, "Your moves");
  follow_arrows(busy);
  Rect rest = area;
  if (shape == Shape::flat) {
    Rect row = cut_bottom(rest, k_flat_height, 0);
    if (question_) return draw_question(row, shape, busy);
    if (amount_control() != nullptr) draw_amount(row, shape, busy);
    return draw_cells(row, busy);
  }
  const Rect buttons = cut_bottom(rest, k_button_height, k_row_gap);
  if (question_) {
    auto answered = draw_question(cut_bottom(rest, paint::k_touch, 0), shape, busy);
    draw_cells(buttons, true);
    return answered;
  }
  if (amount_control() != nullptr) draw_amount(rest, shape, busy);
  return draw_cells(buttons, busy);
}

void LegalMoves::draw_amount(Rect& area, Shape shape, bool busy) {
  const Control& control = *amount_control();
  switch (shape) {
    case Shape::flat: {
      const Rect row = cut_right(area, area.width * 0.4F, k_cell_gap);
      picker_->draw(scene::around(row.centre(), {row.width, paint::k_touch}), busy);
      return;
    }
    case Shape::wide: {
      const Rect row = in_middle(cut_bottom(area, paint::k_touch, 0), 860, paint::k_touch);
      picker_->draw_presets(column(row, 0, 2), control.presets, busy);
      picker_->draw(column(row, 1, 2), busy);
      return;
    }
    case Shape::tall: {
      const Rect row = cut_bottom(area, paint::k_touch, k_row_gap);
      picker_->draw_presets(cut_bottom(area, paint::k_touch, 0), control.presets, busy);
      picker_->draw(row, busy);
      return;
    }
  }
}

std::optional<LegalMoves::Answered> LegalMoves::draw_cells(const Rect& area, bool busy) {
  const std::vector<Cell> all = cells();
  if (all.empty()) return std::nullopt;
  const auto count = static_cast<float>(all.size());
  const bool all_short =
      std::all_of(all.begin(), all.end(), [](const Cell& one) { return one.label.size() <= k_short; });
  const float least = all_short ? k_least_short_cell : k_least_cell;
  const float fitting = std::max(1.0F, std::floor((area.width + k_cell_gap) / (least + k_cell_gap)));
  const float rows = std::ceil(count / fitting);
  const float per_row = std::ceil(count / rows);
  const float width = std::min(k_most_cell, (area.width - (per_row - 1) * k_cell_gap) / per_row);
  const float left = area.x + (area.width - per_row * width - (per_row - 1) * k_cell_gap) / 2;
  const float top = area.bottom() - rows * area.height - (rows - 1) * k_row_gap;
  draw_reasons(all, {area.x, top - k_reason, area.width, k_reason});
  std::optional<Answered> answered;
  std::string taken;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const float column = std::fmod(static_cast<float>(i), per_row);
    const float row = std::floor(static_cast<float>(i) / per_row);
    const Rect rect{left + column * (width + k_cell_gap), top + row * (area.height + k_row_gap), width, area.height};
    if (draw_cell(all[i], shortcut_of(all[i].label, taken), rect, busy)) answered = pressed(all[i], rect, area);
  }
  return answered;
}

// Why some can't be chosen, for fingers too, that can't hover.
void LegalMoves::draw_reasons(const std::vector<Cell>& all, const Rect& row) {
  std::vector<std::string> reasons;
  for (const Cell& one : all)
    if (!one.forbidden.empty()) reasons.push_back(one.forbidden);
  if (reasons.empty()) return;
  std::string text;
  for (const std::string& one : reasons) text += (text.empty() ? "" : " ") + one;
  label(std::string(k_group) + "/why", row, text, {.size = 13, .tint = Tint::ink_soft, .align = paint::Align::centre});
}

bool LegalMoves::draw_cell(const Cell& cell, const std::string& shortcut, const Rect& rect, bool busy) {
  const auto [label, amount] = split_amount(cell.label);
  const bool unfit = cell.control->ask == Ask::amount && !(picker_ && picker_->amount());
  const std::string hint = unfit && picker_ ? picker_->problem() : cell.forbidden;
  const bool disabled = busy || unfit || !cell.forbidden.empty();
  const bool enter = cell.control->primary && !disabled && keys_free() && ImGui::IsKeyPressed(ImGuiKey_Enter, false);
  const bool typed_enter = cell.control->ask == Ask::amount && !disabled && picker_ && picker_->submitted();
  return button({.id = cell.id,
                 .label = label,
                 .rect = rect,
                 .kind = kind_of(*cell.control),
                 .detail = amount,
                 .disabled = disabled,
                 .hint = hint,
                 .shortcut = shortcut,
                 .copies = {}}) ||
         enter || typed_enter;
}

std::optional<LegalMoves::Answered> LegalMoves::pressed(const Cell& cell, const Rect& rect, const Rect& area) {
  if (!cell.control->dangerous) return answer_to(*cell.control, cell.choice);
  const bool left = rect.centre().x < area.centre().x;
  question_ = Question{cell.control->action, cell.choice, cell.label, left ? Side::right : Side::left, true};
  return std::nullopt;
}

std::optional<LegalMoves::Answered> LegalMoves::draw_question(const Rect& row, Shape shape, bool busy) {
  const Question question = *question_;
  const auto same = [&](const Control& one) { return one.action == question.action; };
  const auto control = std::find_if(controls_.begin(), controls_.end(), same);
  if (control == controls_.end()) {
    question_.reset();
    return std::nullopt;
  }
  const std::string id = std::string(k_group) + "/really";
  Button yes{.id = id,
             .label = "Yes, " + question.label,
             .rect = {},
             .kind = Kind::danger,
             .disabled = busy,
             .hint = {},
             .shortcut = {},
             .copies = {}};
  Button no{
      .id = std::string(k_group) + "/back", .label = "Back", .rect = {}, .hint = {}, .shortcut = {}, .copies = {}};
  const float yes_width = std::max(button_width(yes), k_most_cell);
  const float no_width = button_width(no) + 16;
  // Away from the button that asked.
  const float whole = std::min(row.width, yes_width + k_cell_gap + no_width);
  Rect rest = question.side == Side::left ? Rect{row.x, row.y, whole, row.height}
                                          : Rect{row.right() - whole, row.y, whole, row.height};
  if (shape == Shape::wide) rest = in_middle(row, whole, row.height);
  yes.rect =
      question.side == Side::left ? cut_left(rest, yes_width, k_cell_gap) : cut_right(rest, yes_width, k_cell_gap);
  no.rect = rest;
  const bool really = button(yes);
  const bool escape = !semantics::covered() && ImGui::IsKeyPressed(ImGuiKey_Escape, false);
  if (std::exchange(question_->fresh, false)) semantics::focus(id);
  if (button(no) || escape || really) question_.reset();
  if (really) return answer_to(*control, question.choice);
  return std::nullopt;
}

std::optional<LegalMoves::Answered> LegalMoves::answer_to(const Control& control, const std::string& choice) const {
  Answered answered{control.action, {}};
  answered.answer.choice = choice;
  if (control.ask == Ask::amount) {
    const auto amount = picker_ ? picker_->amount() : std::nullopt;
    if (!amount) return std::nullopt;
    answered.answer.amount = *amount;
  }
  return answered;
}

std::optional<LegalMoves::Answered> LegalMoves::card(cards::Card card) const {
  for (const Control& control : controls_) {
    if (control.ask != Ask::cards) continue;
    if (std::find(control.cards.begin(), control.cards.end(), card) == control.cards.end()) continue;
    Answered answered{control.action, {}};
    answered.answer.card = card;
    return answered;
  }
  return std::nullopt;
}

bool LegalMoves::wants_card() const {
  return std::any_of(controls_.begin(), controls_.end(), [](const Control& one) { return one.ask == Ask::cards; });
}

void LegalMoves::follow_arrows(bool busy) {
  if (!picker_ || busy || question_ || !keys_free()) return;
  const auto key = [](ImGuiKey one) { return ImGui::IsKeyPressed(one, true); };
  if (key(ImGuiKey_UpArrow) || key(ImGuiKey_RightArrow)) picker_->nudge(1);
  if (key(ImGuiKey_DownArrow) || key(ImGuiKey_LeftArrow)) picker_->nudge(-1);
}

}  // namespace baize::web::controls
