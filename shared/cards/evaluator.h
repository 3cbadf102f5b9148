// The strength of a poker hand: the best five of five, six or seven cards as a number that compares, and that number's
// meaning (class and ranks) for words. Showdowns, bots and odds use it. It never knows a game's own rules: no low
// hands, no wild cards, no kickers that a variant ignores.
//
// How: a card adds constants of its own to a running sum (Hand), and the sum of the ranks, cut in a low and a high
// part, finds the place of its multiset of ranks in one dense table by two small ones: a perfect hash. Flushes, known
// from counters in the same sum, are looked up by the thirteen bits of their suit. Summed keys into a perfect hash is
// the idea of SpecialK (K. Rhodes Jackson) and OMPEval (zekyll); cutting the sum so that the table needs no search for
// offsets is ours. The tables (some 240 KB, of which seven cards touch half) are computed at first use in a few ms.
#pragma once

#include <array>
#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <tuple>

#include "cards/card.h"
#include "core/bounded.h"

namespace baize::cards {

/// From the weakest to the strongest; a royal flush is the best straight flush.
enum class HandClass : std::uint8_t {
  high_card,
  pair,
  two_pair,
  three_of_a_kind,
  straight,
  flush,
  full_house,
  four_of_a_kind,
  straight_flush
};

inline constexpr std::size_t k_hand_class_count = 9;
/// How many different strengths five cards can have, in all and within each class.
inline constexpr std::uint16_t k_strength_count = 7462;
inline constexpr std::array<std::uint16_t, k_hand_class_count> k_class_sizes = {1277, 2860, 858, 858, 10,
                                                                                1277, 156,  156, 10};

/// How strong a hand is: higher is better, equal splits the pot.
class HandRank {
 public:
  constexpr HandRank() = default;
  /// `place` counts from the weakest of its class, 0 .. k_class_sizes - 1.
  constexpr HandRank(HandClass hand_class, unsigned place)
      : value_(static_cast<std::uint16_t>(static_cast<unsigned>(hand_class) << k_place_bits | place)) {}

  constexpr HandClass hand_class() const { return static_cast<HandClass>(value_ >> k_place_bits); }
  constexpr unsigned place() const { return value_ & ((1u << k_place_bits) - 1); }
  /// 1 (seven high: 7-5-4-3-2) .. 7462 (royal flush), without gaps.
  constexpr unsigned strength() const {
    unsigned below = 0;
    for (std::size_t c = 0; c < static_cast<std::size_t>(hand_class()); ++c) below += k_class_sizes[c];
    return below + place() + 1;
  }

  /// The number itself, for sums and tables: class and place, not without gaps.
  constexpr std::uint16_t value() const { return value_; }

  friend constexpr auto operator<=>(HandRank, HandRank) = default;

 private:
  static constexpr unsigned k_place_bits = 12;
  std::uint16_t value_ = 0;
};

/// What a HandRank means. `ranks` holds what tells it from others of its class, most significant first: straights their
/// highest card alone (five in the wheel), a full house the three then the two, two pair both pairs then the kicker.
struct HandDescription {
  HandClass hand_class = HandClass::high_card;
  core::Bounded<Rank, 5> ranks;
  friend bool operator==(const HandDescription&, const HandDescription&) = default;
};

namespace detail {

/// What each rank adds to the low and the high part of the sum. Within one number of cards (five, six or seven) no two
/// multisets of ranks share both parts, and both parts stay small; found by search, proved by evaluator_test.
struct RankKey {
  std::uint32_t low;
  std::uint32_t high;
};
inline constexpr std::array<RankKey, k_rank_count> k_rank_keys = {{{0, 28},
                                                                   {0, 29},
                                                                   {0, 33},
                                                                   {0, 50},
                                                                   {0, 126},
                                                                   {0, 481},
                                                                   {209, 0},
                                                                   {210, 0},
                                                                   {214, 0},
                                                                   {231, 0},
                                                                   {307, 0},
                                                                   {662, 0},
                                                                   {2240, 0}}};
/// One more than the largest part that seven cards can have.
inline constexpr std::uint32_t k_low_size = 10947;
inline constexpr std::uint32_t k_high_size = 2303;

}  // namespace detail

/// Up to seven different cards, as sums: adding a card is two additions, so an enumeration keeps the sum of its outer
/// cards. Nothing checks that the cards differ.
class Hand {
 public:
  constexpr Hand() = default;
  explicit constexpr Hand(Card card);
  explicit constexpr Hand(std::span<const Card> cards) {
    for (const Card card : cards) *this += Hand(card);
  }

