#include <algorithm>

#include "games/holdem/game.h"
#include "narration/words.h"

namespace baize::games::holdem {

using narration::number;

namespace {

template <class L>
const L* find(const Private& own) {
  for (const Legal& one : own.legal)
    if (const L* found = std::get_if<L>(&one)) return found;
  return nullptr;
}

template <class M>
Control control(std::string label) {
  Control control;
  control.action = M::k_tag.name;
  control.label = std::move(label);
  return control;
}

// Everything in the middle, the bets of this street included.
Chips pot_of(const Public& shared) {
  Chips sum;
  for (const Pot& pot : shared.pots) sum += pot.amount;
  return sum;
}

// A raise by `quarters` quarters of what the pot is once the raiser has called.
Chips raise_by_pot(const Public& shared, const Private& own, std::int64_t quarters) {
  const auto* call = find<LegalCall>(own);
  const Chips called = pot_of(shared) + (call == nullptr ? Chips{0} : call->amount);
  return shared.current_bet + called * quarters / 4;
}

// Ascending, each amount once, none outside the limits.
std::vector<Preset> presets(const Public& shared, const Private& own, const LegalRaise& raise) {
  const Preset shortcuts[] = {{"½ pot", raise_by_pot(shared, own, 2)},
                              {"¾ pot", raise_by_pot(shared, own, 3)},
                              {"Pot", raise_by_pot(shared, own, 4)}};
  std::vector<Preset> all{{"Min", raise.min}};
  for (const Preset& one : shortcuts)
    if (one.amount > all.back().amount && one.amount < raise.max) all.push_back(one);
  all.push_back({"All-in", raise.max});
  return all;
}

Control raise_control(const Public& shared, const Private& own, const LegalRaise& raise) {
  Control control = holdem::control<Raise>(shared.current_bet == Chips{0} ? "Bet" : "Raise to");
  control.ask = Ask::amount;
  control.min = raise.min;
  control.max = raise.max;
  control.presets = presets(shared, own, raise);
  return control;
}

Control call_control(const LegalCall& call, bool all_in) {
  Control control = holdem::control<Call>("Call " + number(call.amount) + (all_in ? " (all-in)" : ""));
  control.primary = true;
  return control;
}

std::string text_of(const core::Bounded<Card, 2>& cards) {
  std::string text;
  for (const Card card : cards) text += to_text(card);
  return text;
}

Control show_control(const LegalShow& show) {
  Control control = holdem::control<Show>("Show cards");
  control.ask = Ask::choice;
  if (show.cards.size() == 2) control.options.push_back({text_of(show.cards), "Show both", {}});
  for (const Card card : show.cards)
    control.options.push_back({std::string(to_text(card)), "Show " + narration::card_sign(card), {}});
  return control;
}

Result<Move> show_answer(std::string_view choice) {
  Show show;
  while (!choice.empty() && !show.cards.full()) {
    const auto card = cards::card_from_text(choice.substr(0, 2));
    if (!card) break;
    show.cards.push_back(*card);
    choice.remove_prefix(2);
  }
  if (!choice.empty() || show.cards.empty())
    return core::fail(core::Reason::invalid_field, "Choose which of your cards to show.");
  return show;
}

Control run_twice_control() {
  Control control = holdem::control<RunTwice>("Run it");
  control.ask = Ask::choice;
  control.options = {{"once", "Run it once", {}}, {"twice", "Run it twice", {}}};
  control.primary = true;
  return control;
}

Result<Move> run_twice_answer(std::string_view choice) {
  if (choice == "once") return RunTwice{false};
  if (choice == "twice") return RunTwice{true};
  return core::fail(core::Reason::invalid_field, "Choose whether to run it once or twice.");
}

std::string post_label(const LegalPostBlind& post) {
  if (post.amount == Chips{0}) return "Post " + number(post.dead) + " (dead)";
  return "Post " + number(post.amount) + (post.dead > Chips{0} ? " + " + number(post.dead) + " (dead)" : "");
}

// What answers no decision.
void add_standing(std::vector<Control>& all, const Private& own) {
  if (const auto* post = find<LegalPostBlind>(own)) all.push_back(control<PostBlind>(post_label(*post)));
  if (find<LegalWaitForBlind>(own) != nullptr) all.push_back(control<WaitForBlind>("Wait for the blind"));
  if (const auto* show = find<LegalShow>(own)) all.push_back(show_control(*show));
  if (find<LegalRabbit>(own) != nullptr) all.push_back(control<Rabbit>("Rabbit hunt"));
  if (const auto* straddle = find<LegalStraddle>(own))
    all.push_back(control<Straddle>("Straddle " + number(straddle->amount)));
}

}  // namespace

std::vector<Control> Game::controls(const Public& shared, const Private& own) {
  std::vector<Control> all;
  if (find<LegalRunTwice>(own) != nullptr) return {run_twice_control()};
  const auto* raise = find<LegalRaise>(own);
  const auto* all_in = find<LegalAllIn>(own);
  const auto* call = find<LegalCall>(own);
  const bool free = find<LegalCheck>(own) != nullptr;
  if (free) {
    all.push_back(control<Check>("Check"));
    all.back().primary = true;
  }
  // A call that takes the whole stack is an all-in already; a second button would say the same.
  const bool call_is_all_in = call != nullptr && all_in != nullptr && raise == nullptr;
  if (call != nullptr) all.push_back(call_control(*call, call_is_all_in));
  if (find<LegalFold>(own) != nullptr) {
    all.push_back(control<Fold>("Fold"));
    all.back().dangerous = free;
  }
  if (raise != nullptr && raise->min < raise->max) all.push_back(raise_control(shared, own, *raise));
  if (all_in != nullptr && !call_is_all_in) {
    all.push_back(control<AllIn>("All-in " + number(all_in->amount)));
    all.back().dangerous = true;
  }
  if (const auto* bank = find<LegalTimeBank>(own)) {
    all.push_back(control<TimeBank>("Time bank " + number(bank->left_ms / 1000) + " s"));
    all.back().aside = true;
  }
  add_standing(all, own);
  return all;
}

Result<Move> Game::answer(std::string_view action, const Answer& answer) {
  if (action == Fold::k_tag.name) return Fold{};
  if (action == Check::k_tag.name) return Check{};
  if (action == Call::k_tag.name) return Call{};
  if (action == Raise::k_tag.name) return Raise{answer.amount};
  if (action == AllIn::k_tag.name) return AllIn{};
  if (action == PostBlind::k_tag.name) return PostBlind{};
  if (action == WaitForBlind::k_tag.name) return WaitForBlind{};
  if (action == Straddle::k_tag.name) return Straddle{};
  if (action == Rabbit::k_tag.name) return Rabbit{};
  if (action == TimeBank::k_tag.name) return TimeBank{};
  if (action == RunTwice::k_tag.name) return run_twice_answer(answer.choice);
  if (action == Show::k_tag.name) return show_answer(answer.choice);
  return core::fail(core::Reason::unknown_action);
}

}  // namespace baize::games::holdem
