// A table of some registered game at which four or six people sit and play random moves that their controls offer,
// leave and come back, sit out, run out of time, while the house deals. The same seed plays the same way.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "cards/keystream.h"
#include "protocol/commands.h"

namespace baize::protocol {

class RandomEvening {
 public:
  RandomEvening(const std::string& game, std::uint8_t seed) : chance_(core::Entropy{{seed, 0xde, 0x17}}) {
    auto settings = *table::default_settings(game);
    seats_ = games::max_seats(settings.game.value) < 6 ? games::max_seats(settings.game.value) : 6;
    state_ = table::open({core::TableId("t1"), core::Name("Friday \"night\""), person(0), false, settings, 1'000'000});
    for (int i = 0; i < seats_; ++i) sit(i);
  }

  const table::State& state() const { return state_; }
  int seats() const { return seats_; }
  // Seven is nobody's: a spectator.
  static Uuid person(int i) { return Uuid("aaaaaaaa-0000-4000-8000-00000000000" + std::to_string(i)); }

  // One more thing happens: what came of it. The state before is the one that state() gave.
  table::Outcome next() {
    for (int tries = 0; tries < 1000; ++tries)
      if (auto outcome = something()) {
        state_ = outcome->state;
        return std::move(*outcome);
      }
    ADD_FAILURE() << "nothing can happen any more";
    return {};
  }

 private:
  using Tried = core::Result<table::Outcome>;

  int below(int n) { return static_cast<int>(chance_.below(static_cast<std::uint32_t>(n))); }
  TimeMs soon() { return state_.at + 1 + below(9000); }
  Tried act(const Uuid& who, table::Verb verb) { return table::apply(state_, {who, soon(), std::move(verb)}); }
  void sit(int i) {
    const table::TakeSeat wanted{core::Name("Player " + std::to_string(i)), static_cast<Seat>(i), buy_in()};
    if (auto sat = act(person(i), wanted)) state_ = sat->state;
  }
  Chips buy_in() {
    const auto& game = state_.settings.game.value;
    return games::min_buy_in(game) + Chips{games::max_buy_in(game) > Chips{0} ? below(1500) : 0};
  }
  Tried tick() {
    const TimeMs at = std::max(state_.due.value_or(state_.at + 1000), state_.at);
    return table::apply(state_,
                        {{}, at, table::Tick{state_.decision, core::derive({}, "evening", state_.version), {}}});
  }
  Tried something() {
    const int who = below(seats_);
    switch (below(40)) {
      case 0:
        return act(person(who), table::SitOut{});
      case 1:
        return act(person(who), table::RequestLeave{});
      case 2:
        return act(person(who),
                   table::TakeSeat{core::Name("Player " + std::to_string(who)), static_cast<Seat>(who), buy_in()});
      case 3:
        return tick();
      case 4:
        return act(person(0), table::PauseGame{});
      case 5:
      case 6:
        return act(person(0), table::ResumeGame{});
      case 7:
      case 8:
        return act(person(who), table::SitIn{});
      default:
        return games::running(state_.game) ? decide() : tick();
    }
  }
  Tried decide() {
    const auto seat = games::to_act(state_.game);
    const auto* sitter = seat ? table::sitter_at(state_, *seat) : nullptr;
    if (sitter == nullptr) return tick();
    const auto shared = games::view(state_.game);
    const auto own = games::view(state_.game, *seat);
    const auto controls = games::controls(shared, own);
    if (controls.empty()) return tick();
    const auto& control = controls[static_cast<std::size_t>(below(static_cast<int>(controls.size())))];
    games::Answer answer;
    answer.amount = control.min + Chips{below(static_cast<int>((control.max - control.min).count) + 1)};
    for (const auto& option : control.options)
      if (option.forbidden.empty()) answer.choice = option.value;
    if (!control.cards.empty())
      answer.card = control.cards[static_cast<std::size_t>(below(static_cast<int>(control.cards.size())))];
    const auto move = games::answer(shared, control.action, answer);
    if (!move) return core::fail(move.error());
    return act(sitter->uuid, table::Play{state_.decision, *move});
  }

  cards::Keystream chance_;
  int seats_ = 0;
  table::State state_;
};

}  // namespace baize::protocol
