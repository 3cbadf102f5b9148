// A hold'em table for tests that reads like a hand history: stacks, cards and decisions are written as text, and what
// happened is read back as text. Every step goes through the public contract and is held to the game's invariants.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "games/holdem/game.h"

namespace baize::games::holdem {

inline std::string text(const auto& cards) {
  std::string out;
  for (const Card card : cards) out += to_text(card);
  return out;
}

inline std::string who(std::optional<Seat> seat) { return seat ? std::to_string(*seat) : "nobody"; }

// One line an event, in few words: "2 posts small blind 5", "0 raises to 40", "1 wins 85 of pot 0 with ..".
struct EventText {
  std::string operator()(const HandStarted& e) const { return "button " + who(e.button); }
  std::string operator()(const Posted& e) const {
    const char* kinds[] = {"ante",         "small blind", "big blind", "big blind ante",
                           "missed blind", "dead blind",  "straddle"};
    return who(e.seat) + " posts " + kinds[static_cast<int>(e.kind)] + " " + std::to_string(e.amount.count) +
           all_in(e.all_in);
  }
  std::string operator()(const Dealt& e) const { return who(e.seat) + " is dealt " + text(e.cards); }
  std::string operator()(const Acted& e) const {
    const std::string to = std::to_string(e.to.count);
    const std::string verbs[] = {"folds", "checks", "calls " + std::to_string(e.amount.count), "bets " + to,
                                 "raises to " + to};
    return who(e.seat) + " " + verbs[static_cast<int>(e.kind)] + all_in(e.all_in) + (e.timed_out ? " (away)" : "");
  }
  std::string operator()(const BoardDealt& e) const {
    return (e.board == 2 ? "second board " : "board ") + text(e.cards);
  }
  std::string operator()(const Returned& e) const {
    return who(e.seat) + " takes back " + std::to_string(e.amount.count);
  }
  std::string operator()(const Shown& e) const { return who(e.seat) + " shows " + text(e.cards); }
  std::string operator()(const Mucked& e) const { return who(e.seat) + " mucks"; }
  std::string operator()(const Awarded& e) const {
    return who(e.seat) + " wins " + std::to_string(e.amount.count) + " of pot " + std::to_string(e.pot) +
           (e.board == 2 ? " on the second board" : "") + (e.hand.empty() ? "" : " with " + text(e.hand));
  }
  std::string operator()(const HandEnded& e) const { return e.voided ? "void" : "end"; }
  std::string operator()(const TimeBankOpened& e) const {
    return who(e.seat) + " has " + std::to_string(e.left_ms) + " ms in the bank";
  }
  std::string operator()(const RunTwiceAnswered& e) const {
    return who(e.seat) + " says " + (e.yes ? "twice" : "once");
  }
  std::string operator()(const RabbitShown& e) const { return who(e.seat) + " hunts " + text(e.cards); }
  std::string operator()(const LevelBegan& e) const {
    return "level " + std::to_string(e.level) + ": " + std::to_string(e.small_blind.count) + "/" +
           std::to_string(e.big_blind.count) + "/" + std::to_string(e.ante.count);
  }
  std::string operator()(const PlaceTaken& e) const {
    return who(e.seat) + " takes place " + std::to_string(int{e.place}) + " for " + std::to_string(e.prize.count);
  }

 private:
  static std::string all_in(bool yes) { return yes ? " all-in" : ""; }
};

// Without a time bank: the clock's rule comes at once.
inline Settings blinds(std::int64_t small, std::int64_t big, std::int64_t ante = 0) {
  Settings settings;
  settings.time_bank_seconds = 0;
  settings.small_blind = Chips{small};
  settings.big_blind = Chips{big};
  settings.ante = Chips{ante};
  return settings;
}

class Ring {
 public:
  // Seats 0, 1, .. with these stacks, ready for a first hand. A stack of 0 leaves the seat empty.
  Ring(Settings settings, std::initializer_list<std::int64_t> stacks) {
    std::vector<Chips> chips;
    for (const auto stack : stacks) chips.emplace_back(stack);
    state_ = Game::seated(settings, chips);
    for (Chair& chair : state_.chairs)
      if (chair.stack == Chips{0}) chair = Chair{};
  }

  const State& state() const { return state_; }
  std::string events() const { return events_; }

  // For the next deal; what is not named comes from the rest of the deck.
  Ring& hole(Seat seat, std::string_view cards) {
    hole_[seat] = parse(cards);
    return *this;
  }
  Ring& board(std::string_view cards) {
    board_ = parse(cards);
    return *this;
  }
  // The second board of a hand that is run twice; the cards it shares with the first are not looked at.
  Ring& second_board(std::string_view cards) {
    second_board_ = parse(cards);
    return *this;
  }

