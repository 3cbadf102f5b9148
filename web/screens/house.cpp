#include "web/screens/house.h"

#include "table/settings.h"
#include "web/platform/frame_loop.h"
#include "web/platform/page.h"

namespace baize::web::screens {

std::string table_route(std::string_view id) { return client::link_fragment(id).substr(1); }

std::string hand_route(std::string_view table, std::uint32_t number) {
  return client::deal_fragment(table, number).substr(1);
}

House::House() : games_{games::describe_games(), table::describe_table_settings()} {}

void House::ask_for_games() {
  if (std::exchange(asked_, true)) return;
  account.send(client::list_games(), [this](const client::CallAnswer& answer) {
    auto games = client::read_answer<protocol::Games>(answer);
    // Without an answer what this bundle can play stands; the server judges what is made of it.
    if (games && !games->games.empty()) games_ = std::move(*games);
    asked_ = games.has_value();
    platform::request_frame();
  });
}

std::string House::remembered_name() const { return platform::stored("name").value_or(""); }

void House::remember_name(std::string_view name) const { platform::store("name", name); }

}  // namespace baize::web::screens
