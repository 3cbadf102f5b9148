// What every game promises of its rules by the contract, as properties of random play.
#include "conformance/every_game.h"

namespace baize::games::conformance {
namespace {

template <class G>
class RulesOfEveryGame : public EveryGame<G> {};

TYPED_TEST_SUITE(RulesOfEveryGame, Games);

TYPED_TEST(RulesOfEveryGame, keeps_its_invariants_and_its_chips_in_random_play) {
  using G = TypeParam;
  this->play([](const auto& play, const auto&, const auto& step) {
    ASSERT_EQ(G::check(step.state), "");
    if (G::running(step.state)) return;
    Chips stacks;
    for (Seat seat = 0; seat < G::k_max_seats; ++seat) stacks += G::stack(step.state, seat);
    ASSERT_EQ(stacks, play.bought_in());
  });
}

// Long enough for a game of many deals to end and the next one to begin.
TYPED_TEST(RulesOfEveryGame, goes_on_deal_after_deal) {
  using G = TypeParam;
  RandomPlay<G> play(7);
  for (std::uint32_t deals = 0; deals < 60 && !this->HasFailure(); ++deals) {
    play.deal();
    const auto number = G::deal_number(play.state());
    play.finish_deal();
    ASSERT_EQ(G::deal_number(play.state()), number);
    ASSERT_EQ(G::check(play.state()), "");
    Chips worth;
    for (Seat seat = 0; seat < G::k_max_seats; ++seat) worth += G::worth(play.state(), seat);
    ASSERT_EQ(worth, play.bought_in());
  }
}

TYPED_TEST(RulesOfEveryGame, lets_somebody_decide_while_a_deal_runs_and_nobody_else) {
  using G = TypeParam;
  this->play([](const auto&, const auto&, const auto& step) {
    ASSERT_EQ(G::to_act(step.state).has_value(), G::running(step.state));
    if (const auto seat = G::to_act(step.state)) {
      ASSERT_TRUE(G::bound(step.state, *seat));
    }
  });
}

TYPED_TEST(RulesOfEveryGame, counts_decisions_and_deals_upwards) {
  using G = TypeParam;
  this->play([](const auto&, const auto& before, const auto& step) {
    ASSERT_GE(G::decision(step.state), G::decision(before));
    ASSERT_GE(G::deal_number(step.state), G::deal_number(before));
    if (G::to_act(before) != G::to_act(step.state)) {
      ASSERT_GT(G::decision(step.state), G::decision(before));
    }
  });
}

TYPED_TEST(RulesOfEveryGame, applies_exactly_the_moves_that_the_private_view_admits) {
  using G = TypeParam;
  int admitted = 0;
  this->play([&](auto& play, const auto&, const auto&) {
    const auto state = play.state();
    for (int i = 0; i < 10; ++i) {
      const Seat seat = G::to_act(state) && play.below(2) == 0 ? *G::to_act(state) : play.any_seat();
      const auto move = play.any();
      if (!move) continue;
      const bool may = G::admissible(G::view(state, seat), *move).has_value();
      const auto outcome = G::apply(state, seat, *move, 0);
      ASSERT_EQ(may, outcome.has_value()) << core::to_json(*move);
      ASSERT_TRUE(outcome || !outcome.error().message.empty()) << "a refusal says what to do";
      admitted += may;
    }
    ASSERT_EQ(play.state(), state) << "applying changes nothing but its outcome";
  });
  EXPECT_GT(admitted, 100);
}

TYPED_TEST(RulesOfEveryGame, keeps_who_is_bound_in_the_seat) {
  using G = TypeParam;
  int kept = 0;
  this->play([&](const auto&, const auto&, const auto& step) {
    for (Seat seat = 0; seat < G::k_max_seats; ++seat) {
      if (!G::bound(step.state, seat)) continue;
      const auto gone = G::stand(step.state, seat);
      ASSERT_FALSE(gone);
      ASSERT_EQ(gone.error().reason, core::Reason::hand_running);
      ASSERT_FALSE(G::sit(step.state, seat, Chips{0})) << "the seat is taken";
      ++kept;
    }
  });
  EXPECT_GT(kept, 100);
}

TYPED_TEST(RulesOfEveryGame, deals_in_none_but_those_whom_it_may) {
  using G = TypeParam;
  RandomPlay<G> play(3);
  int kept_out = 0;
  for (int i = 0; i < 4000; ++i) {
    play.next();
    const auto seats = static_cast<SeatMask>(play.below(1024));
    const auto dealt = G::deal(play.state(), play.entropy(), seats);
    ASSERT_EQ(dealt.has_value(), G::can_deal(play.state(), seats));
    if (!dealt) kept_out += G::can_deal(play.state());
    if (!dealt) continue;
    for (Seat seat = 0; seat < G::k_max_seats; ++seat)
      if ((seats & seat_bit(seat)) == 0) {
        ASSERT_FALSE(G::running(dealt->state) && G::bound(dealt->state, seat));
        kept_out += G::can_deal(play.state(), seats | seat_bit(seat));
      }
  }
  EXPECT_GT(kept_out, 100);
}

TYPED_TEST(RulesOfEveryGame, ends_a_deal_when_everybody_has_gone) {
  using G = TypeParam;
  // Where bots stand in, the table lets them move: the deal waits for it.
  if (G::k_stand_ins) return;
  for (std::uint8_t seed = 0; seed < k_plays; ++seed) {
    RandomPlay<G> play(seed);
    play.deal();
    auto state = play.state();
    for (Seat seat = 0; seat < G::k_max_seats; ++seat)
      if (auto step = G::set_absent(state, seat, true)) state = step->state;
    EXPECT_FALSE(G::running(state));
    EXPECT_EQ(G::check(state), "");
  }
}

TYPED_TEST(RulesOfEveryGame, ends_a_deal_when_every_clock_runs_out) {
  using G = TypeParam;
  for (std::uint8_t seed = 0; seed < k_plays; ++seed) {
    RandomPlay<G> play(seed);
    play.deal();
    auto state = play.state();
    for (int i = 0; i < 5000 && G::running(state); ++i) {
      const auto step = G::on_timeout(state, 30'000);
      ASSERT_TRUE(step);
      state = step->state;
    }
    EXPECT_FALSE(G::running(state));
    EXPECT_FALSE(G::on_timeout(state, 30'000)) << "nobody's clock runs between deals";
  }
}

TYPED_TEST(RulesOfEveryGame, puts_every_chip_back_when_a_deal_is_void) {
  using G = TypeParam;
  for (std::uint8_t seed = 0; seed < k_plays; ++seed) {
    RandomPlay<G> play(seed);
    play.deal();
    play.finish_deal();
    while (!G::can_deal(play.state())) play.next();
    const auto begun = G::deal(play.state(), play.entropy(), k_all_seats);
    ASSERT_TRUE(begun);
    if (!G::running(begun->state)) continue;
    auto state = begun->state;
    for (int i = 0; i < 5 && G::running(state); ++i) {
      const auto before = state;
      const auto seat = *G::to_act(state);
      const auto move = G::choose(G::view(state), G::view(state, seat), seat, Strength::easy, play.entropy());
      const auto step = G::apply(state, seat, move, 0);
      ASSERT_TRUE(step);
      state = G::running(step->state) ? step->state : before;
    }
    const auto undone = G::void_deal(state);
    EXPECT_FALSE(G::running(undone.state));
    EXPECT_EQ(G::check(undone.state), "");
    for (Seat seat = 0; seat < G::k_max_seats; ++seat)
      EXPECT_EQ(G::stack(undone.state, seat), G::stack(play.state(), seat));
  }
}

TYPED_TEST(RulesOfEveryGame, begins_anew_with_the_same_chips_and_counters_that_go_on) {
  using G = TypeParam;
  RandomPlay<G> play(1);
  for (int deals = 0; deals < 3; ++deals) play.deal();
  play.finish_deal();
  const auto anew = G::begun_anew(play.state());
  EXPECT_EQ(G::check(anew), "");
  EXPECT_EQ(G::deal_number(anew), G::deal_number(play.state()));
  EXPECT_GT(G::decision(anew), G::decision(play.state()));
  for (Seat seat = 0; seat < G::k_max_seats; ++seat) EXPECT_EQ(G::stack(anew, seat), G::stack(play.state(), seat));
}

}  // namespace
}  // namespace baize::games::conformance
