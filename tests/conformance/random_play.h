// A table of any registered game on which random things happen: people sit, stand, sit out, add chips, are absent, let
// the clock run out, deals begin, are played to the end or are void. Uses nothing but the contract, so that what holds
// here holds for the next game too. The same seed plays the same way.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cards/keystream.h"
#include "games/registry.h"

namespace baize::games::conformance {

template <class G>
class RandomPlay {
 public:
  using State = typename G::State;
  using Move = typename G::Move;
  using Action = std::function<Result<Step<G>>(const State&)>;

  explicit RandomPlay(std::uint8_t seed, const typename G::Settings& settings = {})
      : settings_(settings), chance_(core::Entropy{{seed, 0xba, 0x12}}), start_(G::create(settings)), state_(start_) {}

  const State& start() const { return start_; }
  const State& state() const { return state_; }
  // Every action that was taken, in order.
  const std::vector<Action>& log() const { return log_; }
  // All chips that have crossed the table's edge, inwards less outwards.
  Chips bought_in() const { return bought_in_; }

  // One more thing happens. Its step, the state before it is handed to the next call of state().
  Step<G> next() {
    for (;;)
      if (auto step = G::running(state_) ? during_a_deal() : between_deals()) return *step;
  }
  // Goes on until no deal is running.
  void finish_deal() {
    for (int steps = 0; G::running(state_); ++steps) {
      ASSERT_LT(steps, 5000) << "the deal has no end";
      decide();
    }
  }
  // Sits people down until a deal can begin, and begins it.
  void deal() {
    finish_deal();
    while (!G::can_deal(state_)) next();
    if (!G::running(state_)) begin();
  }

  // A move among those that the controls of the seat offer; nothing if there are none.
  std::optional<Move> offered(Seat seat) {
    const auto controls = G::controls(G::view(state_), G::view(state_, seat));
    if (controls.empty()) return std::nullopt;
    const Control& control = controls[below(controls.size())];
    const auto move = G::answer(control.action, answer_to(control));
    EXPECT_TRUE(move) << control.action << ": " << (move ? "" : move.error().message);
    if (!move) return std::nullopt;
    return *move;
  }
  // Any move of the game's, fitting or not.
  std::optional<Move> any() {
    std::vector<std::string_view> actions;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Move>>(
        [&](auto tag) { actions.push_back(decltype(tag)::type::k_tag.name); });
    Answer answer;
    answer.amount = Chips{static_cast<std::int64_t>(below(2500))};
    answer.card = cards::Card::from_index(below(cards::Card::k_count));
    answer.choice = std::string(to_text(*answer.card));
    // Half the time one of those that somebody is asked to choose among, a forbidden one, too.
    if (const auto seat = G::to_act(state_); seat && below(2) == 0)
      for (const Control& one : G::controls(G::view(state_), G::view(state_, *seat)))
        if (!one.options.empty()) answer.choice = one.options[below(one.options.size())].value;
    const auto move = G::answer(actions[below(actions.size())], answer);
    if (!move) return std::nullopt;
    return *move;
  }

  Seat any_seat() { return static_cast<Seat>(below(G::k_max_seats)); }
  std::size_t below(std::size_t n) { return chance_.below(static_cast<std::uint32_t>(n)); }
  core::Entropy entropy() {
    core::Entropy entropy;
    for (auto& byte : entropy.raw) byte = chance_.next_byte();
    return entropy;
  }

