#include "web/screens/table/side_panel.h"

#include "table/words.h"
#include "web/controls/button.h"
#include "web/controls/choice.h"
#include "web/controls/layout.h"
#include "web/controls/modal.h"
#include "web/paint/canvas_brush.h"
#include "web/screens/table/log_panel.h"
#include "web/screens/table/people_panel.h"
#include "web/screens/table/score_panel.h"
#include "web/semantics/semantics.h"

namespace baize::web::screens {
namespace {

constexpr float k_tabs_height = 48;
constexpr float k_sheet_width = 480;
constexpr float k_sheet_height = 640;
constexpr float k_flat = 480;  // px; a phone on its side has no height to spare

enum Page { chat, log, scores, hands, people };

// What this table has to show, in order: the page and its tab.
std::vector<std::pair<Page, controls::Option>> pages_of(const OpenTable& table) {
  const std::string unread = table.unread() > 0 ? "Chat (" + std::to_string(table.unread()) + ")" : "Chat";
  std::vector<std::pair<Page, controls::Option>> all{{Page::chat, {"chat", unread}}, {Page::log, {"log", "Log"}}};
  if (has_scores(table)) all.push_back({Page::scores, {"scores", "Scores"}});
  const auto* view = table.view();
  all.push_back(
      {Page::hands, {"hands", view == nullptr ? "Deals" : table::deals_title(view->shared.value.table.settings)}});
  all.push_back({Page::people, {"people", "Players"}});
  return all;
}

}  // namespace

std::optional<core::Seat> SidePanel::draw_beside(const Rect& area, OpenTable& table) {
  const semantics::Group region(
      {.id = "side", .role = semantics::Role::region, .name = "Chat, log, deals and players", .rect = area});
  paint::CanvasBrush brush;
  brush.box(area, 0, scene::with_alpha(paint::colour(Tint::plate), 0.92F));
  brush.box({area.x, area.y, 1, area.height}, 0, paint::colour(Tint::plate_edge));
  return draw_pages(area.inset(scene::Insets{16, 4, 12, 12}), table);
}

std::optional<core::Seat> SidePanel::draw_over(const Rect& stage, OpenTable& table) {
  if (!open_) return std::nullopt;
  const controls::Modal modal(
      "side", "Table talk",
      {k_sheet_width, std::min(k_sheet_height, stage.height * (stage.height < k_flat ? 1.0F : 0.82F))});
  Rect inner = modal.content();
  // Whoever reads along must not miss the turn.
  if (table.my_turn() && controls::button({.id = "side/turn",
                                           .label = table.status(),
                                           .rect = controls::cut_top(inner, paint::k_touch),
                                           .kind = controls::Kind::primary,
                                           .hint = {},
                                           .shortcut = {},
                                           .copies = {}}))
    open_ = false;
  const auto seat = draw_pages(inner, table);
  if (modal.dismissed() || seat || hand_) open_ = false;
  return seat;
}

std::optional<core::Seat> SidePanel::draw_pages(const Rect& area, OpenTable& table) {
  Rect rest = area;
  // Nobody talks in practice.
  const int usual = !table.practice() ? Page::chat : has_scores(table) ? Page::scores : Page::log;
  const int page = page_.value_or(usual);
  controls::Choice choice{
      .id = "side/pages", .label = "What to show", .rect = controls::cut_top(rest, k_tabs_height), .options = {}};
  int selected = 0;
  const auto pages = pages_of(table);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    choice.options.push_back(pages[i].second);
    if (pages[i].first == page) selected = static_cast<int>(i);
  }
  if (controls::tabs(choice, selected)) page_ = pages[static_cast<std::size_t>(selected)].first;
  switch (page) {
    case chat:
      chat_.draw(rest, table);
      break;
    case log:
      draw_log(rest, table);
      break;
    case scores:
      draw_scores(rest, table);
      break;
    case hands:
      hand_ = hands_.draw(rest, table);
      break;
    case people:
      return draw_people(rest, table);
  }
  return std::nullopt;
}

}  // namespace baize::web::screens
