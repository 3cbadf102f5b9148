#include "games/holdem/odds.h"

#include "unit/games/holdem/ring.h"

namespace baize::games::holdem {
namespace {

Outlook outlook(const Ring& ring, Seat seat) {
  Odds odds(Game::view(ring.state()), Game::view(ring.state(), seat), seat);
  while (odds.think(1'000)) {
  }
  return odds.outlook();
}

// Sklansky, "The Theory of Poker", and others: 85.2 % against one hand, 49.2 % against five.
TEST(Odds, of_aces_before_the_flop_are_those_of_the_tables_within_the_error_they_state) {
  Ring two(blinds(5, 10), {500, 500});
  two.hole(0, "AsAh").deal(0);
  const Outlook alone = outlook(two, 0);
  EXPECT_EQ(alone.hand, "a pair of aces");
  EXPECT_GT(alone.error, 0);
  EXPECT_LT(alone.error, 0.005);
  EXPECT_NEAR(*alone.chance, 0.852, 0.006);
  Ring six(blinds(5, 10), {500, 500, 500, 500, 500, 500});
  six.hole(0, "AsAh").deal(0);
  EXPECT_NEAR(*outlook(six, 0).chance, 0.492, 0.007);
}

TEST(Odds, against_one_opponent_are_exact_from_the_flop_on) {
  Ring ring(blinds(5, 10), {500, 500});
  ring.hole(0, "AsKs").board("QsJsTs2d2h").deal(0).play("0 calls, 1 checks");
  const Outlook royal = outlook(ring, 0);
  EXPECT_EQ(royal.hand, "a royal flush");
  EXPECT_EQ(royal.chance, 1.0);
  EXPECT_EQ(royal.error, 0);
}

TEST(Odds, on_the_river_count_every_hand_that_is_left) {
  Ring ring(blinds(5, 10), {500, 500});
  ring.hole(0, "AcAd").board("KsKhKdKc2s").deal(0).play("0 calls, 1 checks, 1 checks, 0 checks, 1 checks, 0 checks");
  // Four kings on the board with an ace: who holds one of the other two aces shares (2 x 43 + 1 of 990), nobody wins.
  EXPECT_DOUBLE_EQ(*outlook(ring, 0).chance, (990 - 87 / 2.0) / 990);
}

TEST(Odds, come_out_alike_in_pieces_of_any_size) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.hole(0, "9s8s").board("7s6d2c").deal(0).play("0 calls, 1 calls, 2 checks");
  Odds odds(Game::view(ring.state()), Game::view(ring.state(), 0), 0);
  int slices = 1;
  while (odds.think(100)) ++slices;
  EXPECT_GT(slices, 20);
  EXPECT_EQ(*odds.outlook().chance, *outlook(ring, 0).chance);
}

TEST(Odds, are_not_told_to_who_has_folded_nor_after_the_hand) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.hole(0, "9s8s").deal(0).play("0 folds");
  EXPECT_FALSE(outlook(ring, 0).chance);
  ring.play("1 folds");
  EXPECT_FALSE(outlook(ring, 2).chance);
}

}  // namespace
}  // namespace baize::games::holdem
