#include "web/screens/practice.h"

#include <algorithm>

#include "web/controls/button.h"
#include "web/controls/choice.h"
#include "web/controls/label.h"
#include "web/controls/layout.h"
#include "web/controls/panel.h"
#include "web/controls/scroll.h"
#include "web/platform/clock.h"
#include "web/platform/page.h"
#include "web/screens/table/hand_aid.h"
#include "web/screens/table/table_screen.h"
#include "web/semantics/semantics.h"

namespace baize::web::screens {
namespace {

using controls::cut_bottom;
using controls::cut_top;

constexpr float k_plate_width = 480;
constexpr int k_most_bots = 8;
constexpr float k_label = 22;
constexpr float k_choice = k_label + paint::k_touch + paint::k_gap;
constexpr float k_button = 52;
// Nobody waits for anybody here: the longest time to act that a table can have.
constexpr std::string_view k_table_settings = R"({"turn_seconds":300,"auto_start":true,"seats":)";

SettingsForm form_of(const games::GameDescription& game) {
  return {"practice/settings", game.settings, first_fields(game.settings)};
}

void draw_label(Rect& area, const std::string& text) {
  paint::draw_text(cut_top(area, k_label, 0), text,
                   {.size = paint::k_text_small, .weight = Weight::bold, .tint = Tint::ink_soft});
}

}  // namespace

Practice::Practice(House& house) : house_(house), form_(form_of(house.games().games.front())) {
  platform::set_title("Practice · Baize");
}

void Practice::page_seen() {
  if (table_) table_->page_seen();
}

const games::GameDescription& Practice::game() const { return house_.games().games[static_cast<std::size_t>(game_)]; }

bool Practice::asks_how_many() const { return game().min_seats < game().max_seats; }

float Practice::choices_height(float width) const {
  const float rows = 2.0F + (asks_how_many() ? 1.0F : 0.0F) + (house_.games().games.size() > 1 ? 1.0F : 0.0F);
  return rows * k_choice + form_.height(width);
}

void Practice::draw(const Rect& stage) {
  if (table_) return table_->draw(stage);
  controls::backdrop(stage);
  const semantics::Group region("practice", semantics::Role::region, "Practice");
  const float width = std::min(k_plate_width, stage.width - 24);
  const float inner_width = width - 2 * paint::k_margin;
  const float wanted =
      2 * paint::k_margin + paint::k_touch + 56 + choices_height(inner_width) + k_button + 3 * paint::k_gap;
  const Rect plate = controls::in_middle(stage.inset(12), width, wanted);
  controls::panel(plate);
  Rect inner = plate.inset(paint::k_margin);
  Rect top = cut_top(inner, paint::k_touch);
  if (controls::icon_button("practice/back", paint::Icon::back, "Back", controls::cut_left(top, paint::k_touch)))
    house_.go(k_lobby_route);
  controls::heading("practice/title", top, "Practice", 1);
  const Rect button = cut_bottom(inner, k_button);
  const std::string words =
      error_.empty() ? "Against bots, right in this page: no server, no waiting, and the chips are free." : error_;
  controls::paragraph("practice/words", cut_top(inner, 44), words,
                      {.size = 15, .tint = error_.empty() ? Tint::ink_soft : Tint::danger});
  {
    const controls::Scroll scroll("practice/form", inner.inset(scene::Insets{-4, 0, -8, 0}),
                                  choices_height(inner_width));
    draw_choices(scroll.content().inset(scene::Insets{4, 0, 8, 0}));
  }
  if (controls::button({.id = "practice/begin",
                        .label = "Deal me in",
                        .rect = button,
                        .kind = controls::Kind::primary,
                        .disabled = !form_.valid(),
                        .hint = {},
                        .shortcut = {},
                        .copies = {}}))
    begin();
}

void Practice::draw_choices(Rect area) {
  draw_game(area);
  if (asks_how_many()) draw_opponents(area);
  draw_label(area, "How well they play");
  controls::choice({.id = "practice/strength",
                    .label = "How well they play",
                    .rect = cut_top(area, paint::k_touch),
                    .options = {{"easy", "Easy"}, {"medium", "Medium"}, {"hard", "Hard"}}},
                   strength_);
  draw_label(area, "Your hand in words and your chances");
  int aid = hand_aid_on() ? 1 : 0;
  if (controls::choice({.id = "practice/aid",
                        .label = "Your hand in words and your chances",
                        .rect = cut_top(area, paint::k_touch),
                        .options = {{"off", "Hidden"}, {"on", "Shown"}}},
                       aid))
    switch_hand_aid(aid == 1);
  form_.draw(area);
}

void Practice::draw_game(Rect& area) {
  const auto& games = house_.games().games;
  if (games.size() < 2) return;
  draw_label(area, "Game");
  controls::Choice choice{.id = "practice/game", .label = "Game", .rect = cut_top(area, paint::k_touch), .options = {}};
  for (const games::GameDescription& one : games) choice.options.push_back({one.id, one.name});
  if (controls::choice(choice, game_)) form_ = form_of(game());
}

void Practice::draw_opponents(Rect& area) {
  draw_label(area, "Opponents");
  const int most = std::min(k_most_bots, game().max_seats - 1);
  controls::Choice bots{
      .id = "practice/bots", .label = "Opponents", .rect = cut_top(area, paint::k_touch), .options = {}};
  for (int i = 1; i <= most; ++i) bots.options.push_back({std::to_string(i), std::to_string(i)});
  controls::choice(bots, opponents_);
}

void Practice::begin() {
  const int bots = asks_how_many() ? opponents_ + 1 : game().max_seats - 1;
  auto settings = table::default_settings(game().id);
  for (const std::string& part : {form_.json(), std::string(k_table_settings) + std::to_string(bots + 1) + "}"}) {
    const auto wanted = core::parse_json(part);
    if (settings && wanted) settings = table::changed_settings(*settings, *wanted);
  }
  if (!settings) {
    error_ = settings.error().message;
    return;
  }
  client::Practice practice;
  practice.bots = bots;
  practice.strength = static_cast<games::Strength>(strength_);
  practice.settings = *settings;
  const std::string name = house_.remembered_name();
  practice.player = core::Name(name.empty() || !core::Name::fits(name) ? "Player" : name);
  const auto& game = practice.settings.game.value;
  practice.buy_in = std::max(games::min_buy_in(game), games::max_buy_in(game) / 2);
  platform::random_bytes(practice.chance.data(), practice.chance.size());
  table_ = std::make_unique<TableScreen>(house_, practice);
}

}  // namespace baize::web::screens
