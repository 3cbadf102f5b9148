#include "core/json_write.h"
#include "unit/games/holdem/ring.h"

namespace baize::games::holdem {
namespace {

TEST(PublicView, holds_no_hole_card_before_it_is_turned_up) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.hole(0, "AsAh").hole(1, "KsKh").hole(2, "QsQh").board("2c3d4h8s9c").deal(0);
  const std::string json = core::to_json(Game::view(ring.state()));
  for (const char* card : {"As", "Ah", "Ks", "Kh", "Qs", "Qh", "2c"}) EXPECT_EQ(json.find(card), std::string::npos);
}

TEST(PrivateView, holds_the_hand_of_its_seat_alone) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.hole(0, "AsAh").hole(1, "KsKh").deal(0);
  EXPECT_EQ(text(Game::view(ring.state(), 0).hand), "AsAh");
  EXPECT_EQ(text(Game::view(ring.state(), 1).hand), "KsKh");
  EXPECT_TRUE(Game::view(ring.state(), 7).hand.empty());
  EXPECT_TRUE(Game::view(ring.state(), 1).legal.empty()) << "it is not its turn";
}

TEST(PrivateView, keeps_a_folded_hand_to_its_player) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.hole(0, "7s2h").deal(0).play("0 folds");
  EXPECT_EQ(text(Game::view(ring.state(), 0).hand), "7s2h");
}

TEST(Dealt, is_shown_with_its_cards_to_its_player_alone) {
  const Event dealt = Dealt{3, 2, {Card(), Card()}};
  EXPECT_EQ(Game::shown(dealt, Seat{3}), dealt);
  EXPECT_EQ(Game::shown(dealt, Seat{2}), Event(Dealt{3, 2, {}}));
  EXPECT_EQ(Game::shown(dealt, std::nullopt), Event(Dealt{3, 2, {}}));
}

TEST(LastAction, is_told_for_the_street_and_a_fold_for_the_hand) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.deal(0);
  EXPECT_EQ(Game::view(ring.state()).players[1].last_action, std::nullopt) << "posting is no decision";
  ring.play("0 folds, 1 calls");
  EXPECT_EQ(Game::view(ring.state()).players[1].last_action, ActKind::call);
  ring.play("2 checks");
  EXPECT_EQ(Game::view(ring.state()).players[0].last_action, ActKind::fold);
  EXPECT_EQ(Game::view(ring.state()).players[1].last_action, std::nullopt);
}

TEST(MinRaiseTo, is_told_to_everybody) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.deal(0).play("0 raises to 35");
  const Public shared = Game::view(ring.state());
  EXPECT_EQ(shared.current_bet, Chips{35});
  EXPECT_EQ(shared.min_raise_to, Chips{60});
  EXPECT_EQ(shared.players[0].stack, Chips{465});
}

TEST(Resample, moves_hidden_cards_and_leaves_what_the_viewer_knows) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.hole(0, "AsAh").hole(1, "KsKh").hole(2, "QsQh").board("2c3d4h8s9c");
  ring.deal(0).play("0 calls, 1 calls, 2 checks");
  const State other = Game::resample(ring.state(), Seat{0}, Entropy{{1, 2, 3}});
  EXPECT_EQ(Game::view(other), Game::view(ring.state()));
  EXPECT_EQ(Game::view(other, 0), Game::view(ring.state(), 0));
  EXPECT_NE(Game::view(other, 1).hand, Game::view(ring.state(), 1).hand);
  EXPECT_EQ(Game::check(other), "");
}

}  // namespace
}  // namespace baize::games::holdem