  // With the button at that seat, or where the rules have it.
  Ring& deal(std::optional<Seat> button = std::nullopt) {
    events_.clear();
    auto trial = Game::deal_forced(state_, cards::fresh_deck(), button);
    if (!trial) {
      ADD_FAILURE() << trial.error().message;
      return *this;
    }
    take(Game::deal_forced(state_, stacked_deck(trial->state.players), button));
    hole_.clear();
    board_.clear();
    second_board_.clear();
    return *this;
  }

  // "0 raises to 40, 1 calls, 2 folds, 0 checks, 1 bets 20, 0 goes all-in, 1 times out, 1 shows AsKd".
  Ring& play(std::string_view script) {
    std::stringstream parts{std::string(script)};
    for (std::string one; std::getline(parts, one, ',');) take(decide(one));
    return *this;
  }

  // One decision, made so long after it opened.
  Ring& play_at(TimeMs elapsed, std::string_view decision) {
    return take(decide(std::string(decision), Clock{elapsed, 30'000}));
  }

  // Why a decision is refused; the state stays what it was.
  std::string refusal(std::string_view decision) {
    const auto outcome = decide(std::string(decision));
    return outcome ? "accepted" : outcome.error().message;
  }

  // The legal moves of the seat to act: "2: fold, call 10, raise 30-480, all-in 480".
  std::string legal() const { return state_.to_act ? who(state_.to_act) + ": " + legal(*state_.to_act) : "nobody"; }
  std::string legal(Seat seat) const {
    std::string out;
    for (const Legal& one : Game::view(state_, seat).legal) {
      // Of a decision nearly always; its own tests ask for it.
      if (std::holds_alternative<LegalTimeBank>(one)) continue;
      if (!out.empty()) out += ", ";
      out += std::visit(LegalText{}, one);
    }
    return out;
  }

  // By seat: "480 510 500".
  std::string stacks() const {
    std::string out;
    for (Seat seat = 0; seat < k_max_players; ++seat)
      if (state_.chairs[static_cast<std::size_t>(seat)].taken)
        out += (out.empty() ? "" : " ") + std::to_string(Game::stack(state_, seat).count);
    return out;
  }
  // "30:0,1,2 + 400:1,2": amounts and who contends, clockwise from left of the button.
  std::string pots() const {
    std::string out;
    for (const Pot& pot : Game::view(state_).pots) {
      out += (out.empty() ? "" : " + ") + std::to_string(pot.amount.count) + ":";
      for (std::size_t i = 0; i < pot.seats.size(); ++i) out += (i == 0 ? "" : ",") + who(pot.seats[i]);
    }
    return out;
  }
  // "button 0, blinds 1 2".
  std::string positions() const {
    const Public shared = Game::view(state_);
    return "button " + who(shared.button) + ", blinds " + who(shared.small_blind_seat) + " " +
           who(shared.big_blind_seat);
  }

  // Steps between hands, and anything else that yields a step.
  Ring& take(const Result<Step<Game>>& step) {
    if (!step) {
      ADD_FAILURE() << step.error().message;
      return *this;
    }
    EXPECT_GE(step->state.decision, state_.decision);
    EXPECT_EQ(Game::check(step->state), "");
    state_ = step->state;
    for (const Event& event : step->events) events_ += std::visit(EventText{}, event) + "\n";
    return *this;
  }
  Ring& sit(Seat seat, std::int64_t chips) { return take(Game::sit(state_, seat, Chips{chips})); }
  Ring& stand(Seat seat) { return take(Game::stand(state_, seat)); }
  Ring& sit_out(Seat seat) { return take(Game::sit_out(state_, seat, true)); }
  Ring& sit_in(Seat seat) { return take(Game::sit_out(state_, seat, false)); }
  Ring& present(Seat seat) { return take(Game::set_absent(state_, seat, false)); }
  // Before the next deal.
  Ring& at_time(TimeMs at) {
    state_ = Game::at_time(state_, at);
    return *this;
  }
  Ring& absent(Seat seat) { return take(Game::set_absent(state_, seat, true)); }
  SeatStatus status(Seat seat) const { return Game::seat_status(state_, seat); }

  // Everybody folds to the big blind: the shortest way to the next hand.
  Ring& fold_round() {
    while (state_.to_act) play(who(state_.to_act) + " folds");
    return *this;
  }
  // Checks and calls to the end.
  Ring& check_down() {
    while (state_.to_act)
      play(who(state_.to_act) + (legal().find("check") == std::string::npos ? " calls" : " checks"));
    return *this;
  }

 private:
  struct LegalText {
    std::string operator()(const LegalFold&) const { return "fold"; }
    std::string operator()(const LegalCheck&) const { return "check"; }
    std::string operator()(const LegalCall& one) const { return "call " + std::to_string(one.amount.count); }
    std::string operator()(const LegalRaise& one) const {
      return "raise " + std::to_string(one.min.count) + "-" + std::to_string(one.max.count);
    }
    std::string operator()(const LegalAllIn& one) const { return "all-in " + std::to_string(one.amount.count); }
    std::string operator()(const LegalShow& one) const { return "show " + text(one.cards); }
    std::string operator()(const LegalMuck&) const { return "muck"; }
    std::string operator()(const LegalPostBlind& one) const {
      return "post " + std::to_string(one.amount.count) + " dead " + std::to_string(one.dead.count);
    }
    std::string operator()(const LegalWaitForBlind&) const { return "wait"; }
    std::string operator()(const LegalStraddle& one) const { return "straddle " + std::to_string(one.amount.count); }
    std::string operator()(const LegalRunTwice&) const { return "run twice"; }
    std::string operator()(const LegalRabbit&) const { return "rabbit"; }
    std::string operator()(const LegalTimeBank& one) const { return "bank " + std::to_string(one.left_ms); }
  };

  static std::vector<Card> parse(std::string_view text) {
    std::vector<Card> cards;
    for (; text.size() >= 2; text.remove_prefix(2)) {
      const auto card = cards::card_from_text(text.substr(0, 2));
      if (card)
        cards.push_back(*card);
      else
        ADD_FAILURE() << "no card: " << text;
    }
    return cards;
  }

  cards::Deck stacked_deck(const core::Bounded<Seat, k_max_players>& players) const {
    std::map<std::size_t, Card> placed;
    for (std::size_t order = 0; order < players.size(); ++order)
      if (const auto found = hole_.find(players[order]); found != hole_.end())
        for (std::size_t which = 0; which < 2; ++which)
          placed[layout::hole(players.size(), order, which)] = found->second[which];
    for (std::size_t i = 0; i < board_.size(); ++i) placed[layout::board(players.size(), i)] = board_[i];
    for (std::size_t i = 0; i < second_board_.size(); ++i)
      if (std::find(board_.begin(), board_.end(), second_board_[i]) == board_.end())
        placed[layout::second_board(players.size(), i)] = second_board_[i];
    std::vector<Card> rest;
    for (const Card card : cards::fresh_deck()) {
      bool used = false;
      for (const auto& [position, one] : placed) used |= one == card;
      if (!used) rest.push_back(card);
    }
    cards::Deck deck{};
    for (std::size_t i = 0; i < deck.size(); ++i) {
      const auto found = placed.find(i);
      deck[i] = found != placed.end() ? found->second : rest.back();
      if (found == placed.end()) rest.pop_back();
    }
    return deck;
  }

  Result<Step<Game>> decide(const std::string& script, Clock clock = 0) const {
    std::stringstream words(script);
    int seat = -1;
    std::string verb;
    std::string more;
    words >> seat >> verb >> more;
    if (more == "to") words >> more;
    std::int64_t amount = 0;
    std::from_chars(more.data(), more.data() + more.size(), amount);
    if (verb == "times") {
      EXPECT_EQ(state_.to_act, static_cast<Seat>(seat)) << script;
      return Game::on_timeout(state_, clock);
    }
    return Game::apply(state_, static_cast<Seat>(seat), move_of(verb, Chips{amount}, more), clock);
  }

  static Move move_of(std::string_view verb, Chips amount, std::string_view cards) {
    if (verb == "folds") return Fold{};
    if (verb == "checks") return Check{};
    if (verb == "calls") return Call{};
    if (verb == "bets" || verb == "raises") return Raise{amount};
    if (verb == "goes") return AllIn{};
    if (verb == "posts") return PostBlind{};
    if (verb == "waits") return WaitForBlind{};
    if (verb == "straddles") return Straddle{};
    if (verb == "hunts") return Rabbit{};
    if (verb == "banks") return TimeBank{};
    if (verb == "mucks") return Muck{};
    if (verb == "runs") return RunTwice{cards == "twice"};
    Show show;
    EXPECT_EQ(verb, "shows");
    for (const Card card : parse(cards)) show.cards.push_back(card);
    return show;
  }

  State state_;
  std::string events_;
  std::map<Seat, std::vector<Card>> hole_;
  std::vector<Card> board_;
  std::vector<Card> second_board_;
};

}  // namespace baize::games::holdem
