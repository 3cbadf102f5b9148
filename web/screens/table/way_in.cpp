#include "web/screens/table/way_in.h"

#include <algorithm>

#include "narration/words.h"
#include "web/controls/button.h"
#include "web/controls/label.h"
#include "web/controls/layout.h"
#include "web/controls/modal.h"
#include "web/controls/text_field.h"
#include "web/semantics/semantics.h"

namespace baize::web::screens {
namespace {

using controls::cut_top;

constexpr float k_width = 400;
constexpr float k_words = 66;
constexpr float k_button = 52;
constexpr int k_name_length = 24;

bool button(const std::string& id, const std::string& label, const Rect& rect, bool disabled) {
  return controls::button({.id = id,
                           .label = label,
                           .rect = rect,
                           .kind = controls::Kind::primary,
                           .disabled = disabled,
                           .hint = {},
                           .shortcut = {},
                           .copies = {}});
}

std::optional<core::Seat> free_seat(const protocol::TableSummary& table) {
  for (core::Seat seat = 0; seat < table.settings.table.value.seats; ++seat) {
    const auto here = [seat](const table::SeatView& one) { return one.seat == seat; };
    if (std::none_of(table.seats.begin(), table.seats.end(), here)) return seat;
  }
  return std::nullopt;
}

}  // namespace

WayIn::Wish WayIn::draw(House& house, OpenTable& table) {
  return table.refused_because() == core::Reason::wrong_passphrase ? draw_locked(table) : draw_private(house, table);
}

WayIn::Wish WayIn::draw_locked(const OpenTable& table) {
  const controls::Modal modal("passphrase", "This table is locked", {k_width, controls::Modal::k_frame_height + 190});
  Rect inner = modal.content();
  controls::paragraph("passphrase/words", cut_top(inner, 44), table.refusal(), {.size = 15, .tint = Tint::ink_soft});
  semantics::Entry entry;
  entry.kind = semantics::EntryKind::password;
  entry.enter = semantics::EnterKey::go;
  const controls::Typed typed = controls::text_field({.id = "passphrase/text",
                                                      .label = "Passphrase",
                                                      .rect = cut_top(inner, controls::k_field_height),
                                                      .error = {},
                                                      .hint = {},
                                                      .entry = entry},
                                                     passphrase_);
  const bool pressed = button("passphrase/go", "Come in", cut_top(inner, k_button), passphrase_.empty());
  if (modal.dismissed()) return Wish::lobby;
  return !passphrase_.empty() && (pressed || typed.submitted) ? Wish::try_passphrase : Wish::nothing;
}

WayIn::Wish WayIn::draw_private(House& house, OpenTable& table) {
  const bool known = house.account.state() == Account::State::known;
  const bool answered = !table.session().on_its_way("new-player") && !table.session().on_its_way("take-seat");
  if (answered && !table.newest_trouble().empty()) asked_ = naming_ = false;
  const protocol::TableSummary* const summary = table.summary();
  const auto seat = summary != nullptr ? free_seat(*summary) : std::nullopt;
  const bool asks_name = !known && seat && !asked_;
  const float height = k_words + k_button + 16 + (asks_name ? controls::k_field_height + 16 : 0);
  const controls::Modal modal("private", "This table is private", {k_width, controls::Modal::k_frame_height + height});
  if (modal.dismissed()) return Wish::lobby;
  Rect inner = modal.content();
  const std::string words = asked_ ? "You have asked for a seat. Once you are let in, the table is shown."
                            : summary != nullptr && !seat ? "All seats are taken, and nobody may look on."
                                                          : table.refusal();
  controls::paragraph("private/words", cut_top(inner, k_words), words, {.size = 15, .tint = Tint::ink_soft});
  if (asked_ || !seat) {
    if (button("private/again", "Look again", cut_top(inner, k_button), false)) table.refresh();
    if (naming_ && known && seat) ask_for_seat(house, table, *seat);
    return Wish::nothing;
  }
  if (asks_name) {
    semantics::Entry entry;
    entry.max_length = k_name_length;
    entry.autocomplete = "nickname";
    controls::text_field({.id = "private/name",
                          .label = "Your name at this table",
                          .rect = cut_top(inner, controls::k_field_height, 16),
                          .error = {},
                          .hint = {},
                          .entry = entry},
                         name_);
  }
  const core::Chips buy_in = games::min_buy_in(summary->settings.game.value);
  const std::string label =
      buy_in > core::Chips{0} ? "Take a seat with " + narration::number(buy_in) : std::string("Take a seat");
  if (button("private/seat", label, cut_top(inner, k_button), asks_name && name_.empty()))
    ask_for_seat(house, table, *seat);
  return Wish::nothing;
}

void WayIn::ask_for_seat(House& house, OpenTable& table, core::Seat seat) {
  asked_ = true;
  naming_ = house.account.state() != Account::State::known;
  if (naming_) {
    house.remember_name(name_);
    protocol::NewPlayer named;
    named.username = name_;
    return table.ask(named);
  }
  protocol::TakeSeat take;
  take.seatID = seat;
  take.buyIn = games::min_buy_in(table.summary()->settings.game.value);
  if (!name_.empty()) take.username.emplace(name_);
  table.ask(take);
}

}  // namespace baize::web::screens
