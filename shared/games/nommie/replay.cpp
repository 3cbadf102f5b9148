// A round step by step. What the events say is laid into a state, so that views are made by the code that makes all
// views; cards that the reader doesn't know lie in that state as anything and are never shown.
#include <algorithm>

#include "games/nommie/round.h"
#include "games/nommie/story.h"
#include "games/nommie/words.h"

namespace baize::games::nommie {
namespace {

// --- the table after some events ---

class Table {
 public:
  explicit Table(const Settings& settings) {
    state_.settings = settings;
    for (Chair& chair : state_.chairs) chair.taken = true;
  }

  void operator()(const RoundStarted& e) {
    state_.deal = e.deal;
    state_.round = e.round;
    state_.phase = Phase::bidding;
    state_.dealt = true;
    state_.to_act = seat_after(e.dealer);
    scores_ = e.scores;
  }
  void operator()(const Dealt& e) {
    for (std::size_t i = 0; i < e.cards.size(); ++i) state_.deck[layout::card(dealer(state_), e.seat, i)] = e.cards[i];
  }
  void operator()(const BidMade& e) {
    at(state_.bids, e.seat) = e.bid;
    state_.to_act = seat_after(e.seat);
    if (e.seat != dealer(state_)) return;
    state_.phase = Phase::trump;
    state_.to_act = state_.trump_by = highest_bidder(state_);
  }
  void operator()(const TrumpNamed& e) {
    state_.phase = Phase::trick;
    state_.trump = e.trump;
    state_.trump_by = e.seat;
    state_.to_act = seat_after(dealer(state_));
  }
  void operator()(const CardPlayed& e) {
    state_.current.push_back({e.seat, e.card});
    state_.to_act = seat_after(e.seat);
  }
  void operator()(const TrickWon& e) {
    state_.tricks.push_back({state_.current, e.seat});
    state_.current.clear();
    state_.to_act = e.seat;
  }
  void operator()(const RoundScored& e) {
    state_.phase = Phase::over;
    state_.to_act.reset();
    state_.finished.push_back(e.score);
    scores_ = e.scores;
  }
  void operator()(const GameWon& e) { winners_ = e.winners; }
  void operator()(const RoundEnded& e) {
    if (e.voided) clear_table(state_);
  }

  // The score sheet has only what this round says of it.
  Public shared() const {
    Public shared = Game::view(state_);
    shared.scores = scores_;
    shared.winners = winners_;
    return shared;
  }
  const State& state() const { return state_; }

 private:
  State state_;
  Scores scores_{};
  core::Bounded<Seat, k_seats> winners_;
};

// Whether these events give the seat cards that the reader may know.
bool was_dealt(std::span<const Event> events, Seat seat) {
  return std::any_of(events.begin(), events.end(), [seat](const Event& event) {
    const auto* dealt = std::get_if<Dealt>(&event);
    return dealt != nullptr && dealt->seat == seat && !dealt->cards.empty();
  });
}

// --- the steps ---

// Whether `next` is part of what `event` began: all hands dealt, a card and the trick it ends, the score and the end.
bool goes_with(const Event& event, const Event& next) {
  if (std::holds_alternative<Dealt>(event)) return std::holds_alternative<Dealt>(next);
  if (std::holds_alternative<CardPlayed>(event)) return std::holds_alternative<TrickWon>(next);
  const auto* end = std::get_if<RoundEnded>(&next);
  if (std::holds_alternative<RoundScored>(event))
    return std::holds_alternative<GameWon>(next) || (end != nullptr && !end->voided);
  return std::holds_alternative<GameWon>(event) && end != nullptr;
}

// All tricks are one chapter: there may be thirteen, and a phone has room for five names.
std::string_view chapter_of(const Event& event) {
  if (std::holds_alternative<Dealt>(event)) return "Cards";
  if (std::holds_alternative<BidMade>(event)) return "Bids";
  if (std::holds_alternative<TrumpNamed>(event)) return "Trump";
  if (std::holds_alternative<CardPlayed>(event)) return "Tricks";
  return std::holds_alternative<RoundScored>(event) ? "Score" : "";
}

void add_words(std::string& all, const Event& event, const narration::Names& names) {
  const std::string one = words(event, names, narration::Style::written);
  if (one.empty()) return;
  if (!all.empty()) all += ". ";
  all += one;
}

}  // namespace

std::vector<ReplayStep> replay_steps(const DealFacts& facts, std::span<const Event> events) {
  std::vector<ReplayStep> steps;
  std::string_view chapter;
  int cards = 0;
  for (std::size_t at = 0; at < events.size();) {
    ReplayStep step;
    if (const std::string_view here = chapter_of(events[at]); here != chapter) step.chapter = chapter = here;
    if (std::holds_alternative<CardPlayed>(events[at]) && cards++ % k_seats == 0)
      step.words = "Trick " + std::to_string(cards / k_seats + 1);
    do add_words(step.words, events[at], facts.names);
    while (++at < events.size() && goes_with(events[at - 1], events[at]));
    if (step.words.empty() && std::holds_alternative<Dealt>(events[at - 1])) step.words = "The cards are dealt";
    step.events = at;
    steps.push_back(std::move(step));
  }
  return steps;
}

Replayed<Game> replayed(const Settings& settings, const DealFacts& facts, std::span<const Event> events,
                        std::size_t count) {
  Table table(settings);
  count = std::min(count, events.size());
  for (const Event& event : events.first(count)) std::visit(table, event);
  Replayed<Game> after;
  after.shared = table.shared();
  if (const auto reader = facts.names.reader(); reader && was_dealt(events.first(count), *reader))
    after.own.hand = Game::view(table.state(), *reader).hand;
  after.stacks = facts.stacks;
  return after;
}

}  // namespace baize::games::nommie
