#include "games/holdem/notation.h"

#include <algorithm>

#include "narration/calendar.h"

namespace baize::games::holdem {
namespace {

constexpr std::string_view k_hidden = "??";

std::string number(std::int64_t value) { return std::to_string(value); }

// A basic string of TOML (v1.0.0, "String"); names hold no control characters.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

template <class T, class Write>
std::string listed(const std::vector<T>& items, Write write) {
  std::string out = "[";
  for (const T& item : items) out += (out.size() > 1 ? ", " : "") + write(item);
  return out + "]";
}

std::string listed(const std::vector<Chips>& amounts) {
  return listed(amounts, [](Chips amount) { return number(amount.count); });
}

// One seat that was dealt in.
struct Player {
  Seat seat = 0;
  Chips stack;  // at the start
  Chips ante;   // due, not only what was there
  Chips blind;  // the same; negative for a bet that was posted out of turn
  Chips put_in;
  Chips won;
  bool folded = false;
  core::Bounded<Card, 2> known;
};

// Reads the events twice: for who plays with what, then for the actions.
class Writer {
 public:
  Writer(const Settings& settings, const DealFacts& facts, std::span<const Event> events)
      : facts_(facts), stakes_(stakes_of(settings, events)) {
    for (const Event& event : events)
      if (const auto* dealt = std::get_if<Dealt>(&event)) seat_player(*dealt);
    for (const Event& event : events) std::visit([this](const auto& one) { gather(one); }, event);
    for (const Event& event : events) std::visit([this](const auto& one) { act(one); }, event);
  }

  std::string take() {
    field("variant", quoted("NT"));
    const std::vector<Chips> antes = column([](const Player& one) { return one.ante; });
    const bool uniform = std::all_of(antes.begin(), antes.end(), [&](Chips ante) { return ante == antes.front(); });
    field("ante_trimming_status", uniform ? "true" : "false");
    field("antes", listed(turned(antes)));
    field("blinds_or_straddles", listed(turned(column([](const Player& one) { return one.blind; }))));
    field("min_bet", number(stakes_.big_blind.count));
    field("starting_stacks", listed(column([](const Player& one) { return one.stack; })));
    out_ += "actions = [\n";
    for (const std::string& action : actions_) out_ += "  " + quoted(action) + ",\n";
    out_ += "]\n";
    write_circumstances();
    if (ended_ && !voided_) {
      field("finishing_stacks", listed(column([](const Player& one) { return one.stack - one.put_in + one.won; })));
      field("winnings", listed(column([](const Player& one) { return one.won; })));
    }
    if (voided_) field("_void", "true");
    // The format has one board. Fields with an underscore are the writer's own ("User-Defined Fields").
    if (!second_board_.empty()) field("_second_board", quoted(second_board_));
    return std::move(out_);
  }

 private:
  void field(std::string_view key, const std::string& value) {
    out_ += key;
    out_ += " = " + value + "\n";
  }

  void seat_player(const Dealt& e) {
    Player player;
    player.seat = e.seat;
    player.stack = facts_.stacks[static_cast<std::size_t>(e.seat)].value_or(Chips{0});
    for (const Card card : e.cards) player.known.push_back(card);
    players_.push_back(player);
  }

  Player* find(Seat seat) {
    const auto at =
        std::find_if(players_.begin(), players_.end(), [seat](const Player& one) { return one.seat == seat; });
    return at == players_.end() ? nullptr : &*at;
  }

  template <class Of>
  std::vector<Chips> column(Of of) const {
    std::vector<Chips> values;
    for (const Player& one : players_) values.push_back(of(one));
    return values;
  }

  // Forced bets of two players are listed in reverse (the format's "Required Fields").
  std::vector<Chips> turned(std::vector<Chips> amounts) const {
    if (amounts.size() == 2) std::swap(amounts[0], amounts[1]);
    return amounts;
  }

  std::string name(Seat seat) {
    const Player* player = find(seat);
    return "p" + number(player == nullptr ? 0 : player - players_.data() + 1);
  }

  // --- who plays with what ---

  template <class E>
  void gather(const E&) {}

  void gather(const HandStarted& e) { number_ = e.hand; }

