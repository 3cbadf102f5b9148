#include "web/screens/create_table.h"

#include "web/controls/button.h"
#include "web/controls/choice.h"
#include "web/controls/label.h"
#include "web/controls/layout.h"
#include "web/controls/modal.h"
#include "web/controls/scroll.h"
#include "web/controls/text_field.h"
#include "web/platform/frame_loop.h"
#include "web/semantics/semantics.h"

namespace baize::web::screens {
namespace {

using controls::cut_bottom;
using controls::cut_top;

constexpr float k_width = 520;
constexpr float k_buttons = 52;
constexpr float k_choice = paint::k_touch + paint::k_gap;
constexpr float k_text = controls::k_field_height + paint::k_gap;
constexpr int k_name_length = 24;

SettingsForm form_of(const protocol::Games& games, int game) {
  const auto& own = games.games[static_cast<std::size_t>(game)];
  return {"create/settings", table_fields(own, games.table_settings), first_fields(own.settings)};
}

}  // namespace

CreateTable::CreateTable(House& house)
    : house_(house),
      form_(form_of(house.games(), 0)),
      name_(std::string(house.account.who().username.view()) + "'s table") {
  if (name_.size() > k_name_length) name_ = "My table";
}

void CreateTable::choose_game(int index) {
  game_ = index;
  form_ = form_of(house_.games(), index);
}

float CreateTable::form_height(float width) const {
  const float games = house_.games().games.size() > 1 ? k_choice : 0;
  return k_text + games + form_.height(width) + k_text;
}

bool CreateTable::draw() {
  const float error = error_.empty() ? 0 : 30;
  const float wanted = form_height(k_width - 2 * paint::k_margin) + error + k_buttons + paint::k_gap;
  const controls::Modal modal("create", "Create a table", {k_width, wanted + controls::Modal::k_frame_height});
  Rect inner = modal.content();
  const bool ready = form_.valid() && !name_.empty() && !waiting_;
  const Rect button = cut_bottom(inner, k_buttons);
  if (!error_.empty())
    controls::label("create/error", cut_bottom(inner, 22, 8), error_, {.size = 14, .tint = Tint::danger});
  {
    const controls::Scroll scroll("create/form", inner.inset(scene::Insets{-4, 0, -8, 0}), form_height(inner.width));
    draw_form(scroll.content().inset(scene::Insets{4, 0, 8, 0}));
  }
  if (controls::button({.id = "create/go",
                        .label = waiting_ ? "One moment…" : "Create table",
                        .rect = button,
                        .kind = controls::Kind::primary,
                        .disabled = !ready,
                        .hint = {},
                        .shortcut = {},
                        .copies = {}}))
    create();
  return modal.dismissed() || done_;
}

void CreateTable::draw_form(Rect area) {
  semantics::Entry entry;
  entry.max_length = k_name_length;
  controls::text_field({.id = "create/name",
                        .label = "Name of the table",
                        .rect = cut_top(area, controls::k_field_height),
                        .error = {},
                        .hint = {},
                        .entry = entry},
                       name_);
  draw_game(area);
  form_.draw(cut_top(area, form_.height(area.width), 0));
  entry.max_length = 64;
  entry.placeholder = "none: whoever has the link may come in";
  entry.autocomplete = "off";
  controls::text_field({.id = "create/passphrase",
                        .label = "Passphrase, if you want one",
                        .rect = cut_top(area, controls::k_field_height),
                        .error = {},
                        .hint = {},
                        .entry = entry},
                       passphrase_);
}

void CreateTable::draw_game(Rect& area) {
  const auto& games = house_.games().games;
  if (games.size() < 2) return;
  controls::Choice choice{.id = "create/game", .label = "Game", .rect = cut_top(area, paint::k_touch), .options = {}};
  for (const games::GameDescription& one : games) choice.options.push_back({one.id, one.name});
  int selected = game_;
  if (controls::choice(choice, selected)) choose_game(selected);
}

void CreateTable::create() {
  waiting_ = true;
  error_.clear();
  protocol::CreateTable wanted;
  wanted.game = house_.games().games[static_cast<std::size_t>(game_)].id;
  wanted.settings = core::RawJson{form_.json()};
  if (core::Name::fits(name_)) wanted.name = core::Name(name_);
  if (!passphrase_.empty() && core::Text<protocol::k_max_passphrase>::fits(passphrase_))
    wanted.passphrase.emplace(passphrase_);
  house_.account.send_once(client::create_table(wanted), lifeline_.guard([this](const client::CallAnswer& answer) {
    waiting_ = false;
    const auto made = client::read_answer<protocol::TableSummary>(answer);
    if (made) {
      done_ = true;
      house_.go(table_route(made->id.view()));
    } else {
      error_ = made.error().message;
      semantics::announce(error_, semantics::Urgency::assertive);
    }
    platform::request_frame();
  }));
}

}  // namespace baize::web::screens
