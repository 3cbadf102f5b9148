#include "games/holdem/bot/chart.h"
#include "games/holdem/bot/range.h"
#include "games/holdem/bot/thought.h"
#include "unit/games/holdem/ring.h"

namespace baize::games::holdem {
namespace {

using cards::literals::operator""_card;

constexpr std::array<Strength, 3> k_all_strengths = {Strength::easy, Strength::medium, Strength::hard};

Move choice(const Ring& ring, Seat seat, Strength strength, std::uint8_t chance) {
  return Game::choose(Game::view(ring.state()), Game::view(ring.state(), seat), seat, strength, Entropy{{chance}});
}

// How often of 40 times a bot makes this kind of move.
template <class M>
int times(const Ring& ring, Seat seat, Strength strength = Strength::hard) {
  int n = 0;
  for (std::uint8_t i = 0; i < 40; ++i) n += std::holds_alternative<M>(choice(ring, seat, strength, i));
  return n;
}

TEST(Chart, puts_starting_hands_in_the_order_of_their_chances) {
  EXPECT_LT(tightness("As"_card, "Ah"_card), tightness("Ks"_card, "Kh"_card));
  EXPECT_LT(tightness("As"_card, "Ks"_card), tightness("Ah"_card, "Ks"_card));
  EXPECT_EQ(tightness("2d"_card, "7c"_card), tightness("7h"_card, "2s"_card));
  double all = 0;
  for (const Combo& combo : k_all_combos) all += tightness(combo.a, combo.b);
  EXPECT_NEAR(all / k_combos, 0.5, 0.001);
}

TEST(Combos, are_numbered_without_gaps) {
  for (std::size_t i = 0; i < k_combos; ++i) {
    EXPECT_EQ(combo_of(k_all_combos[i].a, k_all_combos[i].b), i);
    EXPECT_EQ(combo_of(k_all_combos[i].b, k_all_combos[i].a), i);
  }
}

TEST(Range, draws_no_card_that_is_in_sight_and_hardly_anything_but_its_best_part) {
  const CardSet known = set_of("As"_card) | set_of("Kd"_card);
  Range range(0.1, known);
  range.finish();
  Dice dice(Entropy{{1}});
  for (int i = 0; i < 500; ++i) {
    const auto drawn = range.draw(dice, known | set_of("Qh"_card));
    ASSERT_TRUE(drawn);
    EXPECT_EQ(drawn->set() & (known | set_of("Qh"_card)), 0u);
    EXPECT_LT(tightness(drawn->a, drawn->b), 0.15);
  }
}

TEST(Bot, of_every_strength_makes_the_same_legal_move_from_the_same_chance) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.deal(0);
  for (const Strength strength : k_all_strengths)
    for (std::uint8_t i = 0; i < 50; ++i) {
      const Move move = choice(ring, 0, strength, i);
      EXPECT_EQ(move, choice(ring, 0, strength, i));
      EXPECT_TRUE(Game::admissible(Game::view(ring.state(), 0), move));
    }
}

TEST(Bot, thinks_in_slices_of_any_size_to_the_same_move) {
  Ring ring(blinds(5, 10), {1000, 1000, 1000});
  ring.hole(0, "9s8s").board("7s6d2c").deal(0).play("0 calls, 1 calls, 2 checks, 1 bets 20, 2 calls");
  const auto shared = Game::view(ring.state());
  const auto own = Game::view(ring.state(), 0);
  for (std::uint8_t i = 0; i < 10; ++i) {
    Thought thought(shared, own, 0, Strength::hard, Entropy{{i}});
    int slices = 1;
    while (thought.think(50)) ++slices;
    EXPECT_GT(slices, 5);
    EXPECT_EQ(thought.move(), choice(ring, 0, Strength::hard, i));
  }
}

TEST(Bot, asked_for_two_boards_agrees) {
  Settings settings = blinds(5, 10);
  settings.run_twice = true;
  Ring ring(settings, {500, 500});
  ring.deal(0).play("0 goes all-in, 1 goes all-in");
  ASSERT_TRUE(ring.state().to_act);
  for (const Strength strength : k_all_strengths)
    EXPECT_EQ(choice(ring, *ring.state().to_act, strength, 1), Move{RunTwice{true}});
}

TEST(HardBot, does_not_fold_aces_nor_call_an_all_in_with_seven_deuce) {
  Ring aces(blinds(5, 10), {500, 500, 500});
  aces.hole(1, "AsAh").deal(0).play("0 goes all-in");
  Ring rags(blinds(5, 10), {500, 500, 500});
  rags.hole(1, "7s2h").deal(0).play("0 goes all-in");
  EXPECT_EQ(times<Fold>(aces, 1), 0);
  EXPECT_EQ(times<Fold>(rags, 1), 40);
}

TEST(HardBot, opens_more_hands_the_fewer_act_after_it) {
  Ring early(blinds(5, 10), {1000, 1000, 1000, 1000, 1000, 1000});
  early.hole(3, "QsTh").deal(0);
  Ring late(blinds(5, 10), {1000, 1000, 1000, 1000, 1000, 1000});
  late.hole(0, "QsTh").deal(0).play("3 folds, 4 folds, 5 folds");
  EXPECT_EQ(times<Fold>(early, 3), 40);
  EXPECT_EQ(times<Raise>(late, 0), 40);
}

TEST(HardBot, defends_its_blind_against_a_small_raise_with_fair_cards) {
  Ring ring(blinds(5, 10), {1000, 1000, 1000});
  ring.hole(2, "QsTs").deal(0).play("0 raises to 25, 1 folds");
  EXPECT_EQ(times<Fold>(ring, 2), 0);
}

TEST(HardBot, bets_the_nuts_for_value_and_gives_nothing_up_for_free) {
  Ring ring(blinds(5, 10), {1000, 1000});
  ring.hole(0, "AsKs").board("QsJsTs2d2h").deal(0).play("0 calls, 1 checks, 1 checks, 0 checks, 1 checks, 0 checks");
  ring.play("1 checks");
  EXPECT_GE(times<Raise>(ring, 0) + times<AllIn>(ring, 0), 36);
  EXPECT_EQ(times<Fold>(ring, 0), 0);
}

TEST(HardBot, folds_nothing_much_to_a_big_bet_on_the_river) {
  Ring ring(blinds(5, 10), {1000, 1000});
  ring.hole(0, "7s4h").board("AsKsQdJd2h").deal(0).play("0 calls, 1 checks, 1 checks, 0 checks, 1 checks, 0 checks");
  ring.play("1 bets 20");
  EXPECT_GE(times<Fold>(ring, 0), 36);
}

TEST(HardBot, short_of_chips_goes_all_in_with_a_fair_hand_and_folds_a_bad_one) {
  Ring fair(blinds(50, 100), {800, 800, 800});
  fair.hole(0, "AsTh").deal(0);
  EXPECT_EQ(times<AllIn>(fair, 0), 40);
  Ring bad(blinds(50, 100), {800, 800, 800});
  bad.hole(0, "7s2h").deal(0);
  EXPECT_EQ(times<Fold>(bad, 0), 40);
}

TEST(HardBot, with_most_of_its_chips_in_does_not_fold_the_rest) {
  Ring ring(blinds(50, 100), {2000, 2000, 130});
  ring.hole(2, "9s3h").deal(0).play("0 raises to 250, 1 folds");
  EXPECT_EQ(times<Fold>(ring, 2), 0);
}

TEST(EasyBot, calls_a_small_raise_with_what_a_better_one_folds) {
  Ring ring(blinds(5, 10), {1000, 1000, 1000, 1000, 1000, 1000});
  ring.hole(5, "Qs8h").deal(0).play("3 raises to 30, 4 folds");
  EXPECT_GE(times<Call>(ring, 5, Strength::easy), 30);
  EXPECT_GE(times<Fold>(ring, 5, Strength::medium), 36);
  EXPECT_GE(times<Fold>(ring, 5, Strength::hard), 30);
}

}  // namespace
}  // namespace baize::games::holdem
