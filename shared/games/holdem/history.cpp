#include <algorithm>

#include "games/holdem/words.h"

namespace baize::games::holdem {
namespace {

using narration::Names;
using narration::number;

constexpr std::array<std::string_view, 3> k_post_names{"the ante", "small blind", "big blind"};
constexpr std::array<std::string_view, 4> k_when_folded{"before the flop", "on the flop", "on the turn",
                                                        "on the river"};

// "[As Kd]": histories keep the plain form that other programs read.
std::string bracketed(const Card* cards, std::size_t count) {
  std::string out = "[";
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) out += ' ';
    out += to_text(cards[i]);
  }
  return out + ']';
}

template <std::size_t N>
std::string bracketed(const core::Bounded<Card, N>& cards) {
  return bracketed(cards.begin(), cards.size());
}

// What the summary says of one seat.
struct SeatRecord {
  bool dealt = false;
  Chips bet;  // on this street
  Chips won;
  std::optional<Street> folded;
  bool mucked = false;
  core::Bounded<Card, 2> shown;
  core::Bounded<Card, 5> winning;
  bool small_blind = false;
  bool big_blind = false;
};

// Writes one hand, event by event.
class Writer {
 public:
  Writer(const Settings& settings, const Stacks& stacks, const Names& names)
      : settings_(settings), stacks_(stacks), names_(names) {}

  void operator()(const HandStarted& e) {
    button_ = e.button;
    line("Hand #" + std::to_string(e.hand) + ": No-limit hold'em (" + number(settings_.small_blind) + "/" +
         number(settings_.big_blind) +
         (settings_.ante > Chips{0} ? ", ante " + number(settings_.ante) : std::string()) + ")");
    line(place(e.button) + " is the button");
    for (Seat seat = 0; seat < core::k_max_seats; ++seat)
      if (const auto& stack = stacks_[static_cast<std::size_t>(seat)])
        line(place(seat) + ": " + names_[seat] + " (" + number(*stack) + " in chips)");
  }

  void operator()(const Posted& e) {
    SeatRecord& seat = at(e.seat);
    seat.small_blind |= e.kind == PostKind::small_blind;
    seat.big_blind |= e.kind == PostKind::big_blind;
    total_ += e.amount;
    if (e.kind != PostKind::ante) put(seat, seat.bet + e.amount);
    line(names_[e.seat] + ": posts " + std::string(k_post_names[static_cast<std::size_t>(e.kind)]) + " " +
         number(e.amount) + all_in(e.all_in));
  }

  void operator()(const Dealt& e) {
    if (!hole_cards_) line("*** HOLE CARDS ***");
    hole_cards_ = true;
    at(e.seat).dealt = true;
    if (!e.cards.empty()) line("Dealt to " + names_[e.seat] + " " + bracketed(e.cards));
  }

  void operator()(const Acted& e) {
    SeatRecord& seat = at(e.seat);
    total_ += e.amount;
    std::string text = names_[e.seat] + ": ";
    switch (e.kind) {
      case ActKind::fold:
        text += "folds";
        seat.folded = street_;
        break;
      case ActKind::check:
        text += "checks";
        break;
      case ActKind::call:
        text += "calls " + number(e.amount);
        break;
      case ActKind::bet:
        text += "bets " + number(e.to);
        break;
      case ActKind::raise:
        text += "raises " + number(e.to - highest_) + " to " + number(e.to);
        break;
    }
    put(seat, e.to);
    line(text + all_in(e.all_in) + (e.timed_out ? " (out of time)" : ""));
  }

  void operator()(const BoardDealt& e) {
    street_ = e.street;
    highest_ = Chips{0};
    for (SeatRecord& seat : seats_) seat.bet = Chips{0};
    const std::string before = board_.empty() ? std::string() : bracketed(board_) + " ";
    const std::string_view name = e.street == Street::flop ? "FLOP" : e.street == Street::turn ? "TURN" : "RIVER";
    line("*** " + std::string(name) + " *** " + before + bracketed(e.cards));
    for (const Card card : e.cards) board_.push_back(card);
  }

  void operator()(const Returned& e) {
    total_ -= e.amount;
    line("Uncalled bet (" + number(e.amount) + ") returned to " + names_[e.seat]);
  }

