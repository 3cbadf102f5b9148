// A hand step by step. What the events say is laid into a state, so that views are made by the code that makes all
// views; cards that the reader doesn't know lie in that state as anything and are never turned up.
#include <algorithm>

#include "games/holdem/hand.h"
#include "games/holdem/story.h"
#include "games/holdem/words.h"

namespace baize::games::holdem {
namespace {

// --- the table after some events ---

class Table {
 public:
  Table(const Settings& settings, const DealFacts& facts, std::span<const Event> all) {
    state_.settings = settings;
    for (Seat seat = 0; seat < k_max_players; ++seat) {
      const auto& stack = facts.stacks[static_cast<std::size_t>(seat)];
      if (!stack) continue;
      Chair& chair = at(seat);
      chair.taken = true;
      chair.stack = *stack;
      chair.status = SeatStatus::playing;
    }
    // Who plays and where every known card lies is settled before the first event.
    for (const Event& event : all)
      if (const auto* dealt = std::get_if<Dealt>(&event)) state_.players.push_back(dealt->seat);
    for (const Event& event : all)
      if (const auto* dealt = std::get_if<Dealt>(&event)) lay(dealt->seat, dealt->cards);
  }

  void operator()(const HandStarted& e) {
    state_.hand = e.hand;
    state_.street = Street::preflop;
    state_.at.button = e.button;
    if (e.big_blind > Chips{0}) state_.settings.big_blind = e.big_blind;
    state_.current_bet = state_.min_raise = state_.settings.big_blind;
    for (const Seat seat : state_.players) at(seat).in_hand = true;
  }
  void operator()(const Posted& e) {
    Chair& chair = at(e.seat);
    if (e.kind == PostKind::small_blind) state_.at.small_blind = e.seat;
    if (e.kind == PostKind::big_blind && !state_.at.big_blind) state_.at.big_blind = e.seat;
    if (is_live(e.kind)) chair.bet += e.amount;
    pay(chair, e.amount, e.all_in);
    if (e.kind == PostKind::big_blind_ante || e.kind == PostKind::dead_blind) {
      chair.committed -= e.amount;
      chair.dead += e.amount;
    }
    state_.current_bet = std::max(state_.current_bet, chair.bet);
  }
  template <class E>
  void operator()(const E&) {}
  void operator()(const TimeBankOpened&) { state_.bank_open = true; }
  void operator()(const RunTwiceAnswered& e) {
    if (!e.yes) state_.runs = RunOut::once;
  }
  void operator()(const Acted& e) {
    Chair& chair = at(e.seat);
    state_.bank_open = false;
    chair.act = e.kind;
    chair.folded = e.kind == ActKind::fold;
    pay(chair, e.amount, e.all_in);
    chair.bet += e.amount;
    if (chair.bet <= state_.current_bet) return;
    state_.min_raise = std::max(state_.min_raise, chair.bet - state_.current_bet);
    state_.current_bet = chair.bet;
  }
  void operator()(const BoardDealt& e) {
    if (e.board == 2) return deal_second(e);
    state_.street = e.street;
    for (const Card card : e.cards) put(layout::board(state_.players.size(), state_.board_count++), card);
    gather();
  }
  void operator()(const Returned& e) {
    Chair& chair = at(e.seat);
    chair.stack += e.amount;
    chair.committed -= e.amount;
    chair.bet -= std::min(chair.bet, e.amount);
    chair.all_in = false;
  }
  // Before the end hands are turned up when the betting is over.
  void operator()(const Shown& e) {
    if (state_.street != Street::over) gather();
    lay(e.seat, e.cards);
    for (std::size_t which = 0; which < layout::k_hole_cards; ++which)
      if (std::find(e.cards.begin(), e.cards.end(), hole_card(state_, e.seat, which)) != e.cards.end())
        at(e.seat).shown = static_cast<std::uint8_t>(at(e.seat).shown | 1U << which);
    if (e.cards.full() && state_.board_count == layout::k_board_cards) state_.showdown = true;
  }
  void operator()(const Mucked&) { state_.showdown = true; }
  // The first share is the end of the betting: what it comes out of is no longer shown as pots.
  void operator()(const Awarded& e) {
    if (state_.street != Street::over) close();
    if (!e.hand.empty()) state_.showdown = true;
    at(e.seat).won_on = static_cast<std::uint8_t>(at(e.seat).won_on | e.board);
    at(e.seat).won += e.amount;
    at(e.seat).stack += e.amount;
  }
  void operator()(const HandEnded& e) {
    if (e.voided) {
      for (Chair& chair : state_.chairs) {
        chair.stack += chair.committed + chair.dead;
        chair.in_hand = false;
      }
      state_.players.clear();
      state_.board_count = 0;
    }
    if (state_.street != Street::over) close();
  }

