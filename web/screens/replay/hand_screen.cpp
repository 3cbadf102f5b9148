#include "web/screens/replay/hand_screen.h"

#include "table/words.h"
#include "web/controls/button.h"
#include "web/controls/label.h"
#include "web/controls/layout.h"
#include "web/controls/panel.h"
#include "web/platform/frame_loop.h"
#include "web/platform/page.h"
#include "web/semantics/semantics.h"

namespace baize::web::screens {

using controls::cut_bottom;
using controls::cut_top;

HandScreen::HandScreen(House& house, const client::DealLink& link) : house_(house), link_(link) {
  platform::set_title("Deal " + std::to_string(link_.number) + " · Baize");
  ask();
}

void HandScreen::ask() {
  trouble_.clear();
  house_.account.send(client::look_at_deal(link_.table.view(), link_.number),
                      lifeline_.guard([this](const client::CallAnswer& answer) {
                        take_in(answer);
                        platform::request_frame();
                      }));
}

void HandScreen::take_in(const client::CallAnswer& answer) {
  auto record = client::read_answer<table::DealRecord>(answer);
  if (!record) {
    trouble_ = record.error().message;
    return;
  }
  const std::string name(record->name.view());
  platform::set_title(table::deal_title(record->settings, link_.number) + " · " + name + " · Baize");
  replay_ = std::make_unique<HandReplay>(std::move(*record), house_.account.uuid(),
                                         platform::address_of(hand_route(link_.table.view(), link_.number)));
}

void HandScreen::draw(const Rect& stage) {
  if (!replay_) return draw_waiting(stage);
  if (replay_->draw(stage, "") == HandReplay::Wish::close) house_.go(table_route(link_.table.view()));
}

void HandScreen::draw_waiting(const Rect& stage) {
  controls::backdrop(stage);
  const semantics::Group region("hand", semantics::Role::region, "Deal");
  if (trouble_.empty()) {
    controls::paragraph("hand/words", controls::in_middle(stage, 320, 24), "Fetching the deal…",
                        {.tint = Tint::ink_soft, .align = paint::Align::centre});
    return;
  }
  const Rect plate = controls::in_middle(stage.inset(12), 420, 250);
  controls::panel(plate);
  Rect inner = plate.inset(paint::k_margin);
  controls::heading("hand/title", cut_top(inner, 40), "This deal can't be shown", 1);
  controls::paragraph("hand/words", cut_top(inner, 66), trouble_, {.tint = Tint::ink_soft});
  if (controls::button({.id = "hand/table",
                        .label = "Go to the table",
                        .rect = cut_bottom(inner, 52),
                        .kind = controls::Kind::primary,
                        .hint = {},
                        .shortcut = {},
                        .copies = {}}))
    house_.go(table_route(link_.table.view()));
}

}  // namespace baize::web::screens
