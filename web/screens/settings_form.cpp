#include "web/screens/settings_form.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "core/json_read.h"
#include "core/json_write.h"
#include "narration/words.h"
#include "web/controls/button.h"
#include "web/controls/choice.h"
#include "web/controls/label.h"
#include "web/controls/layout.h"
#include "web/controls/text_field.h"

namespace baize::web::screens {
namespace {

using controls::cut_top;
using games::SettingDescription;
using games::SettingType;

constexpr float k_two_columns = 280;  // px; narrower forms have one
constexpr float k_number_height = controls::k_field_height + controls::k_error_height;
constexpr float k_choice_height = 20 + 4 + paint::k_touch + paint::k_gap;
constexpr float k_switch_height = paint::k_touch + 4;
constexpr float k_fold_height = paint::k_touch + 8;
constexpr std::size_t k_first_of_game = 3;

std::optional<std::int64_t> whole(const std::string& text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// Of what has a row for itself.
float row_height(SettingType type) {
  if (type == SettingType::text) return k_number_height;
  return type == SettingType::choice ? k_choice_height : k_switch_height;
}

}  // namespace

std::vector<SettingDescription> table_fields(const games::GameDescription& game,
                                             const std::vector<SettingDescription>& table) {
  std::vector<SettingDescription> all = game.settings;
  for (SettingDescription one : table) {
    if (one.name == "seats") {
      if (game.min_seats == game.max_seats) continue;
      one.min = game.min_seats;
      one.max = game.max_seats;
      one.default_ = std::clamp(one.default_, one.min, one.max);
    }
    all.push_back(std::move(one));
  }
  return all;
}

std::vector<std::string> first_fields(const std::vector<SettingDescription>& game) {
  std::vector<std::string> names{"seats", "auto_accept"};
  for (std::size_t i = 0; i < std::min(k_first_of_game, game.size()); ++i) names.push_back(game[i].name);
  return names;
}

SettingsForm::SettingsForm(std::string id, std::vector<SettingDescription> fields, const std::vector<std::string>& open)
    : id_(std::move(id)) {
  for (SettingDescription& what : fields) {
    const bool first = std::find(open.begin(), open.end(), what.name) != open.end();
    const std::int64_t value = what.default_;
    std::string text = what.type == SettingType::text ? "" : std::to_string(value);
    fields_.push_back({std::move(what), std::move(text), value, first});
  }
}

void SettingsForm::fill(std::string_view json) {
  const auto values = core::parse_json(json);
  if (!values || !values->is_object()) return;
  for (Field& field : fields_) {
    const auto found = values->find(field.what.name);
    if (found == values->end()) continue;
    if (found->is_number_integer()) {
      field.value = found->get<std::int64_t>();
      field.text = std::to_string(field.value);
    } else if (found->is_boolean()) {
      field.value = found->get<bool>() ? 1 : 0;
    } else if (found->is_string()) {
      if (field.what.type == SettingType::text) field.text = *found;
      for (std::size_t i = 0; i < field.what.choices.size(); ++i)
        if (field.what.choices[i].value == found->get_ref<const std::string&>())
          field.value = static_cast<std::int64_t>(i);
    }
  }
}

bool SettingsForm::number(const Field& field) {
  return field.what.type == SettingType::integer || field.what.type == SettingType::chips;
}

bool SettingsForm::fits(const Field& field) {
  if (!number(field)) return true;
  const auto value = whole(field.text);
  return value && *value >= field.what.min && *value <= field.what.max;
}

bool SettingsForm::applies(const Field& field) const {
  const std::string& with = field.what.only_with;
  const std::size_t mark = with.find('=');
  for (const Field& other : fields_)
    if (with.compare(0, mark, other.what.name) == 0)
      return applies(other) &&
             with.compare(mark + 1, with.npos, other.what.choices[static_cast<std::size_t>(other.value)].value) == 0;
  return true;
}

bool SettingsForm::valid() const {
  return std::all_of(fields_.begin(), fields_.end(), [this](const Field& one) { return !applies(one) || fits(one); });
}

std::string SettingsForm::json() const {
  std::string out = "{";
  for (const Field& field : fields_) {
    if (!applies(field)) continue;
    if (out.size() > 1) out += ',';
    core::write_json_string(out, field.what.name);
    out += ':';
    if (number(field)) {
      out += std::to_string(whole(field.text).value_or(field.what.default_));
    } else if (field.what.type == SettingType::boolean) {
      out += field.value != 0 ? "true" : "false";
    } else {
      core::write_json_string(out, field.what.type == SettingType::text
                                       ? field.text
                                       : field.what.choices[static_cast<std::size_t>(field.value)].value);
    }
  }
  return out + "}";
}

std::vector<const SettingsForm::Field*> SettingsForm::shown(bool open) const {
  std::vector<const Field*> all;
  // Numbers first, so that they stand in columns.
  for (const bool numbers : {true, false})
    for (const Field& field : fields_)
      if (field.open == open && number(field) == numbers && applies(field)) all.push_back(&field);
  return all;
}

float SettingsForm::block_height(bool open, float width) const {
  const int columns = width >= k_two_columns ? 2 : 1;
  int numbers = 0;
  float height = 0;
  for (const Field* field : shown(open)) {
    if (number(*field))
      ++numbers;
    else
      height += row_height(field->what.type);
  }
  return height + static_cast<float>((numbers + columns - 1) / columns) * k_number_height;
}

float SettingsForm::height(float width) const {
  return block_height(true, width) + k_fold_height + (unfolded_ ? block_height(false, width) : 0);
}

void SettingsForm::draw(const Rect& area) {
  Rect rest = area;
  draw_block(true, rest);
  Rect fold = cut_top(rest, paint::k_touch, 8);
  const controls::Button more{.id = id_ + "/more",
                              .label = unfolded_ ? "Fewer settings" : "More settings",
                              .rect = fold,
                              .kind = controls::Kind::quiet,
                              .hint = {},
                              .shortcut = {},
                              .expanded = unfolded_,
                              .copies = {}};
  if (controls::button(more)) unfolded_ = !unfolded_;
  if (unfolded_) draw_block(false, rest);
}

void SettingsForm::draw_block(bool open, Rect& area) {
  const int columns = area.width >= k_two_columns ? 2 : 1;
  int in_row = 0;
  Rect row;
  for (const Field* shown_field : shown(open)) {
    Field& field = fields_[static_cast<std::size_t>(shown_field - fields_.data())];
    if (number(field)) {
      if (in_row == 0) row = cut_top(area, k_number_height, 0);
      Rect cell = controls::column(row, in_row, columns, 16);
      draw_field(field, cell);
      in_row = (in_row + 1) % columns;
      continue;
    }
    draw_field(field, cut_top(area, row_height(field.what.type), 0));
  }
}

void SettingsForm::draw_field(Field& field, const Rect& rect) {
  const SettingDescription& what = field.what;
  const std::string id = id_ + "/" + what.name;
  const bool text = what.type == SettingType::text;
  if (number(field) || text) {
    const std::string label = what.unit.empty() || what.unit == "chips" ? what.label : what.label + ", " + what.unit;
    const std::string limits = text ? "" : narration::number(what.min) + " to " + narration::number(what.max);
    semantics::Entry entry;
    entry.kind = text ? semantics::EntryKind::text : semantics::EntryKind::number;
    entry.max_length = text ? static_cast<int>(what.max) : 12;
    const Rect field_rect{rect.x, rect.y, rect.width, controls::k_field_height};
    controls::text_field({.id = id,
                          .label = label,
                          .rect = field_rect,
                          .error = fits(field) ? "" : limits,
                          .hint = limits,
                          .entry = entry},
                         field.text);
    return;
  }
  if (what.type == SettingType::boolean) {
    bool on = field.value != 0;
    controls::toggle({.id = id, .label = what.label, .rect = {rect.x, rect.y, rect.width, paint::k_touch}, .hint = {}},
                     on);
    field.value = on ? 1 : 0;
    return;
  }
  Rect rest = rect;
  paint::draw_text(cut_top(rest, 20, 4), what.label,
                   {.size = paint::k_text_small, .weight = Weight::bold, .tint = Tint::ink_soft});
  controls::Choice choice{.id = id, .label = what.label, .rect = cut_top(rest, paint::k_touch), .options = {}};
  for (const games::SettingChoice& one : what.choices) choice.options.push_back({one.value, one.label});
  int selected = static_cast<int>(field.value);
  controls::choice(choice, selected);
  field.value = selected;
}

}  // namespace baize::web::screens
