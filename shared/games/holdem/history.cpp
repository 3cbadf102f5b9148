// A hand as text for people, line by line as the big rooms write it, so that people and programs find what they know.
#include <algorithm>

#include "games/holdem/notation.h"
#include "games/holdem/story.h"
#include "games/holdem/words.h"
#include "narration/calendar.h"

namespace baize::games::holdem {
namespace {

using narration::Names;

constexpr std::array<std::string_view, 4> k_when_folded{"before Flop", "on the Flop", "on the Turn", "on the River"};

// Plain, without separators: these lines are read by programs too.
std::string number(Chips amount) { return std::to_string(amount.count); }

// "[As Kd]"
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

std::string place(Seat seat) { return "Seat " + std::to_string(int{seat} + 1); }

std::string all_in(bool is) { return is ? " and is all-in" : ""; }

std::string_view post_name(PostKind kind) {
  switch (kind) {
    case PostKind::ante:
      return "the ante";
    case PostKind::small_blind:
      return "small blind";
    case PostKind::big_blind_ante:
      return "the big blind ante";
    case PostKind::dead_blind:
      return "dead small blind";
    case PostKind::straddle:
      return "straddle";
    case PostKind::missed_blind:
      return "missed big blind";
    case PostKind::big_blind:
      break;
  }
  return "big blind";
}

std::string_view street_name(Street street) {
  return street == Street::flop ? "FLOP" : street == Street::turn ? "TURN" : "RIVER";
}

// What the summary says of one seat.
struct SeatRecord {
  bool dealt = false;
  Chips bet;     // on this street
  Chips put_in;  // in all
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
  Writer(const Settings& settings, const DealFacts& facts, std::span<const Event> events)
      : facts_(facts), names_(facts.names) {
    for (const Event& event : events) {
      const auto* awarded = std::get_if<Awarded>(&event);
      if (awarded != nullptr) pots_ = std::max(pots_, std::size_t{awarded->pot} + 1);
      const auto* board = std::get_if<BoardDealt>(&event);
      if (board != nullptr && board->board == 2) twice_[static_cast<std::size_t>(board->street)] = run_twice_ = true;
    }
    stakes_ = stakes_of(settings, events);
  }

  void operator()(const HandStarted& e) {
    button_ = e.button;
    std::string head = "Baize Hand #" + std::to_string(e.hand) + ": Hold'em No Limit (" + number(stakes_.small_blind) +
                       "/" + number(stakes_.big_blind) + ")";
    if (stakes_.ante > Chips{0}) head += " ante " + number(stakes_.ante);
    if (facts_.began_at > 0) {
      const narration::CivilTime at = narration::utc(facts_.began_at);
      head += " - " + date_text(at) + " " + clock_text(at) + " UTC";
    }
    line(head);
    line("Table '" + facts_.table + "' " + std::to_string(facts_.seat_count) + "-max Seat #" +
         std::to_string(e.button + 1) + " is the button");
    for (Seat seat = 0; seat < core::k_max_seats; ++seat)
      if (const auto& stack = facts_.stacks[static_cast<std::size_t>(seat)])
        line(place(seat) + ": " + names_[seat] + " (" + number(*stack) + " in chips)");
  }

  void operator()(const Posted& e) {
    SeatRecord& seat = at(e.seat);
    seat.small_blind |= e.kind == PostKind::small_blind;
    seat.big_blind |= e.kind == PostKind::big_blind;
    seat.put_in += e.amount;
    if (is_live(e.kind)) put(seat, seat.bet + e.amount);
    line(names_[e.seat] + ": posts " + std::string(post_name(e.kind)) + " " + number(e.amount) + all_in(e.all_in));
  }

  void operator()(const Dealt& e) {
    if (!std::exchange(hole_cards_, true)) line("*** HOLE CARDS ***");
    at(e.seat).dealt = true;
    line("Dealt to " + names_[e.seat] + " " + (e.cards.empty() ? std::string("[????]") : bracketed(e.cards)));
  }

  void operator()(const Acted& e) {
    SeatRecord& seat = at(e.seat);
    seat.put_in += e.amount;
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
    put(seat, std::max(seat.bet, e.to));
    line(text + all_in(e.all_in) + (e.timed_out ? " (out of time)" : ""));
  }

  void operator()(const BoardDealt& e) {
    street_ = e.street;
    highest_ = Chips{0};
    for (SeatRecord& seat : seats_) seat.bet = Chips{0};
    if (twice_[static_cast<std::size_t>(e.street)] && !std::exchange(parted_, true)) second_board_ = board_;
    auto& board = e.board == 2 ? second_board_ : board_;
    const std::string before = board.empty() ? std::string() : bracketed(board) + " ";
    const std::string which = !twice_[static_cast<std::size_t>(e.street)] ? "" : e.board == 2 ? "SECOND " : "FIRST ";
    line("*** " + which + std::string(street_name(e.street)) + " *** " + before + bracketed(e.cards));
    for (const Card card : e.cards) board.push_back(card);
  }

  void operator()(const TimeBankOpened&) {}

  void operator()(const RunTwiceAnswered& e) {
    line(names_[e.seat] + (e.yes ? ": agrees to run it twice" : ": wants to run it once"));
  }

