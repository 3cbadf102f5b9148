#include "cards/card.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <type_traits>

namespace baize::cards {
namespace {

using namespace literals;

static_assert(sizeof(Card) == 1 && std::is_trivially_copyable_v<Card>);
static_assert("As"_card == Card(Rank::ace, Suit::spades));

TEST(Card, fifty_two_cards_have_fifty_two_texts_that_read_back) {
  std::set<std::string> texts;
  for (std::uint64_t i = 0; i < Card::k_count; ++i) {
    const Card card = Card::from_index(i);
    EXPECT_EQ(card_from_text(to_text(card)), card);
    texts.emplace(to_text(card));
  }
  EXPECT_EQ(texts.size(), 52u);
}

TEST(Card, its_index_is_four_times_the_rank_plus_the_suit) {
  EXPECT_EQ("2c"_card.index(), 0);
  EXPECT_EQ("2d"_card.index(), 1);
  EXPECT_EQ("Td"_card.index(), 33);
  EXPECT_EQ("As"_card.index(), 51);
  EXPECT_EQ("Td"_card.rank(), Rank::ten);
  EXPECT_EQ("Td"_card.suit(), Suit::diamonds);
}

TEST(Card, a_text_that_is_not_exactly_rank_and_suit_is_refused) {
  for (const char* text : {"", "A", "s", "sA", "as", "AS", "1s", "10s", "Ax", " As", "As ", "??", "A\xe2\x99\xa0"})
    EXPECT_FALSE(card_from_text(text)) << text;
  EXPECT_FALSE(card_from_text(std::string_view("A\0", 2)));
  EXPECT_FALSE(card_from_text(std::string_view("\0s", 2)));
}

TEST(Card, an_index_past_the_deck_is_none) {
  EXPECT_TRUE(Card::is_index(51));
  EXPECT_FALSE(Card::is_index(52));
  EXPECT_FALSE(Card::is_index(256));
}

TEST(Card, cards_are_ordered_by_rank_then_suit) {
  EXPECT_LT("2s"_card, "3c"_card);
  EXPECT_LT("Kc"_card, "Kd"_card);
  EXPECT_GT("Ac"_card, "Ks"_card);
}

}  // namespace
}  // namespace baize::cards
