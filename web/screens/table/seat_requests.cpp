#include "web/screens/table/seat_requests.h"

#include "narration/words.h"
#include "web/controls/button.h"
#include "web/controls/label.h"
#include "web/controls/layout.h"
#include "web/controls/panel.h"
#include "web/semantics/semantics.h"

namespace baize::web::screens {
namespace {

using controls::cut_right;
using controls::cut_top;

constexpr float k_width = 520;
constexpr float k_slip = 60;
constexpr float k_gap = 6;
constexpr std::size_t k_most = 3;  // the others follow when these are answered

void draw_slip(const Rect& slip, const protocol::PendingPlayer& player, OpenTable& table) {
  const std::string id = "request/" + std::string(player.uuid.view());
  const std::string name(player.username.view());
  controls::panel(slip);
  Rect rest = slip.inset(scene::Insets{14, 8, 8, 8});
  const bool busy = table.session().on_its_way("accept-player") || table.session().on_its_way("deny-player");
  controls::Button accept{.id = id + "/accept",
                          .label = "Accept",
                          .rect = {},
                          .kind = controls::Kind::primary,
                          .disabled = busy,
                          .hint = {},
                          .shortcut = {},
                          .copies = {}};
  controls::Button deny{
      .id = id + "/deny", .label = "Deny", .rect = {}, .disabled = busy, .hint = {}, .shortcut = {}, .copies = {}};
  accept.rect = cut_right(rest, controls::button_width(accept), k_gap);
  deny.rect = cut_right(rest, controls::button_width(deny), 10);
  controls::label(id + "/name", controls::row(rest, 0, 2, 0), name, {.weight = Weight::bold});
  controls::label(id + "/wish", controls::row(rest, 1, 2, 0),
                  "asks for seat " + std::to_string(player.seatId + 1) + " with " + narration::number(player.buyIn),
                  {.size = paint::k_text_small, .tint = Tint::ink_soft});
  protocol::AcceptPlayer yes;
  yes.uuid = player.uuid;
  if (controls::button(accept)) table.ask(yes);
  protocol::DenyPlayer no;
  no.uuid = player.uuid;
  if (controls::button(deny)) table.ask(no);
}

}  // namespace

float draw_seat_requests(const Rect& area, OpenTable& table) {
  // A copy: an answer may change the list while it is drawn.
  const auto waiting = table.session().pending_players();
  if (waiting.empty() || table.view() == nullptr || !table.view()->viewer.owner) return 0;
  const semantics::Group group("requests", semantics::Role::group, "Seat requests");
  Rect rest = controls::in_middle(area, k_width, area.height);
  const float top = rest.y;
  for (std::size_t i = 0; i < std::min(k_most, waiting.size()); ++i)
    draw_slip(cut_top(rest, k_slip, k_gap), waiting[i], table);
  return rest.y - top;
}

}  // namespace baize::web::screens