  void operator()(const Returned& e) {
    at(e.seat).put_in -= e.amount;
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
    paid_[e.pot] += e.amount;
    const std::string board = !run_twice_ ? "" : e.board == 2 ? " (second board)" : " (first board)";
    line(names_[e.seat] + " collected " + number(e.amount) + " from " + pot_name(e.pot) + board);
  }

  void operator()(const RabbitShown& e) { line(names_[e.seat] + ": asks what would have come " + bracketed(e.cards)); }

  void operator()(const LevelBegan& e) {
    line("Level " + std::to_string(e.level) + " begins: " + number(e.small_blind) + "/" + number(e.big_blind));
  }

  void operator()(const PlaceTaken& e) {
    line(names_[e.seat] + " finished the tournament in place " + std::to_string(int{e.place}) +
         (e.prize > Chips{0} ? " and received " + number(e.prize) : std::string()));
  }

  void operator()(const HandEnded& e) {
    ended_ = true;
    voided_ = e.voided;
  }

  std::string take() {
    if (voided_)
      line("Hand cancelled: every chip went back to where it was");
    else if (ended_)
      write_summary();
    return std::move(out_);
  }

 private:
  SeatRecord& at(Seat seat) { return seats_.at(static_cast<std::size_t>(seat)); }
  void line(const std::string& text) {
    out_ += text;
    out_ += '\n';
  }

  void put(SeatRecord& seat, Chips to) {
    seat.bet = to;
    highest_ = std::max(highest_, to);
  }

  std::string pot_name(std::size_t pot) const {
    if (pots_ < 2) return "pot";
    if (pot == 0) return "main pot";
    return pots_ == 2 ? "side pot" : "side pot-" + std::to_string(pot);
  }

  // Hands that are turned up before the board is complete belong to an all-in, those after the end to nobody but their
  // owner: neither is a showdown.
  void open_showdown() {
    if (showdown_ || ended_ || !board_.full()) return;
    showdown_ = true;
    line("*** SHOW DOWN ***");
  }

  void write_summary() {
    line("*** SUMMARY ***");
    Chips total;
    for (const Chips paid : paid_) total += paid;
    std::string pots = "Total pot " + number(total);
    for (std::size_t pot = 0; pots_ > 1 && pot < pots_; ++pot) {
      std::string name = pot_name(pot);
      name[0] = pot == 0 ? 'M' : 'S';
      pots += " " + name + " " + number(paid_[pot]) + ".";
    }
    line(pots + " | Rake 0");
    if (run_twice_) line("Hand was run twice");
    if (!board_.empty()) line((run_twice_ ? "FIRST Board " : "Board ") + bracketed(board_));
    if (run_twice_) line("SECOND Board " + bracketed(second_board_));
    for (Seat seat = 0; seat < core::k_max_seats; ++seat)
      if (at(seat).dealt) line(place(seat) + ": " + names_[seat] + position(seat) + " " + fate(at(seat)));
  }

  // What two hole cards make with the whole board, in words; empty before it is whole.
  std::string made(const core::Bounded<Card, 2>& hole) const {
    if (!hole.full() || !board_.full() || run_twice_) return {};
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
    if (seat.folded) {
      const std::string when(k_when_folded[static_cast<std::size_t>(*seat.folded)]);
      const std::string shown = seat.shown.empty() ? std::string() : " and showed " + bracketed(seat.shown);
      return "folded " + when + (seat.put_in == Chips{0} ? " (didn't bet)" : "") + shown;
    }
    const std::string shown = seat.shown.empty() ? std::string() : "showed " + bracketed(seat.shown) + " and ";
    const std::string with = seat.winning.empty() || run_twice_
                                 ? std::string()
                                 : " with " + hand_words({seat.winning.begin(), seat.winning.size()}, Kickers::named);
    if (seat.won > Chips{0})
      return shown.empty() ? "collected (" + number(seat.won) + ")" : shown + "won (" + number(seat.won) + ")" + with;
    if (seat.mucked && seat.shown.empty()) return "mucked";
    const std::string losing = made(seat.shown);
    return shown + "lost" + (losing.empty() ? losing : " with " + losing);
  }

  const DealFacts& facts_;
  const Names& names_;
  std::string out_;
  std::array<SeatRecord, core::k_max_seats> seats_{};
  std::array<Chips, k_max_players> paid_{};  // by pot
  Stakes stakes_;
  core::Bounded<Card, 5> board_;
  core::Bounded<Card, 5> second_board_;
  std::array<bool, 6> twice_{};  // by street: it was dealt on both boards
  bool run_twice_ = false;
  bool parted_ = false;  // the boards differ from here on
  Street street_ = Street::preflop;
  Seat button_ = 0;
  Chips highest_;
  std::size_t pots_ = 0;
  bool hole_cards_ = false;
  bool showdown_ = false;
  bool ended_ = false;
  bool voided_ = false;
};

}  // namespace

std::string history(const Settings& settings, const DealFacts& facts, std::span<const Event> events, HistoryForm form) {
  if (form == HistoryForm::notation) return notation(settings, facts, events);
  Writer writer(settings, facts, events);
  for (const Event& event : events) std::visit(writer, event);
  return writer.take();
}

}  // namespace baize::games::holdem