  void operator()(const Shown& e) {
    open_showdown();
    SeatRecord& seat = at(e.seat);
    for (const Card card : e.cards)
      if (std::find(seat.shown.begin(), seat.shown.end(), card) == seat.shown.end() && !seat.shown.full())
        seat.shown.push_back(card);
    const std::string hand = made(e.cards);
    line(names_[e.seat] + ": shows " + bracketed(e.cards) + (hand.empty() ? hand : " (" + hand + ")"));
  }

  void operator()(const Mucked& e) {
    open_showdown();
    at(e.seat).mucked = true;
    line(names_[e.seat] + ": mucks hand");
  }

  void operator()(const Awarded& e) {
    SeatRecord& seat = at(e.seat);
    seat.won += e.amount;
    if (seat.winning.empty() || e.pot == 0) seat.winning = e.hand;
    side_pots_ = side_pots_ || e.pot > 0;
    const std::string pot = e.pot > 0 ? "side pot " + std::to_string(int{e.pot}) : side_pots_ ? "main pot" : "pot";
    line(names_[e.seat] + " collected " + number(e.amount) + " from " + pot);
  }

  void operator()(const HandEnded& e) {
    if (e.voided) {
      line("Hand #" + std::to_string(e.hand) + " is void: every chip went back to where it was");
      return;
    }
    line("*** SUMMARY ***");
    line("Total pot " + number(total_));
    if (!board_.empty()) line("Board " + bracketed(board_));
    for (Seat seat = 0; seat < core::k_max_seats; ++seat)
      if (at(seat).dealt) line(place(seat) + ": " + names_[seat] + position(seat) + " " + fate(at(seat)));
  }

  std::string take() { return std::move(out_); }

 private:
  SeatRecord& at(Seat seat) { return seats_.at(static_cast<std::size_t>(seat)); }
  void line(const std::string& text) {
    out_ += text;
    out_ += '\n';
  }
  static std::string place(Seat seat) { return "Seat " + std::to_string(int{seat} + 1); }
  static std::string all_in(bool is) { return is ? " and is all-in" : ""; }

  void put(SeatRecord& seat, Chips to) {
    seat.bet = to;
    highest_ = std::max(highest_, to);
  }

  // Hands that are turned up before the board is complete belong to an all-in, not to a showdown.
  void open_showdown() {
    if (showdown_ || !board_.full()) return;
    showdown_ = true;
    line("*** SHOW DOWN ***");
  }

  // What two hole cards make with the whole board, in words; empty before it is whole.
  std::string made(const core::Bounded<Card, 2>& hole) const {
    if (!hole.full() || !board_.full()) return {};
    std::array<Card, 7> all{};
    std::copy(hole.begin(), hole.end(), all.begin());
    std::copy(board_.begin(), board_.end(), all.begin() + 2);
    return hand_words(all, Kickers::named);
  }

  std::string position(Seat seat) {
    std::string out;
    if (seat == button_) out += " (button)";
    if (at(seat).small_blind) out += " (small blind)";
    if (at(seat).big_blind) out += " (big blind)";
    return out;
  }

  std::string fate(const SeatRecord& seat) const {
    if (seat.folded) return "folded " + std::string(k_when_folded[static_cast<std::size_t>(*seat.folded)]);
    const std::string shown = seat.shown.empty() ? std::string() : "showed " + bracketed(seat.shown) + " and ";
    const std::string with = seat.winning.empty()
                                 ? std::string()
                                 : " with " + hand_words({seat.winning.begin(), seat.winning.size()}, Kickers::named);
    if (seat.won > Chips{0}) return shown + "won (" + number(seat.won) + ")" + with;
    if (seat.mucked) return "mucked";
    const std::string losing = made(seat.shown);
    return shown + "lost" + (losing.empty() ? losing : " with " + losing);
  }

  const Settings& settings_;
  const Stacks& stacks_;
  const Names& names_;
  std::string out_;
  std::array<SeatRecord, core::k_max_seats> seats_{};
  core::Bounded<Card, 5> board_;
  Street street_ = Street::preflop;
  Seat button_ = 0;
  Chips highest_;
  Chips total_;
  bool hole_cards_ = false;
  bool showdown_ = false;
  bool side_pots_ = false;
};

}  // namespace

std::string history(const Settings& settings, const Stacks& stacks, const Names& names, std::span<const Event> events) {
  Writer writer(settings, stacks, names);
  for (const Event& event : events) std::visit(writer, event);
  return writer.take();
}

}  // namespace baize::games::holdem