  void operator()(const RabbitShown& e) {
    const std::size_t first = layout::k_board_cards - e.cards.size();
    for (std::size_t i = 0; i < e.cards.size(); ++i) put(layout::board(state_.players.size(), first + i), e.cards[i]);
    state_.rabbit = true;
  }

  // Who acts next in the record is whose turn it is.
  void look_ahead(std::span<const Event> rest) {
    if (state_.street == Street::over) return;
    while (!rest.empty() && std::holds_alternative<TimeBankOpened>(rest.front())) rest = rest.subspan(1);
    if (rest.empty()) return;
    if (const auto* next = std::get_if<Acted>(&rest.front())) state_.to_act = next->seat;
    if (const auto* asked = std::get_if<RunTwiceAnswered>(&rest.front())) {
      state_.to_act = asked->seat;
      state_.runs = RunOut::asking;
    }
  }

  const State& state() const { return state_; }

 private:
  Chair& at(Seat seat) { return state_.chairs.at(static_cast<std::size_t>(seat)); }

  // Both boards share what was there before the first street that was dealt twice.
  void deal_second(const BoardDealt& e) {
    if (state_.runs != RunOut::twice) {
      state_.runs = RunOut::twice;
      state_.shared_count = e.street == Street::flop ? 0 : e.street == Street::turn ? 3 : 4;
      state_.second_count = state_.shared_count;
    }
    for (const Card card : e.cards) put(layout::second_board(state_.players.size(), state_.second_count++), card);
  }

  void gather() {
    state_.current_bet = Chips{0};
    state_.min_raise = state_.settings.big_blind;
    for (Chair& chair : state_.chairs) {
      chair.bet = Chips{0};
      if (!chair.folded) chair.act.reset();
    }
  }

  static void pay(Chair& chair, Chips amount, bool all_in) {
    chair.stack -= amount;
    chair.committed += amount;
    chair.all_in = chair.all_in || all_in;
  }

  void close() {
    state_.street = Street::over;
    state_.to_act.reset();
    state_.current_bet = Chips{0};
    for (Chair& chair : state_.chairs) chair.bet = chair.committed = chair.dead = Chips{0};
  }

  // Hole cards at the places that hold none of them yet.
  void lay(Seat seat, const core::Bounded<Card, 2>& cards) {
    const auto order = std::find(state_.players.begin(), state_.players.end(), seat) - state_.players.begin();
    if (static_cast<std::size_t>(order) == state_.players.size()) return;
    for (const Card card : cards) {
      std::size_t free = layout::k_hole_cards;
      bool there = false;
      for (std::size_t which = layout::k_hole_cards; which-- > 0;) {
        const std::size_t position = layout::hole(state_.players.size(), static_cast<std::size_t>(order), which);
        if (!known_[position]) free = which;
        there = there || (known_[position] && state_.deck[position] == card);
      }
      if (there || free == layout::k_hole_cards) continue;
      put(layout::hole(state_.players.size(), static_cast<std::size_t>(order), free), card);
    }
  }

  void put(std::size_t position, Card card) {
    state_.deck[position] = card;
    known_[position] = true;
  }

