#include "cards/evaluator.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "cards/deck.h"
#include "core/bytes.h"
#include "core/check.h"

namespace baize::cards {
namespace {

using ClassCounts = std::array<std::uint32_t, k_hand_class_count>;

std::vector<Card> cards_of(std::string_view text) {
  std::vector<Card> cards;
  for (std::size_t i = 0; i < text.size(); i += 2) cards.push_back(card_from_text(text.substr(i, 2)).value());
  return cards;
}

HandRank rank_of(std::string_view text) { return evaluate(cards_of(text)); }

std::string best_of(std::string_view text) {
  std::string best;
  for (const Card card : best_five(cards_of(text))) best += to_text(card);
  return best;
}

// The number of the class and the letters of the ranks: "2:A4K" for two pair, aces and fours, king kicker.
std::string meaning_of(std::string_view text) {
  const HandDescription description = describe(rank_of(text));
  std::string meaning = std::to_string(static_cast<int>(description.hand_class)) + ":";
  for (const Rank rank : description.ranks) meaning += letter(rank);
  return meaning;
}

// Calls visit(hand) for every set of `left` cards among those from `from` on, added to `hand`.
template <int left, class Visit>
void for_each_hand(Hand hand, unsigned from, Visit&& visit) {
  for (unsigned i = from; i + left <= Card::k_count; ++i) {
    const Hand more = hand + Card::from_index(i);
    if constexpr (left == 1)
      visit(more);
    else
      for_each_hand<left - 1>(more, i + 1, visit);
  }
}

template <int cards>
ClassCounts count_classes() {
  const Evaluator& evaluator = Evaluator::instance();
  ClassCounts counts{};
  for_each_hand<cards>(Hand(), 0, [&](Hand hand) { ++counts[static_cast<std::size_t>(evaluator(hand).hand_class())]; });
  return counts;
}

// Counts of classes: Wikipedia, "Poker probability", and OEIS-known totals for five and seven cards; six from
// M. Shackleford's tables.
TEST(Evaluator, all_five_card_hands_fall_into_the_known_classes_and_7462_strengths) {
  EXPECT_EQ(count_classes<5>(), (ClassCounts{1302540, 1098240, 123552, 54912, 10200, 5108, 3744, 624, 40}));
  const Evaluator& evaluator = Evaluator::instance();
  std::vector<int> seen(k_strength_count + 1);
  for_each_hand<5>(Hand(), 0, [&](Hand hand) { ++seen[evaluator(hand).strength()]; });
  EXPECT_EQ(seen[0], 0);
  for (std::size_t strength = 1; strength < seen.size(); ++strength) EXPECT_GT(seen[strength], 0) << strength;
}

TEST(Evaluator, all_six_card_hands_fall_into_the_known_classes) {
  EXPECT_EQ(count_classes<6>(), (ClassCounts{6612900, 9730740, 2532816, 732160, 361620, 205792, 165984, 14664, 1844}));
}

TEST(Evaluator, all_133784560_seven_card_hands_fall_into_the_known_classes) {
  EXPECT_EQ(count_classes<7>(),
            (ClassCounts{23294460, 58627800, 31433400, 6461620, 6180020, 4047644, 3473184, 224848, 41584}));
}

// Rule 13 of hold'em: best five of seven, as a number that compares.
TEST(Rule13_WSOPSectionIX_Evaluator, seven_cards_are_worth_the_best_five_of_them) {
  const Evaluator& evaluator = Evaluator::instance();
  for (std::uint64_t n = 0; n < 3000; ++n) {
    const Deck deck = shuffled_deck(core::derive(core::Entropy{}, "evaluator test", n));
    HandRank best_six, best_five;
    for (std::size_t without = 0; without < 7; ++without) {
      Hand six;
      for (std::size_t i = 0; i < 7; ++i)
        if (i != without) six += Hand(deck[i]);
      best_six = std::max(best_six, evaluator(six));
      for (std::size_t and_without = 0; and_without < without; ++and_without) {
        Hand five;
        for (std::size_t i = 0; i < 7; ++i)
          if (i != without && i != and_without) five += Hand(deck[i]);
        best_five = std::max(best_five, evaluator(five));
      }
    }
    const std::span<const Card> seven(deck.data(), 7);
    EXPECT_EQ(evaluate(seven), best_six);
    EXPECT_EQ(evaluate(seven), best_five);
  }
}

TEST(Evaluator, an_array_of_cards_and_their_sum_are_worth_the_same) {
  const Evaluator& evaluator = Evaluator::instance();
  for (std::uint64_t n = 0; n < 20000; ++n) {
    const Deck deck = shuffled_deck(core::derive(core::Entropy{}, "evaluator test", n));
    std::array<Card, 7> seven;
    std::copy_n(deck.begin(), 7, seven.begin());
    EXPECT_EQ(evaluator(seven), evaluator(Hand(seven)));
  }
}

TEST(Rule13_WSOPSectionIX_Evaluator, hands_are_ordered_as_the_rules_say) {
  const char* const weakest_first[] = {"2c3d4h5s7c", "2c3d4h6s7c", "AcKdQhJs9c",                // high cards
                                       "2c2d3h4s5c", "2c2dAhKsQc", "3c3d2h4s5c", "AcAdKhQsJc",  // pairs
                                       "3c3d2h2s4c", "3c3d2h2sAc", "4c4d2h2s3c", "AcAd2h2s3c",
                                       "AcAdKhKsQc",                              // two pair
                                       "2c2d2h3s4c", "2c2d2hAsKc", "AcAdAhKsQc",  // three of a kind
                                       "Ac2d3h4s5c", "2c3d4h5s6c", "TcJdQhKsAc",  // straights, the wheel the lowest
                                       "2c3c4c5c7c", "2d3d4d6d7d", "AhKhQhJh9h",  // flushes
                                       "2c2d2h3s3c", "2c2d2hAsAc", "3c3d3h2s2c", "AcAdAhKsKc",  // full houses
                                       "2c2d2h2s3c", "2c2d2h2sAc", "AcAdAhAsKc",                // four of a kind
                                       "Ac2c3c4c5c", "2c3c4c5c6c", "TsJsQsKsAs"};               // straight flushes
  for (std::size_t i = 1; i < std::size(weakest_first); ++i)
    EXPECT_LT(rank_of(weakest_first[i - 1]), rank_of(weakest_first[i])) << weakest_first[i];
  EXPECT_EQ(rank_of(weakest_first[0]).strength(), 1u);
  EXPECT_EQ(rank_of("TsJsQsKsAs").strength(), 7462u);
}

TEST(Rule13_WSOPSectionIX_Evaluator, suits_and_a_sixth_and_seventh_card_break_no_tie) {
  EXPECT_EQ(rank_of("AcKdQhJs9c"), rank_of("AsKcQdJh9s"));
  EXPECT_EQ(rank_of("AcAdKhKsQc2d3d"), rank_of("AhAsKcKdQsQd4c"));
  EXPECT_EQ(rank_of("Ts9s8s7s6s2d2h"), rank_of("Th9h8h7h6hAdAc"));
}

TEST(Rule13_WSOPSectionIX_Evaluator, three_pairs_count_as_the_two_best_with_the_better_kicker) {
  EXPECT_EQ(meaning_of("AcAdKhKsQcQd2s"), "2:AKQ");
  EXPECT_EQ(meaning_of("5c5d4h4s3c3dKs"), "2:54K");
}

TEST(Rule13_WSOPSectionIX_Evaluator, two_threes_of_a_kind_are_a_full_house) {
  EXPECT_EQ(meaning_of("AcAdAhKsKcKd2s"), "6:AK");
}

TEST(Evaluator, a_description_names_the_class_and_the_ranks_that_tell) {
  EXPECT_EQ(meaning_of("7c5d4h3s2c"), "0:75432");
  EXPECT_EQ(meaning_of("9c9dAh4s2cJd3s"), "1:9AJ4");
  EXPECT_EQ(meaning_of("AcAd4h4sKc"), "2:A4K");
  EXPECT_EQ(meaning_of("8c8d8hAsKc2d3d"), "3:8AK");
  EXPECT_EQ(meaning_of("Ac2d3h4s5cKdKs"), "4:5");
  EXPECT_EQ(meaning_of("Ac2d3h4s5c6dKs"), "4:6");
  EXPECT_EQ(meaning_of("AcTc8c4c2cAdAs"), "5:AT842");
  EXPECT_EQ(meaning_of("2c2d2h2sAcAdAs"), "7:2A");
  EXPECT_EQ(meaning_of("AcKcQcJcTc9c8c"), "8:A");
}

TEST(Evaluator, the_five_best_cards_stand_in_the_order_in_which_they_count) {
  EXPECT_EQ(best_of("2s4hKcAd4sAc3d"), "AdAc4h4sKc");
  EXPECT_EQ(best_of("5cAd2h4s3cAhKs"), "5c4s3c2hAd");
  EXPECT_EQ(best_of("5c6d2h4s3cAhKs"), "6d5c4s3c2h");
  EXPECT_EQ(best_of("2s2hAc2d2c3c4c"), "2s2h2d2cAc");
  EXPECT_EQ(best_of("KsKhAcAdKdAh2c"), "AcAdAhKsKh");
  EXPECT_EQ(best_of("2c9c5cKcAc3c4c"), "5c4c3c2cAc");
  EXPECT_EQ(best_of("9s2dJs4s6sAhKs"), "KsJs9s6s4s");
}

TEST(Evaluator, of_equal_cards_the_first_ones_make_the_hand) {
  EXPECT_EQ(best_of("KcQd9h9s8c8dKd"), "KcKd9h9sQd");
  EXPECT_EQ(best_of("AhAcAdKhKcKdKs"), "KhKcKdKsAh");
  EXPECT_EQ(best_of("6c5d9h8s7c6d6h"), "9h8s7c6c5d");
}

TEST(Evaluator, fewer_than_five_and_more_than_seven_cards_are_no_hand) {
  EXPECT_THROW(rank_of("AcAdAhAs"), core::BrokenInvariant);
  EXPECT_THROW(rank_of("AcAdAhAsKcKdKhKs"), core::BrokenInvariant);
}

}  // namespace
}  // namespace baize::cards
