#include "web/screens/open_tables.h"

#include <algorithm>

#include "web/controls/button.h"
#include "web/controls/layout.h"
#include "web/controls/panel.h"
#include "web/semantics/semantics.h"

namespace baize::web::screens {
namespace {

constexpr float k_strip = 46;    // px
constexpr float k_widest = 240;  // of one table in it
constexpr float k_gap = 6;
constexpr std::size_t k_most = 6;  // in the strip; a server lets an account have ten connections

std::string words_for(const OpenTable& table) {
  const std::string name(table.view()->shared.value.table.name.view());
  if (table.session().witness().standing() == client::Witness::Standing::broken) return "Seal broken: " + name;
  return table.my_turn() ? "Your turn: " + name : name;
}

controls::Kind kind_for(const OpenTable& table) {
  if (table.session().witness().standing() == client::Witness::Standing::broken) return controls::Kind::danger;
  return table.my_turn() ? controls::Kind::primary : controls::Kind::normal;
}

}  // namespace

TableScreen& OpenTables::at(const core::TableId& id) {
  for (const auto& one : open_)
    if (one->table().id() == id) return *one;
  return *open_.emplace_back(std::make_unique<TableScreen>(house_, id));
}

void OpenTables::show(const TableScreen* shown) {
  shown_ = shown;
  const bool somebody = house_.account.state() != Account::State::nobody;
  std::erase_if(open_, [&](const auto& one) { return one.get() != shown && !(somebody && one->table().bound()); });
  for (const auto& one : open_) one->set_shown(one.get() == shown);
}

void OpenTables::page_seen() {
  for (const auto& one : open_) one->page_seen();
}

void OpenTables::network(bool up) {
  for (const auto& one : open_) one->network(up);
}

std::vector<const TableScreen*> OpenTables::elsewhere() const {
  std::vector<const TableScreen*> others;
  for (const auto& one : open_)
    if (one.get() != shown_ && one->table().view() != nullptr) others.push_back(one.get());
  // Where there is no room for all, those that wait come first.
  if (others.size() > k_most) {
    std::stable_partition(others.begin(), others.end(), [](const auto* one) { return one->table().my_turn(); });
    others.resize(k_most);
  }
  return others;
}

float OpenTables::height() const { return elsewhere().empty() ? 0 : k_strip; }

void OpenTables::draw(const Rect& strip) {
  controls::backdrop(strip);
  const auto others = elsewhere();
  const semantics::Group group("open-tables", semantics::Role::region, "Your other tables");
  Rect rest = strip.inset(scene::Insets{6, 4, 6, 0});
  const auto count = static_cast<float>(others.size());
  const float width = std::min(k_widest, (rest.width + k_gap) / count - k_gap);
  for (const TableScreen* one : others) {
    const std::string id(one->table().id().view());
    if (controls::button({.id = "open-tables/" + id,
                          .label = words_for(one->table()),
                          .rect = controls::cut_left(rest, width, k_gap),
                          .kind = kind_for(one->table()),
                          .hint = {},
                          .shortcut = {},
                          .copies = {}}))
      house_.go(table_route(id));
  }
}

}  // namespace baize::web::screens