  friend constexpr Hand operator+(Hand a, Hand b) {
    a += b;
    return a;
  }
  constexpr Hand& operator+=(Hand other) {
    key_ += other.key_;
    suits_ += other.suits_;
    return *this;
  }
  friend constexpr Hand operator+(Hand hand, Card card) { return hand + Hand(card); }

 private:
  friend class Evaluator;
  // Bits 0-15 the low part, 16-31 four counters of suits, 32-63 the high part.
  std::uint64_t key_ = 0;
  // Sixteen bits a suit, one of them for each rank.
  std::uint64_t suits_ = 0;
};

namespace detail {
/// Cards of five, six and seven-card hands fall in three blocks of high parts.
inline constexpr std::uint32_t k_block = k_high_size;
inline constexpr auto k_card_keys = [] {
  std::array<std::uint64_t, Card::k_count> keys{};
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const RankKey rank = k_rank_keys[i / k_suit_count];
    keys[i] = std::uint64_t{rank.high + k_block} << 32 | std::uint64_t{1} << (16 + 4 * (i % k_suit_count)) | rank.low;
  }
  return keys;
}();
inline constexpr auto k_card_suits = [] {
  std::array<std::uint64_t, Card::k_count> suits{};
  for (std::size_t i = 0; i < suits.size(); ++i)
    suits[i] = std::uint64_t{1} << (16 * (i % k_suit_count) + i / k_suit_count);
  return suits;
}();
}  // namespace detail

constexpr Hand::Hand(Card card) : key_(detail::k_card_keys[card.index()]), suits_(detail::k_card_suits[card.index()]) {}

/// The tables and the look-up. Hot loops hold a reference to the one instance; others call evaluate().
class Evaluator {
 public:
  /// Computed once, on first use, by one thread.
  static const Evaluator& instance();

  /// Of a hand of exactly five, six or seven cards; anything else is undefined.
  HandRank operator()(Hand hand) const {
    const std::uint32_t flushes = flushes_in(hand.key_);
    if (flushes != 0) [[unlikely]]
      return flushes_[hand.suits_ >> (4 * (std::countr_zero(flushes) - 19)) & 0x1fff];
    return by_ranks(hand.key_);
  }

  /// The same, from cards; the fastest for hands that share none.
  template <std::size_t N>
    requires(N >= 5 && N <= 7)
  HandRank operator()(const std::array<Card, N>& cards) const {
    const std::uint64_t key = std::apply([](auto... card) { return (detail::k_card_keys[card.index()] + ...); }, cards);
    if (flushes_in(key) != 0) [[unlikely]]
      return (*this)(Hand(cards));
    return by_ranks(key);
  }

  HandDescription describe(HandRank rank) const;

 private:
  Evaluator();

  /// One bit, the counter's highest, for the suit that has five cards or more.
  static constexpr std::uint32_t flushes_in(std::uint64_t key) {
    return (static_cast<std::uint32_t>(key) + 0x3333'0000u) & 0x8888'0000u;
  }
  HandRank by_ranks(std::uint64_t key) const {
    const auto row = static_cast<std::uint32_t>(key >> 32) - 5 * detail::k_block;
    return ranks_[2u * rows_[row] + columns_[static_cast<std::uint16_t>(key)]];
  }

  void number_meanings();
  void place_multisets();
  static std::size_t row_of(int cards, std::uint32_t high);
  std::size_t place_of(int cards, std::uint32_t low, std::uint32_t high) const;
  HandRank rank_of(std::uint32_t meaning) const;

  std::array<std::uint16_t, 3 * detail::k_high_size> rows_{};
  std::array<std::uint16_t, detail::k_low_size> columns_{};
  std::array<HandRank, 96'100> ranks_{};
  std::array<HandRank, 1 << k_rank_count> flushes_{};
  std::array<std::uint32_t, k_strength_count> meanings_{};
};

/// `cards`: five, six or seven different ones; anything else breaks an invariant (core/check.h).
HandRank evaluate(std::span<const Card> cards);

HandDescription describe(HandRank rank);

/// The five of `cards` (five to seven) that make the hand, most significant first: the four, then the kicker; straights
/// from the top, the wheel's ace last. Of equal choices the one whose cards stand first in `cards`.
std::array<Card, 5> best_five(std::span<const Card> cards);

}  // namespace baize::cards
