#include "phh.h"

#include <toml++/toml.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

#include "core/ids.h"

namespace baize::oracle {
namespace {

Read<std::vector<double>> numbers_at(const toml::table& hand, std::string_view key) {
  const toml::array* const items = hand[key].as_array();
  if (items == nullptr) return broken("no list " + std::string(key));
  std::vector<double> numbers;
  for (const toml::node& item : *items) {
    const std::optional<double> number = item.value<double>();
    if (!number) return broken("no number in " + std::string(key));
    numbers.push_back(*number);
  }
  return numbers;
}

std::string variant_name(const std::string& code) {
  static const std::map<std::string, std::string> k_names = {{"FT", "fixed-limit hold'em"},
                                                             {"NS", "no-limit short-deck hold'em"},
                                                             {"PO", "pot-limit Omaha"},
                                                             {"FO/8", "fixed-limit Omaha hi-lo"},
                                                             {"F7S", "fixed-limit seven-card stud"},
                                                             {"F7S/8", "fixed-limit seven-card stud hi-lo"},
                                                             {"FR", "fixed-limit razz"},
                                                             {"N2L1D", "no-limit deuce-to-seven single draw"},
                                                             {"F2L3D", "fixed-limit deuce-to-seven triple draw"},
                                                             {"FB", "fixed-limit badugi"}};
  const auto at = k_names.find(code);
  return "variant " + code + (at == k_names.end() ? "" : " (" + at->second + ")");
}

// Money is counted in the record's smallest unit: a hand in dollars and cents becomes one of cents. The amounts of all
// actions are looked at, as a bet of 0.75 may be the only sign of cents.
double smallest_scale(const std::vector<double>& amounts, const std::vector<std::string>& actions) {
  std::vector<double> all = amounts;
  for (const std::string& action : actions)
    if (const std::size_t at = action.find(" cbr "); at != std::string::npos)
      all.push_back(std::strtod(action.c_str() + at + 5, nullptr));
  for (const double scale : {1.0, 10.0, 100.0, 1000.0})
    if (std::all_of(all.begin(), all.end(),
                    [&](double amount) { return std::abs(amount * scale - std::round(amount * scale)) < 1e-6; }))
      return scale;
  return 1;
}

struct Posts {
  double small_blind = 0;
  double big_blind = 0;
  double ante = 0;
};

Read<Posts> read_posts(const toml::table& hand, std::size_t players) {
  const auto blinds = numbers_at(hand, "blinds_or_straddles");
  if (!blinds) return tl::unexpected(blinds.error());
  const auto antes = numbers_at(hand, "antes");
  if (!antes) return tl::unexpected(antes.error());
  if (blinds->size() != players || antes->size() != players) return broken("not one blind and ante a player");
  for (const double ante : *antes)
    if (ante != antes->front()) return skipped("antes that differ between players");
  if (std::any_of(blinds->begin() + 2, blinds->end(), [](double blind) { return blind != 0; }))
    return skipped("straddles or posted blinds");
  // Heads-up the first player has the big blind, whichever way round the record lists them.
  const Posts posts{std::min((*blinds)[0], (*blinds)[1]), std::max((*blinds)[0], (*blinds)[1]), antes->front()};
  if (players > 2 && (*blinds)[0] > (*blinds)[1]) return skipped("a small blind above the big blind");
  if (posts.big_blind <= 0) return skipped("no big blind");
  if (hand["min_bet"].value<double>().value_or(posts.big_blind) != posts.big_blind)
    return skipped("a minimum bet that is not the big blind");
  return posts;
}

Read<std::vector<std::string>> read_texts(const toml::table& hand) {
  const toml::array* const items = hand["actions"].as_array();
  if (items == nullptr) return broken("no list actions");
  std::vector<std::string> texts;
  for (const toml::node& item : *items) {
    const std::optional<std::string> text = item.value<std::string>();
    if (!text) return broken("an action that is no text");
    texts.push_back(*text);
  }
  return texts;
}

Read<Record> read_money(const std::vector<double>& stacks, const Posts& posts, double scale) {
  Record record;
  const std::array<std::pair<Chips*, double>, 3> amounts = {
      {{&record.small_blind, posts.small_blind}, {&record.big_blind, posts.big_blind}, {&record.ante, posts.ante}}};
  for (const auto& [chips, amount] : amounts) {
    const Read<Chips> read = to_chips(amount, scale);
    if (!read) return tl::unexpected(read.error());
    *chips = *read;
  }
  for (const double stack : stacks) {
    const Read<Chips> read = to_chips(stack, scale);
    if (!read) return tl::unexpected(read.error());
    record.stacks.push_back(*read);
  }
  return record;
}

Read<Record> read_hand(const toml::table& hand) {
  const std::string variant = hand["variant"].value<std::string>().value_or("");
  if (variant.empty()) return broken("no variant");
  if (variant != "NT") return skipped(variant_name(variant));
  const auto stacks = numbers_at(hand, "starting_stacks");
  if (!stacks) return tl::unexpected(stacks.error());
  if (stacks->size() < 2 || stacks->size() > core::k_max_seats) return skipped("not 2 to 10 players");
  if (std::any_of(stacks->begin(), stacks->end(), [](double stack) { return std::isinf(stack); }))
    return skipped("stacks that are not known");
  if (std::any_of(stacks->begin(), stacks->end(), [](double stack) { return stack <= 0; }))
    return skipped("a player without chips");
  const Read<Posts> posts = read_posts(hand, stacks->size());
  if (!posts) return tl::unexpected(posts.error());
  const auto texts = read_texts(hand);
  if (!texts) return tl::unexpected(texts.error());

  std::vector<double> amounts = *stacks;
  amounts.insert(amounts.end(), {posts->small_blind, posts->big_blind, posts->ante});
  const double scale = smallest_scale(amounts, *texts);
  Read<Record> read = read_money(*stacks, *posts, scale);
  if (!read) return read;
  for (const std::string& text : *texts) {
    Read<Action> action = read_action(text, scale);
    if (!action) return tl::unexpected(action.error());
    read->actions.push_back(std::move(*action));
  }
  if (!hand.contains("finishing_stacks")) return read;
  auto final_stacks = numbers_at(hand, "finishing_stacks");
  if (!final_stacks) return tl::unexpected(final_stacks.error());
  for (double& stack : *final_stacks) stack *= scale;
  read->final_stacks = std::move(*final_stacks);
  return read;
}

}  // namespace

std::vector<Read<Record>> read_phh(std::string_view text, const std::string& name) {
  std::vector<Read<Record>> records;
  try {
    const toml::table file = toml::parse(text);
    if (file.contains("variant")) return {named(read_hand(file), name)};
    for (const auto& [key, node] : file) {
      if (const toml::table* const hand = node.as_table())
        records.push_back(named(read_hand(*hand), name + " hand " + std::string(key.str())));
    }
    if (records.empty()) records.push_back(named(broken("no hand in it"), name));
  } catch (const toml::parse_error& error) {
    const std::string line = std::to_string(error.source().begin.line);
    records.push_back(named(broken(std::string(error.description()) + " in line " + line), name));
  }
  return records;
}

}  // namespace baize::oracle
