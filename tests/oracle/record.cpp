#include "record.h"

#include <charconv>
#include <cmath>
#include <sstream>

namespace baize::oracle {

tl::unexpected<Refusal> skipped(std::string reason) {
  return tl::unexpected(Refusal{Refusal::Kind::skipped, std::move(reason), {}});
}

tl::unexpected<Refusal> broken(std::string reason) {
  return tl::unexpected(Refusal{Refusal::Kind::broken, std::move(reason), {}});
}

Read<Record> named(Read<Record> read, std::string name) {
  if (read)
    read->name = std::move(name);
  else
    read.error().name = std::move(name);
  return read;
}

bool Posts::plain() const {
  const std::size_t players = blinds.size();
  const std::size_t small = players == 2 ? 1 : 0;
  const std::size_t big = 1 - small;
  for (std::size_t i = 0; i < players; ++i) {
    if (antes[i] != antes[0] || dead[i] > Chips(0)) return false;
    if (i > 1 && blinds[i] > Chips(0)) return false;
  }
  return !coming_in && blinds[small] > Chips(0) && blinds[small] <= blinds[big] && blinds[big] == min_bet;
}

bool Action::is_decision() const { return kind == Kind::fold || kind == Kind::check_or_call || kind == Kind::raise_to; }

Read<std::vector<std::optional<Card>>> read_cards(std::string_view text) {
  std::vector<std::optional<Card>> cards;
  if (text.size() % 2 != 0) return broken("no cards: " + std::string(text));
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const std::string_view one = text.substr(i, 2);
    const std::optional<Card> card = cards::card_from_text(one);
    // A card of which only rank or suit is known is as good as hidden.
    if (!card && one.find('?') == std::string_view::npos) return broken("no card: " + std::string(one));
    cards.push_back(card);
  }
  return cards;
}

Read<Chips> to_chips(double amount, double scale) {
  const double chips = amount * scale;
  const double whole = std::round(chips);
  if (!(std::abs(chips - whole) < 1e-6) || whole < 0 || whole > static_cast<double>(core::k_max_chips.count))
    return broken("no amount of chips: " + std::to_string(amount));
  return Chips(static_cast<std::int64_t>(whole));
}

namespace {

Read<double> read_number(const std::string& text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return broken("no number: " + text);
  return number;
}

Read<int> read_player(const std::string& text) {
  int number = 0;
  const char* const end = text.data() + text.size();
  if (text.size() < 2 || text[0] != 'p') return broken("no player: " + text);
  const auto [stop, error] = std::from_chars(text.data() + 1, end, number);
  if (error != std::errc() || stop != end || number < 1) return broken("no player: " + text);
  return number - 1;
}

// "d dh pN XxYy", "d db XxYyZz".
Read<Action> read_deal(Action action, const std::vector<std::string>& words) {
  const bool to_player = words.size() == 4 && words[1] == "dh";
  if (!to_player && !(words.size() == 3 && words[1] == "db")) return broken("no deal: " + action.text);
  action.kind = to_player ? Action::Kind::deal_hole : Action::Kind::deal_board;
  if (to_player) {
    const Read<int> player = read_player(words[2]);
    if (!player) return tl::unexpected(player.error());
    action.player = *player;
  }
  auto cards = read_cards(words.back());
  if (!cards) return tl::unexpected(cards.error());
  action.cards = std::move(*cards);
  return action;
}

// "pN f", "pN cc", "pN cbr AMOUNT", "pN sm", "pN sm -", "pN sm XxYy".
Read<Action> read_deed(Action action, const std::vector<std::string>& words, double scale) {
  const Read<int> player = read_player(words[0]);
  if (!player) return tl::unexpected(player.error());
  action.player = *player;
  const std::string verb = words.size() > 1 ? words[1] : "";
  if (verb == "f" && words.size() == 2) {
    action.kind = Action::Kind::fold;
  } else if (verb == "cc" && words.size() == 2) {
    action.kind = Action::Kind::check_or_call;
  } else if (verb == "cbr" && words.size() == 3) {
    action.kind = Action::Kind::raise_to;
    const auto amount = read_number(words[2]).and_then([&](double number) { return to_chips(number, scale); });
    if (!amount) return tl::unexpected(amount.error());
    action.amount = *amount;
  } else if (verb == "sm" && words.size() <= 3) {
    action.kind = Action::Kind::show_or_muck;
    if (words.size() == 2 || words[2] == "-") return action;
    auto cards = read_cards(words[2]);
    if (!cards) return tl::unexpected(cards.error());
    action.cards = std::move(*cards);
  } else {
    return broken("unknown action: " + action.text);
  }
  return action;
}

}  // namespace

Read<Action> read_action(std::string_view text, double scale) {
  Action action;
  action.text = std::string(text.substr(0, text.find('#')));  // what follows # is commentary
  std::istringstream stream(action.text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  if (words.empty()) {
    action.kind = Action::Kind::nothing;
    return action;
  }
  if (words[0] == "d") return read_deal(std::move(action), words);
  return read_deed(std::move(action), words, scale);
}

}  // namespace baize::oracle
