#include "core/json_read.h"
#include "core/json_write.h"
#include "games/nommie/odds.h"
#include "games/registry.h"
#include "unit/games/nommie/four.h"

namespace baize::games::nommie {
namespace {

const BySeat<std::string> k_hands{"As 2d", "Ks 3d", "Qs 4d", "Js 5d"};

TEST(NommieOnTheWire, moves_are_spelt_as_the_protocol_has_them) {
  const auto read = [](const char* text) { return core::from_json_text<Move>(text); };
  EXPECT_EQ(read(R"({"action":"player-bid","bid":3})"), Move(Bid{3}));
  EXPECT_EQ(read(R"({"action":"player-trump","trump":"NO_TRUMPS"})"), Move(NameTrump{Trump::no_trumps}));
  EXPECT_EQ(read(R"({"action":"player-trump","trump":"HEARTS"})"), Move(NameTrump{Trump::hearts}));
  EXPECT_EQ(read(R"({"action":"player-play","card":"As"})"), Move(PlayCard{cards_of("As")[0]}));
  EXPECT_FALSE(read(R"({"action":"player-trump","trump":"no-trumps"})"));
  EXPECT_FALSE(read(R"({"action":"player-bid","bid":1.5})"));
}

TEST(NommieOnTheWire, legal_moves_are_spelt_as_the_protocol_has_them) {
  Four four(rounds_behind(11));
  four.deal(k_hands);
  four.bid({1, 0, 0});
  EXPECT_EQ(core::to_json(four.legal<LegalBid>()),
            R"({"action":"player-bid","min":0,"max":2,"forbidden":[1],"zero_bid_locked":false})");
  four.bid({0});
  EXPECT_EQ(core::to_json(four.legal<LegalTrump>()),
            R"({"action":"player-trump","trumps":["CLUBS","DIAMONDS","HEARTS","SPADES","NO_TRUMPS"]})");
  four.name(Trump::clubs);
  EXPECT_EQ(core::to_json(four.legal<LegalPlay>()), R"({"action":"player-play","cards":["As","2d"]})");
}

TEST(NommieOnTheWire, the_public_view_has_the_fields_of_the_protocol) {
  Four four(rounds_behind(11));
  four.deal(k_hands);
  four.bid({1, 0, 0});
  core::Json json = core::Json::parse(core::to_json(four.shared()));
  EXPECT_EQ(json["round"], 12);
  EXPECT_EQ(json["hand_size"], 2);
  EXPECT_EQ(json["dealer"], 3);
  EXPECT_EQ(json["phase"], "bidding");
  EXPECT_EQ(json["to_act"], 3);
  EXPECT_EQ(json["bids"].dump(), "[1,0,0,null]");
  EXPECT_TRUE(json["trump"].is_null());
  EXPECT_EQ(json["previous_round"]["round"], 11);
  four.bid({0});
  four.name(Trump::no_trumps);
  four.play("2d 3d");
  json = core::Json::parse(core::to_json(four.shared()));
  EXPECT_EQ(json["phase"], "trick");
  EXPECT_EQ(json["trump"], "NO_TRUMPS");
  EXPECT_EQ(json["current_trick"].dump(), R"([[0,"2d"],[1,"3d"]])");
  EXPECT_EQ(json["leader"], 0);
  EXPECT_TRUE(json["last_trick"].is_null());
  four.play("4d 5d");
  json = core::Json::parse(core::to_json(four.shared()));
  EXPECT_EQ(json["last_trick"].dump(), R"({"cards":[[0,"2d"],[1,"3d"],[2,"4d"],[3,"5d"]],"winner":3})");
  EXPECT_EQ(json["tricks_won"].dump(), "[0,0,0,1]");
  EXPECT_EQ(json["leader"], 3);
}

TEST(NommieViews, a_hand_is_held_by_suits_black_and_red_by_turns_from_the_highest_down) {
  Four four(rounds_behind(9));
  four.deal({"2c 3d Ah Ks", "2s 2h 2d 3c", "4c 4d 4h 4s", "5c 5d 5h 5s"});
  std::string held;
  for (const Card card : four.own(0).hand) held += to_text(card);
  EXPECT_EQ(held, "KsAh2c3d");
  EXPECT_EQ(cards_left(four.shared(), 0), 4);
}

TEST(NommieViews, a_spectator_sees_what_was_played_and_nothing_else) {
  Four four(rounds_behind(11));
  four.deal(k_hands);
  four.bid({1, 0, 0, 0});
  four.name(Trump::clubs);
  four.play("As Ks");
  EXPECT_EQ(std::popcount(Game::seen(four.state, std::nullopt)), 2);
  EXPECT_EQ(std::popcount(Game::seen(four.state, Seat{3})), 4);
  EXPECT_EQ(Game::placed(four.shared(), {}, std::nullopt).size(), 2u);
}

TEST(NommieViews, a_resample_gives_nobody_a_suit_that_it_has_shown_not_to_hold) {
  Four four;
  four.deal();
  four.finish();
  four.deal();
  const auto holds = [&](const State& state, Seat seat, Suit suit) {
    for (const Card card : Game::view(state, seat).hand)
      if (card.suit() == suit) return true;
    return false;
  };
  int shown_void = 0;
  for (std::uint8_t n = 0; Game::running(four.state); ++n) {
    four.move(
        Game::choose(four.shared(), four.own(*four.state.to_act), *four.state.to_act, Strength::easy, Entropy{{n}}));
    for (const PlayedCard& one : four.state.current) {
      if (one.card.suit() == four.state.current[0].card.suit()) continue;
      ++shown_void;
      const State other = Game::resample(four.state, std::nullopt, Entropy{{n, 1}});
      EXPECT_FALSE(holds(other, one.seat, four.state.current[0].card.suit()));
    }
  }
  EXPECT_GT(shown_void, 3);
}

// A state and its resample are the same to this viewer, whatever it does next, to the byte.
TEST(NommieViews, and_events_of_an_own_move_do_not_depend_on_what_is_hidden) {
  const auto told = [](const Step<Game>& step, Seat viewer) {
    std::string text = core::to_json(Game::view(step.state)) + core::to_json(Game::view(step.state, viewer));
    for (const Event& event : step.events)
      if (const auto one = Game::shown(event, viewer)) text += core::to_json(*one);
    return text;
  };
  Four four(rounds_behind(3));
  four.deal();
  int different = 0;
  for (std::uint8_t n = 0; Game::running(four.state); ++n) {
    const Seat seat = *four.state.to_act;
    const Move move = Game::choose(four.shared(), four.own(seat), seat, Strength::easy, Entropy{{n}});
    const State other = Game::resample(four.state, seat, Entropy{{n, 9}});
    different += !(other == four.state);
    const auto here = Game::apply(four.state, seat, move, {});
    const auto there = Game::apply(other, seat, move, {});
    ASSERT_TRUE(here && there);
    EXPECT_EQ(told(*here, seat), told(*there, seat));
    four.move(move);
  }
  EXPECT_GT(different, 20);
}

TEST(NommieControls, bids_are_a_choice_in_which_the_forbidden_ones_say_why) {
  Four four(rounds_behind(12, {0, 1, 1, 2}));
  four.deal();
  four.bid({1, 0, 0});
  const auto controls = Game::controls(four.shared(), four.own(0));
  ASSERT_EQ(controls.size(), 1u);
  ASSERT_EQ(controls[0].options.size(), 3u);
  EXPECT_EQ(controls[0].options[0].forbidden, "You bid 0 three times running");
  EXPECT_EQ(controls[0].options[1].forbidden, "The bids would add up to the tricks");
  EXPECT_EQ(controls[0].options[2].forbidden, "");
  Answer answer;
  answer.choice = "2";
  EXPECT_EQ(Game::answer("player-bid", answer), Move(Bid{2}));
  answer.choice = "two";
  EXPECT_FALSE(Game::answer("player-bid", answer));
}

TEST(NommieControls, trumps_are_a_choice_and_cards_are_touched) {
  Four four(rounds_behind(11));
  four.deal(k_hands);
  four.bid({1, 0, 0, 0});
  const auto trumps = Game::controls(four.shared(), four.own(0));
  ASSERT_EQ(trumps[0].options.size(), 5u);
  EXPECT_EQ(trumps[0].options[3].label, "♠ Spades");
  EXPECT_EQ(trumps[0].options[4].value, "NO_TRUMPS");
  four.name(Trump::clubs);
  four.play("As");
  const auto play = Game::controls(four.shared(), four.own(1));
  EXPECT_EQ(play[0].ask, Ask::cards);
  EXPECT_EQ(play[0].cards, cards_of("Ks"));
}

TEST(NommieControls, the_last_card_can_be_laid_ready) {
  Four four(rounds_behind(11));
  four.deal(k_hands);
  four.bid({1, 0, 0, 0});
  four.name(Trump::clubs);
  four.play("As Ks Qs");
  const auto offers = Game::pre_actions(four.shared(), four.own(1), 1);
  ASSERT_EQ(offers.size(), 1u);
  EXPECT_EQ(offers[0].label, "Play 3♦");
  EXPECT_TRUE(Game::pre_actions(four.shared(), four.own(3), 3).empty());
  four.play("Js 2d");
  EXPECT_EQ(Game::pre_decided(four.shared(), four.own(1), offers[0].id), Move(PlayCard{cards_of("3d")[0]}));
  EXPECT_FALSE(Game::pre_decided(four.shared(), four.own(1), "last-card/99"));
}

TEST(NommieAid, tells_about_how_many_tricks_the_own_cards_are_worth) {
  Four four(rounds_behind(11));
  four.deal({"As Ks", "Qh 3d", "2h 4d", "2s 5d"});
  EXPECT_EQ(Odds(four.shared(), four.own(0), 0).outlook().hand, "about 2 tricks");
  EXPECT_EQ(Odds(four.shared(), {}, 0).outlook().hand, "");
}

}  // namespace
}  // namespace baize::games::nommie
