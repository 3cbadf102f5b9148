// Rule 12: a sit-and-go, by tournament rules where they differ from the ring's: a new level holds from the next hand
// on; everybody is dealt in, there or not; who began the hand with more comes in ahead.
#include "games/holdem/schedule.h"
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

TEST(Rule12_NoNumber_SitAndGo, gives_everybody_the_same_stack_for_the_same_buy_in) {
  Ring ring = seated(3);
  EXPECT_EQ(ring.stacks(), "500 500 500");
  EXPECT_EQ(Game::worth(ring.state(), 1), Chips{100}) << "before it begins the buy-in goes back";
  EXPECT_EQ(Game::sit(ring.state(), 3, Chips{101}).error().message, "The buy-in here is 100 chips.");
  EXPECT_EQ(Game::min_buy_in(sit_and_go()), Game::max_buy_in(sit_and_go()));
  EXPECT_TRUE(Game::needs_all_seats(ring.state()));
}

TEST(Rule12_NoNumber_SitAndGo, that_has_begun_takes_nobody_in_and_lets_nobody_out) {
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

TEST(Rule12_WSOP79_SitAndGo, raises_the_blinds_level_by_level) {
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

TEST(Rule12_NoNumber_SitAndGo, may_count_its_levels_in_minutes_in_which_a_pause_stands_still) {
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

TEST(Rule12_NoNumber_SitAndGo, pays_its_places_and_ends_with_one_who_has_everything) {
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

TEST(Rule12_NoNumber_SitAndGo, places_who_began_the_hand_with_more_ahead) {
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

TEST(Rule12_NoNumber_SitAndGo, shares_places_among_equals_who_are_out_together) {
  Ring ring = seated(4, sit_and_go(Payouts::first_three));
  ring.hole(0, "AsAh").hole(1, "7s2h").hole(2, "8s3h").board("KcQdJh5s4c").deal(0);
  ring.play("3 folds, 0 goes all-in, 1 goes all-in, 2 goes all-in");
  EXPECT_NE(ring.events().find("1 takes place 3 for 40\n2 takes place 3 for 40\n"), std::string::npos) << ring.events();
}

TEST(Rule12_TDA30_SitAndGo, deals_players_in_who_are_away_and_plays_for_them) {
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

TEST(Rule12_NoNumber_SitAndGo, that_is_called_off_shares_the_pool_by_chips) {
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

TEST(Rule12_NoNumber_SitAndGo, keeps_the_terms_that_somebody_has_paid_for) {
  Ring ring = seated(1);
  Settings other = sit_and_go(Payouts::first);
  EXPECT_EQ(Game::may_change(ring.state(), other).error().message,
            "Somebody has paid for this sit-and-go as it is. Its stakes can be changed while nobody sits.");
  other = sit_and_go();
  other.schedule = Schedule::turbo;
  EXPECT_FALSE(Game::may_change(ring.state(), other));
  other = sit_and_go();
  other.mode = Mode::ring;
  EXPECT_EQ(Game::may_change(ring.state(), other).error().message,
            "Ring game or sit-and-go can be changed only while nobody sits at the table.");
  other = sit_and_go();
  other.rabbit_hunt = true;
  EXPECT_TRUE(Game::may_change(ring.state(), other));
  EXPECT_TRUE(Game::may_change(ring.stand(0).state(), sit_and_go(Payouts::first)));
}

// As many levels as there are, of one hand each: "5/10 10/20", the last one twice.
std::string levels_played(Settings settings) {
  settings.level_length = 1;
  settings.starting_stack = Chips{100'000};
  Ring ring = seated(3, settings);
  std::string played;
  for (int hand = 0; hand <= count_levels(settings); ++hand) {
    ring.deal();
    const auto now = *Game::view(ring.state()).tournament;
    played += std::to_string(now.small_blind.count) + "/" + std::to_string(now.big_blind.count);
    if (now.ante > Chips{0}) played += "/" + std::to_string(now.ante.count);
    played += ' ';
    ring.fold_round();
  }
  return played;
}

TEST(Rule12_NoNumber_BlindSchedule, of_the_house_multiplies_the_blinds_of_the_first_level) {
  Settings settings = sit_and_go();
  EXPECT_TRUE(levels_played(settings).starts_with("5/10 10/20 15/30 20/40 30/60 40/80 50/100 75/150 "));
  EXPECT_TRUE(levels_played(settings).ends_with(" 2000/4000 3000/6000 4000/8000 4000/8000 ")) << "the last one stays";
  settings.schedule = Schedule::turbo;
  EXPECT_TRUE(levels_played(settings).starts_with("5/10 10/20 20/40 30/60 50/100 75/150 100/200 "));
  settings.schedule = Schedule::slow;
  EXPECT_TRUE(levels_played(settings).starts_with("5/10 10/20 15/30 20/40 25/50 30/60 35/70 40/80 "));
  for (const Schedule one : {Schedule::regular, Schedule::turbo, Schedule::slow}) {
    settings.schedule = one;
    for (int level = 1; level < count_levels(settings); ++level)
      EXPECT_LT(level_of(settings, level - 1).big_blind, level_of(settings, level).big_blind);
  }
}

Settings custom(std::string_view levels) {
  Settings settings = sit_and_go();
  settings.schedule = Schedule::custom;
  settings.levels = core::Text<k_max_levels_text>(levels);
  return settings;
}

TEST(Rule12_NoNumber_BlindSchedule, of_the_tables_own_goes_as_it_says_and_its_last_level_stays) {
  EXPECT_TRUE(Game::check_settings(custom("5/10, 10/20  15/30/5 25/50/50")));
  EXPECT_EQ(levels_played(custom("5/10, 10/20  15/30/5 25/50/50")), "5/10 10/20 15/30/5 25/50/50 25/50/50 ");
  EXPECT_EQ(Game::stakes(custom("5/10 10/20")), "Sit-and-go 100, from 5/10, custom levels");
}

TEST(Rule12_NoNumber_BlindSchedule, that_is_none_is_refused_and_the_level_at_fault_is_named) {
  const auto refusal = [](std::string_view levels) { return Game::check_settings(custom(levels)).error().message; };
  EXPECT_EQ(refusal(""), "Give two levels or more, as in 5/10 10/20 25/50/5.");
  EXPECT_EQ(refusal("5/10"), refusal(""));
  for (const char* text : {"5/10 10", "5/10 10/", "5/10 10/20/", "5/10 10/20/5/5", "5/10 10/2o", "5/10 -10/20",
                           "5/10 10/2000000000", "5/10 10/20;15/30"})
    EXPECT_EQ(refusal(text), "Level 2 can't be read. Write small/big or small/big/ante, as in 25/50/5.") << text;
  EXPECT_EQ(refusal("10/20 15/30"), "Level 1 is 10/20, but the table begins with 5/10. Make them the same.");
  EXPECT_EQ(refusal("5/10 10/20 20/10"),
            "Level 3 doesn't fit: the big blind is the highest of the three, from 2 to 1,000,000.");
  EXPECT_EQ(refusal("5/10 0/20"),
            "Level 2 doesn't fit: the big blind is the highest of the three, from 2 to 1,000,000.");
  for (const char* text : {"5/10 10/20 10/20", "5/10 10/20 5/40", "5/10 10/20 10/10"})
    EXPECT_EQ(refusal(text), "Level 3 has to rise: nothing may be lower than 10/20, and something higher.") << text;
  EXPECT_EQ(refusal("5/10 10/20/5 15/30"),
            "Level 3 has to rise: nothing may be lower than 10/20/5, and something higher.");
  std::string many;
  for (int i = 0; i <= k_most_levels; ++i) many += "5/" + std::to_string(10 + i) + " ";
  EXPECT_EQ(refusal(many), "A schedule has at most 30 levels.");
}

TEST(Rule12_NoNumber_BlindSchedule, may_have_an_ante_later_for_the_big_blind_to_pay) {
  Settings settings = custom("5/10 10/20/20");
  settings.ante_by = AnteBy::big_blind;
  EXPECT_TRUE(Game::check_fit(settings, 6));
  settings = custom("5/10 10/20");
  settings.ante_by = AnteBy::big_blind;
  EXPECT_FALSE(Game::check_fit(settings, 6));
}

TEST(Rule12_NoNumber_SitAndGo, refuses_settings_that_do_not_fit_it) {
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
