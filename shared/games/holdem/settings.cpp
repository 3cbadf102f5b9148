#include "games/holdem/game.h"
#include "games/holdem/schedule.h"
#include "narration/words.h"

namespace baize::games::holdem {

namespace {

constexpr std::int64_t k_most_blind = 1'000'000;
constexpr std::int64_t k_most_buy_in = 1'000'000'000;

SettingDescription chips(std::string name, std::string label, Chips default_, std::int64_t min, std::int64_t max) {
  return {std::move(name), std::move(label), SettingType::chips, default_.count, min, max, {}, "chips", false};
}

SettingDescription count(std::string name, std::string label, std::int64_t default_, std::int64_t min, std::int64_t max,
                         std::string unit) {
  return {std::move(name), std::move(label), SettingType::integer, default_, min, max, {}, std::move(unit), false};
}

SettingDescription toggle(std::string name, std::string label) {
  return {std::move(name), std::move(label), SettingType::boolean, 0, 0, 1, {}, "", false};
}

template <class E>
SettingDescription choice(std::string name, std::string label, E default_, std::vector<SettingChoice> choices) {
  const auto last = static_cast<std::int64_t>(choices.size()) - 1;
  const auto index = static_cast<std::int64_t>(default_);
  return {std::move(name), std::move(label), SettingType::choice, index, 0, last, std::move(choices), "", false};
}

SettingDescription levels_text() {
  return {"levels",          "Levels", SettingType::text,       0,     0,
          k_max_levels_text, {},       "as 5/10 10/20 25/50/5", false, "schedule=custom"};
}

SettingDescription audit_choice(Audit default_) {
  SettingDescription one = choice("audit", "Open decks for checking", default_,
                                  {{"never", "Never"}, {"sample", "One in 20"}, {"at_close", "All, at the end"}});
  one.fixed = true;
  return one;
}

SettingDescription of_ring(SettingDescription one) {
  one.only_with = "mode=ring";
  return one;
}

SettingDescription of_sit_and_go(SettingDescription one) {
  one.only_with = "mode=sit-and-go";
  return one;
}

// The blinds of a sit-and-go begin deep enough for some play.
constexpr std::int64_t k_least_big_blinds = 10;
constexpr std::int64_t k_most_stack = 1'000'000;
constexpr std::int64_t k_most_level = 100;
constexpr std::int64_t k_most_time_bank = 600;

tl::unexpected<core::Error> wrong(std::string what) { return core::fail(core::Reason::invalid_field, std::move(what)); }

bool out_of(std::int64_t value, std::int64_t min, std::int64_t max) { return value < min || value > max; }

Result<void> check_blinds(const Settings& one) {
  if (out_of(one.small_blind.count, 1, k_most_blind))
    return wrong("Choose a small blind from 1 to " + narration::number(k_most_blind) + ".");
  if (out_of(one.big_blind.count, 2, k_most_blind) || one.big_blind < one.small_blind)
    return wrong("The big blind has to be at least the small blind and at least 2.");
  if (one.ante < Chips{0} || one.ante > one.big_blind) return wrong("The ante can be at most the big blind.");
  return {};
}

Result<void> check_ring(const Settings& one) {
  if (one.min_buy_in < one.big_blind || one.min_buy_in.count > k_most_buy_in)
    return wrong("The smallest buy-in has to be at least one big blind.");
  if (one.max_buy_in < one.min_buy_in || one.max_buy_in.count > k_most_buy_in)
    return wrong("The largest buy-in has to be at least the smallest, and at most " + narration::number(k_most_buy_in) +
                 ".");
  return {};
}

Result<void> check_sit_and_go(const Settings& one) {
  if (one.straddle) return wrong("A sit-and-go has no straddles: its blinds rise by themselves.");
  if (one.run_twice) return wrong("In a sit-and-go the board is dealt once: chips there can't be shared by agreement.");
  if (out_of(one.buy_in.count, 1, k_most_buy_in))
    return wrong("Choose a buy-in from 1 to " + narration::number(k_most_buy_in) + ".");
  const Chips least = one.big_blind * k_least_big_blinds;
  if (one.starting_stack < least || one.starting_stack.count > k_most_stack)
    return wrong("Let everybody start with " + narration::number(least) + " (ten big blinds) to " +
                 narration::number(k_most_stack) + " chips.");
  if (out_of(one.level_length, 1, k_most_level))
    return wrong("A level lasts from 1 to " + narration::number(k_most_level) + " hands or minutes.");
  return check_schedule(one);
}

bool anybody_sits(const State& state) {
  for (const Chair& chair : state.chairs)
    if (chair.taken) return true;
  return false;
}

// What people paid for when they sat down to a sit-and-go.
bool same_tournament(const Settings& a, const Settings& b) {
  return a.small_blind == b.small_blind && a.big_blind == b.big_blind && a.ante == b.ante && a.ante_by == b.ante_by &&
         a.buy_in == b.buy_in && a.starting_stack == b.starting_stack && a.level_by == b.level_by &&
         a.level_length == b.level_length && a.payouts == b.payouts && a.schedule == b.schedule && a.levels == b.levels;
}

}  // namespace

std::vector<SettingDescription> Game::describe_settings() {
  const Settings one;
  return {
      chips("small_blind", "Small blind", one.small_blind, 1, k_most_blind),
      chips("big_blind", "Big blind", one.big_blind, 2, k_most_blind),
      choice("mode", "Kind of game", one.mode, {{"ring", "Ring game"}, {"sit-and-go", "Sit-and-go"}}),
      chips("ante", "Ante", one.ante, 0, k_most_blind),
      choice("ante_by", "Ante paid by", one.ante_by, {{"each", "Everybody"}, {"big-blind", "The big blind, for all"}}),
      of_ring(chips("min_buy_in", "Smallest buy-in", one.min_buy_in, 2, k_most_buy_in)),
      of_ring(chips("max_buy_in", "Largest buy-in", one.max_buy_in, 2, k_most_buy_in)),
      count("time_bank_seconds", "Time bank (2 s back a hand)", one.time_bank_seconds, 0, k_most_time_bank, "seconds"),
      of_ring(toggle("straddle", "Straddle allowed")),
      of_ring(toggle("run_twice", "All-in: two boards if all agree")),
      toggle("rabbit_hunt", "Rabbit hunt: see what would have come"),
      audit_choice(one.audit),
      of_sit_and_go(chips("buy_in", "Buy-in", one.buy_in, 1, k_most_buy_in)),
      of_sit_and_go(chips("starting_stack", "Starting stack", one.starting_stack, 20, k_most_stack)),
      of_sit_and_go(choice("level_by", "Blinds rise by", one.level_by, {{"hands", "Hands"}, {"minutes", "Minutes"}})),
      of_sit_and_go(count("level_length", "Length of a level", one.level_length, 1, k_most_level, "")),
      of_sit_and_go(choice("payouts", "Prizes", one.payouts,
                           {{"first", "First: all"}, {"first-two", "65 / 35 %"}, {"first-three", "50 / 30 / 20 %"}})),
      of_sit_and_go(choice("schedule", "Blinds", one.schedule,
                           {{"regular", "Regular"}, {"turbo", "Turbo"}, {"slow", "Slow"}, {"custom", "Your own"}})),
      levels_text(),
  };
}

Result<void> Game::may_change(const State& state, const Settings& settings) {
  // Who sat down relied on it (the rules, "Fair deals" 5).
  if (settings.audit != state.settings.audit)
    return wrong("How decks are opened was chosen when the table was made and stays. Make another table.");
  if (!anybody_sits(state)) return {};
  if (settings.mode != state.settings.mode)
    return wrong("Ring game or sit-and-go can be changed only while nobody sits at the table.");
  if (is_tournament(settings) && !same_tournament(settings, state.settings))
    return wrong("Somebody has paid for this sit-and-go as it is. Its stakes can be changed while nobody sits.");
  return {};
}

Result<void> Game::check_settings(const Settings& settings) {
  if (auto blinds = check_blinds(settings); !blinds) return blinds;
  if (out_of(settings.time_bank_seconds, 0, k_most_time_bank))
    return wrong("Choose a time bank from 0 (none) to " + narration::number(k_most_time_bank) + " seconds.");
  return is_tournament(settings) ? check_sit_and_go(settings) : check_ring(settings);
}

Result<void> Game::check_fit(const Settings& settings, int seats) {
  // Antes never fall, so that the last level has them if any has.
  const bool antes = (is_tournament(settings) ? level_of(settings, k_most_levels).ante : settings.ante) > Chips{0};
  if (settings.ante_by == AnteBy::big_blind && !antes)
    return wrong("There is no ante for the big blind to pay. Choose an ante, or leave it to everybody.");
  if (settings.straddle && seats < 3)
    return wrong("A straddle takes three seats: of two players both have a blind. Add a seat, or turn it off.");
  if (seats < min_seats(settings))
    return wrong("These prizes take " + std::to_string(min_seats(settings)) +
                 " seats, so that somebody goes without one. Add seats, or choose fewer prizes.");
  return {};
}

std::string Game::stakes(const Settings& settings) {
  std::string text = narration::number(settings.small_blind) + "/" + narration::number(settings.big_blind);
  if (settings.ante > Chips{0}) text += ", ante " + narration::number(settings.ante);
  if (is_tournament(settings)) text = "Sit-and-go " + narration::number(settings.buy_in) + ", from " + text;
  if (is_tournament(settings) && settings.schedule != Schedule::regular)
    text += ", " + std::string(core::enum_name(settings.schedule)) + " levels";
  return text;
}

}  // namespace baize::games::holdem
