#include "web/semantics/roles.h"

#include <algorithm>
#include <array>

namespace baize::web::semantics {
namespace {

struct Writing {
  Role role;
  std::string_view tag;
  std::string_view aria;  // empty: the tag says it
};

constexpr std::array k_writings{
    Writing{Role::text, "p", ""},
    Writing{Role::heading, "h2", ""},
    Writing{Role::image, "div", "img"},
    Writing{Role::progress, "div", "progressbar"},
    Writing{Role::button, "button", ""},
    Writing{Role::link, "a", ""},
    Writing{Role::checkbox, "button", "checkbox"},
    Writing{Role::radio, "button", "radio"},
    Writing{Role::tab, "button", "tab"},
    Writing{Role::slider, "input", ""},
    Writing{Role::entry, "input", ""},
    Writing{Role::group, "div", "group"},
    Writing{Role::region, "section", "region"},
    Writing{Role::navigation, "nav", ""},
    Writing{Role::banner, "header", "banner"},
    Writing{Role::list, "div", "list"},
    Writing{Role::list_item, "div", "listitem"},
    Writing{Role::radio_group, "div", "radiogroup"},
    Writing{Role::tab_list, "div", "tablist"},
    Writing{Role::tab_panel, "div", "tabpanel"},
    Writing{Role::log, "div", "log"},
    Writing{Role::dialog, "div", "dialog"},
    Writing{Role::alert_dialog, "div", "alertdialog"},
    Writing{Role::table, "div", "table"},
    Writing{Role::row, "div", "row"},
    Writing{Role::cell, "div", "cell"},
    Writing{Role::column_header, "div", "columnheader"},
    Writing{Role::scroll, "div", "none"},
};

const Writing& writing_of(Role role) {
  return *std::find_if(k_writings.begin(), k_writings.end(), [role](const Writing& w) { return w.role == role; });
}

std::string yes_or_no(bool value) { return value ? "true" : "false"; }

void add_states(const Twin& twin, Attributes& out) {
  const auto state = [&out](std::string_view name, const std::optional<bool>& value) {
    if (value) out.emplace_back(name, yes_or_no(*value));
  };
  // Not `disabled`: the focus would be lost, and the reason could not be read.
  if (twin.disabled) out.emplace_back("aria-disabled", "true");
  state("aria-pressed", twin.pressed);
  state("aria-checked", twin.checked);
  state("aria-expanded", twin.expanded);
  state("aria-selected", twin.selected);
  if (!twin.description.empty()) out.emplace_back("aria-description", twin.description);
  if (!twin.shortcut.empty()) out.emplace_back("aria-keyshortcuts", twin.shortcut);
  if (!twin.copies.empty()) out.emplace_back("data-copies", twin.copies);
}

void add_range(const Range& range, Attributes& out) {
  out.emplace_back("type", "range");
  out.emplace_back("min", std::to_string(range.low));
  out.emplace_back("max", std::to_string(range.high));
  out.emplace_back("step", std::to_string(range.step));
  if (!range.spoken.empty()) out.emplace_back("aria-valuetext", range.spoken);
}

std::string_view input_type(EntryKind kind) { return kind == EntryKind::password ? "password" : "text"; }

std::string_view enter_hint(EnterKey key) {
  switch (key) {
    case EnterKey::done:
      return "done";
    case EnterKey::go:
      return "go";
    case EnterKey::send:
      return "send";
    case EnterKey::search:
      return "search";
    case EnterKey::next:
      return "next";
  }
  return "done";
}

void add_entry(const Entry& entry, Attributes& out) {
  if (!entry.lines) out.emplace_back("type", input_type(entry.kind));
  if (entry.kind == EntryKind::number) out.emplace_back("inputmode", "numeric");
  if (entry.kind == EntryKind::search) out.emplace_back("inputmode", "search");
  if (!entry.placeholder.empty()) out.emplace_back("placeholder", entry.placeholder);
  if (entry.max_length > 0) out.emplace_back("maxlength", std::to_string(entry.max_length));
  if (entry.lines && entry.enter_submits) out.emplace_back("data-enter", "submits");
  if (entry.invalid) out.emplace_back("aria-invalid", "true");
  out.emplace_back("autocomplete", entry.autocomplete);
  out.emplace_back("enterkeyhint", enter_hint(entry.enter));
  // Names and amounts are no prose: phones should not correct them.
  out.emplace_back("autocapitalize", entry.lines ? "sentences" : "off");
  out.emplace_back("spellcheck", yes_or_no(entry.lines));
}

std::string_view class_of(Role role) {
  if (role == Role::scroll) return "twin set scroll";
  if (role == Role::entry) return "twin entry";
  return is_group(role) ? "twin set" : "twin";
}

}  // namespace

std::string_view tag_of(const Twin& twin) {
  static constexpr std::array<std::string_view, 6> k_headings{"h1", "h2", "h3", "h4", "h5", "h6"};
  if (twin.role == Role::heading) return k_headings[static_cast<std::size_t>(std::clamp(twin.level, 1, 6) - 1)];
  if (twin.role == Role::entry && twin.entry && twin.entry->lines) return "textarea";
  return writing_of(twin.role).tag;
}

bool named_by_content(Role role) {
  return role == Role::text || role == Role::heading || role == Role::cell || role == Role::column_header;
}

bool is_group(Role role) { return role >= Role::group; }

bool is_dialog(Role role) { return role == Role::dialog || role == Role::alert_dialog; }

Attributes attributes_of(const Twin& twin) {
  Attributes out;
  const std::string_view aria = writing_of(twin.role).aria;
  if (!aria.empty()) out.emplace_back("role", aria);
  out.emplace_back("class", class_of(twin.role));
  if (!named_by_content(twin.role) && !twin.name.empty()) out.emplace_back("aria-label", twin.name);
  if (is_group(twin.role) && twin.role != Role::scroll) out.emplace_back("tabindex", "-1");
  if (is_dialog(twin.role)) out.emplace_back("aria-modal", "true");
  if (twin.role == Role::log) out.emplace_back("aria-live", "off");  // announce() speaks; twice is too much
  if (!twin.href.empty()) out.emplace_back("href", twin.href);
  add_states(twin, out);
  if (twin.range) add_range(*twin.range, out);
  if (twin.entry) add_entry(*twin.entry, out);
  return out;
}

}  // namespace baize::web::semantics
