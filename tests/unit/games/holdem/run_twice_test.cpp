// Rules 8 and 12: a hand that is run twice by agreement of all who are in the pot, and the rabbit hunt.
#include <set>

#include "unit/games/holdem/ring.h"

namespace baize::games::holdem {
namespace {

Settings twice() {
  Settings settings = blinds(5, 10);
  settings.run_twice = true;
  return settings;
}

Settings rabbits() {
  Settings settings = blinds(5, 10);
  settings.rabbit_hunt = true;
  return settings;
}

// Aces against kings, all-in before the flop; the first board is for the aces, the second for the kings.
Ring all_in() {
  Ring ring(twice(), {500, 500, 500});
  ring.hole(0, "AsAh").hole(1, "KsKh").board("2c3d7h9sJd").second_board("KdQc8h4s2d");
  ring.deal(0).play("0 goes all-in, 1 goes all-in, 2 folds");
  return ring;
}

TEST(Rule12_NoNumber_RunItTwice, is_asked_of_everybody_in_the_pot_one_after_the_other) {
  Ring ring = all_in();
  EXPECT_EQ(ring.legal(), "1: run twice") << "the first left of the button";
  EXPECT_EQ(Game::view(ring.state()).run_out, RunOut::asking);
  EXPECT_EQ(Game::view(ring.state()).players[0].shown.size(), 2u) << "all-in hands are turned up";
  EXPECT_EQ(ring.refusal("0 runs twice"), "It is not your turn. Wait until the others have acted.");
  EXPECT_EQ(Game::allowance_ms(ring.state(), 30'000), 15'000);
  ring.play("1 runs twice");
  EXPECT_EQ(ring.legal(), "0: run twice");
}

TEST(Rule12_NoNumber_RunItTwice, gives_each_board_half_of_the_pot) {
  Ring ring = all_in();
  ring.play("1 runs twice, 0 runs twice");
  EXPECT_EQ(ring.stacks(), "505 505 490");
  const Public shared = Game::view(ring.state());
  EXPECT_EQ(text(shared.board), "2c3d7h9sJd");
  EXPECT_EQ(text(shared.second_board), "KdQc8h4s2d");
  ASSERT_EQ(shared.winners.size(), 2u);
  EXPECT_EQ(text(shared.winners[0].hand).substr(0, 4), "AsAh");
  EXPECT_TRUE(shared.winners[0].second_hand.empty());
  EXPECT_TRUE(shared.winners[1].hand.empty());
  EXPECT_FALSE(shared.winners[1].second_hand.empty());
  EXPECT_NE(ring.events().find("board 2c3d7h\nboard 9s\nboard Jd\nsecond board KdQc8h\nsecond board 4s\n"),
            std::string::npos)
      << ring.events();
}

TEST(Rule12_NoNumber_RunItTwice, happens_once_if_anybody_says_so) {
  Ring ring = all_in();
  ring.play("1 runs once");
  EXPECT_EQ(ring.stacks(), "1010 0 490");
  EXPECT_TRUE(Game::view(ring.state()).second_board.empty());
}

TEST(Rule12_NoNumber_RunItTwice, is_not_what_a_silent_player_wants) {
  Ring ring = all_in();
  ring.play("1 runs twice, 0 times out");
  EXPECT_EQ(ring.stacks(), "1010 0 490");
  EXPECT_EQ(ring.status(0), SeatStatus::playing) << "nobody sits out for it";
  Ring gone = all_in();
  gone.absent(1);
  EXPECT_EQ(gone.stacks(), "1010 0 490");
}

TEST(Rule12_NoNumber_RunItTwice, shares_the_cards_that_were_out_before_the_all_in) {
  Ring ring(twice(), {500, 500});
  ring.hole(0, "AsAh").hole(1, "KsKh").board("2c3d7h9sJd").second_board("2c3d7h9sKd");
  ring.deal(0).play("0 calls, 1 checks, 1 checks, 0 checks, 1 checks, 0 bets 490, 1 calls");
  ring.play("1 runs twice, 0 runs twice");
  EXPECT_EQ(text(Game::view(ring.state()).second_board), "2c3d7h9sKd");
  EXPECT_EQ(ring.stacks(), "500 500");
  EXPECT_EQ(ring.events().find("second board 2c"), std::string::npos) << "only the river comes twice";
}

TEST(Rule12_NoNumber_RunItTwice, gives_the_odd_chip_to_the_first_board) {
  Ring ring(twice(), {500, 500, 500});
  ring.hole(0, "AsAh").hole(1, "KsKh").board("2c3d7h9sJd").second_board("KdQc8h4s2d");
  ring.deal(1).play("1 raises to 21, 2 calls, 0 goes all-in, 1 calls, 2 folds, 0 runs twice, 1 runs twice");
  EXPECT_EQ(ring.stacks(), "511 510 479") << "1,021 are 511 and 510";
}

TEST(Rule12_NoNumber_RunItTwice, settles_every_side_pot_on_both_boards) {
  Ring ring(twice(), {100, 300, 300});
  ring.hole(0, "AsAh").hole(1, "KsKh").hole(2, "QsQh").board("2c3d7h9sJd").second_board("QdTc8h4s2d");
  ring.deal(0).play("0 goes all-in, 1 goes all-in, 2 calls, 1 runs twice, 2 runs twice, 0 runs twice");
  EXPECT_EQ(ring.stacks(), "150 200 350");
}

TEST(Rule12_NoNumber_RunItTwice, is_not_asked_when_the_river_is_out_or_where_it_is_not_allowed) {
  Ring ring(twice(), {500, 500});
  ring.deal(0).play("0 calls, 1 checks, 1 checks, 0 checks, 1 checks, 0 checks, 1 goes all-in, 0 calls");
  EXPECT_FALSE(Game::running(ring.state()));
  Ring off(blinds(5, 10), {500, 500});
  off.deal(0).play("0 goes all-in, 1 calls");
  EXPECT_FALSE(Game::running(off.state()));
  Settings settings = twice();
  settings.mode = Mode::sit_and_go;
  EXPECT_EQ(Game::check_settings(settings).error().message,
            "In a sit-and-go the board is dealt once: chips there can't be shared by agreement.");
}

TEST(SecondBoard, lies_behind_the_first_with_burns_of_its_own) {
  EXPECT_EQ(layout::second_burn(6, 0), layout::board(6, 4) + 1);
  std::set<std::size_t> places;
  for (std::size_t i = 0; i < 5; ++i) {
    places.insert(layout::board(10, i));
    places.insert(layout::second_board(10, i));
  }
  for (std::size_t street = 0; street < 3; ++street) {
    places.insert(layout::burn(10, street));
    places.insert(layout::second_burn(10, street));
  }
  EXPECT_EQ(places.size(), 16u);
  EXPECT_EQ(*places.begin(), 20u);
  EXPECT_EQ(*places.rbegin(), 35u);
}

TEST(Rule12_NoNumber_RabbitHunt, shows_everybody_the_board_that_would_have_come) {
  Ring ring(rabbits(), {500, 500, 500});
  ring.board("2c3d7h9sJd").deal(0).play("0 folds, 1 calls, 2 checks, 1 bets 10, 2 folds");
  EXPECT_NE(ring.legal(2).find("rabbit"), std::string::npos);
  ring.play("2 hunts");
  EXPECT_NE(ring.events().find("2 hunts 9sJd\n"), std::string::npos);
  EXPECT_EQ(text(Game::view(ring.state()).rabbit), "9sJd");
  EXPECT_EQ(text(Game::view(ring.state()).board), "2c3d7h") << "they are no part of the hand";
  EXPECT_EQ(ring.refusal("1 hunts"), "There are no board cards to look at now.");
  ring.deal();
  EXPECT_TRUE(Game::view(ring.state()).rabbit.empty());
}

TEST(Rule12_NoNumber_RabbitHunt, is_for_those_who_were_dealt_in_and_only_where_it_is_allowed) {
  Ring ring(rabbits(), {500, 500, 500});
  ring.deal(0);
  EXPECT_EQ(ring.legal().find("rabbit"), std::string::npos) << "the hand still runs";
  ring.fold_round().sit(5, 500);
  EXPECT_EQ(ring.legal(5).find("rabbit"), std::string::npos);
  Ring off(blinds(5, 10), {500, 500});
  off.deal(0).fold_round();
  EXPECT_EQ(off.legal(0).find("rabbit"), std::string::npos);
}

}  // namespace
}  // namespace baize::games::holdem
