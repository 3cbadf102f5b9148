// Hands told again: as text, as PHH, in one line and step by step. All of it comes from events alone, and nothing
// stands in it that the reader may not know.
#include "games/holdem/story.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "cards/keystream.h"

namespace baize::games::holdem {
namespace {

using namespace cards::literals;

constexpr TimeMs k_evening = 1763755423000;  // 2025-11-21 20:03:43 UTC

DealFacts facts(std::optional<Seat> reader = std::nullopt) {
  DealFacts facts;
  facts.table = "Friday \"night\"";
  facts.seat_count = 6;
  facts.began_at = k_evening;
  facts.stacks[0] = Chips{1000};
  facts.stacks[1] = Chips{300};
  facts.stacks[2] = Chips{2500};
  facts.names.set(0, "Ann");
  facts.names.set(1, "Bob");
  facts.names.set(2, "Cid");
  facts.names.set_reader(reader);
  return facts;
}

// As everybody's eyes would see it: all three hands are known.
const std::vector<Event> k_all_in{HandStarted{12, 0, Chips{5}, Chips{10}, Chips{0}},
                                  Posted{1, PostKind::small_blind, Chips{5}, false},
                                  Posted{2, PostKind::big_blind, Chips{10}, false},
                                  Dealt{1, 2, {"Ac"_card, "Qs"_card}},
                                  Dealt{2, 2, {"7h"_card, "2c"_card}},
                                  Dealt{0, 2, {"As"_card, "Kd"_card}},
                                  Acted{0, ActKind::raise, Chips{30}, Chips{30}, false, false},
                                  Acted{1, ActKind::call, Chips{25}, Chips{30}, false, false},
                                  Acted{2, ActKind::fold, {}, Chips{10}, false, false},
                                  BoardDealt{Street::flop, {"Ah"_card, "7c"_card, "2d"_card}},
                                  Acted{1, ActKind::check, {}, {}, false, false},
                                  Acted{0, ActKind::bet, Chips{400}, Chips{400}, false, false},
                                  Acted{1, ActKind::call, Chips{270}, Chips{270}, true, false},
                                  Returned{0, Chips{130}},
                                  Shown{0, {"As"_card, "Kd"_card}},
                                  Shown{1, {"Ac"_card, "Qs"_card}},
                                  BoardDealt{Street::turn, {"9h"_card}},
                                  BoardDealt{Street::river, {"3s"_card}},
                                  Awarded{0, 0, Chips{610}, {"As"_card, "Ah"_card, "Kd"_card, "9h"_card, "7c"_card}},
                                  HandEnded{12, false}};

std::vector<Event> shown_to(std::span<const Event> events, Viewer viewer) {
  std::vector<Event> visible;
  for (const Event& event : events)
    if (const auto one = Game::shown(event, viewer)) visible.push_back(*one);
  return visible;
}

TEST(History, a_hand_to_showdown_reads_like_one_of_the_big_rooms) {
  EXPECT_EQ(history(Settings{}, facts(Seat{0}), shown_to(k_all_in, Seat{0}), HistoryForm::text),
            "Baize Hand #12: Hold'em No Limit (5/10) - 2025-11-21 20:03:43 UTC\n"
            "Table 'Friday \"night\"' 6-max Seat #1 is the button\n"
            "Seat 1: Ann (1000 in chips)\n"
            "Seat 2: Bob (300 in chips)\n"
            "Seat 3: Cid (2500 in chips)\n"
            "Bob: posts small blind 5\n"
            "Cid: posts big blind 10\n"
            "*** HOLE CARDS ***\n"
            "Dealt to Bob [????]\n"
            "Dealt to Cid [????]\n"
            "Dealt to Ann [As Kd]\n"
            "Ann: raises 20 to 30\n"
            "Bob: calls 25\n"
            "Cid: folds\n"
            "*** FLOP *** [Ah 7c 2d]\n"
            "Bob: checks\n"
            "Ann: bets 400\n"
            "Bob: calls 270 and is all-in\n"
            "Uncalled bet (130) returned to Ann\n"
            "Ann: shows [As Kd]\n"
            "Bob: shows [Ac Qs]\n"
            "*** TURN *** [Ah 7c 2d] [9h]\n"
            "*** RIVER *** [Ah 7c 2d 9h] [3s]\n"
            "Ann collected 610 from pot\n"
            "*** SUMMARY ***\n"
            "Total pot 610 | Rake 0\n"
            "Board [Ah 7c 2d 9h 3s]\n"
            "Seat 1: Ann (button) showed [As Kd] and won (610) with a pair of aces, king kicker\n"
            "Seat 2: Bob (small blind) showed [Ac Qs] and lost with a pair of aces, queen kicker\n"
            "Seat 3: Cid (big blind) folded before Flop\n");
}

TEST(History, side_pots_and_mucked_hands_are_told_apart) {
  const std::vector<Event> events{HandStarted{3, 2, Chips{5}, Chips{10}, Chips{0}},
                                  Dealt{0, 2, {}},
                                  Dealt{1, 2, {}},
                                  BoardDealt{Street::flop, {"Ah"_card, "7c"_card, "2d"_card}},
                                  BoardDealt{Street::turn, {"9h"_card}},
                                  BoardDealt{Street::river, {"3s"_card}},
                                  Shown{1, {"Ac"_card, "Qs"_card}},
                                  Mucked{0},
                                  Awarded{1, 1, Chips{20}, {}},
                                  Awarded{0, 1, Chips{60}, {}},
                                  HandEnded{3, false}};
  const std::string text = history(Settings{}, facts(), events, HistoryForm::text);
  EXPECT_NE(text.find("*** SHOW DOWN ***\nBob: shows [Ac Qs] (a pair of aces, queen kicker)\nAnn: mucks hand\n"
                      "Bob collected 20 from side pot\nBob collected 60 from main pot\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("Total pot 80 Main pot 60. Side pot 20. | Rake 0\n"), std::string::npos) << text;
  EXPECT_NE(text.find("Seat 1: Ann mucked\n"), std::string::npos);
  EXPECT_NE(text.find("won (80)"), std::string::npos);
}

TEST(History, a_hand_that_is_run_twice_has_two_boards) {
  std::vector<Event> events(k_all_in.begin(), k_all_in.begin() + 16);
  events.insert(events.end(),
                {RunTwiceAnswered{0, true}, RunTwiceAnswered{1, true}, BoardDealt{Street::turn, {"9h"_card}},
                 BoardDealt{Street::river, {"3s"_card}}, BoardDealt{Street::turn, {"Qh"_card}, 2},
                 BoardDealt{Street::river, {"4s"_card}, 2}, Awarded{0, 0, Chips{305}, {}, 1},
                 Awarded{0, 1, Chips{305}, {}, 2}, HandEnded{12, false}});
  const std::string text = history(Settings{}, facts(), events, HistoryForm::text);
  EXPECT_NE(text.find("*** FIRST TURN *** [Ah 7c 2d] [9h]\n*** FIRST RIVER *** [Ah 7c 2d 9h] [3s]\n"
                      "*** SECOND TURN *** [Ah 7c 2d] [Qh]\n*** SECOND RIVER *** [Ah 7c 2d Qh] [4s]\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("Hand was run twice\nFIRST Board [Ah 7c 2d 9h 3s]\nSECOND Board [Ah 7c 2d Qh 4s]\n"),
            std::string::npos)
      << text;
}

TEST(History, phh_lists_the_players_from_left_of_the_button_and_hides_what_the_reader_cannot_know) {
  EXPECT_EQ(history(Settings{}, facts(Seat{2}), shown_to(k_all_in, Seat{2}), HistoryForm::notation),
            "variant = \"NT\"\n"
            "ante_trimming_status = true\n"
            "antes = [0, 0, 0]\n"
            "blinds_or_straddles = [5, 10, 0]\n"
            "min_bet = 10\n"
            "starting_stacks = [300, 2500, 1000]\n"
            "actions = [\n"
            "  \"d dh p1 AcQs\",\n"
            "  \"d dh p2 7h2c\",\n"
            "  \"d dh p3 AsKd\",\n"
            "  \"p3 cbr 30\",\n"
            "  \"p1 cc\",\n"
            "  \"p2 f\",\n"
            "  \"d db Ah7c2d\",\n"
            "  \"p1 cc\",\n"
            "  \"p3 cbr 400\",\n"
            "  \"p1 cc\",\n"
            "  \"p3 sm AsKd\",\n"
            "  \"p1 sm AcQs\",\n"
            "  \"d db 9h\",\n"
            "  \"d db 3s\",\n"
            "]\n"
            "venue = \"Baize\"\n"
            "table = \"Friday \\\"night\\\"\"\n"
            "hand = 12\n"
            "time = 20:03:43\n"
            "time_zone = \"UTC\"\n"
            "day = 21\n"
            "month = 11\n"
            "year = 2025\n"
            "seats = [2, 3, 1]\n"
            "seat_count = 6\n"
            "players = [\"Bob\", \"Cid\", \"Ann\"]\n"
            "finishing_stacks = [0, 2490, 1310]\n"
            "winnings = [0, 0, 610]\n");
  const std::string others = history(Settings{}, facts(), shown_to(k_all_in, std::nullopt), HistoryForm::notation);
  EXPECT_NE(others.find("\"d dh p2 ????\""), std::string::npos) << others;
}

TEST(History, what_is_shown_after_the_end_is_in_the_deal_and_a_comment) {
  const std::vector<Event> events{HandStarted{3, 0, Chips{5}, Chips{10}, Chips{0}},
                                  Posted{1, PostKind::small_blind, Chips{5}, false},
                                  Posted{2, PostKind::big_blind, Chips{10}, false},
                                  Dealt{1, 2, {}},
                                  Dealt{2, 2, {}},
                                  Dealt{0, 2, {}},
                                  Acted{0, ActKind::fold, {}, {}, false, false},
                                  Acted{1, ActKind::fold, {}, Chips{5}, false, true},
                                  Returned{2, Chips{5}},
                                  Awarded{0, 2, Chips{10}, {}},
                                  HandEnded{3, false},
                                  Shown{2, {"Qs"_card}}};
  const std::string phh = history(Settings{}, facts(), events, HistoryForm::notation);
  EXPECT_NE(phh.find("\"d dh p2 Qs??\""), std::string::npos) << phh;
  EXPECT_NE(phh.find("\"# p2 shows Qs\""), std::string::npos) << phh;
  const std::string text = history(Settings{}, facts(), events, HistoryForm::text);
  EXPECT_NE(text.find("Cid: shows [Qs]\n*** SUMMARY ***\n"), std::string::npos) << text;
  EXPECT_NE(text.find("Seat 1: Ann (button) folded before Flop (didn't bet)\n"), std::string::npos) << text;
  EXPECT_NE(text.find("Bob: folds (out of time)\n"), std::string::npos) << text;
}

TEST(History, heads_up_the_forced_bets_stand_the_other_way_round) {
  const std::vector<Event> events{HandStarted{3, 0, Chips{5}, Chips{10}, Chips{1}},
                                  Posted{1, PostKind::ante, Chips{1}, false},
                                  Posted{0, PostKind::ante, Chips{1}, false},
                                  Posted{0, PostKind::small_blind, Chips{5}, false},
                                  Posted{1, PostKind::big_blind, Chips{10}, false},
                                  Dealt{1, 2, {}},
                                  Dealt{0, 2, {}}};
  const std::string phh = history(Settings{}, facts(), events, HistoryForm::notation);
  EXPECT_NE(phh.find("blinds_or_straddles = [5, 10]\n"), std::string::npos) << phh;
  EXPECT_NE(phh.find("starting_stacks = [300, 1000]\n"), std::string::npos) << phh;
}

TEST(History, a_void_hand_says_so_and_has_no_final_stacks) {
  std::vector<Event> events(k_all_in.begin(), k_all_in.begin() + 8);
  events.push_back(HandEnded{12, true});
  const std::string text = history(Settings{}, facts(), events, HistoryForm::text);
  EXPECT_NE(text.find("Hand cancelled"), std::string::npos) << text;
  const std::string phh = history(Settings{}, facts(), events, HistoryForm::notation);
  EXPECT_EQ(phh.find("finishing_stacks"), std::string::npos) << phh;
  const DealSummary line = summary(events);
  EXPECT_TRUE(line.over && line.voided);
  EXPECT_EQ(line.gained[0], 0);
}

TEST(Summary, it_tells_pot_winners_and_what_each_seat_gained) {
  const DealSummary line = summary(k_all_in);
  EXPECT_EQ(line.number, 12U);
  EXPECT_TRUE(line.over);
  EXPECT_EQ(line.pot, Chips{610});
  EXPECT_EQ(line.winners, (std::vector<DealShare>{{0, Chips{610}}}));
  EXPECT_EQ(line.players, (std::vector<Seat>{1, 2, 0}));
  EXPECT_EQ(line.gained[0], 310);
  EXPECT_EQ(line.gained[1], -300);
  EXPECT_EQ(line.gained[2], -10);
  EXPECT_FALSE(summary(std::span(k_all_in).first(10)).over);
}

TEST(Replay, steps_put_together_what_happens_at_once_and_name_the_streets) {
  std::vector<std::string> lines;
  for (const ReplayStep& step : replay_steps(facts(Seat{0}), shown_to(k_all_in, Seat{0})))
    lines.push_back((step.chapter.empty() ? "" : "[" + step.chapter + "] ") + step.words);
  const std::vector<std::string> expected{
      "Hand 12: you have the button. Bob posts the small blind, 5. Cid posts the big blind, 10",
      "[Cards] Your cards: A♠ K♦",
      "You raise to 30",
      "Bob calls 25",
      "Cid folds",
      "[Flop] Flop: A♥ 7♣ 2♦",
      "Bob checks",
      "You bet 400",
      "Bob calls 270 and is all-in. 130 nobody called comes back to you",
      "You show A♠ K♦",
      "Bob shows A♣ Q♠",
      "[Turn] Turn: 9♥",
      "[River] River: 3♠",
      "[Showdown] You win 610 with a pair of aces"};
  EXPECT_EQ(lines, expected);
}

// --- against the rules themselves ---

// Plays random hands and keeps what happened.
class Hands {
 public:
  explicit Hands(std::uint8_t seed, Settings settings) : chance_(core::Entropy{{seed, 0x57}}) {
    std::vector<Chips> stacks;
    const auto players = 2 + chance_.below(8);
    for (std::uint32_t i = 0; i < players; ++i) stacks.push_back(Chips{5 + chance_.below(400)});
    state_ = Game::seated(settings, stacks);
  }

  // What each step shows is what a replay up to there shows, to everybody.
  void play_and_compare() {
    if (!Game::can_deal(state_)) return;
    DealFacts facts;
    for (Seat seat = 0; seat < k_max_players; ++seat)
      if (state_.chairs[static_cast<std::size_t>(seat)].taken)
        facts.stacks[static_cast<std::size_t>(seat)] = Game::stack(state_, seat);
    core::Entropy entropy;
    for (auto& byte : entropy.raw) byte = chance_.next_byte();
    std::vector<std::size_t> counts;
    std::vector<State> states;
    std::vector<Event> events;
    const auto take = [&](const Result<Step<Game>>& step) {
      ASSERT_TRUE(step) << step.error().message;
      state_ = step->state;
      events.insert(events.end(), step->events.begin(), step->events.end());
      counts.push_back(events.size());
      states.push_back(state_);
    };
    take(Game::deal(state_, entropy));
    while (Game::running(state_)) decide(take);
    for (std::size_t i = 0; i < counts.size(); ++i)
      for (const Viewer viewer : {Viewer(), Viewer(state_.players[0])})
        compare(facts, events, counts[i], states[i], viewer);
  }

 private:
  template <class Take>
  void decide(Take take) {
    const auto seat = Game::to_act(state_);
    ASSERT_TRUE(seat);
    const auto controls = Game::controls(Game::view(state_), Game::view(state_, *seat));
    ASSERT_FALSE(controls.empty());
    const Control& control = controls[chance_.below(static_cast<std::uint32_t>(controls.size()))];
    Answer answer;
    if (control.ask == Ask::amount)
      answer.amount =
          control.min + Chips{chance_.below(static_cast<std::uint32_t>((control.max - control.min).count + 1))};
    if (control.ask == Ask::choice) answer.choice = control.options[chance_.below(2)].value;
    const auto move = Game::answer(control.action, answer);
    ASSERT_TRUE(move) << move.error().message;
    take(Game::apply(state_, *seat, *move, 0));
  }

  static void compare(DealFacts facts, std::span<const Event> all, std::size_t count, const State& state,
                      Viewer viewer) {
    facts.names.set_reader(viewer);
    const std::vector<Event> visible = shown_to(all, viewer);
    const auto after = replayed(state.settings, facts, visible, count);
    const Public is = Game::view(state);
    EXPECT_EQ(after.shared.street, is.street);
    EXPECT_EQ(after.shared.board, is.board);
    EXPECT_EQ(after.shared.second_board, is.second_board);
    EXPECT_EQ(after.shared.button, is.button);
    EXPECT_EQ(after.shared.to_act, is.to_act);
    EXPECT_EQ(after.shared.pots, is.pots);
    EXPECT_EQ(after.shared.current_bet, is.current_bet);
    // Whose ante took the last chip posted no blind, so that no event names its place.
    if (after.shared.small_blind_seat) {
      EXPECT_EQ(after.shared.small_blind_seat, is.small_blind_seat);
    }
    if (after.shared.big_blind_seat) {
      EXPECT_EQ(after.shared.big_blind_seat, is.big_blind_seat);
    }
    EXPECT_EQ(after.shared.winners, is.winners);
    ASSERT_EQ(after.shared.players.size(), is.players.size());
    for (std::size_t i = 0; i < is.players.size(); ++i) {
      PlayerView player = after.shared.players[i];
      player.time_bank_ms = is.players[i].time_bank_ms;  // no event tells it
      // Which of two cards comes first is known only to who holds them.
      if (player.shown.size() == 2 && is.players[i].shown.size() == 2 && viewer != player.seat &&
          player.shown[0] == is.players[i].shown[1])
        std::swap(player.shown[0], player.shown[1]);
      EXPECT_EQ(player, is.players[i]) << "seat " << int{player.seat};
      EXPECT_EQ(after.stacks[static_cast<std::size_t>(player.seat)], player.stack);
    }
    if (viewer) {
      EXPECT_EQ(after.own.hand, Game::view(state, *viewer).hand);
    }
  }

  cards::Keystream chance_;
  State state_;
};

TEST(Replay, every_step_shows_what_was_to_be_seen) {
  for (int round = 0; round < 120; ++round) {
    Settings settings;
    settings.ante = Chips{round % 3};
    if (round % 5 == 0) settings.ante_by = AnteBy::big_blind;
    settings.run_twice = round % 4 == 0;
    Hands hands(static_cast<std::uint8_t>(round), settings);
    for (int hand = 0; hand < 6; ++hand) {
      hands.play_and_compare();
      if (::testing::Test::HasFailure()) FAIL() << "round " << round << ", hand " << hand;
    }
  }
}

}  // namespace
}  // namespace baize::games::holdem
