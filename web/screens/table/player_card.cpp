#include "web/screens/table/player_card.h"

#include <algorithm>

#include "narration/words.h"
#include "web/controls/button.h"
#include "web/controls/label.h"
#include "web/controls/layout.h"
#include "web/controls/modal.h"
#include "web/screens/table/people_panel.h"
#include "web/semantics/semantics.h"

namespace baize::web::screens {
namespace {

using controls::cut_top;

constexpr float k_width = 380;
constexpr float k_line = 24;
constexpr float k_button = 48;
constexpr float k_gap = 8;

}  // namespace

PlayerCard::Wish PlayerCard::draw(OpenTable& table) {
  if (table.view() == nullptr) return Wish::close;
  const auto& seats = table.view()->shared.value.seats;
  const auto player = std::find_if(seats.begin(), seats.end(), [&](const auto& one) { return one.seat == seat_; });
  if (player == seats.end()) return Wish::close;
  const bool manages = table.view()->viewer.owner && !(player->uuid == table.session().uuid());
  const bool replaces = table.may_replace(*player);
  const float buttons = (!manages ? 0.0F : player->bot ? 1.0F : 2.0F) + (replaces ? 1.0F : 0.0F);
  const float height = (table.for_chips() ? 2 : 1) * k_line + 16 + buttons * (k_button + k_gap);
  const controls::Modal modal("player", std::string(player->username.view()),
                              {k_width, controls::Modal::k_frame_height + height});
  Rect inner = modal.content();
  if (table.for_chips())
    controls::label("player/stack", cut_top(inner, k_line, 0), narration::number(player->stack) + " chips",
                    {.weight = Weight::bold});
  controls::label("player/words", cut_top(inner, k_line, 16), seat_words(*player, table), {.tint = Tint::ink_soft});
  const controls::Button take{.id = "player/take",
                              .label = "Play on in this seat",
                              .rect = replaces ? cut_top(inner, k_button, k_gap) : Rect{},
                              .kind = controls::Kind::primary,
                              .hint = {},
                              .shortcut = {},
                              .copies = {}};
  if (replaces && controls::button(take)) return Wish::take_seat;
  const bool done = manages && draw_owner_part(inner, table, *player);
  return done || modal.dismissed() ? Wish::close : Wish::nothing;
}

bool PlayerCard::draw_owner_part(Rect& area, OpenTable& table, const table::SeatView& player) {
  const auto pressed = [&](const std::string& id, const std::string& label, controls::Kind kind) {
    return controls::button({.id = "player/" + id,
                             .label = label,
                             .rect = cut_top(area, k_button, k_gap),
                             .kind = kind,
                             .hint = {},
                             .shortcut = {},
                             .copies = {}});
  };
  if (player.bot) {
    if (!pressed("remove-bot", "Remove the bot", controls::Kind::normal)) return false;
    protocol::RemoveBot remove;
    remove.uuid = player.uuid;
    table.ask(remove);
    return true;
  }
  protocol::KickPlayer kick;
  kick.uuid = player.uuid;
  const bool off = pressed("kick", "Take off the seat", controls::Kind::normal);
  const bool ban = pressed("ban", "Take off the seat and ban", controls::Kind::danger);
  if (!off && !ban) return false;
  if (ban) kick.ban = true;
  table.ask(kick);
  return true;
}

}  // namespace baize::web::screens
