// What every game offers its players to press, now and in advance.
#include "conformance/every_game.h"

namespace baize::games::conformance {
namespace {

template <class G>
class ControlsOfEveryGame : public EveryGame<G> {};

TYPED_TEST_SUITE(ControlsOfEveryGame, Games);

TYPED_TEST(ControlsOfEveryGame, offers_nothing_to_decide_to_those_whose_turn_it_is_not) {
  using G = TypeParam;
  this->play([](auto& play, const auto&, const auto& step) {
    if (!G::running(step.state)) return;
    for (Seat seat = 0; seat < G::k_max_seats; ++seat) {
      if (seat == G::to_act(step.state)) continue;
      const auto move = play.offered(seat);
      // Who is no part of the deal may say how to come in.
      ASSERT_TRUE(!move || (!G::bound(step.state, seat) && G::standing(*move)));
    }
  });
}

TYPED_TEST(ControlsOfEveryGame, has_one_primary_control_for_who_is_to_act) {
  using G = TypeParam;
  this->play([](const auto&, const auto&, const auto& step) {
    const auto seat = G::to_act(step.state);
    if (!seat) return;
    const auto controls = G::controls(G::view(step.state), G::view(step.state, *seat));
    ASSERT_FALSE(controls.empty());
    ASSERT_TRUE(controls[0].primary);
    for (const Control& one : controls) {
      ASSERT_FALSE(one.label.empty());
      for (std::size_t i = 1; i < one.presets.size(); ++i) ASSERT_LT(one.presets[i - 1].amount, one.presets[i].amount);
      for (const Preset& preset : one.presets) ASSERT_TRUE(preset.amount >= one.min && preset.amount <= one.max);
    }
  });
}

TYPED_TEST(ControlsOfEveryGame, has_no_primary_control_for_anybody_else) {
  using G = TypeParam;
  this->play([](const auto&, const auto&, const auto& step) {
    for (Seat seat = 0; seat < G::k_max_seats; ++seat) {
      if (seat == G::to_act(step.state)) continue;
      for (const Control& one : G::controls(G::view(step.state), G::view(step.state, seat)))
        ASSERT_FALSE(one.primary) << one.label;
    }
  });
}

TYPED_TEST(ControlsOfEveryGame, makes_of_what_was_decided_in_advance_a_legal_move_or_none) {
  using G = TypeParam;
  int offered = 0;
  int carried_out = 0;
  std::array<std::set<std::string>, G::k_max_seats> decided;
  this->play([&](const auto&, const auto&, const auto& step) {
    const auto shared = G::view(step.state);
    for (Seat seat = 0; seat < G::k_max_seats; ++seat) {
      const auto own = G::view(step.state, seat);
      auto& ids = decided[static_cast<std::size_t>(seat)];
      const auto offers = G::pre_actions(shared, own, seat);
      ASSERT_TRUE(offers.empty() || (G::running(step.state) && G::to_act(step.state) != seat));
      for (const PreAction& one : offers) ids.insert(one.id);
      offered += static_cast<int>(offers.size());
      if (G::to_act(step.state) != seat) continue;
      for (const std::string& id : ids) {
        const auto move = G::pre_decided(shared, own, id);
        ASSERT_TRUE(!move || (G::admissible(own, *move) && !G::standing(*move))) << id;
        carried_out += move.has_value();
      }
      ASSERT_FALSE(G::pre_decided(shared, own, "dance"));
    }
  });
  EXPECT_EQ(carried_out > 0, offered > 0);
}

}  // namespace
}  // namespace baize::games::conformance
