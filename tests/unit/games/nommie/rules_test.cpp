// The rules of Nommie (the list in docs, 1 to 9), one by one.
#include "unit/games/nommie/four.h"

namespace baize::games::nommie {
namespace {

using core::Reason;

// Two cards each: round 12, which seat 3 deals.
const BySeat<std::string> k_two_each{"As 2d", "Ks 3d", "Qs 4d", "Js 5d"};

TEST(NommieRule1, a_game_has_26_rounds_13_down_to_3_then_2_four_times_then_3_up_to_13) {
  Four four;
  std::vector<int> sizes;
  for (int round = 0; round < k_rounds; ++round) {
    four.deal();
    EXPECT_EQ(four.shared().round, round + 1);
    sizes.push_back(four.shared().hand_size);
    for (Seat seat = 0; seat < k_seats; ++seat) EXPECT_EQ(static_cast<int>(four.own(seat).hand.size()), sizes.back());
    four.finish();
  }
  EXPECT_EQ(sizes,
            (std::vector<int>{13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 2, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13}));
  EXPECT_EQ(four.shared().rounds.size(), 26u);
}

TEST(NommieRule1, every_round_is_dealt_from_a_fresh_deck_of_which_the_rest_is_unused) {
  Four four(rounds_behind(11));
  four.deal(k_two_each);
  four.finish();
  const cards::Deck first = *Game::deck(four.state);
  four.deal();
  EXPECT_TRUE(cards::is_whole(*Game::deck(four.state)));
  EXPECT_NE(*Game::deck(four.state), first);
  EXPECT_EQ(Game::seen(four.state, std::nullopt), 0u);
}

TEST(NommieRule2, the_dealer_of_round_r_is_seat_r_minus_1_mod_4_and_bidding_starts_to_its_left) {
  for (int round = 1; round <= k_rounds; ++round) {
    Four four(rounds_behind(round - 1));
    four.deal();
    EXPECT_EQ(four.shared().dealer, (round - 1) % 4);
    EXPECT_EQ(four.state.to_act, Seat(round % 4));
  }
}

TEST(NommieRule2, each_bids_once_from_0_to_the_hand_size_for_everybody_to_see) {
  Four four(rounds_behind(11));
  four.deal(k_two_each);
  EXPECT_EQ(four.legal<LegalBid>(), (LegalBid{0, 2, {}, false}));
  EXPECT_EQ(four.refusal(Bid{3}).reason, Reason::invalid_amount);
  EXPECT_EQ(four.refusal(Bid{-1}).reason, Reason::invalid_amount);
  four.bid({2});
  EXPECT_EQ(four.shared().bids, (BySeat<std::optional<std::uint8_t>>{2, {}, {}, {}}));
  EXPECT_EQ(four.refusal(0, Bid{1}).reason, Reason::not_your_turn);
  four.bid({0, 1});
  EXPECT_EQ(four.shared().to_act, Seat{3});
  EXPECT_EQ(bid_total(four.shared()), 3);
}

TEST(NommieRule3, the_dealer_bids_last_and_may_not_make_the_bids_add_up_to_the_hand_size) {
  Four four(rounds_behind(11));
  four.deal(k_two_each);
  four.bid({1, 0, 0});
  EXPECT_EQ(four.state.to_act, four.shared().dealer);
  EXPECT_EQ(four.legal<LegalBid>(), (LegalBid{0, 2, {1}, false}));
  const core::Error refused = four.refusal(Bid{1});
  EXPECT_EQ(refused.reason, Reason::illegal_move);
  EXPECT_NE(refused.message.find("You deal"), std::string::npos);
  four.bid({2});
  EXPECT_EQ(four.shared().phase, Phase::trump);
}

TEST(NommieRule3, nothing_is_forbidden_to_a_dealer_whom_the_others_have_bid_out) {
  Four four(rounds_behind(11));
  four.deal(k_two_each);
  four.bid({2, 1, 0});
  EXPECT_TRUE(four.legal<LegalBid>().forbidden.empty());
}

TEST(NommieRule4, who_bid_0_in_each_of_the_last_three_rounds_may_not_bid_0) {
  Four four(rounds_behind(12, {0, 1, 1, 2}));
  four.deal();
  EXPECT_EQ(four.state.to_act, Seat{1});
  four.bid({0, 0, 0});
  EXPECT_EQ(four.legal<LegalBid>().zero_bid_locked, true);
  const core::Error refused = four.refusal(Bid{0});
  EXPECT_EQ(refused.reason, Reason::illegal_move);
  EXPECT_NE(refused.message.find("three rounds"), std::string::npos);
  four.bid({1});
}

TEST(NommieRule4, a_bid_in_one_of_them_frees_it_again) {
  ScoreSheet sheet = rounds_behind(12, {0, 1, 1, 2});
  sheet[10].bids[0] = 1;
  Four four(sheet);
  four.deal();
  EXPECT_FALSE(Game::bid_constraints(four.state, 0)->zero_bid_locked);
}

TEST(NommieRule4, never_before_round_4) {
  for (int round = 1; round <= 5; ++round) {
    Four four(rounds_behind(round - 1, {0, 1, 1, 2}));
    four.deal();
    EXPECT_EQ(Game::bid_constraints(four.state, 0)->zero_bid_locked, round >= 4) << round;
  }
}

TEST(NommieRule4, and_rule_3_together_always_leave_the_dealer_a_bid) {
  for (int size = 2; size <= 13; ++size)
    for (int others = 0; others <= 3 * size; ++others) {
      int open = 0;
      for (int bid = 1; bid <= size; ++bid) open += others + bid != size;
      EXPECT_GT(open, 0);
    }
  Four four(rounds_behind(12, {0, 1, 1, 2}));  // the next is dealt by seat 0, with two cards
  four.deal();
  four.bid({1, 0, 0});
  EXPECT_EQ(four.legal<LegalBid>(), (LegalBid{0, 2, {0, 1}, true}));
  four.bid({2});
}

TEST(NommieRule5, the_highest_bid_names_trump) {
  Four four(rounds_behind(11));
  four.deal(k_two_each);
  four.bid({0, 0, 1, 0});
  EXPECT_EQ(four.shared().phase, Phase::trump);
  EXPECT_EQ(four.shared().trump_by, Seat{2});
  EXPECT_EQ(four.refusal(0, NameTrump{Trump::spades}).reason, Reason::not_your_turn);
  EXPECT_EQ(four.legal<LegalTrump>().trumps.size(), 5u);
  four.name(Trump::no_trumps);
  EXPECT_EQ(four.shared().trump, Trump::no_trumps);
  EXPECT_EQ(four.shared().phase, Phase::trick);
}

TEST(NommieRule5, of_equal_bids_the_earliest_names_it) {
  Four four(rounds_behind(11));
  four.deal(k_two_each);
  four.bid({0, 1, 0, 2});
  EXPECT_EQ(four.shared().trump_by, Seat{3});
  Four other(rounds_behind(11));
  other.deal(k_two_each);
  other.bid({1, 2, 2, 2});
  EXPECT_EQ(other.shared().trump_by, Seat{1});
  Four nothing(rounds_behind(11));
  nothing.deal(k_two_each);
  nothing.bid({0, 0, 0, 0});
  EXPECT_EQ(nothing.shared().trump_by, Seat{0}) << "left of the dealer bid 0 first";
}

TEST(NommieRule6, left_of_the_dealer_leads_and_the_winner_of_a_trick_leads_the_next) {
  Four four(rounds_behind(11));
  four.deal({"2s 2d", "Ks 3d", "As 4d", "Js 5d"});
  four.bid({0, 0, 1, 0});
  four.name(Trump::diamonds);
  EXPECT_EQ(four.shared().leader, Seat{0});
  four.play("2s Ks As Js");
  EXPECT_EQ(four.shared().leader, Seat{2});
  EXPECT_EQ(four.state.to_act, Seat{2});
}

TEST(NommieRule6, who_can_follow_the_led_suit_has_to) {
  Four four(rounds_behind(11));
  four.deal(k_two_each);
  four.bid({0, 0, 1, 0});
  four.name(Trump::diamonds);
  EXPECT_EQ(four.playable(), "As 2d") << "trumps may be led at any time";
  four.play("As");
  EXPECT_EQ(four.playable(), "Ks");
  const core::Error refused = four.refusal(PlayCard{cards_of("3d")[0]});
  EXPECT_EQ(refused.reason, Reason::must_follow_suit);
  EXPECT_NE(refused.message.find("spades"), std::string::npos);
  EXPECT_EQ(four.refusal(PlayCard{cards_of("Ah")[0]}).reason, Reason::illegal_move) << "a card of nobody's";
}

TEST(NommieRule6, who_cannot_follow_plays_what_it_likes) {
  Four four(rounds_behind(11));
  four.deal({"As 2d", "Kh 3d", "Qs 4d", "Js 5d"});
  four.bid({0, 0, 1, 0});
  four.name(Trump::clubs);
  four.play("As");
  EXPECT_EQ(four.playable(), "Kh 3d");
}

TEST(NommieRule6, the_highest_trump_wins_else_the_highest_of_the_led_suit_and_aces_are_high) {
  Four four(rounds_behind(10));  // three cards, dealt by seat 2
  four.deal({"2s 9h 4c", "Kd 3s 5c", "Ah Kh Qc", "2h As 6c"});
  four.bid({0, 0, 1, 0});
  four.name(Trump::spades);
  four.play("2h 9h 3s Kh");  // led by seat 3; seat 1 has no heart and trumps low
  EXPECT_EQ(four.shared().last_trick->winner, 1);
  EXPECT_EQ(four.state.to_act, Seat{1});
  four.play("5c Qc 6c 4c");
  EXPECT_EQ(four.shared().last_trick->winner, 2) << "the highest of the led suit";
  four.play("Ah As 2s Kd");
  EXPECT_EQ(four.shared().last_trick->winner, 3) << "the ace of trumps";
}

TEST(NommieRule6, without_trumps_nothing_beats_the_led_suit) {
  Four four(rounds_behind(11));
  four.deal({"2s 3s", "Ad Kd", "Ah Kh", "Ac Kc"});
  four.bid({1, 0, 0, 0});
  four.name(Trump::no_trumps);
  four.play("2s Ad Ah Ac 3s Kd Kh Kc");
  EXPECT_EQ(four.shared().tricks_won, (BySeat<std::uint8_t>{2, 0, 0, 0}));
}

TEST(NommieRule7, a_round_scores_one_a_trick_plus_10_for_exactly_the_tricks_bid_0_included) {
  Four four(rounds_behind(11));
  four.deal({"As 2d", "Ks 3d", "Qs 4d", "Js 5d"});
  four.bid({1, 0, 1, 2});
  four.name(Trump::clubs);
  four.play("As Ks Qs Js");  // seat 0
  four.play("2d 3d 4d 5d");  // seat 3
  const RoundScore& score = four.shared().previous_round.value();
  EXPECT_EQ(score.tricks, (BySeat<std::uint8_t>{1, 0, 0, 1}));
  EXPECT_EQ(score.points, (BySeat<std::uint8_t>{11, 10, 0, 1}));
  EXPECT_EQ(four.shared().phase, Phase::over);
  EXPECT_EQ(four.events<RoundScored>().size(), 1u);
}

TEST(NommieRule7, scores_are_the_sum_of_all_rounds) {
  Four four(rounds_behind(11, {0, 1, 1, 2}));
  const std::int32_t before = four.shared().scores[1];
  four.deal(k_two_each);
  four.bid({1, 0, 1, 2});
  four.name(Trump::clubs);
  four.play("As Ks Qs Js 2d 3d 4d 5d");
  EXPECT_EQ(four.shared().scores[1], before + 10);
}

TEST(NommieRule7, after_round_26_all_seats_at_the_maximum_win) {
  ScoreSheet sheet = rounds_behind(25);
  for (RoundScore& one : sheet) one.points = {};
  sheet[0].points = {0, 20, 20, 0};
  EXPECT_TRUE(Game::view(Game::seated(sheet)).winners.empty());
  RoundScore last = rounds_behind(26)[25];
  last.points = {};
  sheet.push_back(last);
  EXPECT_EQ(Game::view(Game::seated(sheet)).winners, (core::Bounded<Seat, k_seats>{1, 2}));
}

TEST(NommieRule7, the_next_deal_begins_a_new_game_at_zero_with_numbers_of_deals_that_go_on) {
  Four four(rounds_behind(25));
  four.deal();
  four.finish();
  ASSERT_EQ(four.shared().rounds.size(), 26u);
  ASSERT_FALSE(four.shared().winners.empty());
  EXPECT_EQ(four.events<GameWon>().size(), 1u);
  EXPECT_FALSE(Game::bound(four.state, 0));
  four.deal();
  EXPECT_EQ(four.shared().round, 1);
  EXPECT_EQ(four.shared().deal, 27u);
  EXPECT_EQ(four.shared().scores, Scores{});
  EXPECT_TRUE(four.shared().rounds.empty());
  EXPECT_TRUE(four.shared().winners.empty());
}

TEST(NommieRule8, bid_constraints_tell_each_seat_its_limits_on_any_turn_of_the_bidding) {
  Four four(rounds_behind(11, {0, 1, 1, 2}));
  four.deal(k_two_each);
  EXPECT_EQ(Game::bid_constraints(four.state, 0), (BidConstraints{0, 2, {}, true}));
  EXPECT_EQ(Game::bid_constraints(four.state, 3), (BidConstraints{0, 2, {}, false}));
  four.bid({1, 0, 0});
  EXPECT_EQ(Game::bid_constraints(four.state, 3), (BidConstraints{0, 2, 1, false}));
  EXPECT_EQ(Game::bid_constraints(four.state, 1), (BidConstraints{0, 2, {}, false}));
  four.bid({0});
  EXPECT_FALSE(Game::bid_constraints(four.state, 3)) << "the bidding is over";
}

TEST(NommieRule8, which_cards_are_legal_is_told_only_to_the_seat_that_holds_them) {
  Four four(rounds_behind(11));
  four.deal(k_two_each);
  four.bid({0, 0, 1, 0});
  four.name(Trump::clubs);
  EXPECT_FALSE(four.own(0).legal.empty());
  for (Seat seat = 1; seat < k_seats; ++seat) EXPECT_TRUE(four.own(seat).legal.empty());
}

TEST(NommieRule9, a_seat_that_is_left_stays_in_the_game_and_can_be_taken_back) {
  Four four(rounds_behind(11));
  EXPECT_TRUE(Game::bound(four.state, 2)) << "between two rounds of a game";
  EXPECT_FALSE(Game::stand(four.state, 2));
  four.state = Game::set_absent(four.state, 2, true)->state;
  EXPECT_TRUE(Game::can_deal(four.state));
  four.deal(k_two_each);
  EXPECT_TRUE(Game::running(four.state));
  four.state = Game::set_absent(four.state, 2, false)->state;
  four.finish();
}

TEST(NommieRule9, when_the_clock_runs_out_the_bot_plays_the_same_move_every_time) {
  Four four(rounds_behind(5));
  four.deal();
  while (Game::running(four.state)) {
    const auto step = Game::on_timeout(four.state, {});
    ASSERT_TRUE(step);
    EXPECT_EQ(step->state, Game::on_timeout(four.state, {})->state);
    four.state = step->state;
    ASSERT_EQ(Game::check(four.state), "");
  }
  EXPECT_EQ(four.shared().rounds.size(), 6u);
}

}  // namespace
}  // namespace baize::games::nommie
