// A round as text for people: the bids, trump, each trick on a line, and the score.
#include <algorithm>

#include "games/nommie/story.h"
#include "games/nommie/words.h"
#include "narration/calendar.h"

namespace baize::games::nommie {
namespace {

std::string plain(std::int64_t value) { return std::to_string(value); }

template <class Cards>
std::string texts(const Cards& cards) {
  std::string out;
  for (const Card card : cards) {
    if (!out.empty()) out += ' ';
    out += to_text(card);
  }
  return out;
}

// So many spaces that what follows stands in a column.
std::string padded(std::string text, std::size_t width) {
  // Names are UTF-8: bytes that go on with a character take no room.
  const auto characters = static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  if (characters < width) text.append(width - characters, ' ');
  return text;
}

// Writes one round, event by event.
class Writer {
 public:
  explicit Writer(const DealFacts& facts) : facts_(facts), names_(facts.names) {}

  void operator()(const RoundStarted& e) {
    std::string head = "Baize Nommie Round " + plain(e.round) + " of " + plain(k_rounds) + " (deal #" + plain(e.deal) +
                       ", " + plain(e.hand_size) + " cards)";
    if (facts_.began_at > 0) {
      const narration::CivilTime at = narration::utc(facts_.began_at);
      head += " - " + date_text(at) + " " + clock_text(at) + " UTC";
    }
    line(head);
    line("Table '" + facts_.table + "', " + names_[e.dealer] + " deals");
    for (Seat seat = 0; seat < k_seats; ++seat)
      line("Seat " + plain(seat + 1) + ": " + names_[seat] + " (" + plain(e.scores[static_cast<std::size_t>(seat)]) +
           " points)");
  }

  void operator()(const Dealt& e) {
    if (!std::exchange(hands_, true)) line("*** HANDS ***");
    line("Dealt to " + names_[e.seat] + " [" + (e.cards.empty() ? plain(e.count) + " cards" : texts(e.cards)) + "]");
  }

  void operator()(const BidMade& e) {
    if (!std::exchange(bids_, true)) line("*** BIDS ***");
    line(names_[e.seat] + ": bids " + plain(e.bid) + late(e.timed_out));
  }

  void operator()(const TrumpNamed& e) {
    line("*** TRUMP ***");
    line(names_[e.seat] + ": names " + std::string(trump_name(e.trump)) + late(e.timed_out));
    line("*** TRICKS ***");
  }

  void operator()(const CardPlayed& e) {
    trick_ += (trick_.empty() ? "" : ", ") + names_[e.seat] + " " + std::string(to_text(e.card)) + late(e.timed_out);
  }

  void operator()(const TrickWon& e) {
    line(plain(++tricks_) + ". " + trick_ + " - " + names_[e.seat]);
    trick_.clear();
  }

  void operator()(const RoundScored& e) {
    line("*** SCORE ***");
    std::size_t width = 0;
    for (Seat seat = 0; seat < k_seats; ++seat) width = std::max(width, names_[seat].size());
    for (Seat seat = 0; seat < k_seats; ++seat) {
      const auto i = static_cast<std::size_t>(seat);
      line(padded(names_[seat], width) + "  bid " + plain(e.score.bids[i]) + ", took " + plain(e.score.tricks[i]) +
           ": +" + plain(e.score.points[i]) + " = " + plain(e.scores[i]));
    }
  }

  void operator()(const GameWon& e) {
    std::vector<std::string> all;
    for (const Seat seat : e.winners) all.push_back(names_[seat]);
    line("Game won by " + narration::list(all) + " with " + plain(e.score));
  }

  void operator()(const RoundEnded& e) {
    if (!e.voided) return;
    if (!trick_.empty()) line(plain(tricks_ + 1) + ". " + std::exchange(trick_, {}));
    line("Round void: it counts for nothing and is dealt again");
  }

  std::string take() {
    if (!trick_.empty()) line(plain(tricks_ + 1) + ". " + trick_);
    return std::move(out_);
  }

 private:
  static std::string late(bool is) { return is ? " (out of time)" : ""; }
  void line(const std::string& text) {
    out_ += text;
    out_ += '\n';
  }

  const DealFacts& facts_;
  const narration::Names& names_;
  std::string out_;
  std::string trick_;
  int tricks_ = 0;
  bool hands_ = false;
  bool bids_ = false;
};

}  // namespace

std::string history(const Settings&, const DealFacts& facts, std::span<const Event> events, HistoryForm form) {
  if (form == HistoryForm::notation) return {};
  Writer writer(facts);
  for (const Event& event : events) std::visit(writer, event);
  return writer.take();
}

DealSummary summary(std::span<const Event> events) {
  DealSummary all;
  all.points = true;
  for (const Event& event : events) {
    if (const auto* start = std::get_if<RoundStarted>(&event)) all.number = start->deal;
    if (const auto* dealt = std::get_if<Dealt>(&event)) all.players.push_back(dealt->seat);
    if (const auto* end = std::get_if<RoundEnded>(&event)) {
      all.over = true;
      all.voided = end->voided;
    }
    const auto* scored = std::get_if<RoundScored>(&event);
    if (scored == nullptr) continue;
    for (Seat seat = 0; seat < k_seats; ++seat) {
      const std::int64_t points = scored->score.points[static_cast<std::size_t>(seat)];
      all.gained[static_cast<std::size_t>(seat)] = points;
      all.pot += Chips{points};
      if (points > 0) all.winners.push_back({seat, Chips{points}});
    }
  }
  std::stable_sort(all.winners.begin(), all.winners.end(),
                   [](const DealShare& a, const DealShare& b) { return a.amount > b.amount; });
  std::sort(all.players.begin(), all.players.end());
  return all;
}

}  // namespace baize::games::nommie
