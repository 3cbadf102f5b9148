#include "web/screens/table/table_screen.h"

#include <algorithm>

#include "games/table_facts.h"
#include "table/picture.h"
#include "web/controls/button.h"
#include "web/controls/label.h"
#include "web/controls/layout.h"
#include "web/controls/modal.h"
#include "web/controls/panel.h"
#include "web/controls/text_field.h"
#include "web/paint/canvas_brush.h"
#include "web/paint/picture.h"
#include "web/platform/frame_loop.h"
#include "web/platform/input.h"
#include "web/platform/page.h"
#include "web/screens/table/header.h"
#include "web/screens/table/scene_sounds.h"
#include "web/screens/table/seat_requests.h"
#include "web/semantics/semantics.h"

namespace baize::web::screens {
namespace {

using controls::cut_bottom;
using controls::cut_right;
using controls::cut_top;

constexpr float k_panel_beside = 1000;  // px; narrower stages show chat and log as a dialog
constexpr float k_flat = 480;           // px of height
constexpr float k_banner = 38;
constexpr float k_icons = 200;  // px; at the header's right end

}  // namespace

TableScreen::TableScreen(House& house, const core::TableId& id) : house_(house), id_(id) {
  platform::set_title("Table · Baize");
  open({});
}

TableScreen::TableScreen(House& house, const client::Practice& practice)
    : house_(house), table_(std::make_unique<OpenTable>(practice)) {}

void TableScreen::open(const std::string& passphrase) {
  table_ = std::make_unique<OpenTable>(house_.account, *id_, passphrase);
  table_->set_shown(shown_);
  table_->page_seen();
}

void TableScreen::set_shown(bool shown) {
  if (std::exchange(shown_, shown) && !shown) controls::Modal::keep_clear(0);
  table_->set_shown(shown);
}

void TableScreen::page_seen() { table_->page_seen(); }

void TableScreen::network(bool up) { table_->network(up); }

TableScreen::Places TableScreen::places(const Rect& stage) const {
  Places places;
  Rect rest = stage;
  if (stage.width >= k_panel_beside && stage.height >= k_flat) places.panel = cut_right(rest, k_side_panel_width, 0);
  places.picture = rest;
  places.header = cut_top(rest, stage.height < k_flat ? k_flat_header_height : k_header_height, 0);
  places.words = places.header.inset(scene::Insets{k_flat_title + 60, 0, k_icons, 0});
  places.seal = {rest.x, rest.y, rest.width, Seal::height(*table_, rest.width)};
  places.bar = cut_bottom(rest, ActionBar::height(*table_, {rest.width, stage.height}), 0);
  places.aid = cut_bottom(rest, HandAid::height(*table_), 0);
  return places;
}

TableScreen::~TableScreen() { controls::Modal::keep_clear(0); }

// A broken seal is told above whatever else is shown.
void TableScreen::draw(const Rect& whole) {
  Rect stage = whole;
  const Rect bar = cut_top(stage, Seal::bar_height(*table_, whole.width), 0);
  controls::Modal::keep_clear(bar.height > 0 ? bar.bottom() : 0);
  if (bar.height > 0) seal_.draw_bar(bar, *table_);
  draw_below_seal(stage);
}

void TableScreen::draw_below_seal(const Rect& stage) {
  if (replay_) {
    const bool close = replay_->draw(stage, table_->my_turn() ? table_->status() : "") == HandReplay::Wish::close;
    if (close) close_replay();
    seal_.draw_dialog(*table_);
    return;
  }
  if (table_->missing()) return draw_missing(stage);
  const Places places = this->places(stage);
  bar_.take_in(*table_);
  draw_picture(places);
  draw_header(places);
  seal_.draw(places.seal, *table_);
  if (places.aid.height > 0) aid_.draw(places.aid, *table_);
  draw_bar(places, stage);
  draw_banners(places);
  std::optional<core::Seat> pressed;
  if (!places.panel.empty()) {
    side_.close();
    pressed = side_.draw_beside(places.panel, *table_);
  } else {
    pressed = side_.draw_over(stage, *table_);
  }
  if (pressed) player_.emplace(*pressed);
  draw_dialogs();
  follow_hand();
}

// A hand of a server's table has an address of its own; one of practice lives in this page alone.
void TableScreen::follow_hand() {
  const auto number = side_.take_hand();
  if (!number) return;
  if (id_) return house_.go(hand_route(id_->view(), *number));
  for (const table::DealRecord& record : table_->session().deals())
    if (record.start.number == *number) return replay(record, "");
}

void TableScreen::show_deal(std::optional<std::uint32_t> number) {
  if (!id_) return;
  replay_.reset();
  asked_hand_ = number;
  if (!number) return;
  house_.account.send(client::look_at_deal(id_->view(), *number),
                      fetching_.guard([this, number, link = platform::address_of(hand_route(id_->view(), *number))](
                                          const client::CallAnswer& answer) {
                        if (asked_hand_ != number) return;
                        auto record = client::read_answer<table::DealRecord>(answer);
                        if (record) return replay(std::move(*record), link);
                        table_->show(Banner::Tone::trouble, record.error().message);
                        close_replay();
                      }));
}

void TableScreen::replay(table::DealRecord record, std::string link) {
  replay_ = std::make_unique<HandReplay>(std::move(record), table_->session().uuid(), std::move(link));
  platform::request_frame();
}

void TableScreen::close_replay() {
  replay_.reset();
  shown_places_.reset();
  if (id_) return house_.go(table_route(id_->view()));
  platform::request_frame();
}

void TableScreen::draw_header(const Places& places) {
  const std::string link = id_ ? platform::address_of(table_route(id_->view())) : "";
  switch (screens::draw_header(places.header, *table_, link, places.panel.empty())) {
    case HeaderWish::leave:
      return house_.go(k_lobby_route);
    case HeaderWish::menu:
      menu_.emplace();
      return;
    case HeaderWish::side_panel:
      return side_.open();
    case HeaderWish::nothing:
      return;
  }
}

void TableScreen::draw_picture(const Places& places) {
  if (table_->view() == nullptr) {
    controls::backdrop(places.picture);
    return;
  }
  show_scene(places);
  const controls::SceneView view{
      .id = "table", .label = "Table", .origin = {places.picture.x, places.picture.y}, .clock = table_->now()};
  if (const auto action = controls::scene_view(view, painter_)) touch(*action);
}

void TableScreen::show_scene(const Places& places) {
  const bool moved = !shown_places_ || !(shown_places_->picture == places.picture) ||
                     !(shown_places_->seal == places.seal) || !(shown_places_->aid == places.aid);
  if (!moved && shown_revision_ == table_->revision()) return;
  shown_revision_ = table_->revision();
  shown_places_ = places;
  table::PictureSetting setting;
  setting.area = {places.picture.width, places.picture.height};
  setting.safe = {0, places.header.height + places.seal.height, 0, places.picture.bottom() - places.aid.y};
  // Where it is polled, nobody says who is there.
  const client::TableSession& session = table_->session();
  const bool unknown = table_->practice() || session.door().polls();
  setting.connected = unknown ? nullptr : &session.presence().connected;
  setting.may_pick = bar_.wants_card();
  const table::GameView& view = *table_->view();
  scene::Scene scene = table::picture(view.shared.value, &view.viewer, setting);
  if (!moved) play_changes(painter_.scene(), scene);
  painter_.show(std::move(scene), paint::frame_moment());
}

void TableScreen::touch(const std::string& action) {
  if (const auto seat = games::seat_of_action(action, "take-seat/")) {
    buy_in_.emplace(house_, *table_, *seat);
  } else if (const auto player = games::seat_of_action(action, "seat/")) {
    player_.emplace(*player);
  } else if (action.starts_with("card/")) {
    if (const auto card = cards::card_from_text(action.substr(5))) bar_.touch(*card, *table_);
  }
}

void TableScreen::draw_bar(const Places& places, const Rect& stage) {
  switch (bar_.draw(places.bar, places.words, {places.bar.width, stage.height}, *table_)) {
    case ActionBar::Wish::take_seat:
      return take_any_seat();
    case ActionBar::Wish::add_chips:
      if (const auto seat = table_->view()->viewer.seat) buy_in_.emplace(house_, *table_, *seat);
      return;
    case ActionBar::Wish::copy_link:
      if (!id_) return;
      platform::copy(platform::address_of(table_route(id_->view())));
      return table_->show(Banner::Tone::news, "The link is on the clipboard.");
    case ActionBar::Wish::leave_page:
      return house_.go(k_lobby_route);
    case ActionBar::Wish::use_here:
      return open(way_in_.passphrase());
    case ActionBar::Wish::nothing:
      return;
  }
}

void TableScreen::take_any_seat() {
  if (const auto seat = table_->open_seat()) buy_in_.emplace(house_, *table_, *seat);
}

void TableScreen::draw_banners(const Places& places) {
  Rect area = places.picture.inset(scene::Insets{12, places.header.height + places.seal.height + 4, 12, 0});
  const float slips = draw_seat_requests(area, *table_);
  area = area.inset(scene::Insets{0, slips, 0, 0});
  std::size_t number = 0;
  for (const Banner& banner : table_->banners(paint::frame_moment())) {
    const bool trouble = banner.tone == Banner::Tone::trouble;
    const float width = paint::text_width(banner.text, {.size = 15}) + 36;
    const Rect box = controls::in_middle(cut_top(area, k_banner, 6), width, k_banner);
    controls::panel(box);
    paint::CanvasBrush brush;
    if (trouble) brush.frame(box, paint::k_radius, 1.5F, paint::colour(Tint::danger));
    controls::label("banner/" + std::to_string(number++), box.inset(scene::Insets{12, 0, 12, 0}), banner.text,
                    {.size = 15, .align = paint::Align::centre});
  }
}

void TableScreen::draw_dialogs() {
  if (menu_) draw_menu();
  if (buy_in_ && buy_in_->draw(*table_)) buy_in_.reset();
  if (settings_ && settings_->draw(*table_)) settings_.reset();
  if (player_) draw_player();
  seal_.draw_dialog(*table_);
  if (table_->view() == nullptr && table_->refused_because()) draw_way_in();
}

void TableScreen::draw_player() {
  switch (player_->draw(*table_)) {
    case PlayerCard::Wish::nothing:
      return;
    case PlayerCard::Wish::take_seat:
      buy_in_.emplace(house_, *table_, player_->seat());
      break;
    case PlayerCard::Wish::close:
      break;
  }
  player_.reset();
}

void TableScreen::draw_menu() {
  switch (menu_->draw(*table_)) {
    case Menu::Wish::nothing:
      return;
    case Menu::Wish::add_chips:
      if (const auto seat = table_->view()->viewer.seat) buy_in_.emplace(house_, *table_, *seat);
      break;
    case Menu::Wish::settings:
      settings_.emplace(house_, *table_);
      break;
    case Menu::Wish::leave_page:
      house_.go(k_lobby_route);
      break;
    case Menu::Wish::close:
      break;
  }
  menu_.reset();
}

void TableScreen::draw_way_in() {
  switch (way_in_.draw(house_, *table_)) {
    case WayIn::Wish::nothing:
      return;
    case WayIn::Wish::lobby:
      return house_.go(k_lobby_route);
    case WayIn::Wish::try_passphrase:
      return open(way_in_.passphrase());
  }
}

void TableScreen::draw_missing(const Rect& stage) {
  controls::backdrop(stage);
  const semantics::Group region("missing", semantics::Role::region, "No table");
  const Rect plate = controls::in_middle(stage.inset(12), 420, 230);
  controls::panel(plate);
  Rect inner = plate.inset(paint::k_margin);
  controls::heading("missing/title", cut_top(inner, 40), "This table is gone", 1);
  controls::paragraph("missing/words", cut_top(inner, 60),
                      "It has been closed, or the link is not complete. Ask for a new link, or open a table yourself.",
                      {.tint = Tint::ink_soft});
  if (controls::button({.id = "missing/lobby",
                        .label = "Go to the lobby",
                        .rect = cut_bottom(inner, 52),
                        .kind = controls::Kind::primary,
                        .hint = {},
                        .shortcut = {},
                        .copies = {}}))
    house_.go(k_lobby_route);
}

}  // namespace baize::web::screens
