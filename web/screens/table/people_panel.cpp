#include "web/screens/table/people_panel.h"

#include "narration/words.h"
#include "web/controls/label.h"
#include "web/controls/layout.h"
#include "web/controls/list_row.h"
#include "web/controls/scroll.h"
#include "web/semantics/semantics.h"

namespace baize::web::screens {
namespace {

using controls::cut_top;

constexpr float k_row_gap = 6;

std::string_view status_words(games::SeatStatus status) {
  switch (status) {
    case games::SeatStatus::sitting_out:
      return "sitting out";
    case games::SeatStatus::waiting_for_blind:
      return "waits for the next deal";
    case games::SeatStatus::leaving:
      return "leaves after this deal";
    case games::SeatStatus::playing:
      break;
  }
  return {};
}

}  // namespace

std::string seat_words(const table::SeatView& seat, const OpenTable& table) {
  std::string text = "Seat " + std::to_string(seat.seat + 1);
  const auto& shared = table.view()->shared.value;
  if (seat.uuid == shared.table.owner) text += ", owner";
  if (seat.bot) text += ", bot";
  if (const auto status = status_words(seat.status); !status.empty()) text += ", " + std::string(status);
  if (seat.stand_in)
    text += ", played by a bot";
  else if (!seat.bot && !table.session().connected(seat.uuid))
    text += ", not connected";
  return text;
}

std::optional<core::Seat> draw_people(const Rect& area, const OpenTable& table) {
  std::optional<core::Seat> pressed;
  if (table.view() == nullptr) return pressed;
  const auto& seats = table.view()->shared.value.seats;
  Rect rest = area;
  const int watching = table.session().presence().watching;
  const std::string words = watching == 0   ? "Nobody watches"
                            : watching == 1 ? "1 watches"
                                            : std::to_string(watching) + " watch";
  controls::label("people/watching", controls::cut_bottom(rest, 24, 8), words, {.size = 14, .tint = Tint::ink_soft});
  if (seats.empty()) {
    controls::paragraph("people/empty", rest, "All seats are free.", {.size = 15, .tint = Tint::ink_soft});
    return pressed;
  }
  const semantics::Group list({.id = "people", .role = semantics::Role::list, .name = "Players", .rect = rest});
  const controls::Scroll scroll("people/scroll", rest,
                                static_cast<float>(seats.size()) * (controls::k_row_height + k_row_gap));
  Rect rows = scroll.content();
  for (const table::SeatView& seat : seats) {
    const bool own = seat.uuid == table.session().uuid();
    if (controls::list_row({.id = "people/" + std::to_string(seat.seat),
                            .title = std::string(seat.username.view()) + (own ? " (you)" : ""),
                            .detail = seat_words(seat, table),
                            .trailing = table.for_chips() ? narration::number(seat.stack) : "",
                            .rect = cut_top(rows, controls::k_row_height, k_row_gap),
                            .icon = seat.bot || seat.stand_in ? paint::Icon::robot : paint::Icon::none,
                            .name = {}}))
      pressed = seat.seat;
  }
  return pressed;
}

}  // namespace baize::web::screens
