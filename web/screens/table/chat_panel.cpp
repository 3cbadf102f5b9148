#include "web/screens/table/chat_panel.h"

#include "web/controls/button.h"
#include "web/controls/label.h"
#include "web/controls/layout.h"
#include "web/controls/scroll.h"
#include "web/controls/text_field.h"
#include "web/semantics/semantics.h"

namespace baize::web::screens {
namespace {

using controls::cut_bottom;
using controls::cut_right;
using controls::cut_top;

constexpr float k_name_height = 20;
constexpr float k_line_gap = 10;
constexpr std::size_t k_name_length = 24;
constexpr paint::TextStyle k_said{.size = 15};

float line_height(const client::ChatLine& line, float width) {
  return k_name_height + paint::paragraph_height(line.message, width, k_said) + k_line_gap;
}

}  // namespace

void ChatPanel::draw(const Rect& area, OpenTable& table) {
  table.chat_seen();
  Rect rest = area;
  draw_entry(cut_bottom(rest, paint::k_touch), table);
  draw_lines(rest, table);
}

void ChatPanel::draw_lines(const Rect& area, const OpenTable& table) {
  const semantics::Group log({.id = "chat/lines", .role = semantics::Role::log, .name = "Chat", .rect = area});
  const auto& lines = table.session().chat();
  if (lines.empty()) {
    controls::paragraph("chat/empty", area, "Nothing has been said yet.", {.size = 15, .tint = Tint::ink_soft});
    return;
  }
  const float width = area.width - 8;
  float height = 0;
  for (const client::ChatLine& line : lines) height += line_height(line, width);
  const controls::Scroll scroll("chat/scroll", area, height, controls::Scroll::Stick::to_end);
  Rect rest = scroll.content();
  rest.width = width;
  // Few lines lie at the lower edge, beside the entry.
  cut_top(rest, std::max(0.0F, rest.height - height), 0);
  std::size_t number = 0;
  for (const client::ChatLine& line : lines) {
    Rect box = cut_top(rest, line_height(line, width), 0);
    const std::string id = "chat/line/" + std::to_string(number++);
    const bool own = line.uuid == table.session().uuid();
    if (scroll.shows(box)) {
      Rect text = box;
      paint::draw_text(
          cut_top(text, k_name_height, 0), line.username,
          {.size = paint::k_text_small, .weight = Weight::bold, .tint = own ? Tint::brass : Tint::ink_soft});
      paint::draw_paragraph(text, line.message, k_said);
    }
    semantics::add({.id = id, .role = semantics::Role::text, .name = line.username + ": " + line.message, .rect = box});
  }
}

// Whoever has no name yet gives one first: only then there is somebody who says something.
void ChatPanel::draw_entry(const Rect& row, OpenTable& table) {
  const bool nameless = !table.practice() && table.account()->state() != Account::State::known;
  Rect rest = row;
  const Rect send = cut_right(rest, paint::k_touch, 8);
  std::string& text = nameless ? name_ : text_;
  semantics::Entry entry;
  entry.placeholder = nameless ? "Your name, to say something" : "Say something";
  entry.max_length = static_cast<int>(nameless ? k_name_length : protocol::k_max_chat);
  entry.enter = semantics::EnterKey::send;
  if (nameless) entry.autocomplete = "nickname";
  const controls::Typed typed = controls::text_field({.id = nameless ? "chat/name" : "chat/text",
                                                      .label = nameless ? "Your name" : "Chat message",
                                                      .rect = rest,
                                                      .label_hidden = true,
                                                      .error = {},
                                                      .hint = {},
                                                      .entry = entry},
                                                     text);
  const bool pressed = controls::button({.id = "chat/send",
                                         .label = nameless ? "Give this name" : "Send",
                                         .rect = send,
                                         .icon = nameless ? paint::Icon::check : paint::Icon::send,
                                         .icon_only = true,
                                         .disabled = text.empty(),
                                         .hint = {},
                                         .shortcut = {},
                                         .copies = {}});
  if (text.empty() || !(pressed || typed.submitted)) return;
  if (nameless) {
    protocol::NewPlayer named;
    named.username = name_;
    return table.ask(named);
  }
  protocol::SendMessage said;
  said.message = std::exchange(text_, {});
  table.ask(said);
}

}  // namespace baize::web::screens
