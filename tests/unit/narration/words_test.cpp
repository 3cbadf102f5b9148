#include "narration/words.h"

#include <gtest/gtest.h>

#include <limits>

namespace baize::narration {
namespace {

using namespace cards::literals;

constexpr Phrase k_raises{"raises", "{name} raises to {to}", "you raise to {to}"};

TEST(Phrase, its_holes_are_filled_by_name) {
  EXPECT_EQ(said(k_raises, {{"to", "200"}, {"name", "Ann"}}), "Ann raises to 200");
}

TEST(Phrase, a_reader_is_addressed_as_you_where_the_phrase_has_such_words) {
  EXPECT_EQ(said(k_raises, {{"name", "Ann"}, {"to", "200"}}, english(), Person::second), "you raise to 200");
  constexpr Phrase same{"same", "{name}: check"};
  EXPECT_EQ(said(same, {{"name", "Ann"}}, english(), Person::second), "Ann: check");
}

TEST(Phrase, a_name_with_braces_is_not_filled_again) {
  EXPECT_EQ(said(k_raises, {{"name", "{to}"}, {"to", "5"}}), "{to} raises to 5");
}

TEST(Phrase, holes_that_nobody_fills_and_lonely_braces_stay_as_they_stand) {
  constexpr Phrase odd{"odd", "a {b} c { d"};
  EXPECT_EQ(said(odd, {{"d", "x"}}), "a {b} c { d");
}

TEST(Language, what_it_lacks_is_said_in_english) {
  const Language german({{"raises", "{name} erhöht auf {to}"}, {"suit.spades", "Pik"}}, ".", " und ");
  EXPECT_EQ(said(k_raises, {{"name", "Ann"}, {"to", number(1500, german)}}, german), "Ann erhöht auf 1.500");
  EXPECT_EQ(card_name("As"_card, german), "ace of Pik");
  EXPECT_EQ(list({"a", "b", "c"}, german), "a, b und c");
}

TEST(Number, thousands_are_set_apart) {
  EXPECT_EQ(number(0), "0");
  EXPECT_EQ(number(999), "999");
  EXPECT_EQ(number(1500), "1,500");
  EXPECT_EQ(number(-20), "-20");
  EXPECT_EQ(number(-1000), "-1,000");
  EXPECT_EQ(number(core::k_max_chips), "9,007,199,254,740,991");
  EXPECT_EQ(number(std::numeric_limits<std::int64_t>::min()), "-9,223,372,036,854,775,808");
}

TEST(Number, for_little_room_it_is_cut_and_never_says_more_than_there_is) {
  EXPECT_EQ(short_number(Chips{9'999}), "9,999");
  EXPECT_EQ(short_number(Chips{10'000}), "10k");
  EXPECT_EQ(short_number(Chips{12'599}), "12.5k");
  EXPECT_EQ(short_number(Chips{999'999}), "999.9k");
  EXPECT_EQ(short_number(Chips{3'250'000}), "3.2M");
  EXPECT_EQ(short_number(Chips{2'000'000'000}), "2B");
}

TEST(Card, it_is_named_and_written_with_its_sign) {
  EXPECT_EQ(card_name("As"_card), "ace of spades");
  EXPECT_EQ(card_sign("Th"_card), "10♥");
  const cards::Card hand[] = {"As"_card, "Kd"_card};
  EXPECT_EQ(card_signs(hand, 2), "A♠ K♦");
  EXPECT_EQ(card_names(hand, 2), "ace of spades and king of diamonds");
  EXPECT_EQ(rank_plural(cards::Rank::six), "sixes");
}

TEST(List, it_ends_with_and) {
  EXPECT_EQ(list({}), "");
  EXPECT_EQ(list({"a"}), "a");
  EXPECT_EQ(list({"a", "b"}), "a and b");
  EXPECT_EQ(list({"a", "b", "c"}), "a, b and c");
}

TEST(Duration, it_names_at_most_two_units) {
  EXPECT_EQ(duration(0), "0 seconds");
  EXPECT_EQ(duration(1'999), "1 second");
  EXPECT_EQ(duration(60'000), "1 minute");
  EXPECT_EQ(duration(125'000), "2 minutes 5 seconds");
  EXPECT_EQ(duration(3'600'000 * 3 + 4'000), "3 hours 4 seconds");
  EXPECT_EQ(duration(3'661'000), "1 hour 1 minute");
}

TEST(Names, an_unnamed_seat_is_called_by_its_number_from_one) {
  Names names;
  names.set(2, "Ann");
  EXPECT_EQ(names[2], "Ann");
  EXPECT_EQ(names[3], "Seat 4");
}

TEST(Names, the_reader_is_spoken_to) {
  Names names;
  names.set_reader(Seat{2});
  EXPECT_EQ(names.person(2), Person::second);
  EXPECT_EQ(names.person(1), Person::third);
}

}  // namespace
}  // namespace baize::narration
