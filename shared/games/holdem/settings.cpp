#include "games/holdem/game.h"
#include "narration/words.h"

namespace baize::games::holdem {

namespace {

constexpr std::int64_t k_most_blind = 1'000'000;
constexpr std::int64_t k_most_buy_in = 1'000'000'000;

SettingDescription chips(std::string name, std::string label, Chips default_, std::int64_t min, std::int64_t max) {
  return {std::move(name), std::move(label), SettingType::chips, default_.count, min, max, {}, "chips", false};
}

SettingDescription audit(Audit default_) {
  return {"audit",
          "Open decks for checking",
          SettingType::choice,
          static_cast<std::int64_t>(default_),
          0,
          2,
          {{"never", "Never"}, {"sample", "One in 20"}, {"at-close", "All, at the end"}},
          "",
          true};
}

}  // namespace

std::vector<SettingDescription> Game::describe_settings() {
  const Settings defaults;
  return {
      chips("small_blind", "Small blind", defaults.small_blind, 1, k_most_blind),
      chips("big_blind", "Big blind", defaults.big_blind, 2, k_most_blind),
      chips("ante", "Ante", defaults.ante, 0, k_most_blind),
      chips("min_buy_in", "Smallest buy-in", defaults.min_buy_in, 2, k_most_buy_in),
      chips("max_buy_in", "Largest buy-in", defaults.max_buy_in, 2, k_most_buy_in),
      audit(defaults.audit),
  };
}

Result<void> Game::may_change(const State& state, const Settings& settings) {
  // Who sat down relied on it (the rules, "Fair deals" 5).
  if (settings.audit != state.settings.audit)
    return core::fail(core::Reason::invalid_field,
                      "How decks are opened was chosen when the table was made and stays. Make another table.");
  return {};
}

Result<void> Game::check_settings(const Settings& settings) {
  const auto wrong = [](std::string what) { return core::fail(core::Reason::invalid_field, std::move(what)); };
  const auto out_of = [](Chips amount, std::int64_t min, std::int64_t max) {
    return amount.count < min || amount.count > max;
  };
  if (out_of(settings.small_blind, 1, k_most_blind))
    return wrong("Choose a small blind from 1 to " + narration::number(k_most_blind) + ".");
  if (out_of(settings.big_blind, 2, k_most_blind) || settings.big_blind < settings.small_blind)
    return wrong("The big blind has to be at least the small blind and at least 2.");
  if (settings.ante < Chips{0} || settings.ante > settings.big_blind)
    return wrong("The ante can be at most the big blind.");
  if (settings.min_buy_in < settings.big_blind || settings.min_buy_in.count > k_most_buy_in)
    return wrong("The smallest buy-in has to be at least one big blind.");
  if (settings.max_buy_in < settings.min_buy_in || settings.max_buy_in.count > k_most_buy_in)
    return wrong("The largest buy-in has to be at least the smallest, and at most " + narration::number(k_most_buy_in) +
                 ".");
  return {};
}

std::string Game::stakes(const Settings& settings) {
  std::string text = narration::number(settings.small_blind) + "/" + narration::number(settings.big_blind);
  if (settings.ante > Chips{0}) text += ", ante " + narration::number(settings.ante);
  return text;
}

}  // namespace baize::games::holdem
