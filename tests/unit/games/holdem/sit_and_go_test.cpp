// Rule 12: a sit-and-go, by tournament rules where they differ from the ring's: everybody is dealt in, there or not
// (TDA 2024 rule 30); who began the hand with more comes in ahead.
#include "games/holdem/words.h"
#include "unit/games/holdem/ring.h"

namespace baize::games::holdem {
namespace {

Settings sit_and_go(Payouts payouts = Payouts::first_two) {
  Settings settings = blinds(5, 10);
  settings.mode = Mode::sit_and_go;
  settings.buy_in = Chips{100};
  settings.starting_stack = Chips{500};
  settings.level_length = 3;
  settings.payouts = payouts;
  return settings;
}

Ring seated(int players, Settings settings = sit_and_go()) {
  Ring ring(settings, {});
  for (int seat = 0; seat < players; ++seat) ring.sit(static_cast<Seat>(seat), 100);
  return ring;
}

// What the seats would take to their wallets, in all.
Chips worth(const Ring& ring) {
  Chips sum;
  for (Seat seat = 0; seat < k_max_players; ++seat) sum += Game::worth(ring.state(), seat);
  return sum;
}

TEST(SitAndGo, gives_everybody_the_same_stack_for_the_same_buy_in) {
  Ring ring = seated(3);
  EXPECT_EQ(ring.stacks(), "500 500 500");
  EXPECT_EQ(Game::worth(ring.state(), 1), Chips{100}) << "before it begins the buy-in goes back";
  EXPECT_EQ(Game::sit(ring.state(), 3, Chips{101}).error().message, "The buy-in here is 100 chips.");
  EXPECT_EQ(Game::min_buy_in(sit_and_go()), Game::max_buy_in(sit_and_go()));
  EXPECT_TRUE(Game::needs_all_seats(ring.state()));
}

TEST(SitAndGo, that_has_begun_takes_nobody_in_and_lets_nobody_out) {
  Ring ring = seated(3);
  ring.deal().fold_round();
  EXPECT_FALSE(Game::needs_all_seats(ring.state()));
  EXPECT_EQ(Game::sit(ring.state(), 3, Chips{100}).error().message,
            "This sit-and-go has begun. You can sit down when it is over.");
  EXPECT_TRUE(Game::bound(ring.state(), 1)) << "between hands too";
  EXPECT_FALSE(Game::stand(ring.state(), 1));
  EXPECT_EQ(Game::top_up(ring.state(), 1, Chips{10}).error().message,
            "In a sit-and-go everybody plays with the stack that all began with.");
}

TEST(SitAndGo, raises_the_blinds_level_by_level) {
  Ring ring = seated(3);
  for (int hand = 1; hand <= 3; ++hand) {
    ring.deal();
    EXPECT_EQ(Game::view(ring.state()).tournament->next_level_hands, 3 - hand);
    ring.fold_round();
  }
  ring.deal();
  EXPECT_NE(ring.events().find("level 2: 10/20/0\n"), std::string::npos) << ring.events();
  EXPECT_EQ(Game::view(ring.state()).big_blind, Chips{20});
  EXPECT_EQ(ring.state().current_bet, Chips{20});
  const auto told = notice(LevelBegan{2, Chips{10}, Chips{20}, Chips{0}}, std::nullopt);
  ASSERT_TRUE(told);
  EXPECT_EQ(told->kind, GameNotice::Kind::blinds_up);
  EXPECT_EQ(told->words, "Level 2: blinds 10/20");
}

TEST(SitAndGo, may_count_its_levels_in_minutes_in_which_a_pause_stands_still) {
  Settings settings = sit_and_go();
  settings.level_by = LevelBy::minutes;
  Ring ring = seated(3, settings);
  ring.at_time(1'000'000).deal().fold_round();
  ring.at_time(1'000'000 + 2 * 60'000).deal().fold_round();
  EXPECT_EQ(Game::view(ring.state()).tournament->next_level_ms, 60'000);
  ring.at_time(1'000'000 + 3 * 60'000).deal();
  EXPECT_EQ(Game::view(ring.state()).tournament->level, 2u);
  ring.fold_round();
  ring.at_time(1'000'000 + 600 * 60'000).deal();
  EXPECT_EQ(Game::view(ring.state()).tournament->level, 3u) << "ten hours are one level and not two hundred";
}

TEST(SitAndGo, pays_its_places_and_ends_with_one_who_has_everything) {
  Ring ring = seated(3);
  EXPECT_EQ(worth(ring), Chips{300});
  ring.hole(0, "AsAh").hole(1, "7s2h").board("KcQdJh4s4c").deal(0).play("0 goes all-in, 1 goes all-in, 2 folds");
  EXPECT_NE(ring.events().find("1 takes place 3 for 0\nend"), std::string::npos) << ring.events();
  EXPECT_TRUE(Game::finished(ring.state(), 1));
  EXPECT_FALSE(Game::finished(ring.state(), 0));
  EXPECT_EQ(worth(ring), Chips{300});
  ring.stand(1);
  ring.hole(0, "AsAh").hole(2, "7s2h").board("KcQdJh4s4c").deal();
  while (ring.state().to_act)
    ring.play(who(ring.state().to_act) +
              (ring.legal().find("all-in") == std::string::npos ? " calls" : " goes all-in"));
  EXPECT_NE(ring.events().find("2 takes place 2 for 105\n0 takes place 1 for 195\nend"), std::string::npos)
      << ring.events();
  EXPECT_EQ(Game::worth(ring.state(), 0), Chips{195});
  EXPECT_EQ(worth(ring), Chips{300});
  EXPECT_FALSE(Game::can_deal(ring.state()));
  ring.stand(0).stand(2).sit(5, 100);
  EXPECT_EQ(ring.stacks(), "500") << "the next one gathers";
}

TEST(SitAndGo, places_who_began_the_hand_with_more_ahead) {
  Ring ring = seated(4, sit_and_go(Payouts::first_three));
  ring.hole(0, "AsAh").hole(1, "KsKh").hole(2, "7s2h").hole(3, "8s3h").board("KcQdJh4s4c").deal(0);
  ring.play("3 raises to 100, 0 calls, 1 folds, 2 folds")
      .play("3 checks, 0 checks, 3 checks, 0 checks, 3 checks, 0 checks");
  EXPECT_EQ(ring.stacks(), "615 495 490 400");
  ring.hole(0, "AsAh").hole(2, "7s2h").hole(3, "8s3h").board("KcQdJh5s4c").deal();
  EXPECT_EQ(ring.positions(), "button 1, blinds 2 3");
  ring.play("0 goes all-in, 1 folds, 2 goes all-in, 3 goes all-in");
  EXPECT_NE(ring.events().find("3 takes place 4 for 0\n2 takes place 3 for 80\n"), std::string::npos) << ring.events();
}

TEST(SitAndGo, shares_places_among_equals_who_are_out_together) {
  Ring ring = seated(4, sit_and_go(Payouts::first_three));
  ring.hole(0, "AsAh").hole(1, "7s2h").hole(2, "8s3h").board("KcQdJh5s4c").deal(0);
  ring.play("3 folds, 0 goes all-in, 1 goes all-in, 2 goes all-in");
  EXPECT_NE(ring.events().find("1 takes place 3 for 40\n2 takes place 3 for 40\n"), std::string::npos) << ring.events();
}

TEST(SitAndGo, deals_players_in_who_are_away_and_plays_for_them) {
  Ring ring = seated(3);
  ring.deal(0).play("0 times out").sit_out(1).fold_round().deal();
  EXPECT_TRUE(Game::bound(ring.state(), 0));
  EXPECT_EQ(ring.status(0), SeatStatus::sitting_out);
  EXPECT_NE(ring.events().find("(away)"), std::string::npos) << ring.events();
  ring.sit_in(0).sit_in(1).absent(2);
  while (Game::running(ring.state())) ring.fold_round();
  ring.deal();
  EXPECT_EQ(ring.state().players.size(), 3u) << "who has left is blinded off";
}

TEST(SitAndGo, that_is_called_off_shares_the_pool_by_chips) {
  Ring ring = seated(3);
  ring.hole(0, "AsAh").hole(1, "7s2h").board("KcQdJh4s4c").deal(0).play("0 raises to 250, 1 calls, 2 folds");
  ring.take(Game::void_deal(ring.state()));
  EXPECT_EQ(worth(ring), Chips{300});
  ring.deal(0).play("0 raises to 255, 1 calls, 2 folds").check_down();
  EXPECT_EQ(worth(ring), Chips{300}) << ring.stacks();
  ring.take(Step<Game>(Game::called_off(ring.state())));
  EXPECT_FALSE(Game::bound(ring.state(), 0));
  Chips out;
  for (const Seat seat : {Seat{0}, Seat{1}, Seat{2}}) {
    out += Game::worth(ring.state(), seat);
    ring.stand(seat);
  }
  EXPECT_EQ(out, Chips{300});
}

TEST(SitAndGo, keeps_the_terms_that_somebody_has_paid_for) {
  Ring ring = seated(1);
  Settings other = sit_and_go(Payouts::first);
  EXPECT_EQ(Game::may_change(ring.state(), other).error().message,
            "Somebody has paid for this sit-and-go as it is. Its stakes can be changed while nobody sits.");
  other = sit_and_go();
  other.mode = Mode::ring;
  EXPECT_EQ(Game::may_change(ring.state(), other).error().message,
            "Ring game or sit-and-go can be changed only while nobody sits at the table.");
  other = sit_and_go();
  other.rabbit_hunt = true;
  EXPECT_TRUE(Game::may_change(ring.state(), other));
  EXPECT_TRUE(Game::may_change(ring.stand(0).state(), sit_and_go(Payouts::first)));
}

TEST(SitAndGo, refuses_settings_that_do_not_fit_it) {
  EXPECT_TRUE(Game::check_settings(sit_and_go()));
  Settings shallow = sit_and_go();
  shallow.starting_stack = Chips{99};
  EXPECT_EQ(Game::check_settings(shallow).error().message,
            "Let everybody start with 100 (ten big blinds) to 1,000,000 chips.");
  Settings straddle = sit_and_go();
  straddle.straddle = true;
  EXPECT_EQ(Game::check_settings(straddle).error().message,
            "A sit-and-go has no straddles: its blinds rise by themselves.");
  EXPECT_EQ(Game::min_seats(sit_and_go(Payouts::first)), 2);
  EXPECT_EQ(Game::min_seats(sit_and_go(Payouts::first_three)), 4) << "somebody has to go without a prize";
}

}  // namespace
}  // namespace baize::games::holdem
