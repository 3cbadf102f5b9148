// Rule 10: a newcomer posts the big blind or waits for it. Missed blinds are owed: post, of which only the big blind is
// live, or wait.
#include "unit/games/holdem/ring.h"

namespace baize::games::holdem {
namespace {

// Seats 0, 1 and 2 have played a hand with the button at 0; the next one has it at 1.
Ring three() {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.deal(0).fold_round();
  return ring;
}

TEST(Rule10_RROP_Newcomer, waits_for_the_big_blind_unless_it_posts_one) {
  Ring ring = three();
  ring.sit(5, 400);
  EXPECT_EQ(ring.status(5), SeatStatus::waiting_for_blind);
  EXPECT_EQ(ring.legal(5), "post 10 dead 0");
  ring.deal();
  EXPECT_EQ(ring.positions(), "button 1, blinds 2 5") << "the big blind has come by itself";
}

TEST(Rule10_RROP_Newcomer, who_posts_is_dealt_in_at_once_and_its_blind_is_live) {
  Ring ring = three();
  ring.deal().fold_round().deal().fold_round();  // the button is at 2 now
  ring.sit(5, 400).play("5 posts");
  EXPECT_EQ(ring.legal(5), "wait");
  ring.deal();
  EXPECT_EQ(ring.positions(), "button 0, blinds 1 2");
  EXPECT_NE(ring.events().find("5 posts missed blind 10\n"), std::string::npos) << ring.events();
  EXPECT_EQ(ring.legal(), "5: fold, check, raise 20-400, all-in 400");
}

TEST(Rule10_RROP_Newcomer, may_take_the_post_back_before_the_deal) {
  Ring ring = three();
  ring.deal().fold_round();
  ring.sit(5, 400).play("5 posts, 5 waits").deal();
  EXPECT_FALSE(Game::bound(ring.state(), 5));
  EXPECT_EQ(ring.refusal("5 waits"), "You have not asked to post a blind.");
}

TEST(Rule10_RROP_Newcomer, may_choose_while_a_hand_runs_that_it_is_no_part_of) {
  Ring ring(blinds(5, 10), {500, 500, 500});
  ring.deal(0).sit(5, 400);
  EXPECT_EQ(ring.legal(5), "post 10 dead 0");
  const std::uint32_t decision = Game::decision(ring.state());
  ring.play("5 posts");
  EXPECT_EQ(Game::decision(ring.state()), decision) << "nobody else's move becomes stale by it";
  EXPECT_TRUE(Game::standing(PostBlind{})) << "nor can it come too late";
}

TEST(Rule10_RROP_Newcomer, does_not_come_in_between_the_button_and_the_small_blind) {
  Ring ring(blinds(5, 10), {500, 0, 500, 500});  // seat 1 is free
  ring.deal(3).fold_round();                     // blinds 0 and 2
  ring.sit(1, 400).play("1 posts").deal();
  EXPECT_EQ(ring.positions(), "button 0, blinds 2 3");
  EXPECT_FALSE(Game::bound(ring.state(), 1));
  ring.fold_round().deal();
  EXPECT_EQ(ring.positions(), "button 2, blinds 3 0");
  EXPECT_TRUE(Game::bound(ring.state(), 1)) << "the button has passed";
  EXPECT_NE(ring.events().find("1 posts missed blind 10\n"), std::string::npos) << ring.events();
}

TEST(Rule10_RROP_Newcomer, who_posts_and_is_reached_by_the_big_blind_pays_it_once) {
  Ring ring = three();
  ring.sit(5, 400).play("5 posts").deal();
  EXPECT_EQ(ring.positions(), "button 1, blinds 2 5");
  EXPECT_EQ(ring.events().find("missed blind"), std::string::npos);
}

TEST(Rule10_RROP_Newcomer, has_no_one_to_wait_for_at_a_table_of_two) {
  Ring ring(blinds(5, 10), {500, 500});
  ring.deal(0).fold_round().sit_out(1).sit(4, 400);
  EXPECT_EQ(ring.legal(4), "") << "all start over together";
  ring.deal();
  EXPECT_TRUE(Game::bound(ring.state(), 4));
}

TEST(Rule10_RROP_Newcomer, turns_a_heads_up_game_into_one_of_three_by_posting) {
  Ring ring(blinds(5, 10), {500, 0, 500});
  ring.deal(0).fold_round();  // 2 had the big blind
  ring.sit(1, 400).play("1 posts").deal();
  EXPECT_EQ(ring.positions(), "button 1, blinds 2 0") << "nobody has the big blind twice running";
  EXPECT_EQ(ring.state().players.size(), 3u);
}

TEST(Rule10_RROP_MissedBlinds, are_owed_and_a_big_one_is_live) {
  Ring ring(blinds(5, 10), {500, 500, 500, 500});
  ring.deal(3).fold_round();            // blinds 0 and 1
  ring.sit_out(2).deal().fold_round();  // blinds 1 and 3: 2 missed the big one
  ring.deal().fold_round();             // button 1, small blind 3, big blind 0
  ring.sit_in(2);
  EXPECT_EQ(ring.status(2), SeatStatus::waiting_for_blind);
  EXPECT_EQ(ring.legal(2), "post 10 dead 0") << "the small blind has not been there";
  ring.play("2 posts").deal();
  EXPECT_NE(ring.events().find("2 posts missed blind 10\n"), std::string::npos) << ring.events();
}

TEST(Rule10_RROP_MissedBlinds, of_both_kinds_leave_only_the_big_one_live) {
  Ring ring(blinds(5, 10), {500, 500, 500, 500});
  ring.deal(0).sit_out(2).fold_round();  // 2 had the big blind, the small one comes next
  ring.deal().fold_round();              // the small blind falls on 2, who is away
  ring.sit_in(2);
  EXPECT_EQ(ring.legal(2), "post 0 dead 5") << "only the small blind was missed";
  ring.sit_out(2);
  for (int hand = 0; hand < 3; ++hand) ring.deal().fold_round();
  ring.sit_in(2);
  EXPECT_EQ(ring.legal(2), "post 10 dead 5");
  const std::string before = ring.stacks();
  ring.play("2 posts").deal();
  if (!Game::bound(ring.state(), 2)) ring.fold_round().deal();
  EXPECT_NE(ring.events().find("2 posts missed blind 10\n2 posts dead blind 5\n"), std::string::npos) << ring.events();
  EXPECT_EQ(Game::view(ring.state()).pots[0].amount, Chips{30}) << "5 of them are nobody's bet";
  EXPECT_EQ(ring.state().current_bet, Chips{10});
}

TEST(Rule10_RROP_DeadBlind, is_not_given_back_as_an_uncalled_bet) {
  Ring ring(blinds(5, 10), {500, 500, 500, 500});
  ring.deal(0).sit_out(2).fold_round().deal().fold_round();
  for (int hand = 0; hand < 3; ++hand) ring.deal().fold_round();
  ring.sit_in(2).play("2 posts").deal();
  if (!Game::bound(ring.state(), 2)) ring.fold_round().deal();
  while (ring.state().to_act) {
    const Seat seat = *ring.state().to_act;
    ring.play(who(seat) + (seat == 2 ? " checks" : " folds"));
  }
  EXPECT_NE(ring.events().find("2 wins 30 of pot 0\n"), std::string::npos)
      << "both blinds, the post that the big blind equals, and the dead 5: " << ring.events();
}

TEST(VoidHand, leaves_the_wish_to_post_as_it_was) {
  Ring ring = three();
  ring.deal().fold_round().deal().fold_round();
  ring.sit(5, 400).play("5 posts").deal().take(Game::void_deal(ring.state()));
  EXPECT_EQ(ring.status(5), SeatStatus::waiting_for_blind);
  EXPECT_EQ(ring.legal(5), "wait");
}

}  // namespace
}  // namespace baize::games::holdem
