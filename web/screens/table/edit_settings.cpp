#include "web/screens/table/edit_settings.h"

#include <algorithm>

#include "core/json_write.h"
#include "web/controls/button.h"
#include "web/controls/label.h"
#include "web/controls/layout.h"
#include "web/controls/modal.h"
#include "web/controls/scroll.h"

namespace baize::web::screens {
namespace {

constexpr float k_width = 520;
constexpr float k_button = 52;
constexpr float k_error = 30;

SettingsForm form_of(const House& house, const table::TableHeader& table) {
  const auto& games = house.games().games;
  const auto same = [&](const games::GameDescription& one) { return one.id == table.game; };
  const auto game = std::find_if(games.begin(), games.end(), same);
  const auto own = game == games.end() ? games::GameDescription{} : *game;
  return {"settings", table_fields(own, house.games().table_settings), first_fields(own.settings)};
}

}  // namespace

EditSettings::EditSettings(const House& house, const OpenTable& table)
    : form_(form_of(house, table.view()->shared.value.table)) {
  form_.fill(core::to_json(table.view()->shared.value.table.settings));
}

bool EditSettings::draw(OpenTable& table) {
  const bool busy = table.session().on_its_way(protocol::UpdateSettings::k_tag.name);
  const std::string error = sent_ && !busy ? table.newest_trouble() : "";
  if (sent_ && !busy && error.empty()) {
    table.show(Banner::Tone::news, "The new settings hold from the next deal on.");
    return true;
  }
  const float below = k_button + paint::k_gap + (error.empty() ? 0 : k_error);
  const float wanted = form_.height(k_width - 2 * paint::k_margin) + below;
  const controls::Modal modal("settings", "Settings of the table", {k_width, wanted + controls::Modal::k_frame_height});
  Rect inner = modal.content();
  const Rect button = controls::cut_bottom(inner, k_button);
  if (!error.empty())
    controls::label("settings/error", controls::cut_bottom(inner, k_error - 8, 8), error,
                    {.size = 14, .tint = Tint::danger});
  {
    const controls::Scroll scroll("settings/scroll", inner.inset(scene::Insets{-4, 0, -8, 0}),
                                  form_.height(inner.width));
    form_.draw(scroll.content().inset(scene::Insets{4, 0, 8, 0}));
  }
  if (controls::button({.id = "settings/go",
                        .label = busy ? "One moment…" : "Save",
                        .rect = button,
                        .kind = controls::Kind::primary,
                        .disabled = busy || !form_.valid(),
                        .hint = {},
                        .shortcut = {},
                        .copies = {}})) {
    protocol::UpdateSettings wanted_settings;
    wanted_settings.settings.text = form_.json();
    sent_ = true;
    table.ask(wanted_settings);
  }
  return modal.dismissed();
}

}  // namespace baize::web::screens
