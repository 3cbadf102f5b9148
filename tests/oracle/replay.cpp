#include "replay.h"

#include <algorithm>
#include <cmath>
#include <sstream>

#include "core/check.h"
#include "forced_deck.h"
#include "games/holdem/game.h"

namespace baize::oracle {
namespace {

namespace holdem = games::holdem;
using core::Seat;
using holdem::Game;

std::string player_name(int player) { return "p" + std::to_string(player + 1); }

std::string text_of(Chips chips) { return std::to_string(chips.count); }

std::string text_of(const std::optional<Chips>& chips) { return chips ? text_of(*chips) : "none"; }

std::string text_of(double amount) {
  std::ostringstream stream;
  stream.precision(15);
  stream << amount;
  return stream.str();
}

// What the rules allow the seat to act.
struct Choices {
  Chips call;
  bool check = false;
  std::optional<Chips> min_raise_to;
  std::optional<Chips> max_raise_to;
  bool whole_stack = false;  // a call takes everything
  Chips all_in_to;
};

Choices choices_of(const holdem::Private& own) {
  Choices choices;
  for (const holdem::Legal& legal : own.legal) {
    if (std::get_if<holdem::LegalCheck>(&legal)) choices.check = true;
    if (const auto* call = std::get_if<holdem::LegalCall>(&legal)) choices.call = call->amount;
    if (const auto* all_in = std::get_if<holdem::LegalAllIn>(&legal)) choices.all_in_to = all_in->amount;
    if (const auto* raise = std::get_if<holdem::LegalRaise>(&legal)) {
      choices.min_raise_to = raise->min;
      choices.max_raise_to = raise->max;
    }
  }
  choices.whole_stack = choices.all_in_to > Chips{0} && !choices.max_raise_to;
  return choices;
}

holdem::Move move_of(const Action& action, const Choices& choices) {
  if (action.kind == Action::Kind::fold) return holdem::Fold{};
  // Some writers call an all-in that doesn't reach the bet a raise to it.
  const bool short_call = !choices.check && choices.whole_stack && action.amount == choices.all_in_to;
  if (action.kind == Action::Kind::raise_to && !short_call) return holdem::Raise{action.amount};
  if (choices.check) return holdem::Check{};
  return holdem::Call{};
}

class Replay {
 public:
  Replay(const Record& record, std::vector<bool> winners) : record_(record), winners_(std::move(winners)) {}

  void run() {
    if (!deal() || !answer_run_twice()) return;
    const std::vector<Expectation> none;
    const std::vector<Expectation>& expectations = record_.expectations ? *record_.expectations : none;
    auto next = expectations.begin();
    for (std::size_t at = 0; at < record_.actions.size(); ++at) {
      const Action& action = record_.actions[at];
      const Expectation* expectation = next != expectations.end() && next->at == at ? &*next++ : nullptr;
      if (record_.expectations && action.is_decision() != (expectation != nullptr))
        mismatch(action, expectation ? "the record expects a decision here" : "the record expects no decision here");
      if (action.kind == Action::Kind::deal_board && !compare_board(action)) return;
      if (action.is_decision() && !decide(action, expectation)) return;
    }
    if (next != expectations.end()) mismatch("the record expects more decisions than it has");
    compare_end();
  }

  void mismatch(std::string what) { outcome_.mismatches.push_back(std::move(what)); }
  const Outcome& outcome() const { return outcome_; }
  // How many of the last mismatches are about final stacks.
  std::size_t wrong_stacks() const { return wrong_stacks_; }

  // Whose hidden cards were at the showdown, and which of them went away with more than they have here.
  struct Unseen {
    bool any = false;
    std::vector<bool> better_off;
  };
  Unseen unseen() const {
    Unseen unseen;
    if (!record_.final_stacks || Game::running(state_) || record_.final_stacks->size() != record_.stacks.size())
      return unseen;
    const std::vector<bool> hidden = hidden_hands(record_);
    const holdem::Public shared = Game::view(state_);
    const auto live =
        std::count_if(shared.players.begin(), shared.players.end(), [](const auto& one) { return !one.folded; });
    for (const holdem::PlayerView& one : shared.players) {
      const auto player = static_cast<std::size_t>(one.seat);
      const bool guessed = hidden[player] && !one.folded && live > 1;
      unseen.any = unseen.any || guessed;
      const double recorded = (*record_.final_stacks)[player];
      unseen.better_off.resize(record_.stacks.size());
      unseen.better_off[player] = guessed && recorded > static_cast<double>(Game::stack(state_, one.seat).count) + 1;
    }
    return unseen;
  }

 private:
  void mismatch(const Action& action, const std::string& what) {
    const std::string number = action.is_decision() ? "decision " + std::to_string(outcome_.decisions) + ", " : "";
    mismatch(number + "\"" + action.text + "\": " + what);
  }
  template <class T>
  void compare(const Action& action, const std::string& what, const T& rules, const T& recorded) {
    if (rules != recorded) mismatch(action, what + " is " + text_of(rules) + ", the record says " + text_of(recorded));
  }

  bool deal() {
    const Read<cards::Deck> deck = forced_deck(record_, winners_);
    if (!deck) {
      mismatch(deck.error().reason);
      return false;
    }
    holdem::Settings settings;
    const Posts& posts = record_.posts;
    const bool plain = posts.plain();
    settings.small_blind = plain ? std::min(posts.blinds[0], posts.blinds[1]) : posts.min_bet;
    settings.big_blind = posts.min_bet;
    settings.ante = plain ? posts.antes[0] : Chips(0);
    settings.run_twice = !record_.second_board.empty();
    state_ = Game::seated(settings, record_.stacks);
    holdem::ForcedBets bets{};
    std::copy(posts.antes.begin(), posts.antes.end(), bets.antes.begin());
    std::copy(posts.dead.begin(), posts.dead.end(), bets.dead.begin());
    std::copy(posts.blinds.begin(), posts.blinds.end(), bets.blinds.begin());
    bets.min_raise = posts.min_bet;
    const auto button = static_cast<Seat>(record_.stacks.size() - 1);
    return step(Game::deal_forced(state_, *deck, button, plain ? nullptr : &bets), "the deal");
  }

