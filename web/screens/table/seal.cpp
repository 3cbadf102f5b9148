#include "web/screens/table/seal.h"

#include <algorithm>

#include "client/seal_words.h"
#include "table/words.h"
#include "web/controls/button.h"
#include "web/controls/label.h"
#include "web/controls/layout.h"
#include "web/controls/modal.h"
#include "web/controls/press.h"
#include "web/controls/scroll.h"
#include "web/paint/canvas_brush.h"

namespace baize::web::screens {
namespace {

using client::Witness;
using controls::cut_right;
using controls::cut_top;

constexpr float k_narrow = 600;  // px; there the plate has a strip of its own
constexpr float k_plate = 30;
constexpr float k_strip = 34;
constexpr float k_disc = 9;
constexpr float k_bar_button = 190;
constexpr Colour k_bar_red{168, 28, 30, 255};  // ivory on it has a contrast of 6 to 1
constexpr paint::TextStyle k_bar_heading{.size = 17, .weight = Weight::bold};
constexpr paint::TextStyle k_bar_text{.size = 15};
constexpr paint::TextStyle k_body{.size = 15, .tint = Tint::ink_soft};
constexpr paint::TextStyle k_value{.size = 12, .tint = Tint::ink_soft};

bool broken(const OpenTable& table) { return table.session().witness().standing() == Witness::Standing::broken; }

std::string deal_word(const OpenTable& table) {
  if (table.view() == nullptr) return "deal";
  return std::string(games::deal_word(table.view()->shared.value.table.settings.game.value));
}

std::string deal_title(const OpenTable& table, std::uint64_t number) {
  if (table.view() == nullptr) return "Deal " + std::to_string(number);
  return table::deal_title(table.view()->shared.value.table.settings, number);
}

constexpr std::string_view k_bar_title = "The seal is broken: do not trust these deals";

std::string bar_words(const OpenTable& table) {
  const Witness& witness = table.session().witness();
  return deal_title(table, witness.broken_in()) + ": " + witness.broken_because();
}

// Where the bar's parts stand in a strip this wide: the button beside the words where there is room.
struct BarPlaces {
  Rect title;
  Rect words;
  Rect button;
  float height = 0;
};

BarPlaces bar_places(const Rect& bar, const std::string& words) {
  BarPlaces at;
  Rect rest = bar.inset(scene::Insets{14, 8, 14, 8});
  if (bar.width >= k_narrow) at.button = cut_right(rest, k_bar_button);
  const float title = paint::paragraph_height(k_bar_title, rest.width, k_bar_heading);
  at.title = cut_top(rest, title, 2);
  at.words = cut_top(rest, paint::paragraph_height(words, rest.width, k_bar_text), 8);
  if (bar.width < k_narrow) at.button = cut_top(rest, paint::k_touch, 8);
  const float text = at.words.bottom() - bar.y + 8;
  at.height = std::max(text, bar.width < k_narrow ? at.button.bottom() - bar.y + 10 : paint::k_touch + 16);
  if (bar.width >= k_narrow) {
    at.button = {at.button.x, bar.y + (at.height - paint::k_touch) / 2, at.button.width, paint::k_touch};
    const float down = (at.height - text) / 2;
    at.title.y += down;
    at.words.y += down;
  }
  return at;
}

std::string plate_words(const OpenTable& table) {
  const auto* deal = table.session().witness().deal();
  return deal == nullptr ? "Seal" : client::spoken_root(*deal);
}

std::string plate_name(const OpenTable& table) {
  const Witness& witness = table.session().witness();
  const auto* deal = witness.deal();
  if (deal == nullptr) return "Seal of the deals: nothing dealt yet";
  const char* const state = broken(table)                                        ? "Broken seal"
                            : witness.standing() == Witness::Standing::elsewhere ? "Seal of another window"
                                                                                 : "Seal unbroken";
  return std::string(state) + ", " + deal_word(table) + " " + std::to_string(deal->hand) + ": " +
         client::spoken_root(*deal);
}

void draw_disc(Point centre, Witness::Standing standing) {
  const bool fault = standing == Witness::Standing::broken;
  const bool doubt = standing == Witness::Standing::elsewhere;
  paint::CanvasBrush brush;
  brush.disc(centre, k_disc, paint::colour(fault ? Tint::danger : doubt ? Tint::brass : Tint::good));
  const auto icon = fault ? paint::Icon::close : doubt ? paint::Icon::people : paint::Icon::check;
  paint::draw_icon(brush, icon, scene::around(centre, {13, 13}), paint::colour(doubt ? Tint::ink_on_lit : Tint::ink));
}

// Draws a paragraph with its twin and takes its height off the area.
void say(Rect& area, const std::string& id, const std::string& text, const paint::TextStyle& style, float gap = 8) {
  const float height = paint::paragraph_height(text, area.width, style);
  controls::paragraph(id, cut_top(area, height, gap), text, style);
}

float said(const std::string& text, float width, const paint::TextStyle& style, float gap = 8) {
  return paint::paragraph_height(text, width, style) + gap;
}

// The dialog's text as a list of lines, so that its height is known before it is drawn.
struct Line {
  enum class Kind { heading, words, value };
  Kind kind = Kind::words;
  std::string text;
};

const paint::TextStyle& style_of(const Line& line) { return line.kind == Line::Kind::value ? k_value : k_body; }

constexpr float k_heading = 30;

float height_of(const std::vector<Line>& lines, float width) {
  float height = 0;
  for (const Line& line : lines)
    height += line.kind == Line::Kind::heading ? k_heading + 4 : said(line.text, width, style_of(line));
  return height;
}

void draw_lines(Rect& area, const std::vector<Line>& lines, const std::string& id) {
  std::size_t number = 0;
  for (const Line& line : lines) {
    const std::string name = id + "/" + std::to_string(number++);
    if (line.kind == Line::Kind::heading)
      controls::heading(name, cut_top(area, k_heading, 4), line.text, 3);
    else
      say(area, name, line.text, style_of(line));
  }
}

std::vector<Line> explanation(const OpenTable& table) {
  using Kind = Line::Kind;
  const Witness& witness = table.session().witness();
  const auto words = client::seal_words(witness, table.session().names(), deal_word(table));
  std::vector<Line> lines = {{Kind::words, words.verdict}};
  if (!words.advice.empty()) lines.push_back({Kind::heading, "What you can do"});
  for (const std::string& text : words.advice) lines.push_back({Kind::words, text});
  if (const auto* deal = witness.deal(); deal != nullptr) {
    lines.push_back({Kind::heading, deal_title(table, deal->hand) + ": " + client::spoken_root(*deal)});
    lines.push_back(
        {Kind::words, "Everybody at this table should see the same four words. Read them aloud to compare."});
  }
  if (!words.proven.empty()) lines.push_back({Kind::heading, "What was checked"});
  for (const std::string& text : words.proven) lines.push_back({Kind::words, text});
  lines.push_back({Kind::heading, "What this cannot prove"});
  for (const std::string& text : words.limits) lines.push_back({Kind::words, text});
  return lines;
}

std::vector<Line> values(const OpenTable& table) {
  std::vector<Line> lines;
  const auto* deal = table.session().witness().deal();
  if (deal == nullptr) return lines;
  lines.push_back({Line::Kind::heading, "The values of " + deal_word(table) + " " + std::to_string(deal->hand)});
  for (const auto& one : client::seal_values(*deal, table.session().names()))
    lines.push_back({Line::Kind::value, one.name + ": " + one.value});
  return lines;
}

}  // namespace

float Seal::bar_height(const OpenTable& table, float width) {
  return broken(table) ? bar_places({0, 0, width, 0}, bar_words(table)).height : 0;
}

void Seal::draw_bar(const Rect& bar, const OpenTable& table) {
  const std::string words = bar_words(table);
  const BarPlaces at = bar_places(bar, words);
  const semantics::Group region(
      {.id = "seal/broken", .role = semantics::Role::region, .name = "The seal is broken", .rect = bar});
  paint::CanvasBrush brush;
  brush.box(bar, 0, {k_bar_red});
  controls::paragraph("seal/broken/title", at.title, std::string(k_bar_title), k_bar_heading);
  controls::paragraph("seal/broken/words", at.words, words, k_bar_text);
  if (controls::button({.id = "seal/broken/why",
                        .label = "What can I do?",
                        .rect = at.button,
                        .hint = {},
                        .shortcut = {},
                        .copies = {}}))
    open_ = true;
}

float Seal::height(const OpenTable& table, float width) {
  const bool offered = table.view() != nullptr && table.session().witness().audit().has_value();
  return offered && width < k_narrow ? k_strip : 0;
}

void Seal::draw(const Rect& area, OpenTable& table) {
  if (table.view() != nullptr && table.session().witness().audit()) draw_plate(area, table);
}

void Seal::draw_plate(const Rect& area, const OpenTable& table) {
  const std::string words = plate_words(table);
  const paint::TextStyle style{.size = paint::k_text_small, .tint = Tint::ink_soft};
  const float width = std::min(area.width - 12, paint::text_width(words, style) + k_plate + 14);
  const Rect plate{area.x + 6, area.y + (k_strip - k_plate) / 2, width, k_plate};
  // Touched in a strip that is as high as a finger needs, drawn smaller.
  const Rect touched{plate.x, area.y, plate.width, paint::k_touch};
  const controls::Press press = controls::press({.id = "seal",
                                                 .role = semantics::Role::button,
                                                 .name = plate_name(table),
                                                 .rect = touched,
                                                 .description = "How the deals of this table are checked"});
  paint::CanvasBrush brush;
  if (press.hovered || press.held) brush.box(plate, k_plate / 2, {paint::colour(Tint::plate_lit)});
  draw_disc({plate.x + k_plate / 2, plate.centre().y}, table.session().witness().standing());
  paint::draw_text(plate.inset(scene::Insets{k_plate, 0, 6, 0}), words, style);
  controls::draw_focus_ring("seal", plate, k_plate / 2);
  if (press.pressed) open_ = true;
}

void Seal::draw_dialog(OpenTable& table) {
  if (!open_ || table.view() == nullptr) return;
  const auto words = client::seal_words(table.session().witness(), table.session().names(), deal_word(table));
  const controls::Modal modal("seal/dialog", words.title, {560, 640});
  const Rect inner = modal.content().inset(-4);
  const float width = inner.width - 16;
  const auto explained = explanation(table);
  const auto listed = values(table);
  const float record = record_.height(width, table.practice());
  const controls::Scroll scroll("seal/scroll", inner,
                                height_of(explained, width) + height_of(listed, width) + record + 8);
  Rect rest = scroll.content().inset(4);
  rest.width = width;
  draw_lines(rest, explained, "seal/words");
  record_.draw(rest, table);
  draw_lines(rest, listed, "seal/values");
  if (modal.dismissed()) open_ = false;
}

}  // namespace baize::web::screens
