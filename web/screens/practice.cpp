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
constexpr std::string_view k_table_settings = R"({"turn_seconds":300,"auto_start":true})";

SettingsForm form_of(const protocol::Games& games) {
  return {"practice/settings", games.games.front().settings, first_fields(games.games.front().settings)};
}

void draw_label(Rect& area, const std::string& text) {
  paint::draw_text(cut_top(area, k_label, 0), text,
                   {.size = paint::k_text_small, .weight = Weight::bold, .tint = Tint::ink_soft});
}

}  // namespace

Practice::Practice(House& house) : house_(house), form_(form_of(house.games())) {
  platform::set_title("Practice · Baize");
}

void Practice::page_seen() {
  if (table_) table_->page_seen();
}

float Practice::choices_height(float width) const { return 3 * k_choice + form_.height(width); }

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
  draw_label(area, "Opponents");
  controls::Choice bots{
      .id = "practice/bots", .label = "Opponents", .rect = cut_top(area, paint::k_touch), .options = {}};
  for (int i = 1; i <= k_most_bots; ++i) bots.options.push_back({std::to_string(i), std::to_string(i)});
  controls::choice(bots, opponents_);
  draw_label(area, "How well they play");
  controls::choice({.id = "practice/strength",
                    .label = "How well they play",
                    .rect = cut_top(area, paint::k_touch),
                    .options = {{"easy", "Easy"}, {"medium", "Medium"}, {"hard", "Hard"}}},
                   strength_);
  draw_label(area, "Your hand in words and your chance to win");
  int aid = hand_aid_on() ? 1 : 0;
  if (controls::choice({.id = "practice/aid",
                        .label = "Your hand in words and your chance to win",
                        .rect = cut_top(area, paint::k_touch),
                        .options = {{"off", "Hidden"}, {"on", "Shown"}}},
                       aid))
    switch_hand_aid(aid == 1);
  form_.draw(area);
}

void Practice::begin() {
  const protocol::Games& games = house_.games();
  auto settings = table::default_settings(games.games.front().id);
  for (const std::string& part : {form_.json(), std::string(k_table_settings)}) {
    const auto wanted = core::parse_json(part);
    if (settings && wanted) settings = table::changed_settings(*settings, *wanted);
  }
  if (!settings) {
    error_ = settings.error().message;
    return;
  }
  client::Practice practice;
  practice.bots = opponents_ + 1;
  practice.strength = static_cast<games::Strength>(strength_);
  practice.settings = *settings;
  practice.settings.table.value.seats = practice.bots + 1;
  const std::string name = house_.remembered_name();
  practice.player = core::Name(name.empty() || !core::Name::fits(name) ? "Player" : name);
  const auto& game = practice.settings.game.value;
  practice.buy_in = std::max(games::min_buy_in(game), games::max_buy_in(game) / 2);
  platform::random_bytes(practice.chance.data(), practice.chance.size());
  table_ = std::make_unique<TableScreen>(house_, practice);
}

}  // namespace baize::web::screens
