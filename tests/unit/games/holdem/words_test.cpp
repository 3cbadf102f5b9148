#include "games/holdem/words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace baize::games::holdem {
namespace {

using namespace cards::literals;
using narration::Names;
using narration::Style;

Names people(std::optional<Seat> reader = std::nullopt) {
  Names names;
  names.set(0, "Ann");
  names.set(1, "Bob");
  names.set(2, "Cid");
  names.set_reader(reader);
  return names;
}

std::string log(const Event& event, std::optional<Seat> reader = std::nullopt) {
  return words(event, people(reader), Style::written);
}

std::string named(std::vector<Card> cards, Kickers kickers = Kickers::named) { return hand_words(cards, kickers); }

// Rule 13: best five of seven, plus the words.

TEST(Rule13_WSOPSectionIX_HandWords, every_class_of_hand_has_its_words) {
  EXPECT_EQ(named({"Ah"_card, "Qc"_card, "9d"_card, "5s"_card, "3h"_card}), "ace high, queen kicker");
  EXPECT_EQ(named({"6h"_card, "6c"_card, "Kd"_card, "5s"_card, "3h"_card}), "a pair of sixes, king kicker");
  EXPECT_EQ(named({"Ah"_card, "Ac"_card, "4d"_card, "4s"_card, "Kh"_card}), "two pair, aces and fours, king kicker");
  EXPECT_EQ(named({"7h"_card, "7c"_card, "7d"_card, "Ts"_card, "2h"_card}), "three of a kind, sevens, ten kicker");
  EXPECT_EQ(named({"Ah"_card, "2c"_card, "3d"_card, "4s"_card, "5h"_card}), "a straight, five high");
  EXPECT_EQ(named({"Ah"_card, "Th"_card, "8h"_card, "4h"_card, "2h"_card}), "a flush, ace high");
  EXPECT_EQ(named({"Ah"_card, "Ac"_card, "Ad"_card, "Ks"_card, "Kh"_card}), "a full house, aces full of kings");
  EXPECT_EQ(named({"2h"_card, "2c"_card, "2d"_card, "2s"_card, "Kh"_card}), "four of a kind, twos, king kicker");
  EXPECT_EQ(named({"5c"_card, "6c"_card, "7c"_card, "8c"_card, "9c"_card}), "a straight flush, nine high");
  EXPECT_EQ(named({"Tc"_card, "Jc"_card, "Qc"_card, "Kc"_card, "Ac"_card}), "a royal flush");
}

TEST(Rule13_WSOPSectionIX_HandWords, the_kicker_may_be_left_out) {
  EXPECT_EQ(named({"Ah"_card, "Ac"_card, "4d"_card, "4s"_card, "Kh"_card}, Kickers::left_out),
            "two pair, aces and fours");
}

TEST(Rule13_WSOPSectionIX_HandWords, of_seven_cards_the_best_five_count) {
  EXPECT_EQ(named({"Ah"_card, "Kd"_card, "Ts"_card, "Kh"_card, "4d"_card, "Qc"_card, "4s"_card}),
            "two pair, kings and fours, ace kicker");
}

TEST(Rule13_WSOPSectionIX_HandWords, before_the_flop_two_cards_are_a_pair_or_their_higher_card) {
  EXPECT_EQ(named({"8c"_card, "8s"_card}), "a pair of eights");
  EXPECT_EQ(named({"3c"_card, "Js"_card}), "jack high");
  EXPECT_EQ(named({}), "");
}

TEST(Words, decisions_are_told_with_their_amounts) {
  EXPECT_EQ(log(Acted{0, ActKind::fold, {}, {}, false, false}), "Ann folds");
  EXPECT_EQ(log(Acted{0, ActKind::check, {}, {}, false, false}), "Ann checks");
  EXPECT_EQ(log(Acted{1, ActKind::call, Chips{1500}, Chips{2000}, false, false}), "Bob calls 1,500");
  EXPECT_EQ(log(Acted{0, ActKind::bet, Chips{60}, Chips{60}, false, false}), "Ann bets 60");
  EXPECT_EQ(log(Acted{0, ActKind::raise, Chips{150}, Chips{200}, false, false}), "Ann raises to 200");
  EXPECT_EQ(log(Acted{0, ActKind::raise, Chips{150}, Chips{200}, true, false}), "Ann raises to 200 and is all-in");
  EXPECT_EQ(log(Acted{0, ActKind::fold, {}, {}, false, true}), "Ann folds, out of time");
}

TEST(Words, the_reader_is_told_you) {
  EXPECT_EQ(log(Acted{0, ActKind::raise, Chips{150}, Chips{200}, true, false}, Seat{0}),
            "You raise to 200 and are all-in");
  EXPECT_EQ(log(Awarded{0, 0, Chips{340}, {}}, Seat{0}), "You win 340");
  EXPECT_EQ(log(Awarded{0, 1, Chips{340}, {}}, Seat{0}), "Bob wins 340");
}

TEST(Words, cards_are_signs_in_the_log_and_words_for_the_ear) {
  const Event flop = BoardDealt{Street::flop, {"As"_card, "Td"_card, "4h"_card}};
  EXPECT_EQ(log(flop), "Flop: A♠ 10♦ 4♥");
  EXPECT_EQ(words(flop, people(), Style::spoken), "Flop: ace of spades, ten of diamonds and four of hearts");
  EXPECT_EQ(log(BoardDealt{Street::river, {"2c"_card}}), "River: 2♣");
}

TEST(Words, own_cards_are_told_and_those_dealt_to_others_are_not) {
  EXPECT_EQ(words(Dealt{0, 2, {"As"_card, "Kd"_card}}, people(Seat{0}), Style::spoken),
            "Your cards: ace of spades and king of diamonds");
  EXPECT_EQ(log(Dealt{1, 2, {}}, Seat{0}), "");
}

TEST(Words, a_winner_is_told_with_the_hand_that_won) {
  EXPECT_EQ(log(Awarded{0, 1, Chips{340}, {"Ah"_card, "Ac"_card, "4d"_card, "4s"_card, "Kh"_card}}),
            "Bob wins 340 with two pair, aces and fours");
  EXPECT_EQ(log(Awarded{1, 1, Chips{40}, {}}), "Bob wins 40 of side pot 1");
}

TEST(Words, the_ear_is_spared_the_blinds_but_not_an_all_in) {
  const Event blind = Posted{0, PostKind::small_blind, Chips{5}, false};
  EXPECT_EQ(log(blind), "Ann posts the small blind, 5");
  EXPECT_EQ(words(blind, people(), Style::spoken), "");
  EXPECT_EQ(words(Posted{1, PostKind::big_blind, Chips{7}, true}, people(), Style::spoken),
            "Bob posts the big blind, 7 and is all-in");
}

TEST(Words, a_void_hand_is_told_to_everybody) {
  EXPECT_EQ(words(HandEnded{7, true}, people(), Style::spoken), "Hand 7 is void: every chip goes back to where it was");
  EXPECT_EQ(words(HandEnded{7, false}, people(), Style::spoken), "");
}

TEST(Status, it_says_what_the_own_seat_is_asked) {
  Public shared;
  shared.street = Street::flop;
  shared.to_act = Seat{0};
  shared.current_bet = Chips{50};
  Private own;
  own.legal = {LegalFold{}, LegalCall{Chips{50}}};
  EXPECT_EQ(status(shared, &own, people(Seat{0})), "Your turn: 50 to call");
  EXPECT_EQ(status(shared, &own, people(Seat{1})), "Waiting for Ann");
  EXPECT_EQ(status(shared, nullptr, people()), "Waiting for Ann");
  own.legal = {LegalFold{}, LegalCheck{}};
  EXPECT_EQ(status(shared, &own, people(Seat{0})), "Your turn: check or raise");
  shared.current_bet = Chips{0};
  EXPECT_EQ(status(shared, &own, people(Seat{0})), "Your turn: check or bet");
  shared.to_act.reset();
  EXPECT_EQ(status(shared, &own, people(Seat{0})), "");
}

}  // namespace
}  // namespace baize::games::holdem
