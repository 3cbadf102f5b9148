#include "web/screens/app.h"

#include "web/controls/layout.h"
#include "web/controls/tooltip.h"
#include "web/platform/canvas.h"
#include "web/platform/frame_loop.h"
#include "web/platform/page.h"
#include "web/platform/sound.h"
#include "web/screens/lobby.h"
#include "web/screens/practice.h"
#include "web/screens/replay/hand_screen.h"
#include "web/screens/start.h"
#include "web/screens/table/table_screen.h"

namespace baize::web::screens {
namespace {

constexpr std::string_view k_start = "start";
constexpr std::string_view k_lobby = "lobby";
constexpr std::string_view k_practice = "practice";
constexpr std::string_view k_table = "table/";
constexpr std::string_view k_hand = "hand/";

}  // namespace

App::App() : route_(platform::route()) {
  platform::set_sound(platform::stored("sound") != "off");
  // A screen asks for another one while it draws, so the change waits for the next frame.
  house_.go = [this](std::string_view route) {
    platform::set_route(route);
    route_ = route;
    platform::request_frame();
  };
  platform::on_route([this](const std::string& route) {
    route_ = route;
    platform::request_frame();
  });
  platform::on_server([this](const platform::Server& server) { house_.account.use(server); });
  platform::on_visibility([this](bool visible) {
    if (!visible) return;
    tables_.page_seen();
    if (screen_) screen_->page_seen();
  });
  platform::on_network([this](bool up) {
    if (up && platform::server().state == platform::Server::State::unreachable) platform::find_server();
    tables_.network(up);
    if (screen_) screen_->network(up);
  });
}

std::string App::wanted() const {
  if (route_ == k_practice_route) return std::string(k_practice);
  if (platform::server().state != platform::Server::State::found) return std::string(k_start);
  const auto state = house_.account.state();
  if (const auto link = client::deal_of_fragment("#" + route_))
    return state == Account::State::recalling ? std::string(k_start) : wanted_for_deal(*link);
  if (const auto id = client::table_of_fragment("#" + route_)) {
    // Whoever was here before comes back as the same guest; a friend with a link needs no name to look on.
    if (state == Account::State::recalling) return std::string(k_start);
    return std::string(k_table) + std::string(id->view());
  }
  return std::string(state == Account::State::known ? k_lobby : k_start);
}

// Who is at the table sees the hand there, without leaving.
std::string App::wanted_for_deal(const client::DealLink& link) const {
  std::string table = std::string(k_table) + std::string(link.table.view());
  return shown_ == table ? table : std::string(k_hand) + route_;
}

void App::make(const std::string& name) {
  screen_.reset();
  table_ = nullptr;
  if (name.starts_with(k_hand))
    if (const auto link = client::deal_of_fragment("#" + route_)) screen_ = std::make_unique<HandScreen>(house_, *link);
  if (name == k_lobby) screen_ = std::make_unique<Lobby>(house_);
  if (name == k_practice) screen_ = std::make_unique<Practice>(house_);
  if (name.starts_with(k_table)) table_ = &tables_.at(core::TableId(name.substr(k_table.size())));
  if (screen() == nullptr) screen_ = std::make_unique<Start>(house_);
}

void App::show_wanted() {
  std::string name = wanted();
  // A table stays where it is while the account behind it is asked for again.
  if (screen() == nullptr || name != shown_) {
    shown_ = std::move(name);
    shown_deal_.reset();
    // One that is kept behind the next comes back as a table, not in the middle of an old hand.
    if (screen() != nullptr) screen()->show_deal(std::nullopt);
    make(shown_);
  }
  tables_.show(table_);
  const auto link = client::deal_of_fragment("#" + route_);
  const auto deal = link ? std::optional(link->number) : std::nullopt;
  if (deal != shown_deal_) screen()->show_deal(deal);
  shown_deal_ = deal;
}

void App::draw() {
  show_wanted();
  const platform::Viewport& view = platform::viewport();
  Rect stage{0, 0, view.width, view.height};
  if (tables_.height() > 0) tables_.draw(controls::cut_top(stage, tables_.height(), 0));
  screen()->draw(stage);
  controls::draw_tooltip();
}

}  // namespace baize::web::screens
