#include "games/nommie/story.h"

#include "games/nommie/words.h"
#include "unit/games/nommie/four.h"

namespace baize::games::nommie {
namespace {

narration::Names names(std::optional<Seat> reader = {}) {
  narration::Names all;
  for (Seat seat = 0; seat < k_seats; ++seat)
    all.set(seat, std::array{"Ann", "Bob", "Cid", "Dee"}[static_cast<std::size_t>(seat)]);
  all.set_reader(reader);
  return all;
}

DealFacts facts(std::optional<Seat> reader = {}) {
  DealFacts facts;
  facts.table = "Attic";
  facts.seat_count = 4;
  facts.names = names(reader);
  for (std::size_t i = 0; i < k_seats; ++i) facts.stacks[i] = Chips{0};
  return facts;
}

// Round 12, dealt by Dee: Ann bids 1 and names clubs.
Four a_round() {
  Four four(rounds_behind(11));
  four.deal({"As 2d", "Ks 3d", "Qs 4d", "Js 5d"});
  four.bid({1, 0, 1, 2});
  four.name(Trump::clubs);
  four.play("As Ks Qs Js 2d 3d 4d 5d");
  return four;
}

std::vector<Event> as_seen_by(const Four& four, Viewer viewer) {
  std::vector<Event> events;
  for (const Event& event : four.all)
    if (const auto one = Game::shown(event, viewer)) events.push_back(*one);
  return events;
}

TEST(NommieStory, a_round_is_written_line_by_line_as_its_reader_may_know_it) {
  const Four four = a_round();
  EXPECT_EQ(history({}, facts(Seat{1}), as_seen_by(four, Seat{1}), HistoryForm::text),
            "Baize Nommie Round 12 of 26 (deal #12, 2 cards)\n"
            "Table 'Attic', Dee deals\n"
            "Seat 1: Ann (88 points)\n"
            "Seat 2: Bob (0 points)\n"
            "Seat 3: Cid (0 points)\n"
            "Seat 4: Dee (0 points)\n"
            "*** HANDS ***\n"
            "Dealt to Ann [2 cards]\n"
            "Dealt to Bob [Ks 3d]\n"
            "Dealt to Cid [2 cards]\n"
            "Dealt to Dee [2 cards]\n"
            "*** BIDS ***\n"
            "Ann: bids 1\n"
            "Bob: bids 0\n"
            "Cid: bids 1\n"
            "Dee: bids 2\n"
            "*** TRUMP ***\n"
            "Dee: names clubs\n"
            "*** TRICKS ***\n"
            "1. Ann As, Bob Ks, Cid Qs, Dee Js - Ann\n"
            "2. Ann 2d, Bob 3d, Cid 4d, Dee 5d - Dee\n"
            "*** SCORE ***\n"
            "Ann  bid 1, took 1: +11 = 99\n"
            "Bob  bid 0, took 0: +10 = 10\n"
            "Cid  bid 1, took 0: +0 = 0\n"
            "Dee  bid 2, took 1: +1 = 1\n");
  EXPECT_EQ(history({}, facts(), as_seen_by(four, {}), HistoryForm::notation), "");
}

TEST(NommieStory, one_line_says_who_got_how_many_points) {
  const DealSummary one = summary(a_round().all);
  EXPECT_EQ(one.number, 12u);
  EXPECT_TRUE(one.over && one.points && !one.voided);
  ASSERT_EQ(one.winners.size(), 3u);
  EXPECT_EQ(one.winners[0], (DealShare{0, Chips{11}}));
  EXPECT_EQ(one.gained[3], 1);
  EXPECT_EQ(one.players, (std::vector<Seat>{0, 1, 2, 3}));
}

TEST(NommieStory, a_replay_has_chapters_and_says_which_trick_begins) {
  const Four four = a_round();
  std::string chapters;
  const auto steps = replay_steps(facts(Seat{1}), as_seen_by(four, Seat{1}));
  for (const ReplayStep& step : steps)
    if (!step.chapter.empty()) chapters += step.chapter + ";";
  EXPECT_EQ(chapters, "Cards;Bids;Trump;Tricks;Score;");
  EXPECT_EQ(steps[2].words, "Ann bids 1");
  EXPECT_EQ(steps[7].words, "Trick 1. Ann plays A♠");
  EXPECT_EQ(steps[10].words, "Dee plays J♠. Ann takes the trick: 1 of 1");
  EXPECT_EQ(steps[11].words, "Trick 2. Ann plays 2♦");
  EXPECT_EQ(steps.back().events, four.all.size());
}

TEST(NommieStory, what_a_replay_shows_is_what_was_seen_at_the_table) {
  for (const Viewer viewer : {Viewer{}, Viewer{Seat{2}}}) {
    Four four(rounds_behind(8));
    four.deal();
    std::vector<Public> seen{four.shared()};
    std::vector<Private> held{four.own(2)};
    std::vector<std::size_t> counts{four.all.size()};
    for (std::uint8_t n = 0; Game::running(four.state); ++n) {
      const Seat seat = *four.state.to_act;
      four.move(Game::choose(four.shared(), four.own(seat), seat, Strength::medium, Entropy{{n}}));
      seen.push_back(four.shared());
      held.push_back(four.own(2));
      counts.push_back(four.all.size());
    }
    const auto events = as_seen_by(four, viewer);
    for (std::size_t i = 0; i < seen.size(); ++i) {
      auto after = replayed({}, facts(viewer), events, counts[i]);
      // Of the rounds before it a record of one round says nothing.
      after.shared.rounds = seen[i].rounds;
      after.shared.previous_round = seen[i].previous_round;
      EXPECT_EQ(after.shared, seen[i]) << "after " << counts[i] << " events";
      EXPECT_EQ(after.own.hand, viewer ? held[i].hand : Private{}.hand);
    }
  }
}

TEST(NommieStory, a_void_round_says_so) {
  Four four(rounds_behind(11));
  four.deal();
  four.bid({1});
  for (const Event& event : Game::void_deal(four.state).events) four.all.push_back(event);
  EXPECT_TRUE(summary(four.all).voided);
  EXPECT_NE(history({}, facts(), four.all, HistoryForm::text).find("Round void"), std::string::npos);
  EXPECT_FALSE(replayed({}, facts(), four.all, four.all.size()).shared.bids[0]);
}

std::string told(const Four& four, std::size_t event, std::optional<Seat> reader, narration::Style style) {
  return words(*Game::shown(four.all[event], reader), names(reader), style);
}

TEST(NommieWords, tell_a_round_to_each_reader) {
  const Four four = a_round();
  using narration::Style;
  EXPECT_EQ(told(four, 0, {}, Style::written), "Round 12 of 26, 2 cards: Dee deals");
  EXPECT_EQ(told(four, 1, Seat{0}, Style::written), "Your cards: A♠ 2♦");
  EXPECT_EQ(told(four, 1, Seat{1}, Style::written), "");
  EXPECT_EQ(told(four, 5, Seat{0}, Style::spoken), "You bid 1");
  EXPECT_EQ(told(four, 9, {}, Style::spoken), "Dee names clubs");
  EXPECT_EQ(told(four, 10, {}, Style::spoken), "Ann plays the ace of spades");
  EXPECT_EQ(told(four, 10, {}, Style::written), "Ann plays A♠");
  EXPECT_EQ(told(four, 14, {}, Style::written), "Ann takes the trick: 1 of 1");
  EXPECT_EQ(told(four, 20, Seat{1}, Style::written),
            "Round 12: Ann +11 (made 1), you +10 (made 0), Cid +0 (0, bid 1) and Dee +1 (1, bid 2)");
}

TEST(NommieWords, tell_how_a_game_ends_and_what_came_of_clocks_and_voids) {
  using narration::Style;
  const auto said = [](const Event& event, std::optional<Seat> reader) {
    return words(event, names(reader), Style::spoken);
  };
  EXPECT_EQ(said(GameWon{{0}, 301}, {}), "Ann wins the game with 301 points");
  EXPECT_EQ(said(GameWon{{0}, 301}, Seat{0}), "You win the game with 301 points");
  EXPECT_EQ(said(GameWon{{1, 3}, 280}, Seat{1}), "You and Dee win the game with 280 points each");
  EXPECT_EQ(said(BidMade{2, 0, true}, {}), "Cid bids 0, out of time");
  EXPECT_EQ(said(TrumpNamed{2, Trump::no_trumps, true}, Seat{2}), "You name no trumps, out of time");
  EXPECT_EQ(said(CardPlayed{1, cards_of("Td")[0], true}, Seat{1}), "You play the ten of diamonds, out of time");
  EXPECT_EQ(said(RoundEnded{5, 5, false}, {}), "") << "the score has told it";
  EXPECT_EQ(said(RoundEnded{5, 5, true}, {}), "Round 5 is void and will be dealt again");
  EXPECT_FALSE(notice(GameWon{{0}, 301}, Seat{0}));
}

TEST(NommieWords, say_what_the_own_seat_is_asked) {
  Four four(rounds_behind(11));
  four.deal({"As 2d", "Ks 3d", "Qh 4d", "Js 5d"});
  four.bid({1, 0, 0});
  const auto asked = [&](Seat seat) {
    const Private own = four.own(seat);
    return status(four.shared(), &own, names(seat));
  };
  EXPECT_EQ(asked(3), "Your turn: bid 0 to 2, not 1");
  EXPECT_EQ(asked(0), "Waiting for Dee");
  four.bid({0});
  EXPECT_EQ(asked(0), "Your bid is the highest: name trumps");
  four.name(Trump::clubs);
  EXPECT_EQ(asked(0), "Your turn: lead any card");
  four.play("As");
  EXPECT_EQ(asked(1), "Your turn: follow with spades");
  four.play("Ks");
  EXPECT_EQ(asked(2), "Your turn: you have no spades, play any card");
}

}  // namespace
}  // namespace baize::games::nommie
