// What must hold for the bots of every registered game.
#include "conformance/games_under_test.h"
#include "conformance/random_play.h"
#include "games/registry_thinking.h"

namespace baize::games::conformance {
namespace {

template <class G>
class BotsOfEveryGame : public ::testing::Test {};

TYPED_TEST_SUITE(BotsOfEveryGame, Games);

constexpr std::array<Strength, 3> k_strengths = {Strength::easy, Strength::medium, Strength::hard};

// The move of a bot that is given so much time at once.
template <class G>
typename G::Move thought_through(const typename G::State& state, Seat seat, Strength strength,
                                 const core::Entropy& entropy, int pieces) {
  typename G::Thought thought(G::view(state), G::view(state, seat), seat, strength, entropy);
  while (thought.think(pieces)) {
  }
  return thought.move();
}

TYPED_TEST(BotsOfEveryGame, play_legal_moves_to_the_end_of_every_deal) {
  using G = TypeParam;
  for (std::uint8_t seed = 0; seed < 20; ++seed) {
    RandomPlay<G> play(seed);
    play.deal();
    auto state = play.state();
    for (std::size_t decisions = 0; G::running(state); ++decisions) {
      ASSERT_LT(decisions, 1000u) << "the bots never come to an end";
      const auto seat = G::to_act(state);
      ASSERT_TRUE(seat);
      const Strength strength = k_strengths[(decisions + seed) % k_strengths.size()];
      const auto move = G::choose(G::view(state), G::view(state, *seat), *seat, strength, play.entropy());
      EXPECT_TRUE(G::admissible(G::view(state, *seat), move));
      const auto step = G::apply(state, *seat, move, 0);
      ASSERT_TRUE(step) << step.error().message;
      state = step->state;
      EXPECT_EQ(G::check(state), "");
    }
  }
}

TYPED_TEST(BotsOfEveryGame, think_to_the_same_move_in_slices_and_at_once) {
  using G = TypeParam;
  RandomPlay<G> play(3);
  for (int i = 0; i < 40; ++i) {
    play.next();
    const auto seat = G::to_act(play.state());
    if (!seat) continue;
    for (const Strength strength : k_strengths) {
      const core::Entropy entropy = play.entropy();
      const auto sliced = thought_through<G>(play.state(), *seat, strength, entropy, 40);
      EXPECT_EQ(sliced, thought_through<G>(play.state(), *seat, strength, entropy, 1'000'000));
      EXPECT_EQ(sliced, G::choose(G::view(play.state()), G::view(play.state(), *seat), *seat, strength, entropy));
    }
  }
}

TYPED_TEST(BotsOfEveryGame, and_the_odds_know_no_more_than_their_seat_sees) {
  using G = TypeParam;
  RandomPlay<G> play(4);
  for (int i = 0; i < 30; ++i) {
    play.next();
    const auto seat = G::to_act(play.state());
    if (!seat) continue;
    const auto other = G::resample(play.state(), seat, play.entropy());
    const core::Entropy entropy = play.entropy();
    EXPECT_EQ(thought_through<G>(play.state(), *seat, Strength::hard, entropy, 1000),
              thought_through<G>(other, *seat, Strength::hard, entropy, 1000));
    typename G::Odds odds(G::view(play.state()), G::view(play.state(), *seat), *seat);
    typename G::Odds others(G::view(other), G::view(other, *seat), *seat);
    EXPECT_TRUE(odds.ask_the_same(others));
    while (odds.think(1000)) {
    }
    while (others.think(1000)) {
    }
    EXPECT_EQ(odds.outlook().chance, others.outlook().chance);
    if (odds.outlook().chance) {
      EXPECT_GE(*odds.outlook().chance, 0.0);
      EXPECT_LE(*odds.outlook().chance, 1.0);
    }
  }
}

TYPED_TEST(BotsOfEveryGame, make_the_same_legal_move_from_the_same_entropy) {
  using G = TypeParam;
  RandomPlay<G> play(2);
  for (int i = 0; i < 60; ++i) {
    play.next();
    const auto seat = G::to_act(play.state());
    if (!seat) continue;
    const auto shared = G::view(play.state());
    const auto own = G::view(play.state(), *seat);
    for (const Strength strength : {Strength::easy, Strength::medium, Strength::hard}) {
      const core::Entropy entropy = play.entropy();
      const auto move = G::choose(shared, own, *seat, strength, entropy);
      EXPECT_TRUE(G::admissible(own, move));
      EXPECT_EQ(move, G::choose(shared, own, *seat, strength, entropy));
    }
  }
}

}  // namespace
}  // namespace baize::games::conformance
