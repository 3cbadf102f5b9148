#include "web/screens/table/action_bar.h"

#include <algorithm>
#include <cmath>

#include "web/controls/button.h"
#include "web/controls/label.h"
#include "web/controls/layout.h"
#include "web/controls/pre_actions.h"
#include "web/paint/canvas_brush.h"
#include "web/paint/picture.h"
#include "web/platform/frame_loop.h"
#include "web/screens/table/connection_words.h"
#include "web/semantics/semantics.h"

namespace baize::web::screens {
namespace {

using controls::cut_bottom;
using controls::cut_right;
using controls::cut_top;
using controls::LegalMoves;
using core::TimeMs;
using Shape = LegalMoves::Shape;

constexpr float k_line = 40;  // the words above the buttons, with the air below them
constexpr float k_pill = 30;
constexpr float k_air = 10;  // around all
constexpr float k_button = 54;
constexpr TimeMs k_hurry_ms = 10'000;

float usual_height(Shape shape) {
  const float moves = LegalMoves::usual_height(shape);
  return shape == Shape::flat ? moves + k_air : k_line + moves + 2 * k_air;
}

const table::SeatView* own_seat(const table::GameView& view) {
  for (const table::SeatView& one : view.shared.value.seats)
    if (view.viewer.seat == one.seat) return &one;
  return nullptr;
}

bool played_by_bot(const table::GameView& view) {
  const table::SeatView* seat = own_seat(view);
  return seat != nullptr && seat->stand_in.has_value();
}

// Whole seconds until the deadline; nothing without one.
std::optional<TimeMs> seconds_left(const OpenTable& table) {
  const auto deadline = table.view()->shared.value.deadline;
  if (!deadline) return std::nullopt;
  const TimeMs left = std::max<TimeMs>(0, *deadline - table.now());
  // The next frame when another second is through.
  platform::request_frame_at(paint::frame_moment() + static_cast<double>(left % 1000) + 1);
  return (left + 999) / 1000;
}

// "23 s", "4:59".
std::string clock_words(TimeMs seconds) {
  if (seconds < 60) return std::to_string(seconds) + " s";
  const TimeMs rest = seconds % 60;
  return std::to_string(seconds / 60) + (rest < 10 ? ":0" : ":") + std::to_string(rest);
}

}  // namespace

float ActionBar::height(const OpenTable& table, Size stage) {
  const Shape shape = LegalMoves::shape_for(stage);
  const bool seated = table.view() != nullptr && table.view()->viewer.seat.has_value();
  if (seated || shape == Shape::flat) return usual_height(shape);
  return k_line + k_button + 2 * k_air;
}

void ActionBar::take_in(const OpenTable& table) {
  const bool moves = table.view() != nullptr && !table.controls().empty() && !played_by_bot(*table.view());
  moves_.offer(table.view() != nullptr ? table.view()->shared.value.decision : 0,
               moves ? table.controls() : std::vector<games::Control>{});
}

ActionBar::Wish ActionBar::draw(const Rect& area, const Rect& words, Size stage, OpenTable& table) {
  const semantics::Group region(
      {.id = "bar", .role = semantics::Role::region, .name = "What you can do", .rect = area});
  const bool flat = LegalMoves::shape_for(stage) == Shape::flat;
  const Rect inner = area.inset(scene::Insets{12, flat ? 0 : k_air, 12, k_air});
  if (moves_.offered().empty()) {
    const Offer offer = ActionBar::offer(table);
    if (!offer.button.empty() || table.pre_actions().empty()) return draw_offer(inner, flat, offer, table);
    draw_before_turn(inner, flat ? words : Rect{}, stage, offer.words, table);
    return Wish::nothing;
  }
  Rect rest = inner;
  const Rect room = draw_turn(flat ? words : cut_top(rest, k_line, 0), table);
  if (!flat) draw_asides(room, table);
  draw_moves(rest, stage, table);
  return Wish::nothing;
}

void ActionBar::draw_before_turn(Rect area, const Rect& in_header, Size stage, const std::string& words,
                                 OpenTable& table) {
  const Rect line = in_header.empty() ? cut_top(area, k_line, 0) : in_header;
  controls::label("bar/words", line, words, {.tint = Tint::ink_soft, .align = paint::Align::centre});
  const auto pressed =
      controls::pre_actions(area, LegalMoves::shape_for(stage), table.pre_actions(), table.decided_before());
  if (pressed) table.decide_before(*pressed);
}

Rect ActionBar::draw_turn(const Rect& line, const OpenTable& table) {
  if (!table.my_turn()) {
    const auto word = games::deal_word(table.view()->shared.value.table.settings.game.value);
    const std::string over = "The " + std::string(word) + " is over.";
    controls::label("bar/words", line, table.status().empty() ? over : table.status(),
                    {.tint = Tint::ink_soft, .align = paint::Align::centre});
    return {};
  }
  const auto left = seconds_left(table);
  const bool hurry = left && *left * 1000 <= k_hurry_ms;
  const std::string time = left ? clock_words(*left) : "";
  paint::TextStyle bold{.size = 17, .weight = Weight::bold, .tint = Tint::ink_on_lit};
  const float clock = time.empty() ? 0 : paint::text_width("00:00", bold) + 12;
  float words = paint::text_width(table.status(), bold);
  if (words + clock + 36 > line.width) {
    bold.size = 15;
    words = paint::text_width(table.status(), bold);
  }
  Rect pill = controls::in_middle(line, words + clock + 36, k_pill);
  if (line.height <= k_line) pill.y = line.y;
  paint::CanvasBrush brush;
  brush.box(pill, k_pill / 2, paint::colour(Tint::brass));
  Rect text = pill.inset(scene::Insets{16, 0, 12, 0});
  if (left) {
    const Rect place = cut_right(text, clock - 12, 8);
    paint::draw_text(place, time,
                     {.size = 17, .weight = Weight::bold, .tint = Tint::ink_on_lit, .align = paint::Align::right});
    if (hurry) brush.frame(pill.inset(-3), 18, 2, paint::colour(Tint::danger));
  }
  controls::label("bar/words", text, table.status(), bold);
  return {pill.right() + 12, pill.y, std::max(line.right() - pill.right() - 12, 0.0F), pill.height};
}

void ActionBar::draw_asides(Rect room, OpenTable& table) {
  for (const games::Control& one : moves_.offered()) {
    if (!one.aside) continue;
    controls::Button button{.id = "bar/" + one.action,
                            .label = one.label,
                            .rect = {},
                            .kind = controls::Kind::quiet,
                            .disabled = table.session().move_on_its_way(),
                            .hint = {},
                            .shortcut = {},
                            .copies = {}};
    const float width = controls::button_width(button);
    if (width > room.width) return;
    button.rect = controls::cut_left(room, width, 8);
    if (controls::button(button)) send({one.action, {}}, table);
  }
}

void ActionBar::draw_moves(const Rect& area, Size stage, OpenTable& table) {
  const bool busy = table.session().move_on_its_way() || !connection_trouble(table).empty();
  if (const auto answered = moves_.draw(area, LegalMoves::shape_for(stage), busy)) send(*answered, table);
}

void ActionBar::send(const LegalMoves::Answered& answered, OpenTable& table) {
  const auto move = games::answer(table.view()->shared.value.public_, answered.action, answered.answer);
  if (!move) return table.show(Banner::Tone::trouble, move.error().message);
  table.play(*move);
}

void ActionBar::touch(cards::Card card, OpenTable& table) {
  if (const auto answered = moves_.card(card); answered && !table.session().move_on_its_way()) send(*answered, table);
}

ActionBar::Offer ActionBar::offer(const OpenTable& table) {
  if (table.session().door().ended() == client::Ended::opened_elsewhere)
    return {"This table is open in another window.", "Use it here", Wish::use_here, {}, false};
  if (table.session().door().ended() == client::Ended::signed_out)
    return {"You are signed out.", "Give a name again", Wish::leave_page, {}, false};
  if (std::string trouble = connection_trouble(table); !trouble.empty()) return {trouble, {}, Wish::nothing, {}, false};
  const table::GameView& view = *table.view();
  if (view.shared.value.table.status == table::Status::closed)
    return {"This table is closed.", "Back to the lobby", Wish::leave_page, {}, false};
  if (const table::SeatView* seat = own_seat(view)) return seated_offer(table, *seat);
  if (view.viewer.role == table::Role::pending)
    return {"You have asked for a seat. The owner will answer.", "Cancel", Wish::nothing, protocol::CancelSeatRequest{},
            table.session().on_its_way(protocol::CancelSeatRequest::k_tag.name)};
  return spectator_offer(table);
}

ActionBar::Offer ActionBar::seated_offer(const OpenTable& table, const table::SeatView& seat) {
  const auto& shared = table.view()->shared.value;
  const bool owner = table.view()->viewer.owner;
  const auto sent = [&](std::string_view verb) { return table.session().on_its_way(verb); };
  if (seat.stand_in)
    return {"A bot plays for you.", "Take your seat back", Wish::nothing, protocol::SitIn{}, sent("sit-in")};
  const bool out = seat.status == games::SeatStatus::sitting_out && (seat.stack > core::Chips{0} || !table.for_chips());
  const bool paused = shared.table.status == table::Status::paused;
  if (out && !paused) return {"You are sitting out.", "Sit in", Wish::nothing, protocol::SitIn{}, sent("sit-in")};
  if (!paused && !table.status().empty()) return {table.status(), {}, Wish::nothing, {}, false};
  if (seat.stack == core::Chips{0} && table.for_chips())
    return {"You are out of chips.", "Buy in again", Wish::add_chips, {}, false};
  if (paused)
    return owner ? Offer{"You have paused the table.", "Resume", Wish::nothing, protocol::ResumeGame{},
                         sent("resume-game")}
                 : Offer{"The owner has paused the table.", {}, Wish::nothing, {}, false};
  if (shared.next_deal) return {"The next deal begins in a moment.", {}, Wish::nothing, {}, false};
  if (owner && games::stand_ins(shared.table.settings.game.value))
    return {"Waiting for more players. Bots can take the empty seats.", "Start with bots", Wish::nothing,
            protocol::StartGame{}, sent("start-game")};
  const bool enough =
      std::count_if(shared.seats.begin(), shared.seats.end(), [&](const auto& one) {
        return one.status != games::SeatStatus::sitting_out && (one.stack > core::Chips{0} || !table.for_chips());
      }) >= games::min_seats(shared.table.settings.game.value);
  if (enough && !shared.table.settings.table.value.auto_start)
    return owner ? Offer{"Enough players are here.", "Start the game", Wish::nothing, protocol::StartGame{},
                         sent("start-game")}
                 : Offer{"The owner starts the game.", {}, Wish::nothing, {}, false};
  return {"Waiting for another player.", "Copy the link", Wish::copy_link, {}, false};
}

ActionBar::Offer ActionBar::spectator_offer(const OpenTable& table) {
  const auto& shared = table.view()->shared.value;
  const bool full = static_cast<std::int32_t>(shared.seats.size()) >= shared.table.settings.table.value.seats;
  if (full && table.open_seat())
    return {"You are watching. You can play on for a bot.", "Take a bot's seat", Wish::take_seat, {}, false};
  if (full) return {"You are watching. All seats are taken.", {}, Wish::nothing, {}, false};
  if (table.went_broke()) return {"You are out of chips.", "Buy in again", Wish::take_seat, {}, false};
  return {"You are watching: touch a seat to sit down.", "Take a seat", Wish::take_seat, {}, false};
}

ActionBar::Wish ActionBar::draw_offer(const Rect& area, bool flat, const Offer& offer, OpenTable& table) {
  Rect rest = area;
  const controls::Button shape{.id = "bar/go",
                               .label = offer.button,
                               .rect = {},
                               .kind = controls::Kind::primary,
                               .disabled = offer.waiting,
                               .hint = {},
                               .shortcut = {},
                               .copies = {}};
  const float width = std::max(180.0F, controls::button_width(shape));
  if (flat && !offer.button.empty()) {
    controls::Button button = shape;
    button.rect = cut_right(rest, width);
    controls::label("bar/words", rest, offer.words, {.tint = Tint::ink_soft});
    if (!controls::button(button)) return Wish::nothing;
  } else {
    rest = controls::in_middle(rest, rest.width, offer.button.empty() ? k_line : k_line + k_button);
    controls::label("bar/words", cut_top(rest, k_line - 6, 6), offer.words,
                    {.tint = Tint::ink_soft, .align = paint::Align::centre});
    if (offer.button.empty()) return Wish::nothing;
    controls::Button button = shape;
    button.rect = controls::in_middle(rest, width, k_button);
    if (!controls::button(button)) return Wish::nothing;
  }
  if (offer.verb) table.ask(*offer.verb);
  return offer.wish;
}

}  // namespace baize::web::screens
