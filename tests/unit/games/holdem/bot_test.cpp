#include "games/holdem/odds.h"
#include "unit/games/holdem/ring.h"

namespace baize::games::holdem {
namespace {

using cards::literals::operator""_card;

Move choice(const Ring& ring, Seat seat, Strength strength, std::uint8_t chance) {
  return Game::choose(Game::view(ring.state()), Game::view(ring.state(), seat), seat, strength, Entropy{{chance}});
}

TEST(ChenScore, ranks_hands_as_the_book_does) {
  EXPECT_EQ(chen_score("As"_card, "Ah"_card), 40);
  EXPECT_EQ(chen_score("As"_card, "Ks"_card), 24);
  EXPECT_EQ(chen_score("Tc"_card, "Td"_card), 20);
  EXPECT_EQ(chen_score("5s"_card, "7s"_card), 12 - 1);
  EXPECT_EQ(chen_score("2c"_card, "2d"_card), 10);
  EXPECT_EQ(chen_score("7c"_card, "2d"_card), -3);
}

TEST(WinChance, is_that_of_the_tables) {
  cards::Keystream chance(Entropy{{1}});
  // Aces before the flop: 85.2 % against one hand, 49.2 % against five (Sklansky, "The Theory of Poker", and others).
  EXPECT_NEAR(win_chance({{"As"_card, "Ah"_card}, {}, {}, {Range::any}}, 20000, chance), 0.852, 0.015);
  const core::Bounded<Range, k_max_players> five = {Range::any, Range::any, Range::any, Range::any, Range::any};
  EXPECT_NEAR(win_chance({{"As"_card, "Ah"_card}, {}, {}, five}, 20000, chance), 0.492, 0.015);
}

TEST(WinChance, of_a_made_royal_flush_is_one) {
  cards::Keystream chance(Entropy{{1}});
  const Question question{{"As"_card, "Ks"_card},
                          {"Qs"_card, "Js"_card, "Ts"_card, "2d"_card, "2h"_card},
                          {},
                          {Range::any, Range::best_of_three}};
  EXPECT_EQ(win_chance(question, 500, chance), 1.0);
}

TEST(WinChance, deals_nobody_a_card_that_is_in_sight) {
  // Four aces on hand and board can only be beaten with a fifth.
  cards::Keystream chance(Entropy{{1}});
  core::Bounded<Range, k_max_players> nine;
  for (int i = 0; i < 9; ++i) nine.push_back(Range::best_of_three);
  const Question aces{{"Ac"_card, "As"_card}, {"Ad"_card, "Ah"_card, "2c"_card, "7d"_card, "9s"_card}, {}, nine};
  EXPECT_EQ(win_chance(aces, 3000, chance), 1.0);
}

TEST(Bot, of_every_strength_makes_the_same_legal_move_from_the_same_chance) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.deal(0);
  for (const Strength strength : {Strength::easy, Strength::medium, Strength::hard})
    for (std::uint8_t i = 0; i < 50; ++i) {
      const Move move = choice(ring, 0, strength, i);
      EXPECT_EQ(move, choice(ring, 0, strength, i));
      EXPECT_TRUE(Game::admissible(Game::view(ring.state(), 0), move));
    }
}

TEST(HardBot, does_not_fold_aces_nor_call_an_all_in_with_seven_deuce) {
  Ring aces(blinds(5, 10), {500, 500, 500});
  aces.hole(1, "AsAh").deal(0).play("0 goes all-in");
  Ring rags(blinds(5, 10), {500, 500, 500});
  rags.hole(1, "7s2h").deal(0).play("0 goes all-in");
  for (std::uint8_t i = 0; i < 20; ++i) {
    EXPECT_FALSE(std::holds_alternative<Fold>(choice(aces, 1, Strength::hard, i)));
    EXPECT_TRUE(std::holds_alternative<Fold>(choice(rags, 1, Strength::hard, i)));
  }
}

}  // namespace
}  // namespace baize::games::holdem