  // What was due: a short stack posts less, but the others owe the whole (rule 3).
  void gather(const Posted& e) {
    Player* player = find(e.seat);
    if (player == nullptr) return;
    player->put_in += e.amount;
    switch (e.kind) {
      case PostKind::ante:
      case PostKind::big_blind_ante:
        player->ante += e.all_in ? std::max(e.amount, stakes_.ante) : e.amount;
        break;
      case PostKind::dead_blind:
        player->ante += e.amount;
        break;
      case PostKind::small_blind:
        player->blind = e.all_in ? std::max(e.amount, stakes_.small_blind) : e.amount;
        break;
      case PostKind::big_blind:
        player->blind = e.all_in ? std::max(e.amount, stakes_.big_blind) : e.amount;
        break;
      case PostKind::missed_blind:
        player->blind = Chips{0} - e.amount;
        break;
      case PostKind::straddle:
        player->blind += e.amount;
        break;
    }
  }
  void gather(const Acted& e) {
    if (Player* player = find(e.seat)) player->put_in += e.amount;
  }
  void gather(const Returned& e) {
    if (Player* player = find(e.seat)) player->put_in -= e.amount;
  }
  void gather(const Awarded& e) {
    if (Player* player = find(e.seat)) player->won += e.amount;
  }
  void gather(const Shown& e) {
    Player* player = find(e.seat);
    if (player == nullptr) return;
    for (const Card card : e.cards)
      if (std::find(player->known.begin(), player->known.end(), card) == player->known.end() && !player->known.full())
        player->known.push_back(card);
  }

  // --- actions ---

  template <class E>
  void act(const E&) {}

  void act(const Dealt& e) {
    const Player* player = find(e.seat);
    actions_.push_back("d dh " + name(e.seat) + " " + hole(player->known));
  }
  void act(const Acted& e) {
    switch (e.kind) {
      case ActKind::fold:
        return actions_.push_back(name(e.seat) + " f");
      case ActKind::check:
      case ActKind::call:
        return actions_.push_back(name(e.seat) + " cc");
      case ActKind::bet:
      case ActKind::raise:
        return actions_.push_back(name(e.seat) + " cbr " + number(e.to.count));
    }
  }
  void act(const BoardDealt& e) {
    std::string cards;
    for (const Card card : e.cards) cards += to_text(card);
    actions_.push_back((e.board == 2 ? "# second board: d db " : "d db ") + cards);
    if (e.board == 2) second_board_ += cards;
  }
  void act(const Shown& e) {
    std::string cards;
    for (const Card card : e.cards) cards += to_text(card);
    actions_.push_back(ended_ ? "# " + name(e.seat) + " shows " + cards : name(e.seat) + " sm " + hole(e.cards));
  }
  void act(const Mucked& e) { actions_.push_back(name(e.seat) + " sm"); }
  void act(const HandEnded& e) {
    ended_ = true;
    voided_ = e.voided;
  }

  static std::string hole(const core::Bounded<Card, 2>& known) {
    std::string cards;
    for (const Card card : known) cards += to_text(card);
    while (cards.size() < 2 * k_hidden.size()) cards += k_hidden;
    return cards;
  }

  void write_circumstances() {
    field("venue", quoted("Baize"));
    field("table", quoted(facts_.table));
    field("hand", number(number_));
    if (facts_.began_at > 0) {
      const narration::CivilTime at = narration::utc(facts_.began_at);
      field("time", narration::clock_text(at));
      field("time_zone", quoted("UTC"));
      field("day", number(at.day));
      field("month", number(at.month));
      field("year", number(at.year));
    }
    field("seats", listed(players_, [](const Player& one) { return number(one.seat + 1); }));
    field("seat_count", number(facts_.seat_count));
    field("players", listed(players_, [this](const Player& one) { return quoted(facts_.names[one.seat]); }));
  }

  const DealFacts& facts_;
  const Stakes stakes_;
  std::string out_;
  std::vector<Player> players_;
  std::vector<std::string> actions_;
  std::string second_board_;
  std::uint32_t number_ = 0;
  bool ended_ = false;
  bool voided_ = false;
};

}  // namespace

Stakes stakes_of(const Settings& settings, std::span<const Event> events) {
  Stakes stakes{settings.small_blind, settings.big_blind, settings.ante};
  for (const Event& event : events)
    if (const auto* start = std::get_if<HandStarted>(&event); start != nullptr && start->big_blind > Chips{0})
      stakes = {start->small_blind, start->big_blind, start->ante};
  return stakes;
}

std::string notation(const Settings& settings, const DealFacts& facts, std::span<const Event> events) {
  return Writer(settings, facts, events).take();
}

}  // namespace baize::games::holdem