 private:
  std::optional<Step<G>> during_a_deal() {
    const Seat seat = any_seat();
    switch (below(60)) {
      case 0:
        return take([seat, gone = below(2) == 0](const State& s) { return G::set_absent(s, seat, gone); });
      case 1:
        return take([seat, out = below(2) == 0](const State& s) { return G::sit_out(s, seat, out); });
      case 2:
        return take([](const State& s) { return G::on_timeout(s, 30'000); });
      case 3:
        return sit(seat);
      case 4:
        if (below(4) == 0) return take([](const State& s) { return Result<Step<G>>(G::void_deal(s)); });
        return std::nullopt;
      default:
        return decide();
    }
  }

  std::optional<Step<G>> between_deals() {
    const Seat seat = any_seat();
    switch (below(16)) {
      case 0:
      case 1:
        return sit(seat);
      case 2:
        return stand(seat);
      case 3:
        return take([seat, out = below(3) == 0](const State& s) { return G::sit_out(s, seat, out); });
      case 4:
        return take([seat](const State& s) { return G::set_absent(s, seat, false); });
      case 5:
        return top_up(seat);
      case 6:
        if (const auto move = offered(seat))
          return take([seat, one = *move](const State& s) { return G::apply(s, seat, one, 0); });
        return std::nullopt;
      default:
        if (!G::can_deal(state_)) return std::nullopt;
        return begin();
    }
  }

  // Mostly with everybody, sometimes with only some who may be dealt in.
  Step<G> begin() {
    SeatMask seats = k_all_seats;
    if (const auto some = static_cast<SeatMask>(below(1024)); below(4) == 0 && G::can_deal(state_, some)) seats = some;
    const auto step = take([one = entropy(), seats](const State& s) { return G::deal(s, one, seats); });
    EXPECT_TRUE(step) << "a deal that can begin begins";
    return step ? *step : Step<G>{};
  }

  // The seat to act does something that it may do: by its controls, or as a bot would.
  std::optional<Step<G>> decide() {
    const auto seat = G::to_act(state_);
    EXPECT_TRUE(seat) << "while a deal runs somebody decides";
    if (!seat) return std::nullopt;
    std::optional<Move> move;
    if (below(16) == 0) {
      const auto strength = static_cast<Strength>(below(3));
      move = G::choose(G::view(state_), G::view(state_, *seat), *seat, strength, entropy());
    } else {
      move = offered(*seat);
    }
    EXPECT_TRUE(move) << "who is to act has something to do";
    if (!move) return std::nullopt;
    const auto step = take([seat = *seat, one = *move](const State& s) { return G::apply(s, seat, one, 0); });
    EXPECT_TRUE(step) << "what is offered, and what a bot chooses, applies";
    return step;
  }

  std::optional<Step<G>> sit(Seat seat) {
    const Chips least = G::min_buy_in(settings_);
    const Chips most = G::max_buy_in(settings_);
    const Chips chips =
        least + Chips{static_cast<std::int64_t>(below(static_cast<std::size_t>((most - least).count) + 1))};
    const auto step = take([seat, chips](const State& s) { return G::sit(s, seat, chips); });
    if (step) bought_in_ += chips;
    return step;
  }
  std::optional<Step<G>> stand(Seat seat) {
    const Chips worth = G::worth(state_, seat);
    const auto step = take([seat](const State& s) { return G::stand(s, seat); });
    if (step) bought_in_ -= worth;
    return step;
  }
  std::optional<Step<G>> top_up(Seat seat) {
    const Chips chips{static_cast<std::int64_t>(below(500))};
    const auto step = take([seat, chips](const State& s) { return G::top_up(s, seat, chips); });
    if (step) bought_in_ += chips;
    return step;
  }

  // Nothing if the action is refused just now.
  std::optional<Step<G>> take(Action action) {
    auto step = action(state_);
    if (!step) return std::nullopt;
    state_ = step->state;
    log_.push_back(std::move(action));
    return *step;
  }

  Answer answer_to(const Control& control) {
    Answer answer;
    if (control.ask == Ask::amount) {
      const auto steps = static_cast<std::size_t>((control.max - control.min).count / control.step.count) + 1;
      answer.amount = control.min + control.step * static_cast<std::int64_t>(below(steps));
    }
    if (control.ask == Ask::cards) answer.card = control.cards[below(control.cards.size())];
    if (control.ask == Ask::choice) {
      std::vector<std::string> open;
      for (const Option& option : control.options)
        if (option.forbidden.empty()) open.push_back(option.value);
      answer.choice = open[below(open.size())];
    }
    return answer;
  }

  typename G::Settings settings_;
  cards::Keystream chance_;
  State start_;
  State state_;
  std::vector<Action> log_;
  Chips bought_in_;
};

}  // namespace baize::games::conformance
