#include "unit/games/holdem/ring.h"

namespace baize::games::holdem {
namespace {

// "Check! | Fold? | Raise to 20-500 [Min 20, Pot 40, ..]": ! the primary one, ? a dangerous one.
std::string controls(const Ring& ring, Seat seat) {
  std::string out;
  for (const Control& one : Game::controls(Game::view(ring.state()), Game::view(ring.state(), seat))) {
    if (!out.empty()) out += " | ";
    out += one.label + (one.primary ? "!" : "") + (one.dangerous ? "?" : "");
    if (one.ask == Ask::amount) out += " " + std::to_string(one.min.count) + "-" + std::to_string(one.max.count);
    for (const Preset& preset : one.presets) out += ", " + preset.label + " " + std::to_string(preset.amount.count);
    for (const Option& option : one.options) out += ", " + option.label + " (" + option.value + ")";
  }
  return out;
}

TEST(Controls, offer_call_first_and_presets_in_ascending_order) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.deal(0);
  EXPECT_EQ(controls(ring, 0),
            "Call 10! | Fold | Raise to 20-500, Min 20, ½ pot 22, ¾ pot 28, Pot 35, All-in 500 | All-in 500?");
  EXPECT_EQ(controls(ring, 1), "");
}

TEST(Controls, make_folding_dangerous_where_checking_is_free) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.deal(0).play("0 calls, 1 calls, 2 checks");
  EXPECT_EQ(controls(ring, 1),
            "Check! | Fold? | Bet 10-490, Min 10, ½ pot 15, ¾ pot 22, Pot 30, All-in 490 | All-in 490?");
}

TEST(Controls, leave_out_what_cannot_be_done_and_say_nothing_twice) {
  Ring ring(blinds(5, 10), {500, 500, 30});
  ring.deal(0).play("0 raises to 100, 1 folds");
  EXPECT_EQ(controls(ring, 2), "Call 20 (all-in)! | Fold");
  Ring short_stack(blinds(5, 10), {15, 500, 500});
  short_stack.deal(0);
  EXPECT_EQ(controls(short_stack, 0), "Call 10! | Fold | All-in 15?");
}

TEST(Controls, offer_to_show_after_the_hand) {
  Ring ring(blinds(5, 10), {500, 500});
  ring.hole(0, "AsKd").deal(0).play("0 folds");
  EXPECT_EQ(controls(ring, 0), "Show cards, Show both (AsKd), Show A♠ (As), Show K♦ (Kd)");
  const auto both = Game::answer("player-show", Answer{Chips{}, "AsKd", {}});
  ASSERT_TRUE(both);
  ring.take(Game::apply(ring.state(), 0, *both, 0));
  EXPECT_EQ(text(Game::view(ring.state()).players[0].shown), "AsKd");
}

TEST(Answer, becomes_the_move_of_its_control) {
  EXPECT_EQ(Game::answer("player-raise", Answer{Chips{40}, "", {}}), Move(Raise{Chips{40}}));
  EXPECT_EQ(Game::answer("player-fold", Answer{}), Move(Fold{}));
  EXPECT_EQ(Game::answer("player-show", Answer{Chips{}, "Xx", {}}).error().reason, core::Reason::invalid_field);
  EXPECT_EQ(Game::answer("player-dance", Answer{}).error().reason, core::Reason::unknown_action);
}

}  // namespace
}  // namespace baize::games::holdem