  State state_;
  std::array<bool, Card::k_count> known_{};
};

// Whether these events give the seat cards that the reader may know.
bool was_dealt(std::span<const Event> events, Seat seat) {
  return std::any_of(events.begin(), events.end(), [seat](const Event& event) {
    const auto* dealt = std::get_if<Dealt>(&event);
    return dealt != nullptr && dealt->seat == seat && !dealt->cards.empty();
  });
}

// --- the steps ---

bool is_post(const Event& event) {
  return std::holds_alternative<HandStarted>(event) || std::holds_alternative<Posted>(event);
}

// Whether `next` is part of what `event` began: all posts, all hands dealt, a bet and what of it comes back, the last
// share and the end.
bool goes_with(const Event& event, const Event& next) {
  if (is_post(event)) return std::holds_alternative<Posted>(next);
  if (std::holds_alternative<Dealt>(event)) return std::holds_alternative<Dealt>(next);
  if (std::holds_alternative<Acted>(event)) return std::holds_alternative<Returned>(next);
  const auto* end = std::get_if<HandEnded>(&next);
  return end != nullptr && !end->voided && std::holds_alternative<Awarded>(event);
}

std::string street_chapter(const Event& event) {
  if (std::holds_alternative<Dealt>(event)) return "Cards";
  const auto* board = std::get_if<BoardDealt>(&event);
  if (board == nullptr || board->board == 2) return {};
  return board->street == Street::flop ? "Flop" : board->street == Street::turn ? "Turn" : "River";
}

// Where the end begins: the first hand that is turned up or given up, or the first share, behind the last board card.
struct Ending {
  std::size_t at = 0;
  bool compared = false;  // hands were, so it is a showdown
};

Ending ending_of(std::span<const Event> events) {
  Ending ending{events.size(), false};
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (std::holds_alternative<HandEnded>(events[i])) break;
    const bool hand = std::holds_alternative<Shown>(events[i]) || std::holds_alternative<Mucked>(events[i]);
    ending.compared = ending.compared || hand;
    if (std::holds_alternative<BoardDealt>(events[i])) ending.at = events.size();
    if (ending.at == events.size() && (hand || std::holds_alternative<Awarded>(events[i]))) ending.at = i;
  }
  return ending;
}

void add_words(std::string& all, const Event& event, const narration::Names& names) {
  if (const auto* end = std::get_if<HandEnded>(&event); end != nullptr && !end->voided) return;
  const std::string one = words(event, names, narration::Style::written);
  if (one.empty()) return;
  if (!all.empty()) all += ". ";
  all += one;
}

}  // namespace

std::vector<ReplayStep> replay_steps(const DealFacts& facts, std::span<const Event> events) {
  std::vector<ReplayStep> steps;
  const Ending ending = ending_of(events);
  for (std::size_t at = 0; at < events.size();) {
    ReplayStep step;
    step.chapter = at != ending.at ? street_chapter(events[at]) : ending.compared ? "Showdown" : "End";
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
  Table table(settings, facts, events);
  count = std::min(count, events.size());
  for (const Event& event : events.first(count)) std::visit(table, event);
  table.look_ahead(events.subspan(count));
  Replayed<Game> after;
  after.shared = Game::view(table.state());
  if (const auto reader = facts.names.reader(); reader && was_dealt(events.first(count), *reader))
    after.own.hand = Game::view(table.state(), *reader).hand;
  for (Seat seat = 0; seat < k_max_players; ++seat)
    if (const Chair& chair = chair_of(table.state(), seat); chair.taken)
      after.stacks[static_cast<std::size_t>(seat)] = chair.stack;
  return after;
}

DealSummary summary(std::span<const Event> events) {
  DealSummary all;
  const auto gain = [&](Seat seat, std::int64_t chips) { all.gained.at(static_cast<std::size_t>(seat)) += chips; };
  for (const Event& event : events) {
    if (const auto* start = std::get_if<HandStarted>(&event)) all.number = start->hand;
    if (const auto* dealt = std::get_if<Dealt>(&event)) all.players.push_back(dealt->seat);
    if (const auto* posted = std::get_if<Posted>(&event)) gain(posted->seat, -posted->amount.count);
    if (const auto* acted = std::get_if<Acted>(&event)) gain(acted->seat, -acted->amount.count);
    if (const auto* back = std::get_if<Returned>(&event)) gain(back->seat, back->amount.count);
    if (const auto* end = std::get_if<HandEnded>(&event)) {
      all.over = true;
      all.voided = end->voided;
    }
    const auto* share = std::get_if<Awarded>(&event);
    if (share == nullptr) continue;
    gain(share->seat, share->amount.count);
    all.pot += share->amount;
    const auto same = [share](const DealShare& one) { return one.seat == share->seat; };
    const auto found = std::find_if(all.winners.begin(), all.winners.end(), same);
    if (found == all.winners.end())
      all.winners.push_back({share->seat, share->amount});
    else
      found->amount += share->amount;
  }
  std::stable_sort(all.winners.begin(), all.winners.end(),
                   [](const DealShare& a, const DealShare& b) { return a.amount > b.amount; });
  if (all.voided) all.gained = {};
  return all;
}

}  // namespace baize::games::holdem
