#include "web/screens/table/menu.h"

#include <algorithm>

#include "narration/words.h"
#include "web/controls/button.h"
#include "web/controls/choice.h"
#include "web/controls/label.h"
#include "web/controls/layout.h"
#include "web/controls/modal.h"
#include "web/controls/scroll.h"
#include "web/platform/page.h"
#include "web/screens/table/hand_aid.h"
#include "web/semantics/semantics.h"

namespace baize::web::screens {
namespace {

using controls::cut_top;
using paint::Icon;

constexpr float k_width = 400;
constexpr float k_entry = 48;
constexpr float k_gap = 8;
constexpr float k_heading = 32;

const table::SeatView* own_seat(const table::GameView& view) {
  for (const table::SeatView& one : view.shared.value.seats)
    if (view.viewer.seat == one.seat) return &one;
  return nullptr;
}

}  // namespace

std::vector<Menu::Entry> Menu::seat_entries(OpenTable& table) {
  std::vector<Entry> all;
  const table::SeatView* seat = own_seat(*table.view());
  if (seat == nullptr) return all;
  const auto ask = [&table](protocol::TableVerb verb) {
    return [&table, verb] {
      table.ask(verb);
      return Wish::close;
    };
  };
  if (seat->status == games::SeatStatus::sitting_out || seat->stand_in)
    all.push_back({"sit-in", "Sit in", Icon::play, false, ask(protocol::SitIn{})});
  else
    all.push_back({"sit-out", "Sit out from the next deal", Icon::pause, false, ask(protocol::SitOut{})});
  if (table.status().empty() && table.for_chips())
    all.push_back({"add-chips", "Add chips", Icon::plus, false, [] { return Wish::add_chips; }});
  const core::Chips filled_up = table.view()->viewer.auto_top_up;
  const auto& game = table.view()->shared.value.table.settings.game.value;
  const core::Chips most = games::max_buy_in(game);
  protocol::AutoTopUp top_up;
  if (filled_up == core::Chips{0}) top_up.to = most;
  // Where all buy in for the same, as in a tournament, nothing can be added.
  if (games::min_buy_in(game) < most)
    all.push_back({"auto-top-up",
                   filled_up > core::Chips{0} ? "Don't fill up to " + narration::number(filled_up) + " any more"
                                              : "Fill up to " + narration::number(most) + " before each deal",
                   Icon::plus, false, ask(top_up)});
  if (seat->status != games::SeatStatus::leaving)
    all.push_back({"leave-seat",
                   games::stand_ins(game)   ? "Leave: a bot plays on"
                   : table.status().empty() ? "Leave the seat"
                                            : "Leave the seat after this deal",
                   Icon::door, false, ask(protocol::RequestLeave{})});
  return all;
}

std::vector<Menu::Entry> Menu::owner_entries(OpenTable& table) {
  std::vector<Entry> all;
  const auto& shared = table.view()->shared.value;
  const auto ask = [&table](protocol::TableVerb verb) {
    return [&table, verb] {
      table.ask(verb);
      return Wish::close;
    };
  };
  const bool paused = shared.table.status == table::Status::paused || shared.table.pause_pending;
  if (shared.table.status == table::Status::waiting && !shared.table.settings.table.value.auto_start)
    all.push_back({"start", "Start the game", Icon::play, false, ask(protocol::StartGame{})});
  if (paused)
    all.push_back({"resume", shared.table.pause_pending ? "Do not pause" : "Resume the game", Icon::play, false,
                   ask(protocol::ResumeGame{})});
  else
    all.push_back({"pause", table.status().empty() ? "Pause the game" : "Pause after this deal", Icon::pause, false,
                   ask(protocol::PauseGame{})});
  if (table.practice())
    all.push_back({"hand-aid", hand_aid_on() ? "Don't show my chances" : "Show my chances", Icon::none, false, [] {
                     switch_hand_aid(!hand_aid_on());
                     return Wish::close;
                   }});
  all.push_back({"settings", "Settings of the table", Icon::gear, false, [] { return Wish::settings; }});
  all.push_back({"reset", table.status().empty() ? "Start over" : "Start over: this deal does not count", Icon::refresh,
                 true, ask(protocol::ResetGame{})});
  for (const core::Uuid& banned : table.view()->viewer.banned) {
    protocol::UnbanPlayer unban;
    unban.uuid = banned;
    all.push_back({"unban/" + std::string(banned.view()), "Lift the ban on " + table.session().name_of(banned),
                   Icon::people, false, ask(unban)});
  }
  if (!table.practice()) all.push_back({"close", "Close the table", Icon::close, true, ask(protocol::CloseTable{})});
  return all;
}

std::vector<Menu::Entry> Menu::page_entries(OpenTable& table) {
  std::vector<Entry> all;
  if (!table.practice() && platform::notices() == platform::Notices::ask)
    all.push_back({"notices", "Tell me outside this page when it is my turn", Icon::none, false, [] {
                     platform::ask_for_notices();
                     return Wish::close;
                   }});
  if (!table.practice())
    all.push_back({"refresh", "Ask for the table again", Icon::refresh, false, [&table] {
                     table.refresh();
                     return Wish::close;
                   }});
  all.push_back({"leave-page", table.practice() ? "End practice" : "Back to the lobby", Icon::back, false,
                 [] { return Wish::leave_page; }});
  return all;
}

Menu::Wish Menu::draw(OpenTable& table) {
  if (table.view() == nullptr) return Wish::close;
  const auto seat = seat_entries(table);
  const bool owner = table.view()->viewer.owner;
  const auto own = owner ? owner_entries(table) : std::vector<Entry>{};
  const auto page = page_entries(table);
  const float entries = static_cast<float>(seat.size() + own.size() + page.size()) * (k_entry + k_gap);
  const float height = entries + (owner ? k_heading + 2 * (paint::k_touch + k_gap) + k_gap : 0);
  const controls::Modal modal("menu", std::string(table.view()->shared.value.table.name.view()),
                              {k_width, controls::Modal::k_frame_height + height});
  Wish wish = modal.dismissed() ? Wish::close : Wish::nothing;
  const auto take = [&wish](Wish one) {
    if (one != Wish::nothing) wish = one;
  };
  const controls::Scroll scroll("menu/scroll", modal.content().inset(-4), height + 8);
  Rect rest = scroll.content().inset(4);
  take(draw_entries(rest, seat));
  if (owner) {
    controls::heading("menu/owner", cut_top(rest, k_heading - k_gap, k_gap), "Your table", 3);
    take(draw_bots(rest, table));
    take(draw_entries(rest, own));
  }
  take(draw_entries(rest, page));
  return wish;
}

Menu::Wish Menu::draw_entries(Rect& area, const std::vector<Entry>& entries) {
  Wish wish = Wish::nothing;
  for (const Entry& entry : entries) {
    const bool back = asked_back_ == entry.id;
    const bool pressed = controls::button({.id = "menu/do/" + entry.id,
                                           .label = back ? entry.label + ": press again" : entry.label,
                                           .rect = cut_top(area, k_entry, k_gap),
                                           .kind = back ? controls::Kind::danger : controls::Kind::normal,
                                           .icon = entry.icon,
                                           .hint = {},
                                           .shortcut = {},
                                           .copies = {}});
    if (!pressed) continue;
    if (entry.danger && !back) {
      asked_back_ = entry.id;
    } else {
      wish = entry.act();
    }
  }
  return wish;
}

Menu::Wish Menu::draw_bots(Rect& area, OpenTable& table) {
  const auto& shared = table.view()->shared.value;
  const bool full = static_cast<std::int32_t>(shared.seats.size()) >= shared.table.settings.table.value.seats;
  controls::choice({.id = "menu/strength",
                    .label = "How well the bot plays",
                    .rect = cut_top(area, paint::k_touch, k_gap),
                    .options = {{"easy", "Easy"}, {"medium", "Medium"}, {"hard", "Hard"}}},
                   strength_);
  if (controls::button({.id = "menu/add-bot",
                        .label = "Add a bot",
                        .rect = cut_top(area, paint::k_touch, 2 * k_gap),
                        .icon = Icon::robot,
                        .disabled = full,
                        .hint = full ? "All seats are taken" : "",
                        .shortcut = {},
                        .copies = {}})) {
    protocol::AddBot bot;
    bot.strength = static_cast<games::Strength>(strength_);
    table.ask(bot);
  }
  return Wish::nothing;
}

}  // namespace baize::web::screens
