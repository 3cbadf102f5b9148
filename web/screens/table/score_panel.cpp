#include "web/screens/table/score_panel.h"

#include <algorithm>

#include "web/controls/label.h"
#include "web/controls/layout.h"
#include "web/controls/panel.h"
#include "web/controls/scroll.h"
#include "web/paint/canvas_brush.h"
#include "web/semantics/semantics.h"

namespace baize::web::screens {
namespace {

using controls::cut_bottom;
using controls::cut_left;
using controls::cut_top;

constexpr float k_line = 38;
constexpr float k_label = 46;  // px; the column of what is scored
constexpr float k_text = 14;
constexpr float k_small = 12;

std::string name_at(const OpenTable& table, core::Seat seat) {
  for (const table::SeatView& one : table.view()->shared.value.seats)
    if (one.seat == seat) return std::string(one.username.view());
  return "Seat " + std::to_string(seat + 1);
}

Rect cell_of(const Rect& row, std::size_t column, std::size_t count) {
  Rect rest = row;
  cut_left(rest, k_label, 0);
  return controls::column(rest, static_cast<int>(column), static_cast<int>(count), 4);
}

void draw_line(const Rect& row, const games::ScoreLine& line, const std::vector<std::string>& names) {
  controls::divider(row);
  std::string words = line.words;
  for (std::size_t i = 0; i < line.cells.size(); ++i)
    words +=
        ". " + names[i] + ": " + line.cells[i].text + (line.cells[i].points.empty() ? "" : ", " + line.cells[i].points);
  semantics::add({.id = "scores/" + line.label, .role = semantics::Role::text, .name = words, .rect = row});
  Rect label = {row.x, row.y, k_label, row.height};
  paint::draw_text(cut_top(label, row.height / 2, 0), line.label, {.size = k_text, .weight = Weight::bold});
  paint::draw_text(label, line.note, {.size = k_small, .tint = Tint::ink_soft});
  for (std::size_t i = 0; i < line.cells.size(); ++i) {
    const games::ScoreCell& one = line.cells[i];
    Rect cell = cell_of(row, i, line.cells.size());
    if (one.points.empty()) {
      paint::draw_text(cell, one.text, {.size = k_text, .tint = Tint::ink_soft, .align = paint::Align::centre});
      continue;
    }
    const Tint tint = one.good ? Tint::brass_light : Tint::ink;
    paint::draw_text(cut_top(cell, row.height / 2, 0), one.points,
                     {.size = k_text, .weight = Weight::bold, .tint = tint, .align = paint::Align::centre});
    paint::draw_text(cell, one.text, {.size = k_small, .tint = Tint::ink_soft, .align = paint::Align::centre});
  }
}

void draw_names(const Rect& row, const std::vector<std::string>& names) {
  for (std::size_t i = 0; i < names.size(); ++i)
    paint::draw_text(cell_of(row, i, names.size()), names[i],
                     {.size = k_small, .weight = Weight::bold, .tint = Tint::ink_soft, .align = paint::Align::centre});
}

void draw_totals(const Rect& row, const games::ScoreSheet& sheet, const std::vector<std::string>& names) {
  controls::divider(row);
  std::string words = "Total";
  for (std::size_t i = 0; i < sheet.totals.size(); ++i) words += ". " + names[i] + ": " + sheet.totals[i];
  semantics::add({.id = "scores/total", .role = semantics::Role::text, .name = words, .rect = row});
  paint::draw_text({row.x, row.y, k_label, row.height}, "Total", {.size = k_text, .weight = Weight::bold});
  for (std::size_t i = 0; i < sheet.totals.size(); ++i)
    paint::draw_text(cell_of(row, i, sheet.totals.size()), sheet.totals[i],
                     {.size = 17, .weight = Weight::bold, .align = paint::Align::centre});
}

}  // namespace

bool has_scores(const OpenTable& table) {
  return table.view() != nullptr && !games::score_sheet(table.view()->shared.value.public_).seats.empty();
}

void draw_scores(const Rect& area, const OpenTable& table) {
  if (table.view() == nullptr) return;
  const games::ScoreSheet sheet = games::score_sheet(table.view()->shared.value.public_);
  std::vector<std::string> names;
  for (const core::Seat seat : sheet.seats) names.push_back(name_at(table, seat));
  Rect rest = area;
  controls::label("scores/legend", cut_top(rest, 22, 4), sheet.legend, {.size = 13, .tint = Tint::ink_soft});
  draw_names(cut_top(rest, 24, 0), names);
  draw_totals(cut_bottom(rest, k_line, 0), sheet, names);
  const semantics::Group list({.id = "scores", .role = semantics::Role::list, .name = "Scores", .rect = rest});
  const controls::Scroll scroll("scores/scroll", rest, static_cast<float>(sheet.lines.size()) * k_line,
                                controls::Scroll::Stick::to_end);
  Rect rows = scroll.content();
  for (const games::ScoreLine& line : sheet.lines) {
    const Rect row = cut_top(rows, k_line, 0);
    if (scroll.shows(row)) draw_line(row, line, names);
  }
}

}  // namespace baize::web::screens
