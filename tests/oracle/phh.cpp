#include "phh.h"

#include <toml++/toml.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>

#include "core/ids.h"

namespace baize::oracle {
namespace {

// What a player is taken to have whose stack nobody wrote down: more than anybody could win.
constexpr std::int64_t k_endless = 1'000'000'000'000;

using Numbers = std::vector<double>;

Read<Numbers> numbers_in(const toml::node_view<const toml::node>& node, std::string_view key) {
  const toml::array* const items = node.as_array();
  if (items == nullptr) return broken("no list " + std::string(key));
  Numbers numbers;
  for (const toml::node& item : *items) {
    const std::optional<double> number = item.value<double>();
    if (!number) return broken("no number in " + std::string(key));
    numbers.push_back(*number);
  }
  return numbers;
}

// Forced bets by player: a list, one number for all, or nothing at all. What a list leaves out at its end is zero.
Read<Numbers> forced_bets(const toml::table& hand, std::string_view key, std::size_t players) {
  const auto node = hand[key];
  if (!node) return Numbers(players, 0);
  if (const auto number = node.value<double>()) return Numbers(players, *number);
  auto numbers = numbers_in(node, key);
  if (!numbers) return numbers;
  if (numbers->size() > players) return broken("more " + std::string(key) + " than players");
  numbers->resize(players, 0);
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
double smallest_scale(const Numbers& amounts, const std::vector<std::string>& actions) {
  Numbers all = amounts;
  for (const std::string& action : actions)
    if (const std::size_t at = action.find(" cbr "); at != std::string::npos)
      all.push_back(std::strtod(action.c_str() + at + 5, nullptr));
  const auto whole = [](double amount) { return std::isinf(amount) || std::abs(amount - std::round(amount)) < 1e-6; };
  for (const double scale : {1.0, 10.0, 100.0, 1000.0})
    if (std::all_of(all.begin(), all.end(), [&](double amount) { return whole(amount * scale); })) return scale;
  return 1;
}

struct Bets {
  Numbers antes;
  Numbers blinds;
  double min_bet = 0;
  bool trimmed = false;    // who pays a short ante wins no more than that from the others
  bool coming_in = false;  // somebody posts out of turn
};

// The bets of two players are listed the other way round (the format's "Required Fields"); who lists the big blind
// first has listed them by player.
void turn_heads_up(Bets& bets) {
  if (bets.blinds.size() != 2 || bets.blinds[0] > bets.blinds[1]) return;
  std::swap(bets.blinds[0], bets.blinds[1]);
  std::swap(bets.antes[0], bets.antes[1]);
}

Read<Bets> read_bets(const toml::table& hand, std::size_t players) {
  auto antes = forced_bets(hand, "antes", players);
  if (!antes) return tl::unexpected(antes.error());
  auto blinds = forced_bets(hand, "blinds_or_straddles", players);
  if (!blinds) return tl::unexpected(blinds.error());
  // A bet that somebody posts to come in may be written as a negative one.
  const bool coming_in = std::any_of(blinds->begin(), blinds->end(), [](double blind) { return blind < 0; });
  for (double& blind : *blinds) blind = std::abs(blind);
  const bool trimmed = hand["ante_trimming_status"].value<bool>().value_or(false);
  Bets bets{std::move(*antes), std::move(*blinds), 0, trimmed, coming_in};
  for (const double ante : bets.antes)
    if (ante < 0) return broken("a negative ante");
  turn_heads_up(bets);
  const double big_blind = bets.blinds.size() > 1 ? std::max(bets.blinds[0], bets.blinds[1]) : 0;
  bets.min_bet = hand["min_bet"].value<double>().value_or(big_blind);
  if (bets.min_bet <= 0) return skipped("no minimum bet");
  return bets;
}

// What goes beyond the ante that all pay is everybody's to win. So is all of it where antes are not trimmed, but that
// makes a difference only if somebody was too short for it.
Read<Posts> to_posts(const Bets& bets, const Numbers& stacks, double scale) {
  Posts posts;
  const double least = *std::min_element(bets.antes.begin(), bets.antes.end());
  const bool all_paid = std::all_of(stacks.begin(), stacks.end(), [&](double stack) { return stack >= least; });
  const double common = bets.trimmed || all_paid ? least : 0;
  for (std::size_t i = 0; i < bets.blinds.size(); ++i)
    for (const auto& [to, amount] : {std::pair(&posts.antes, common), std::pair(&posts.dead, bets.antes[i] - common),
                                     std::pair(&posts.blinds, bets.blinds[i])}) {
      const Read<Chips> chips = to_chips(amount, scale);
      if (!chips) return tl::unexpected(chips.error());
      to->push_back(*chips);
    }
  const Read<Chips> min_bet = to_chips(bets.min_bet, scale);
  if (!min_bet) return tl::unexpected(min_bet.error());
  posts.min_bet = *min_bet;
  posts.coming_in = bets.coming_in;
  return posts;
}

Read<void> read_stacks(const Numbers& stacks, double scale, Record& record) {
  for (const double stack : stacks) {
    record.unknown_stacks.push_back(std::isinf(stack));
    const Read<Chips> read = std::isinf(stack) ? Chips(k_endless) : to_chips(stack, scale);
    if (!read) return tl::unexpected(read.error());
    record.stacks.push_back(*read);
  }
  return {};
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

Read<void> read_second_board(const toml::table& hand, Record& record) {
  const auto text = hand["_second_board"].value<std::string>();
  if (!text) return {};
  const auto cards = read_cards(*text);
  if (!cards) return tl::unexpected(cards.error());
  for (const std::optional<Card> card : *cards) {
    if (!card) return broken("a hidden card on the second board");
    record.second_board.push_back(*card);
  }
  return {};
}

Read<Numbers> read_players_stacks(const toml::table& hand) {
  auto stacks = numbers_in(hand["starting_stacks"], "starting_stacks");
  if (!stacks) return stacks;
  if (stacks->size() < 2 || stacks->size() > core::k_max_seats) return skipped("not 2 to 10 players");
  if (std::any_of(stacks->begin(), stacks->end(), [](double stack) { return !(stack > 0); }))
    return skipped("a player without chips");
  return stacks;
}

Read<Record> read_hand(const toml::table& hand) {
  const std::string variant = hand["variant"].value<std::string>().value_or("");
  if (variant.empty()) return broken("no variant");
  if (variant != "NT") return skipped(variant_name(variant));
  const auto stacks = read_players_stacks(hand);
  if (!stacks) return tl::unexpected(stacks.error());
  const Read<Bets> bets = read_bets(hand, stacks->size());
  if (!bets) return tl::unexpected(bets.error());
  const auto texts = read_texts(hand);
  if (!texts) return tl::unexpected(texts.error());

  Numbers amounts = *stacks;
  amounts.insert(amounts.end(), bets->antes.begin(), bets->antes.end());
  amounts.insert(amounts.end(), bets->blinds.begin(), bets->blinds.end());
  amounts.push_back(bets->min_bet);
  const double scale = smallest_scale(amounts, *texts);
  Record record;
  auto posts = to_posts(*bets, *stacks, scale);
  if (!posts) return tl::unexpected(posts.error());
  record.posts = std::move(*posts);
  if (auto read = read_stacks(*stacks, scale, record); !read) return tl::unexpected(read.error());
  if (auto read = read_second_board(hand, record); !read) return tl::unexpected(read.error());
  for (const std::string& text : *texts) {
    Read<Action> action = read_action(text, scale);
    if (!action) return tl::unexpected(action.error());
    record.actions.push_back(std::move(*action));
  }
  for (const std::string_view key : {"rake", "_rake"}) record.rake += hand[key].value<double>().value_or(0) * scale;
  if (!hand.contains("finishing_stacks")) return record;
  auto final_stacks = numbers_in(hand["finishing_stacks"], "finishing_stacks");
  if (!final_stacks) return tl::unexpected(final_stacks.error());
  for (double& stack : *final_stacks) stack *= scale;
  record.final_stacks = std::move(*final_stacks);
  return record;
}

}  // namespace

std::vector<Read<Record>> read_phh(std::string_view text, const std::string& name) {
  std::vector<Read<Record>> records;
  try {
    const toml::table file = toml::parse(text);
    if (file.contains("variant")) return {named(read_hand(file), name)};
    // Hands in the order of the file, which is that of their numbers, not of their names.
    std::vector<std::pair<std::string, const toml::table*>> hands;
    for (const auto& [key, node] : file)
      if (const toml::table* const hand = node.as_table()) hands.emplace_back(key.str(), hand);
    std::sort(hands.begin(), hands.end(),
              [](const auto& a, const auto& b) { return a.second->source().begin < b.second->source().begin; });
    for (const auto& [key, hand] : hands) records.push_back(named(read_hand(*hand), name + " hand " + key));
    if (records.empty()) records.push_back(named(broken("no hand in it"), name));
  } catch (const toml::parse_error& error) {
    const std::string line = std::to_string(error.source().begin.line);
    records.push_back(named(broken(std::string(error.description()) + " in line " + line), name));
  }
  return records;
}

}  // namespace baize::oracle
