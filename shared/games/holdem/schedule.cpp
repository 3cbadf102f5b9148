#include "games/holdem/schedule.h"

#include <algorithm>
#include <array>
#include <optional>

#include "narration/words.h"

namespace baize::games::holdem {

namespace {

constexpr int k_steps = 20;
constexpr std::int64_t k_most_of_level = 1'000'000;  // chips; a blind of it

// By what the blinds of the first level are multiplied: regular, turbo, slow.
constexpr std::array<std::array<std::uint16_t, k_steps>, 3> k_house{
    {{1, 2, 3, 4, 6, 8, 10, 15, 20, 30, 40, 60, 80, 100, 150, 200, 300, 400, 600, 800},
     {1, 2, 4, 6, 10, 15, 20, 30, 40, 60, 100, 150, 200, 300, 400, 600, 800, 1000, 1500, 2000},
     {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20, 25, 30, 40, 50, 60}}};

bool between_levels(char one) { return one == ' ' || one == ','; }

// Takes the next level off `text` and what stands before it; nothing if it isn't one. Numbers have up to nine digits.
std::optional<Stakes> read_level(std::string_view& text) {
  std::array<std::int64_t, 3> parts{};
  std::size_t count = 0;
  std::size_t i = 0;
  do {
    if (count > 0) ++i;
    const std::size_t start = i;
    for (; i < text.size() && text[i] >= '0' && text[i] <= '9' && i < start + 9; ++i)
      parts[count] = parts[count] * 10 + (text[i] - '0');
    if (i == start) return std::nullopt;
    ++count;
  } while (count < parts.size() && i < text.size() && text[i] == '/');
  if (count < 2 || (i < text.size() && !between_levels(text[i]))) return std::nullopt;
  text.remove_prefix(i);
  return Stakes{Chips{parts[0]}, Chips{parts[1]}, Chips{parts[2]}};
}

// What is left of `text` from the next level on; empty after the last.
bool next_level(std::string_view& text) {
  while (!text.empty() && between_levels(text.front())) text.remove_prefix(1);
  return !text.empty();
}

std::string words(const Stakes& one) {
  std::string text = narration::number(one.small_blind) + "/" + narration::number(one.big_blind);
  if (one.ante > Chips{0}) text += "/" + narration::number(one.ante);
  return text;
}

// What is wrong with a level that can be read; empty if nothing is.
std::string fault(const Stakes& one, const Stakes* before, const Settings& table) {
  const Stakes first{table.small_blind, table.big_blind, table.ante};
  if (before == nullptr && !(one == first))
    return "is " + words(one) + ", but the table begins with " + words(first) + ". Make them the same.";
  if (one.small_blind < Chips{1} || one.big_blind < std::max(one.small_blind, Chips{2}) || one.ante > one.big_blind ||
      one.big_blind.count > k_most_of_level)
    return "doesn't fit: the big blind is the highest of the three, from 2 to 1,000,000.";
  if (before != nullptr && (one == *before || one.small_blind < before->small_blind ||
                            one.big_blind < before->big_blind || one.ante < before->ante))
    return "has to rise: nothing may be lower than " + words(*before) + ", and something higher.";
  return {};
}

}  // namespace

int count_levels(const Settings& settings) {
  if (settings.schedule != Schedule::custom) return k_steps;
  std::string_view rest = settings.levels.view();
  int count = 0;
  while (count < k_most_levels && next_level(rest) && read_level(rest)) ++count;
  return std::max(count, 1);
}

Stakes level_of(const Settings& settings, int level) {
  Stakes stakes{settings.small_blind, settings.big_blind, settings.ante};
  if (settings.schedule == Schedule::custom) {
    std::string_view rest = settings.levels.view();
    for (int i = 0; i <= std::min(level, k_most_levels - 1) && next_level(rest); ++i) {
      const auto one = read_level(rest);
      if (!one) break;
      stakes = *one;
    }
    return stakes;
  }
  const auto& steps = k_house[static_cast<std::size_t>(settings.schedule)];
  const std::int64_t times = steps[static_cast<std::size_t>(std::min(level, k_steps - 1))];
  return {stakes.small_blind * times, stakes.big_blind * times, stakes.ante * times};
}

core::Result<void> check_schedule(const Settings& settings) {
  if (settings.schedule != Schedule::custom) return {};
  const auto wrong = [](std::string what) { return core::fail(core::Reason::invalid_field, std::move(what)); };
  std::string_view rest = settings.levels.view();
  std::optional<Stakes> before;
  int number = 0;
  while (next_level(rest)) {
    if (++number > k_most_levels) return wrong("A schedule has at most " + std::to_string(k_most_levels) + " levels.");
    const auto one = read_level(rest);
    const std::string what = one ? fault(*one, before ? &*before : nullptr, settings)
                                 : "can't be read. Write small/big or small/big/ante, as in 25/50/5.";
    if (!what.empty()) return wrong("Level " + std::to_string(number) + " " + what);
    before = one;
  }
  if (number < 2) return wrong("Give two levels or more, as in 5/10 10/20 25/50/5.");
  return {};
}

}  // namespace baize::games::holdem
