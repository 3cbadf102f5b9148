#include "web/semantics/semantics.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "core/check.h"
#include "web/platform/frame_loop.h"
#include "web/semantics/document.h"

namespace baize::web::semantics {
namespace dom = platform::dom;
namespace {

constexpr Rect k_everywhere{-1e6F, -1e6F, 2e6F, 2e6F};

/// What people did since the last frame.
struct Doings {
  std::set<std::string, std::less<>> activated;
  std::map<std::string, std::string, std::less<>> edited;
  std::set<std::string, std::less<>> submitted;
  std::map<std::string, float, std::less<>> scrolled;
};

struct Focus {
  std::string id;
  bool seen = false;     // show a ring
  bool arrived = false;  // since the last frame
  std::string wanted;    // to be given at the end of the frame
};

struct Semantics {
  Document document;
  std::vector<Placed> frame;
  std::set<std::string, std::less<>> ids;
  std::vector<int> groups;  // open ones, as indices into frame
  std::vector<Rect> clips;
  Doings doings;
  Focus focus;
  std::vector<std::string> dialogs;        // open at the end of the last frame, outermost first
  std::vector<std::string> left_behind;    // for each: who had the focus when it opened
  std::vector<std::string> frame_dialogs;  // met in this frame
};

Semantics& self() {
  static Semantics only;
  return only;
}

int append(Twin twin, int parent) {
  core::check(self().ids.insert(twin.id).second, "every twin of a frame has an id of its own");
  self().frame.push_back({std::move(twin), parent, false});
  return static_cast<int>(self().frame.size()) - 1;
}

int innermost() { return self().groups.empty() ? -1 : self().groups.back(); }

void mark_inert() {
  if (self().frame_dialogs.empty()) return;
  const std::string& open = self().frame_dialogs.back();
  for (Placed& placed : self().frame) placed.inert = placed.parent < 0 && placed.twin.id != open;
}

/// The focus enters a dialog that opened and returns when it closes.
void follow_dialogs() {
  auto& open = self().dialogs;
  auto& behind = self().left_behind;
  const auto& now = self().frame_dialogs;
  while (!open.empty() && std::find(now.begin(), now.end(), open.back()) == now.end()) {
    if (self().focus.wanted.empty()) self().focus.wanted = behind.back();
    open.pop_back();
    behind.pop_back();
  }
  for (const std::string& id : now) {
    if (std::find(open.begin(), open.end(), id) != open.end()) continue;
    open.push_back(id);
    behind.push_back(self().focus.id);
    self().focus.wanted = id;
  }
}

/// Where the focus goes when its twin vanishes: the innermost group that stays, so that a reader is not thrown to the
/// top of the page.
std::string heir_of_focus() {
  const std::string& id = self().focus.id;
  if (id.empty() || self().ids.count(id) > 0) return {};
  return self().document.surviving_group(id, [](const std::string& group) { return self().ids.count(group) > 0; });
}

void on_focused(const std::string& id, bool seen) {
  Focus& focus = self().focus;
  focus.arrived = focus.arrived || (id != focus.id && !id.empty());
  focus.id = id;
  focus.seen = seen;
}

}  // namespace

void start() {
  dom::listen({
      [](const std::string& id) { self().doings.activated.insert(id); },
      [](const std::string& id, const std::string& value) {
        self().doings.edited[id] = value;
        self().document.note_value(id, value);
      },
      [](const std::string& id) { self().doings.submitted.insert(id); },
      [](const std::string& id, float offset) { self().doings.scrolled[id] = offset; },
      on_focused,
  });
}

void begin_frame() {
  self().frame.clear();
  self().ids.clear();
  self().groups.clear();
  self().clips.assign(1, k_everywhere);
  self().frame_dialogs.clear();
}

void end_frame() {
  mark_inert();
  follow_dialogs();
  std::string heir = heir_of_focus();
  self().document.show(std::move(self().frame));
  self().frame.clear();
  self().doings = {};
  self().focus.arrived = false;
  std::string target = std::exchange(self().focus.wanted, {});
  if (target.empty() || !self().document.has(target)) target = std::move(heir);
  if (!target.empty()) dom::focus(target);
}

void begin_group(Twin group) {
  const bool dialog = is_dialog(group.role);
  if (dialog) self().frame_dialogs.push_back(group.id);
  self().groups.push_back(append(std::move(group), dialog ? -1 : innermost()));
}

void end_group() { self().groups.pop_back(); }

void add(Twin twin) { append(std::move(twin), innermost()); }

void begin_scroll(const std::string& id, const Rect& area, const Scrolled& scrolled) {
  begin_group({.id = id, .role = Role::scroll, .rect = area, .scrolled = scrolled});
  self().clips.push_back(visible(area));
}

void end_scroll() {
  self().clips.pop_back();
  end_group();
}

std::optional<float> scrolled(std::string_view id) {
  const auto found = self().doings.scrolled.find(id);
  if (found == self().doings.scrolled.end()) return std::nullopt;
  return found->second;
}

Rect visible(const Rect& rect) { return intersection(rect, self().clips.back()); }

bool activated(std::string_view id) { return self().doings.activated.find(id) != self().doings.activated.end(); }

std::optional<std::string> edited(std::string_view id) {
  const auto found = self().doings.edited.find(id);
  if (found == self().doings.edited.end()) return std::nullopt;
  return found->second;
}

bool submitted(std::string_view id) { return self().doings.submitted.find(id) != self().doings.submitted.end(); }

bool focused(std::string_view id) { return self().focus.id == id; }

bool focus_seen(std::string_view id) { return self().focus.seen && self().focus.id == id; }

bool focus_arrived(std::string_view id) { return self().focus.arrived && self().focus.id == id; }

void focus(std::string_view id) {
  self().focus.wanted = id;
  platform::request_frame();
}

bool covered() {
  if (self().dialogs.empty()) return false;
  for (const int group : self().groups) {
    if (self().frame[static_cast<std::size_t>(group)].twin.id == self().dialogs.back()) return false;
  }
  return true;
}

void announce(std::string_view text, Urgency urgency) { dom::speak(text, urgency); }

}  // namespace baize::web::semantics
