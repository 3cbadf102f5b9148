// The client's door: opens the canvas, makes the picture, and draws a frame whenever one is asked for.
#include <memory>

#include "web/controls/button.h"
#include "web/controls/choice.h"
#include "web/controls/label.h"
#include "web/controls/layout.h"
#include "web/controls/list_row.h"
#include "web/controls/modal.h"
#include "web/controls/panel.h"
#include "web/controls/scroll.h"
#include "web/controls/slider.h"
#include "web/controls/text_field.h"
#include "web/controls/tooltip.h"
#include "web/paint/picture.h"
#include "web/platform/canvas.h"
#include "web/platform/frame_loop.h"
#include "web/platform/input.h"
#include "web/platform/page.h"
#include "web/platform/server.h"
#include "web/platform/sound.h"
#include "web/semantics/semantics.h"

namespace baize::web {
namespace {

/// What a visitor sees first: who they are, and how they like the table.
class StartScreen {
 public:
  StartScreen() : name_(platform::stored("name").value_or("")) {
    platform::on_server([this](const platform::Server& server) { tell_server(server); });
  }

  void draw() {
    const platform::Viewport& view = platform::viewport();
    const Rect stage{0, 0, view.width, view.height};
    controls::backdrop(stage);
    const Rect plate = controls::in_middle(stage.inset(12), 460, 560);
    controls::panel(plate);
    const semantics::Group region("start", semantics::Role::region, "Welcome");
    Rect inner = plate.inset(paint::k_margin);
    controls::heading("start/title", controls::cut_top(inner, 40, 4), "Baize", 1);
    const paint::TextStyle soft{.tint = Tint::ink_soft};
    const float words = paint::paragraph_height(words_, inner.width, soft);
    controls::paragraph("start/words", controls::cut_top(inner, words), words_, soft);
    draw_person(inner);
    draw_taste(inner);
    if (settings_open_) draw_settings();
  }

 private:
  void tell_server(const platform::Server& server) {
    using State = platform::Server::State;
    words_ = server.state == State::found ? "Hold'em with friends: create a table and send the link."
                                          : "No server answers here. You can practise against bots.";
    semantics::announce(words_);
  }

  void draw_person(Rect& area) {
    const Rect field = controls::cut_top(area, controls::k_field_height);
    const controls::Typed typed = controls::text_field(
        {.id = "start/name",
         .label = "Your name",
         .rect = field,
         .error = {},
         .hint = {},
         .entry = {.placeholder = "as the others will see it", .autocomplete = "nickname", .max_length = 24}},
        name_);
    if (typed.changed) platform::store("name", name_);
    const Rect buttons = controls::cut_top(area, 48);
    const bool sit = controls::button({.id = "start/sit",
                                       .label = "Sit down",
                                       .rect = controls::column(buttons, 0, 2),
                                       .kind = controls::Kind::primary,
                                       .disabled = name_.empty(),
                                       .hint = name_.empty() ? "Give a name first" : ""});
    if (sit || (typed.submitted && !name_.empty())) semantics::announce("Welcome, " + name_);
    if (controls::button({.id = "start/settings",
                          .label = "Settings",
                          .rect = controls::column(buttons, 1, 2),
                          .icon = paint::Icon::gear,
                          .shortcut = "S"})) {
      settings_open_ = true;
    }
  }

  void draw_taste(Rect& area) {
    controls::choice({.id = "start/deck",
                      .label = "Deck",
                      .rect = controls::cut_top(area, paint::k_touch),
                      .options = {{"two", "Two colours"}, {"four", "Four colours"}}},
                     deck_);
    controls::slider({.id = "start/bots",
                      .label = "Chips",
                      .rect = controls::cut_top(area, paint::k_touch),
                      .low = 20,
                      .high = 2000,
                      .step = 10,
                      .spoken = std::to_string(chips_) + " chips",
                      .spread = controls::Spread::fine_low},
                     chips_);
    controls::label("start/chips", controls::cut_top(area, 20), std::to_string(chips_) + " chips",
                    {.size = paint::k_text_small, .align = paint::Align::centre});
    const semantics::Group list("start/tables", semantics::Role::list, "Tables");
    const controls::Scroll scroll("start/tables", area, 10 * (controls::k_row_height + 8));
    Rect rows = scroll.content();
    for (int i = 1; i <= 10; ++i) {
      const std::string number = std::to_string(i);
      if (controls::list_row({.id = "start/table/" + number,
                              .title = "Table " + number,
                              .detail = "No-limit hold'em, 5/10",
                              .trailing = number + " of 10",
                              .rect = controls::cut_top(rows, controls::k_row_height, 8)})) {
        semantics::announce("Table " + number);
      }
    }
  }

  void draw_settings() {
    const controls::Modal modal("settings", "Settings", {380, controls::Modal::k_frame_height + 120});
    Rect inner = modal.content();
    bool sound = platform::sound_on();
    if (controls::toggle({.id = "settings/sound", .label = "Sounds", .rect = controls::cut_top(inner, 44), .hint = {}},
                         sound)) {
      platform::set_sound(sound);
      platform::play_sound(platform::Sound::turn);
    }
    if (controls::button({.id = "settings/done",
                          .label = "Done",
                          .rect = controls::cut_bottom(inner, 48),
                          .kind = controls::Kind::primary}) ||
        modal.dismissed()) {
      settings_open_ = false;
    }
  }

  std::string name_;
  std::string words_ = "Looking for the server…";
  bool settings_open_ = false;
  int deck_ = 0;
  std::int64_t chips_ = 200;
};

}  // namespace
}  // namespace baize::web

int main() {
  using namespace baize::web;
  if (platform::open_canvas() == platform::Graphics::none) return 1;
  paint::start_picture();
  platform::listen_to_input();
  platform::set_sound(true);
  semantics::start();
  platform::run_frames([start = std::make_shared<StartScreen>()](double now) {
    paint::begin_picture(now);
    semantics::begin_frame();
    start->draw();
    controls::draw_tooltip();
    semantics::end_frame();
    paint::end_picture();
  });
}
