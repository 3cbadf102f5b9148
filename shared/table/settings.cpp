#include "table/settings.h"

#include <algorithm>

#include "core/json_write.h"

namespace baize::table {

namespace {

using core::Reason;
using games::SettingDescription;
using games::SettingType;

Result<void> within(std::string_view name, std::int64_t value, std::int64_t low, std::int64_t high) {
  if (value >= low && value <= high) return {};
  return core::fail(Reason::invalid_field, "\"" + std::string(name) + "\" should be from " + std::to_string(low) +
                                               " to " + std::to_string(high) + ".");
}

// The names of choices are understood with underscores and with hyphens, whichever of them they are sent with.
std::string with_hyphens(std::string name) {
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

// Whether a setting of the game has no effect beside the others.
bool idle(const SettingDescription& one, const core::Json& all) {
  const std::size_t mark = one.only_with.find('=');
  return mark != std::string::npos && all[one.only_with.substr(0, mark)] != one.only_with.substr(mark + 1);
}

// Where settings are idle they get their defaults; invalid-field where `wanted` asks for something else.
Result<void> put_idle_back(const games::AnySettings& game, const core::Json& wanted, core::Json& all) {
  const core::Json defaults = core::Json::parse(core::to_json(*games::default_settings(games::id_of(game))));
  for (const SettingDescription& one : games::describe_settings(game)) {
    if (!idle(one, all)) continue;
    const core::Json& fresh = defaults[one.name];
    if (wanted.contains(one.name) && all[one.name] != fresh)
      return core::fail(Reason::invalid_field, "\"" + one.name + "\" has an effect only with " + one.only_with +
                                                   ". Choose that, or leave it out.");
    all[one.name] = fresh;
  }
  return {};
}

}  // namespace

Result<Settings> default_settings(std::string_view game) {
  auto own = games::default_settings(game);
  if (!own) return core::fail(own.error());
  Settings settings;
  settings.game.value = std::move(*own);
  auto& seats = settings.table.value.seats;
  seats = std::clamp(seats, games::min_seats(settings.game.value), games::max_seats(settings.game.value));
  return settings;
}

Result<Settings> changed_settings(const Settings& present, const core::Json& wanted) {
  if (!wanted.is_object()) return core::fail(Reason::invalid_field, "\"settings\" should be an object.");
  core::Json merged = core::Json::parse(core::to_json(present));
  for (const auto& [name, value] : wanted.items())
    if (name != "game") merged[name] = value.is_string() ? core::Json(with_hyphens(value.get<std::string>())) : value;
  if (auto heard = put_idle_back(present.game.value, wanted, merged); !heard) return core::fail(heard.error());
  auto settings = core::from_json<Settings>(merged);
  if (!settings) return settings;
  if (auto fits = games::check_fit(settings->game.value, settings->table.value.seats); !fits)
    return core::fail(fits.error());
  if (auto fits = check_settings(*settings); !fits) return core::fail(fits.error());
  return settings;
}

Result<void> check_settings(const Settings& settings) {
  const TableSettings& own = settings.table.value;
  const auto& game = settings.game.value;
  if (auto fits = within("seats", own.seats, games::min_seats(game), games::max_seats(game)); !fits) return fits;
  if (auto fits = within("turn_seconds", own.turn_seconds, 5, 300); !fits) return fits;
  if (auto fits = within("disconnect_grace", own.disconnect_grace, 0, 3600); !fits) return fits;
  if (auto fits = within("deal_pause", own.deal_pause, 0, 300); !fits) return fits;
  return games::check_settings(game);
}

std::vector<SettingDescription> describe_table_settings() {
  const TableSettings defaults;
  return {
      {"seats", "Seats", SettingType::integer, defaults.seats, 2, core::k_max_seats, {}, ""},
      {"auto_accept", "Anybody may sit down", SettingType::boolean, 1, 0, 1, {}, ""},
      {"auto_start", "Deal when enough are ready", SettingType::boolean, 1, 0, 1, {}, ""},
      {"turn_seconds", "Time to act", SettingType::integer, defaults.turn_seconds, 5, 300, {}, "seconds"},
      {"disconnect_grace",
       "Seat kept after a lost connection",
       SettingType::integer,
       defaults.disconnect_grace,
       0,
       3600,
       {},
       "seconds"},
      {"spectators", "Others may watch", SettingType::boolean, 1, 0, 1, {}, ""},
      {"deal_pause", "Pause between deals", SettingType::integer, defaults.deal_pause, 0, 300, {}, "percent"},
  };
}

}  // namespace baize::table
