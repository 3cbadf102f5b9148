// The settings of a table: what every table has, and beside it what its game has. On the wire they are one flat object,
// {"seats":6,"auto_accept":true,..,"game":the game's id,..}.
#pragma once

#include "games/registry.h"

namespace baize::table {

using core::Chips;
using core::Result;
using core::Seat;
using core::TimeMs;

struct TableSettings {
  static constexpr bool k_defaulted = true;

  std::int32_t seats = 6;              // the game's least to its most
  bool auto_accept = true;             // whoever asks for a seat gets it; else the owner answers
  bool auto_start = true;              // deal as soon as enough are ready; else the owner starts
  std::int32_t turn_seconds = 30;      // 5 to 300
  std::int32_t disconnect_grace = 60;  // seconds until a disconnected player leaves; 0 to 3600
  bool spectators = true;              // whoever has no seat may watch
  std::int32_t deal_pause = 100;       // percent of the game's own pause between deals; 0 (deal at once) to 300

  friend bool operator==(const TableSettings&, const TableSettings&) = default;
};
BOOST_DESCRIBE_STRUCT(TableSettings, (),
                      (seats, auto_accept, auto_start, turn_seconds, disconnect_grace, spectators, deal_pause))

struct Settings {
  static constexpr bool k_defaulted = true;

  core::Flat<TableSettings> table;
  core::Flat<games::AnySettings> game;

  friend bool operator==(const Settings&, const Settings&) = default;
};
BOOST_DESCRIBE_STRUCT(Settings, (), (table, game))

// The defaults of a game's table; invalid-field if there is no such game.
Result<Settings> default_settings(std::string_view game);
// `wanted` laid over `present`: fields it names replace, others stay; but a setting of the game that has no effect
// beside the others goes back to its default. invalid-field for what does not fit, and for asking in vain.
Result<Settings> changed_settings(const Settings& present, const core::Json& wanted);
Result<void> check_settings(const Settings& settings);
// The fields of TableSettings, for forms; the game describes its own.
std::vector<games::SettingDescription> describe_table_settings();

}  // namespace baize::table
