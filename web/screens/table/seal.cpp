#include "web/screens/table/seal.h"

#include <algorithm>

#include "client/seal_words.h"
#include "protocol/verify.h"
#include "table/words.h"
#include "web/controls/button.h"
#include "web/controls/label.h"
#include "web/controls/layout.h"
#include "web/controls/modal.h"
#include "web/controls/press.h"
#include "web/controls/scroll.h"
#include "web/paint/canvas_brush.h"
#include "web/platform/frame_loop.h"

namespace baize::web::screens {
namespace {

using client::Witness;
using controls::cut_top;

constexpr float k_narrow = 600;  // px; there the plate has a strip of its own
constexpr float k_plate = 30;
constexpr float k_strip = 34;
constexpr float k_disc = 9;
constexpr paint::TextStyle k_bar_text{.size = 15, .weight = Weight::bold, .align = paint::Align::left};
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

std::string bar_words(const OpenTable& table) {
  const Witness& witness = table.session().witness();
  return "The seal is broken. In " + deal_word(table) + " " + std::to_string(witness.broken_in()) + ": " +
         witness.broken_because();
}

float bar_height(const OpenTable& table, float width) {
  if (!broken(table)) return 0;
  const float text = paint::paragraph_height(bar_words(table), width - 2 * paint::k_gap, k_bar_text);
  return text + paint::k_touch + 2 * paint::k_gap;
}

std::string plate_words(const OpenTable& table) {
  const auto* deal = table.session().witness().deal();
  return deal == nullptr ? "Seal" : client::spoken_root(*deal);
}

std::string plate_name(const OpenTable& table) {
  const Witness& witness = table.session().witness();
  const auto* deal = witness.deal();
  if (deal == nullptr) return "Seal of the deals: nothing dealt yet";
  return std::string(broken(table) ? "Broken seal" : "Seal unbroken") + ", " + deal_word(table) + " " +
         std::to_string(deal->hand) + ": " + client::spoken_root(*deal);
}

void draw_disc(Point centre, bool whole) {
  paint::CanvasBrush brush;
  brush.disc(centre, k_disc, paint::colour(whole ? Tint::good : Tint::danger));
  const Rect sign = scene::around(centre, {13, 13});
  paint::draw_icon(brush, whole ? paint::Icon::check : paint::Icon::close, sign, paint::colour(Tint::ink));
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

float Seal::height(const OpenTable& table, float width) {
  const bool offered = table.view() != nullptr && table.session().witness().audit().has_value();
  return bar_height(table, width) + (offered && width < k_narrow ? k_strip : 0);
}

void Seal::draw(const Rect& area, OpenTable& table) {
  if (table.view() == nullptr || !table.session().witness().audit()) return;
  Rect rest = area;
  if (const float bar = bar_height(table, area.width); bar > 0) draw_bar(cut_top(rest, bar, 0), table);
  draw_plate(rest, table);
}

void Seal::draw_bar(const Rect& bar, const OpenTable& table) {
  const std::string words = bar_words(table);
  const semantics::Group alert({.id = "seal/broken", .role = semantics::Role::region, .name = words, .rect = bar});
  paint::CanvasBrush brush;
  brush.box(bar, 0, {paint::colour(Tint::danger)});
  Rect inner = bar.inset(paint::k_gap);
  const float text = paint::paragraph_height(words, inner.width, k_bar_text);
  controls::paragraph("seal/broken/words", cut_top(inner, text, 0), words, k_bar_text);
  if (controls::button({.id = "seal/broken/why",
                        .label = "What does this mean?",
                        .rect = {inner.x, inner.bottom() - paint::k_touch, 220, paint::k_touch},
                        .hint = {},
                        .shortcut = {},
                        .copies = {}}))
    open_ = true;
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
  draw_disc({plate.x + k_plate / 2, plate.centre().y}, !broken(table));
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
  float record = table.practice() ? 0 : paint::k_touch + 8;
  for (const std::string& line : record_) record += said(line, width, k_body);
  const controls::Scroll scroll("seal/scroll", inner,
                                height_of(explained, width) + height_of(listed, width) + record + 8);
  Rect rest = scroll.content().inset(4);
  rest.width = width;
  draw_lines(rest, explained, "seal/words");
  if (!table.practice()) draw_record(rest, table);
  draw_lines(rest, listed, "seal/values");
  if (modal.dismissed()) open_ = false;
}

// The table's own record, fetched and checked in this page.
void Seal::draw_record(Rect& area, OpenTable& table) {
  std::size_t number = 0;
  for (const std::string& line : record_) {
    paint::TextStyle style = k_body;
    if (record_false_) style.tint = Tint::danger;
    say(area, "seal/record/" + std::to_string(number++), line, style);
  }
  const bool pressed = controls::button({.id = "seal/record",
                                         .label = checking_ ? "Checking…" : "Check the table's record",
                                         .rect = cut_top(area, paint::k_touch, 8),
                                         .disabled = checking_,
                                         .hint = "Fetches what the house has stored of its deals and checks it here",
                                         .shortcut = {},
                                         .copies = {}});
  if (pressed) check_record(table);
}

void Seal::check_record(OpenTable& table) {
  checking_ = true;
  record_.clear();
  table.account()->send(client::export_table(table.id().view()),
                        lifeline_.guard([this](const client::CallAnswer& answer) {
                          checking_ = false;
                          const auto report = protocol::verify_text(answer.body);
                          record_false_ = answer.status == 200 && (!report || !report->fault().empty());
                          if (answer.status != 200)
                            record_ = {"The record could not be fetched just now. Try again in a moment."};
                          else
                            record_ = {report ? protocol::summary(*report) : report.error().message};
                          semantics::announce(record_.front(), semantics::Urgency::assertive);
                          platform::request_frame();
                        }));
}

}  // namespace baize::web::screens
