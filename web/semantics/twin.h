// Twin: what one control, card or text is to those who do not see the picture: role, name, state and place. Controls
// and the table's painter hand twins over while they draw; only web/semantics turns them into elements of the document.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "web/platform/geometry.h"

namespace baize::web::semantics {

/// ARIA 1.2 roles that Baize uses: to be read, to be used, and from `group` on those for begin_group().
enum class Role {
  // clang-format off
  text, heading, image, progress,
  button, link, checkbox, radio, tab, slider, entry,
  group, region, navigation, banner, list, list_item, radio_group, tab_list, tab_panel, log, dialog, alert_dialog,
  table, row, cell, column_header,
  scroll  // no role of its own: what lies in it is cut to it and scrolled
  // clang-format on
};

/// A slider: whole numbers, also beyond 2^31 (chips), at most 2^53 - 1.
struct Range {
  std::int64_t low = 0;
  std::int64_t high = 0;
  std::int64_t value = 0;
  std::int64_t step = 1;  ///< of an arrow key
  std::string spoken;     ///< "200 chips", read instead of the bare number
  bool operator==(const Range&) const = default;
};

enum class EntryKind { text, number, password, search };
enum class EnterKey { done, go, send, search, next };

/// A line or an area to type in. The element itself is seen: the picture draws only the frame around it.
struct Entry {
  EntryKind kind = EntryKind::text;
  std::string value;
  std::string placeholder;
  std::string autocomplete = "off";  ///< as in HTML: "nickname", "current-password"
  int max_length = 0;                ///< UTF-16 units as browsers count; 0: no limit
  bool lines = false;                ///< several lines: Enter breaks them, unless enter_submits
  bool enter_submits = true;
  EnterKey enter = EnterKey::done;  ///< the word on a phone's Enter key
  bool invalid = false;
  float text_size = 16;  ///< px; below 16 phones zoom in when they focus
  bool operator==(const Entry&) const = default;
};

/// A part of the picture that scrolls.
struct Scrolled {
  float offset = 0;  ///< px of the content above the rectangle
  float extent = 0;  ///< height of the whole content
  bool operator==(const Scrolled&) const = default;
};

struct Twin {
  std::string id;  ///< unique in a frame and the same from frame to frame: "lobby/create", "seat/3"
  Role role = Role::text;
  std::string name;  ///< what it is called: "Raise to 200", "ace of spades"
  Rect rect;         ///< CSS pixels of the stage
  bool disabled = false;
  std::optional<bool> pressed;   ///< a button that stays down
  std::optional<bool> checked;   ///< checkbox, radio
  std::optional<bool> expanded;  ///< a button that opens something
  std::optional<bool> selected;  ///< tab
  int level = 0;                 ///< heading 1..6
  std::string description;       ///< more than the name: a hint, the reason why it is disabled
  std::string shortcut;          ///< a key that does the same: "F"
  std::string href;              ///< link: the browser itself follows it
  std::string copies;            ///< button: this goes to the clipboard within the click
  std::optional<Range> range;
  std::optional<Entry> entry;
  std::optional<Scrolled> scrolled;
  bool operator==(const Twin&) const = default;
};

}  // namespace baize::web::semantics
