#include "web/screens/start.h"

#include "scene/draw.h"
#include "web/controls/button.h"
#include "web/controls/label.h"
#include "web/controls/layout.h"
#include "web/controls/panel.h"
#include "web/controls/text_field.h"
#include "web/paint/canvas_brush.h"
#include "web/platform/frame_loop.h"
#include "web/platform/page.h"
#include "web/screens/status_line.h"
#include "web/semantics/semantics.h"

namespace baize::web::screens {
namespace {

using controls::cut_top;
using platform::Server;

constexpr float k_plate_width = 440;
constexpr float k_cards_height = 116;
constexpr int k_name_length = 24;

client::Connection connection(const Server& server) {
  switch (server.state) {
    case Server::State::searching:
      return client::Connection::connecting;
    case Server::State::found:
      return client::Connection::connected;
    case Server::State::none:
    case Server::State::unreachable:
      return client::Connection::disconnected;
    case Server::State::refused:
      break;
  }
  return client::Connection::error;
}

// A hand of aces, fanned.
void draw_cards(const Rect& area) {
  using cards::Rank;
  using cards::Suit;
  constexpr Suit suits[] = {Suit::clubs, Suit::diamonds, Suit::hearts, Suit::spades};
  constexpr Size card{66, 92};
  paint::CanvasBrush brush;
  for (int i = 0; i < 4; ++i) {
    const float away = static_cast<float>(i) - 1.5F;
    const Point centre{area.centre().x + away * 46, area.y + 50 + away * away * 5};
    const scene::Element element{"", scene::around(centre, card),
                                 scene::CardFigure{cards::Card(Rank::ace, suits[i]), away * 9}};
    scene::draw(element, paint::theme(), 0, brush);
  }
}

std::string words_for(const Server& server, Account::State account) {
  switch (server.state) {
    case Server::State::searching:
      return "Looking for the server…";
    case Server::State::found:
      return account == Account::State::recalling ? "Welcome back. One moment…"
                                                  : "Cards with friends: open a table and send the link.";
    case Server::State::none:
      return "There is no server here, so there are no tables to share. You can practise against bots, right in this "
             "page.";
    case Server::State::unreachable:
      return server.base + " does not answer. Try again in a moment, or practise against bots, right in this page.";
    case Server::State::refused:
      return "The address of the server that this page was given is none. You can practise against bots, right in this "
             "page.";
  }
  return {};
}

}  // namespace

Start::Start(House& house) : house_(house), name_(house.remembered_name()) { platform::set_title("Baize"); }

void Start::draw(const Rect& stage) {
  controls::backdrop(stage);
  const Server& server = platform::server();
  const bool found = server.state == Server::State::found;
  const bool form = found && house_.account.state() == Account::State::nobody;
  const std::string words = words_for(server, house_.account.state());
  const paint::TextStyle soft{.tint = Tint::ink_soft, .align = paint::Align::centre};
  const float width = std::min(k_plate_width, stage.width - 24);
  const float text = paint::paragraph_height(words, width - 2 * paint::k_margin, soft);
  const bool cards = stage.height >= 560;
  const float ways = cards ? 2 : 1;  // rows of buttons that lead in
  const float height = 2 * paint::k_margin + 8 + (cards ? k_cards_height + paint::k_gap : 0) + 44 + text + 20 +
                       (form ? controls::k_field_height + controls::k_error_height + ways * (52 + paint::k_gap) : 0) +
                       (server.state == Server::State::unreachable ? 52 + paint::k_gap : 0) + 52;
  Rect free = stage;
  draw_status_line(controls::cut_bottom(free, k_status_line, 0), connection(server), client::Standing::logged_out);
  const Rect plate = controls::in_middle(free.inset(scene::Insets{12, 12, 12, 0}), width, height);
  controls::panel(plate);
  {
    const semantics::Group region("start", semantics::Role::region, "Welcome");
    Rect inner = plate.inset(paint::k_margin);
    if (cards) draw_cards(cut_top(inner, k_cards_height));
    controls::heading("start/title", cut_top(inner, 40, 4), "Baize", 1, paint::Align::centre);
    controls::paragraph("start/words", cut_top(inner, text, 20), words, soft);
    if (form) draw_name(inner, !cards);
    if (server.state == Server::State::unreachable) draw_no_server(inner);
    draw_practice(inner);
  }
  if (log_in_ && log_in_->draw()) log_in_.reset();
}

// `low`: a phone on its side, where both ways in stand in one row.
void Start::draw_name(Rect& area, bool low) {
  semantics::Entry entry;
  entry.placeholder = "as the others will see it";
  entry.autocomplete = "nickname";
  entry.max_length = k_name_length;
  entry.enter = semantics::EnterKey::go;
  const controls::Typed typed = controls::text_field({.id = "start/name",
                                                      .label = "Your name",
                                                      .rect = cut_top(area, controls::k_field_height, 0),
                                                      .error = error_,
                                                      .hint = {},
                                                      .disabled = waiting_,
                                                      .entry = entry},
                                                     name_);
  if (typed.changed) error_.clear();
  area = area.inset(scene::Insets{0, controls::k_error_height, 0, 0});
  Rect row = cut_top(area, 52);
  const Rect other = low ? controls::cut_right(row, row.width / 2 - 4, 8) : cut_top(area, 52);
  const bool pressed = controls::button({.id = "start/come-in",
                                         .label = waiting_ ? "One moment…" : "Come in",
                                         .rect = row,
                                         .kind = controls::Kind::primary,
                                         .disabled = waiting_ || name_.empty(),
                                         .hint = name_.empty() ? "Give a name first" : "",
                                         .shortcut = {},
                                         .copies = {}});
  draw_log_in(other);
  if (pressed || (typed.submitted && !name_.empty() && !waiting_)) come_in();
}

void Start::come_in() {
  waiting_ = true;
  error_.clear();
  house_.remember_name(name_);
  // When it works, the app shows another screen.
  house_.account.sign_in_as_guest(name_, lifeline_.guard([this](const std::string& sentence) {
    waiting_ = false;
    if (sentence.empty()) return;
    error_ = sentence;
    semantics::announce(sentence, semantics::Urgency::assertive);
    platform::request_frame();
  }));
}

void Start::draw_log_in(const Rect& rect) {
  if (controls::button(
          {.id = "start/log-in", .label = "I have an account", .rect = rect, .hint = {}, .shortcut = {}, .copies = {}}))
    log_in_ = std::make_unique<AccountDialog>(house_, AccountDialog::Purpose::log_in);
}

void Start::draw_no_server(Rect& area) {
  if (controls::button({.id = "start/again",
                        .label = "Try again",
                        .rect = cut_top(area, 52),
                        .icon = paint::Icon::refresh,
                        .hint = {},
                        .shortcut = {},
                        .copies = {}}))
    platform::find_server();
}

void Start::draw_practice(Rect& area) {
  const bool only =
      platform::server().state != Server::State::found && platform::server().state != Server::State::searching;
  if (controls::button({.id = "start/practice",
                        .label = "Practice against bots",
                        .rect = cut_top(area, 52),
                        .kind = only ? controls::Kind::primary : controls::Kind::normal,
                        .icon = paint::Icon::robot,
                        .hint = {},
                        .shortcut = {},
                        .copies = {}}))
    house_.go(k_practice_route);
}

}  // namespace baize::web::screens