  // The record has a second board, so everybody wanted one.
  bool answer_run_twice() {
    for (;;) {
      const std::optional<Seat> seat = Game::to_act(state_);
      if (!seat) return true;
      const holdem::Private own = Game::view(state_, *seat);
      const bool asked = std::any_of(own.legal.begin(), own.legal.end(), [](const holdem::Legal& legal) {
        return std::holds_alternative<holdem::LegalRunTwice>(legal);
      });
      if (!asked) return true;
      if (!step(Game::apply(state_, *seat, holdem::RunTwice{true}, 0), "running it twice")) return false;
    }
  }

  // Takes the next state if there is one and it holds its own invariants.
  bool step(core::Result<games::Step<Game>> result, const std::string& what) {
    if (!result) {
      mismatch(what + " is refused: " + result.error().message);
      return false;
    }
    state_ = result->state;
    const std::string broken_invariant = Game::check(state_);
    if (broken_invariant.empty()) return true;
    mismatch(what + " breaks an invariant: " + broken_invariant);
    return false;
  }

  bool decide(const Action& action, const Expectation* expectation) {
    ++outcome_.decisions;
    const std::optional<Seat> seat = Game::to_act(state_);
    if (!seat || *seat != action.player) {
      mismatch(action, "the rules give the turn to " + (seat ? player_name(*seat) : "nobody"));
      return false;
    }
    const holdem::Private own = Game::view(state_, *seat);
    const Choices choices = choices_of(own);
    if (expectation != nullptr) {
      if (expectation->player != *seat) mismatch(action, "the record expects " + player_name(expectation->player));
      compare(action, "the call", choices.call, expectation->call);
      compare(action, "the smallest raise to", choices.min_raise_to, expectation->min_raise_to);
      compare(action, "the largest raise to", choices.max_raise_to, expectation->max_raise_to);
    }
    const holdem::Move move = move_of(action, choices);
    if (const auto admitted = Game::admissible(own, move); !admitted) {
      mismatch(action, "the rules refuse it: " + admitted.error().message);
      return false;
    }
    return step(Game::apply(state_, *seat, move, 0), "\"" + action.text + "\"") && answer_run_twice();
  }

  // By the time that the record deals cards, the rules have dealt the same ones.
  bool compare_board(const Action& action) {
    const auto board = Game::view(state_).board;
    for (const std::optional<Card> card : action.cards) {
      const std::size_t i = board_seen_++;
      if (i >= board.size()) {
        const std::optional<Seat> seat = Game::to_act(state_);
        mismatch(action, "the rules wait for " + (seat ? player_name(*seat) : "nobody"));
        return false;
      }
      if (card && *card != board[i]) mismatch(action, "the board shows " + std::string(cards::to_text(board[i])));
    }
    return true;
  }

  void compare_end() {
    if (!record_.final_stacks) return;
    if (Game::running(state_)) {
      mismatch("the record ends, but the rules wait for " + player_name(Game::to_act(state_).value_or(-1)));
      return;
    }
    if (record_.final_stacks->size() != record_.stacks.size()) {
      mismatch("the record has another number of stacks at the end than at the start");
      return;
    }
    // Where the record splits chips, odd ones can't be compared; everywhere else a chip is a chip.
    const bool split_chips = std::any_of(record_.final_stacks->begin(), record_.final_stacks->end(),
                                         [](double stack) { return stack != std::floor(stack); });
    const double tolerance = split_chips ? 1 : 0;
    for (std::size_t player = 0; player < record_.stacks.size(); ++player) {
      if (player < record_.unknown_stacks.size() && record_.unknown_stacks[player]) continue;
      const Chips stack = Game::stack(state_, static_cast<Seat>(player));
      const double recorded = (*record_.final_stacks)[player];
      const double missing = static_cast<double>(stack.count) - recorded;
      const bool won = stack > record_.stacks[player];
      if (missing < -tolerance || missing > tolerance + (won ? record_.rake : 0)) {
        ++wrong_stacks_;
        mismatch(player_name(static_cast<int>(player)) + " ends with " + text_of(stack) + ", the record says " +
                 text_of(recorded));
      }
    }
  }

  const Record& record_;
  const std::vector<bool> winners_;
  holdem::State state_;
  std::size_t board_seen_ = 0;
  std::size_t wrong_stacks_ = 0;
  Outcome outcome_;
};

}  // namespace

namespace {

void run(Replay& hand) {
  try {
    hand.run();
  } catch (const core::BrokenInvariant& broken_invariant) {
    hand.mismatch(broken_invariant.what());
  }
}

}  // namespace

Outcome replay(const Record& record) {
  Replay hand(record, {});
  run(hand);
  const Replay::Unseen unseen = hand.unseen();
  if (hand.outcome().mismatches.empty() || !unseen.any) return hand.outcome();
  // Somebody won with cards that nobody saw: with the best that were left it has to come out.
  Replay again(record, unseen.better_off);
  run(again);
  if (again.outcome().mismatches.empty()) return again.outcome();
  Outcome outcome = hand.outcome();
  outcome.mismatches.erase(outcome.mismatches.end() - static_cast<std::ptrdiff_t>(hand.wrong_stacks()),
                           outcome.mismatches.end());
  outcome.undecided = outcome.mismatches.empty();
  return outcome;
}

}  // namespace baize::oracle
