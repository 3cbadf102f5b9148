#include "jsonl.h"

#include <nlohmann/json.hpp>

#include "core/ids.h"

namespace baize::oracle {
namespace {

using Json = nlohmann::json;

Chips chips_in(const Json& number) { return Chips(number.get<std::int64_t>()); }

std::optional<Chips> chips_or_null(const Json& number) {
  if (number.is_null()) return std::nullopt;
  return chips_in(number);
}

// Throws what nlohmann throws on a missing or mistyped field.
Read<Record> read_fields(const Json& hand) {
  Record record;
  for (const Json& stack : hand.at("stacks")) record.stacks.push_back(chips_in(stack));
  if (hand.at("n").get<std::size_t>() != record.stacks.size()) return broken("n is not the number of stacks");
  if (record.stacks.size() < 2 || record.stacks.size() > core::k_max_seats) return broken("not 2 to 10 players");
  const std::size_t players = record.stacks.size();
  record.posts.antes.assign(players, chips_in(hand.at("ante")));
  record.posts.dead.assign(players, Chips(0));
  record.posts.blinds.assign(players, Chips(0));
  record.posts.blinds[players == 2 ? 1 : 0] = chips_in(hand.at("sb"));
  record.posts.blinds[players == 2 ? 0 : 1] = record.posts.min_bet = chips_in(hand.at("bb"));
  for (const Chips stack : record.stacks)
    if (stack <= Chips(0)) return broken("a player without chips");
  for (const Json& text : hand.at("actions")) {
    Read<Action> action = read_action(text.get<std::string>(), 1);
    if (!action) return tl::unexpected(action.error());
    record.actions.push_back(std::move(*action));
  }
  record.expectations.emplace();
  for (const Json& one : hand.at("decisions"))
    record.expectations->push_back({one.at(0).get<std::size_t>(), one.at(1).get<int>() - 1, chips_in(one.at(2)),
                                    chips_or_null(one.at(3)), chips_or_null(one.at(4))});
  record.final_stacks = hand.at("finish").get<std::vector<double>>();
  return record;
}

}  // namespace

Read<Record> read_vector(std::string_view line, std::string name) {
  try {
    const Json hand = Json::parse(line);
    if (hand.contains("id")) name += " (id " + hand.at("id").dump() + ")";
    return named(read_fields(hand), name);
  } catch (const Json::exception& error) {
    return named(broken(error.what()), std::move(name));
  }
}

}  // namespace baize::oracle
