#include "cards/deck.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "cards/keystream.h"
#include "core/check.h"

namespace baize::cards {
namespace {

using core::Entropy;

std::string text_of(const Deck& deck) {
  std::string text;
  for (const Card card : deck) text += to_text(card);
  return text;
}

Entropy counting_key() {
  Entropy key;
  for (std::size_t i = 0; i < key.size(); ++i) key.data()[i] = static_cast<std::uint8_t>(i);
  return key;
}

Entropy repeated_key(std::uint8_t byte) {
  Entropy key;
  key.raw.fill(byte);
  return key;
}

Entropy nth_key(std::uint64_t n) { return core::derive(Entropy{}, "deck test", n); }

TEST(Keystream, it_is_chacha20_from_block_zero_over_its_block_edges) {
  // The published first block for the key and nonce of zeros (RFC 7539 appendix A.1, vector 1), then the edge to the
  // second block.
  Keystream keystream(Entropy{});
  const std::uint8_t first[] = {0x76, 0xb8, 0xe0, 0xad, 0xa0, 0xf1, 0x3d, 0x90};
  for (const std::uint8_t byte : first) EXPECT_EQ(keystream.next_byte(), byte);
  for (int i = 8; i < 62; ++i) keystream.next_byte();
  const std::uint8_t edge[] = {0x65, 0x86, 0x9f, 0x07, 0xe7, 0xbe, 0x55, 0x51};
  for (const std::uint8_t byte : edge) EXPECT_EQ(keystream.next_byte(), byte);
}

TEST(Keystream, numbers_below_n_match_an_independent_model) {
  Keystream keystream(counting_key());
  const std::uint32_t sizes[] = {6, 20, 256, 257, 1000, 65536, 65537, 1u << 24, 1, 2};
  const std::uint32_t drawn[] = {3, 3, 125, 20, 161, 48525, 30283, 4803292, 0, 0};
  for (std::size_t i = 0; i < std::size(sizes); ++i) EXPECT_EQ(keystream.below(sizes[i]), drawn[i]) << sizes[i];
}

TEST(Keystream, every_number_below_n_is_equally_likely) {
  for (const std::uint32_t n : {3u, 6u, 52u, 200u, 300u}) {
    Keystream keystream(nth_key(n));
    const double expected = 500;
    std::vector<int> counts(n);
    for (std::uint32_t i = 0; i < n * 500; ++i) ++counts[keystream.below(n)];
    double chi_square = 0;
    for (const int count : counts) chi_square += (count - expected) * (count - expected) / expected;
    const double freedom = n - 1;
    EXPECT_LT(chi_square, freedom + 5 * std::sqrt(2 * freedom)) << n;
  }
}

TEST(Keystream, no_number_is_below_zero_or_drawn_from_more_than_three_bytes) {
  Keystream keystream(Entropy{});
  EXPECT_THROW(keystream.below(0), core::BrokenInvariant);
  EXPECT_THROW(keystream.below((1u << 24) + 1), core::BrokenInvariant);
}

// Made by a model in another language, from the definitions of ChaCha20 and of keystream.h.
TEST(Deck, known_keys_give_known_decks) {
  EXPECT_EQ(text_of(shuffled_deck(Entropy{})),
            "Ad5sKd4dQd6dTs4s4h2sJc2cJd7d5c3s6hKsThQs4cQcAh8sJh7hTc9d7sAcQh5d9cJs8d9h3c2hTdKh2dKc7c3d6s3hAs6c8h8c9s5h");
  EXPECT_EQ(text_of(shuffled_deck(counting_key())),
            "4c5dThTs7sJs7hTcJhAh4s6s8h3sQh2hAc3h9dQd7c5h3c2c9s7d5s4h2dKcAs9cTd5c6h9hQcJcKd8cJd2s6dKh6cKs4d8d8sQsAd3d");
  EXPECT_EQ(text_of(shuffled_deck(repeated_key(0xff))),
            "Kc4dKh7s6h9d7c2hQhQd4cTcQsJh9hJsTd2c5h5cAs2d4h3sAcJc8s2s9s6sQc6cAd8cJd4s3cTh3h7h7d8d6dKd5d3dTs8hKs5sAh9c");
}

TEST(Deck, a_shuffled_deck_holds_every_card_once_and_other_keys_give_other_decks) {
  std::set<std::string> texts;
  for (std::uint64_t i = 0; i < 1000; ++i) {
    const Deck deck = shuffled_deck(nth_key(i));
    EXPECT_TRUE(is_whole(deck));
    texts.insert(text_of(deck));
  }
  EXPECT_EQ(texts.size(), 1000u);
}

TEST(Deck, a_doubled_card_is_noticed) {
  Deck deck = fresh_deck();
  EXPECT_TRUE(is_whole(deck));
  deck[7] = deck[8];
  EXPECT_FALSE(is_whole(deck));
}

// Chi-square over the 52 x 52 table of card and position: rows and columns are fixed, so 51 * 51 degrees of freedom.
TEST(Deck, every_card_is_equally_likely_at_every_position) {
  constexpr int k_decks = 26000;
  std::array<std::array<int, Card::k_count>, Card::k_count> counts{};
  for (std::uint64_t i = 0; i < k_decks; ++i) {
    const Deck deck = shuffled_deck(nth_key(i));
    for (std::size_t at = 0; at < deck.size(); ++at) ++counts[at][deck[at].index()];
  }
  const double expected = k_decks / 52.0;
  double chi_square = 0;
  for (const auto& position : counts)
    for (const int count : position) chi_square += (count - expected) * (count - expected) / expected;
  const double freedom = 51 * 51;
  const double five_sigma = 5 * std::sqrt(2 * freedom);
  EXPECT_LT(chi_square, freedom + five_sigma);
  EXPECT_GT(chi_square, freedom - five_sigma);
}

// Neighbours would be correlated by a cut or a riffle, which position counts alone would not tell.
TEST(Deck, every_pair_of_cards_is_equally_likely_to_come_first) {
  constexpr int k_decks = 66300;  // 25 for each of 52 * 51 ordered pairs
  std::array<int, Card::k_count * Card::k_count> counts{};
  for (std::uint64_t i = 0; i < k_decks; ++i) {
    const Deck deck = shuffled_deck(nth_key(i));
    ++counts[deck[0].index() * 52u + deck[1].index()];
  }
  double chi_square = 0;
  for (std::size_t pair = 0; pair < counts.size(); ++pair)
    if (pair % 53 != 0) chi_square += (counts[pair] - 25.0) * (counts[pair] - 25.0) / 25.0;
  const double freedom = 52 * 51 - 1;
  EXPECT_LT(chi_square, freedom + 5 * std::sqrt(2 * freedom));
}

}  // namespace
}  // namespace baize::cards
