#include "web/screens/table/header.h"

#include <algorithm>

#include "web/controls/button.h"
#include "web/controls/label.h"
#include "web/controls/layout.h"
#include "web/paint/canvas_brush.h"
#include "web/platform/page.h"
#include "web/platform/sound.h"
#include "web/screens/table/connection_words.h"
#include "web/semantics/semantics.h"

namespace baize::web::screens {
namespace {

using controls::Button;
using controls::cut_left;
using controls::cut_right;

constexpr float k_words = 600;  // px; narrower headers have icons only
constexpr float k_gap = 4;

// The connection last, and whole: what is short of room is the game's name.
std::string subtitle(const OpenTable& table, float room, const paint::TextStyle& style) {
  const std::string connection = connection_words(table);
  if (table.view() == nullptr) return connection;
  const auto& game = table.view()->shared.value.table.settings.game.value;
  const std::string title(games::title_of(game));
  const std::string stakes = games::stakes(game);
  const std::string game_words = title + (stakes.empty() ? "" : " " + stakes) + " · " + connection;
  const auto latency = table.session().door().latency_ms();
  const std::string measured = latency ? game_words + " · " + std::to_string(*latency) + " ms" : game_words;
  const std::string shorter = stakes.empty() ? connection : stakes + " · " + connection;
  for (const std::string& whole : {measured, game_words, shorter})
    if (paint::text_width(whole, style) <= room) return whole;
  return connection;
}

// A number on a disc, at the corner of an icon.
void draw_badge(const Rect& icon, std::size_t count) {
  if (count == 0) return;
  paint::CanvasBrush brush;
  const Point centre{icon.right() - 11, icon.y + 12};
  brush.disc(centre, 9, paint::colour(Tint::danger));
  paint::draw_text(scene::around(centre, {18, 18}), count > 9 ? "9+" : std::to_string(count),
                   {.size = 11, .weight = Weight::bold, .align = paint::Align::centre});
}

void draw_title(const Rect& area, const OpenTable& table) {
  const auto* view = table.view();
  const std::string name = view != nullptr ? std::string(view->shared.value.table.name.view()) : "Table";
  controls::heading("header/name", controls::row(area, 0, 2, 0).moved(0, 2), name, 3);
  const bool trouble = !connection_trouble(table).empty();
  const paint::TextStyle style{.size = paint::k_text_small, .tint = trouble ? Tint::danger : Tint::ink_soft};
  controls::label("header/words", controls::row(area, 1, 2, 0).moved(0, -2), subtitle(table, area.width, style), style);
}

}  // namespace

HeaderWish draw_header(const Rect& strip, OpenTable& table, const std::string& link, bool panel_offered) {
  const semantics::Group banner("header", semantics::Role::banner, "Table");
  HeaderWish wish = HeaderWish::nothing;
  Rect rest =
      strip.inset(scene::Insets{6, (strip.height - paint::k_touch) / 2, 6, (strip.height - paint::k_touch) / 2});
  const bool flat = strip.height <= k_flat_header_height;  // the turn stands in the middle of it
  const bool wide = strip.width >= k_words && !flat;
  if (controls::icon_button("header/back", paint::Icon::back, "Leave this page", cut_left(rest, paint::k_touch, k_gap)))
    wish = HeaderWish::leave;
  if (controls::icon_button("header/menu", paint::Icon::more, "Menu", cut_right(rest, paint::k_touch, k_gap)))
    wish = HeaderWish::menu;
  if (panel_offered) {
    const Rect place = cut_right(rest, paint::k_touch, k_gap);
    const std::string unread = table.unread() > 0 ? ", " + std::to_string(table.unread()) + " unread" : "";
    if (controls::icon_button("header/panel", paint::Icon::chat, "Chat and log" + unread, place))
      wish = HeaderWish::side_panel;
    draw_badge(place, table.unread());
  }
  const bool on = platform::sound_on();
  if (controls::icon_button("header/sound", on ? paint::Icon::sound : paint::Icon::mute, on ? "Sound off" : "Sound on",
                            cut_right(rest, paint::k_touch, k_gap))) {
    platform::set_sound(!on);
    platform::store("sound", on ? "off" : "on");
  }
  if (!link.empty()) {
    Button copy{.id = "header/copy",
                .label = "Copy link",
                .rect = {},
                .kind = wide ? controls::Kind::normal : controls::Kind::quiet,
                .icon = paint::Icon::link,
                .icon_only = !wide,
                .hint = "Send it to your friends: whoever opens it comes to this table",
                .shortcut = {},
                .copies = link};
    copy.rect = cut_right(rest, wide ? controls::button_width(copy) : paint::k_touch, k_gap);
    if (controls::button(copy)) table.show(Banner::Tone::news, "The link is on the clipboard.");
  }
  if (flat) rest.width = std::min(rest.width, k_flat_title);
  draw_title(rest, table);
  return wish;
}

}  // namespace baize::web::screens
