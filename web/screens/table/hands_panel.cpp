#include "web/screens/table/hands_panel.h"

#include <algorithm>

#include "narration/words.h"
#include "table/words.h"
#include "web/controls/label.h"
#include "web/controls/layout.h"
#include "web/controls/list_row.h"
#include "web/controls/scroll.h"
#include "web/platform/clock.h"
#include "web/platform/frame_loop.h"
#include "web/semantics/semantics.h"

namespace baize::web::screens {
namespace {

constexpr float k_row_gap = 6;

std::string winner_words(const table::DealLine& line) {
  if (line.voided) return "void";
  std::vector<std::string> names;
  for (const auto& one : line.winners) {
    names.emplace_back(one.username.view());
    if (line.points) names.back() += " " + narration::number(one.amount);
  }
  if (line.points) return narration::list(names);
  if (names.empty()) return "";
  return narration::list(names) + (names.size() > 1 ? " share " : " wins ") + narration::number(line.pot);
}

// With its sign, and the minus that stands as wide as the plus.
std::string gained_words(const table::DealLine& line) {
  if (!line.took_part || line.voided) return "";
  if (line.gained == 0) return "0";
  return (line.gained > 0 ? "+" : "−") + narration::number(std::abs(line.gained));
}

std::string spoken(const table::DealLine& line, const std::string& title, const std::string& at) {
  std::string text = title + ", " + at + ", " + winner_words(line);
  if (!line.took_part) return text + ", you did not play";
  if (line.points) return text + ", you score " + narration::number(line.gained);
  if (line.gained == 0) return text + ", you come out even";
  return text + (line.gained > 0 ? ", you gain " : ", you lose ") + narration::number(std::abs(line.gained));
}

}  // namespace

std::optional<std::uint32_t> HandsPanel::draw(const Rect& area, const OpenTable& table) {
  if (table.view() == nullptr) return std::nullopt;
  look(table);
  const table::Settings& settings = table.view()->shared.value.table.settings;
  if (lines_.empty()) {
    const std::string deal(games::deal_word(settings.game.value));
    const std::string words = !trouble_.empty() ? trouble_
                              : known_          ? "No " + deal + " is over yet."
                                                : "Asking for the " + deal + "s…";
    controls::paragraph("hands/empty", area, words, {.size = 15, .tint = Tint::ink_soft});
    return std::nullopt;
  }
  const semantics::Group list(
      {.id = "hands", .role = semantics::Role::list, .name = table::deals_title(settings), .rect = area});
  const float height = static_cast<float>(lines_.size()) * (controls::k_row_height + k_row_gap);
  const controls::Scroll scroll("hands/scroll", area, height);
  Rect rows = scroll.content();
  std::optional<std::uint32_t> pressed;
  for (const table::DealLine& line : lines_) {
    const Rect row = controls::cut_top(rows, controls::k_row_height, k_row_gap);
    if (draw_line(line, table::deal_title(settings, line.number), row)) pressed = line.number;
    if (&line == &lines_.back() && next_ && scroll.shows(row)) ask(table, next_);
  }
  return pressed;
}

bool HandsPanel::draw_line(const table::DealLine& line, const std::string& title, const Rect& rect) {
  const std::string at = platform::time_of_day(line.began_at);
  return controls::list_row({.id = "hands/" + std::to_string(line.number),
                             .title = title,
                             .detail = at + " · " + winner_words(line),
                             .trailing = gained_words(line),
                             .rect = rect,
                             .name = spoken(line, title, at)});
}

void HandsPanel::look(const OpenTable& table) {
  const auto& shared = table.view()->shared.value;
  // Between deals no decision has a deadline.
  const std::uint64_t now =
      std::uint64_t{games::deal_number(shared.public_)} * 2 + (shared.deadline.has_value() ? 1 : 0) + 1;
  if (seen_ == now) return;
  if (table.practice()) {
    seen_ = now;
    return look_in_session(table);
  }
  if (asking_) return;
  seen_ = now;
  ask(table, std::nullopt);
}

void HandsPanel::look_in_session(const OpenTable& table) {
  lines_.clear();
  known_ = true;
  for (const table::DealRecord& record : table.session().deals())
    if (auto line = table::line_of(record, table.session().uuid())) lines_.insert(lines_.begin(), std::move(*line));
}

void HandsPanel::ask(const OpenTable& table, std::optional<std::uint32_t> before) {
  if (std::exchange(asking_, true)) return;
  table.account()->send(client::list_deals(table.id().view(), before),
                        lifeline_.guard([this, before](const client::CallAnswer& answer) {
                          asking_ = false;
                          take_in(answer, before);
                          platform::request_frame();
                        }));
}

void HandsPanel::take_in(const client::CallAnswer& answer, std::optional<std::uint32_t> before) {
  auto page = client::read_answer<protocol::History>(answer);
  trouble_ = page ? "" : page.error().message;
  if (!page) {
    if (before) next_.reset();  // asked again when the next deal is over
    return;
  }
  known_ = true;
  auto& hands = page->hands;
  if (before) {
    lines_.insert(lines_.end(), hands.begin(), hands.end());
    next_ = page->next ? std::optional(*page->next) : std::nullopt;
    return;
  }
  // The newest page again: what is known of older ones stays, if nothing lies between.
  const std::uint32_t lowest = hands.empty() ? 0 : hands.back().number;
  const bool joined = !lines_.empty() && lines_.front().number >= lowest;
  std::erase_if(lines_, [&](const table::DealLine& one) { return !joined || one.number >= lowest; });
  if (lines_.empty()) next_ = page->next ? std::optional(*page->next) : std::nullopt;
  lines_.insert(lines_.begin(), hands.begin(), hands.end());
}

}  // namespace baize::web::screens
