#include "web/screens/lobby.h"

#include <algorithm>

#include "narration/words.h"
#include "web/controls/button.h"
#include "web/controls/label.h"
#include "web/controls/layout.h"
#include "web/controls/list_row.h"
#include "web/controls/modal.h"
#include "web/controls/panel.h"
#include "web/controls/press.h"
#include "web/controls/scroll.h"
#include "web/platform/frame_loop.h"
#include "web/platform/page.h"
#include "web/platform/timer.h"
#include "web/screens/status_line.h"
#include "web/semantics/semantics.h"

namespace baize::web::screens {
namespace {

using controls::cut_right;
using controls::cut_top;

constexpr double k_refresh_ms = 5000;
constexpr float k_column = 820;
constexpr float k_narrow = 600;  // px
constexpr float k_row_gap = 8;

std::string_view status_words(table::Status status) {
  switch (status) {
    case table::Status::waiting:
      return "waiting for players";
    case table::Status::running:
      return "playing";
    case table::Status::paused:
      return "paused";
    case table::Status::closed:
      break;
  }
  return "closed";
}

std::string detail_of(const protocol::TableSummary& table) {
  const auto& game = table.settings.game.value;
  std::string text(games::title_of(game));
  if (const std::string stakes = games::stakes(game); !stakes.empty()) text += " · " + stakes;
  text += " · " + std::string(status_words(table.status));
  if (table.watching > 0) text += " · " + std::to_string(table.watching) + " watching";
  return text;
}

}  // namespace

Lobby::Lobby(House& house) : house_(house) {
  platform::set_title("Lobby · Baize");
  house_.ask_for_games();
  house_.account.look_again();
  ask();
}

Lobby::~Lobby() { platform::cancel(timer_); }

void Lobby::network(bool up) {
  up_ = up;
  platform::request_frame();
  if (up) ask();
}

void Lobby::ask() {
  if (std::exchange(asking_, true)) return;
  house_.account.send(client::list_tables(), lifeline_.guard([this](const client::CallAnswer& answer) {
    asking_ = false;
    take_in(answer);
    platform::cancel(timer_);
    // A page that nobody sees asks for nothing.
    timer_ = platform::after(k_refresh_ms, [this] {
      if (platform::page_visible()) ask();
    });
  }));
}

void Lobby::take_in(const client::CallAnswer& answer) {
  status_ = answer.status;
  auto tables = client::read_answer<protocol::Tables>(answer);
  trouble_ = tables ? "" : tables.error().message;
  if (!tables) return;
  known_ = true;
  tables_ = std::move(tables->tables);
  std::erase_if(tables_, [](const auto& one) { return one.status == table::Status::closed; });
}

client::Connection Lobby::connection() const {
  using client::Connection;
  if (!up_ || status_ == 0) return Connection::disconnected;
  if (!trouble_.empty()) return Connection::error;
  return known_ ? Connection::connected : Connection::connecting;
}

void Lobby::draw(const Rect& stage) {
  controls::backdrop(stage);
  Rect column = controls::in_middle(stage, k_column, stage.height).inset(scene::Insets{12, 10, 12, 12});
  {
    const semantics::Group region("lobby", semantics::Role::region, "Lobby");
    draw_header(cut_top(column, paint::k_touch));
    draw_status_line(controls::cut_bottom(column, k_status_line), connection(), client::Standing::browsing);
    draw_tables(column);
  }
  if (create_ && create_->draw()) create_.reset();
  if (person_ && person_->draw()) person_.reset();
}

void Lobby::draw_header(const Rect& strip) {
  Rect rest = strip;
  const bool narrow = strip.width < k_narrow;
  const controls::Button create{.id = "lobby/create",
                                .label = "Create table",
                                .rect = {},
                                .kind = controls::Kind::primary,
                                .icon = paint::Icon::plus,
                                .hint = {},
                                .shortcut = {},
                                .copies = {}};
  const controls::Button practice{.id = "lobby/practice",
                                  .label = "Practice",
                                  .rect = {},
                                  .icon = paint::Icon::robot,
                                  .icon_only = narrow,
                                  .hint = narrow ? "Practice against bots" : "",
                                  .shortcut = {},
                                  .copies = {}};
  controls::Button one = create;
  one.rect = cut_right(rest, controls::button_width(one), 8);
  if (controls::button(one)) create_ = std::make_unique<CreateTable>(house_);
  one = practice;
  one.rect = cut_right(rest, narrow ? paint::k_touch : controls::button_width(one));
  if (controls::button(one)) house_.go(k_practice_route);
  draw_person(rest, narrow);
}

void Lobby::draw_person(Rect& strip, bool narrow) {
  const float title = paint::text_width("Baize", {.size = paint::k_text_title, .weight = Weight::bold}) + 18;
  if (!narrow) controls::heading("lobby/title", controls::cut_left(strip, title), "Baize", 1);
  const std::string name(house_.account.who().username.view());
  const std::string chips = narration::number(house_.account.wallet()) + " chips";
  controls::label("lobby/name", controls::row(strip, 0, 2, 0), name, {.weight = Weight::bold});
  controls::label("lobby/wallet", controls::row(strip, 1, 2, 0), chips,
                  {.size = paint::k_text_small, .tint = Tint::ink_soft});
  // After the words, so that its twin lies above theirs.
  const auto press = controls::press(
      {.id = "lobby/person", .role = semantics::Role::button, .name = "Your account: " + name, .rect = strip});
  if (press.pressed) person_ = std::make_unique<AccountDialog>(house_, AccountDialog::Purpose::look);
  controls::draw_focus_ring("lobby/person", strip, paint::k_radius);
}

void Lobby::draw_tables(const Rect& area) {
  const semantics::Group list("lobby/tables", semantics::Role::list, "Tables");
  if (tables_.empty()) {
    const std::string words = !trouble_.empty() ? trouble_
                              : known_          ? "No table is open. Create one, and send its link to your friends."
                                                : "Asking for the tables…";
    const Rect middle = controls::in_middle(area, 420, 80);
    controls::paragraph("lobby/empty", middle, words, {.tint = Tint::ink_soft, .align = paint::Align::centre});
    return;
  }
  const float height = static_cast<float>(tables_.size()) * (controls::k_row_height + k_row_gap);
  const controls::Scroll scroll("lobby/tables", area, height);
  Rect rows = scroll.content();
  for (const protocol::TableSummary& table : tables_)
    draw_table(table, cut_top(rows, controls::k_row_height, k_row_gap));
}

void Lobby::draw_table(const protocol::TableSummary& table, const Rect& rect) {
  const auto& seats = house_.account.seats();
  const bool mine = std::any_of(seats.begin(), seats.end(), [&](const auto& one) { return one.table == table.id; });
  const int most = table.settings.table.value.seats;
  const std::string taken = std::to_string(table.seats.size()) + " of " + std::to_string(most);
  if (controls::list_row({.id = "lobby/table/" + std::string(table.id.view()),
                          .title = std::string(table.name.view()),
                          .detail = detail_of(table),
                          .trailing = mine ? "Your seat" : taken,
                          .rect = rect,
                          .icon = table.locked ? paint::Icon::lock : paint::Icon::people,
                          .name = std::string(table.name.view()) + ", " + detail_of(table) + ", " + taken +
                                  " seats taken" + (table.locked ? ", locked" : "") + (mine ? ", you sit here" : "")}))
    house_.go(table_route(table.id.view()));
}

}  // namespace baize::web::screens
