#include "cards/evaluator.h"

#include <algorithm>
#include <limits>
#include <vector>

#include "core/check.h"

namespace baize::cards {
namespace {

constexpr int k_fewest = 5;
constexpr int k_most = 7;

using RankCounts = std::array<std::uint8_t, k_rank_count>;

// A class and its ranks as one number that compares: the class above five nibbles of rank, most significant first.
using Meaning = std::uint32_t;

class MeaningOf {
 public:
  explicit MeaningOf(HandClass hand_class) : value_(static_cast<Meaning>(hand_class)) {}
  MeaningOf& then(int rank) {
    value_ = value_ << 4 | static_cast<Meaning>(rank);
    ++ranks_;
    return *this;
  }
  operator Meaning() const { return value_ << (4 * (5 - ranks_)); }

 private:
  Meaning value_;
  int ranks_ = 0;
};

HandClass class_of(Meaning meaning) { return static_cast<HandClass>(meaning >> 20); }

constexpr std::size_t ranks_that_tell(HandClass hand_class) {
  constexpr std::array<std::size_t, k_hand_class_count> k_counts = {5, 4, 3, 3, 1, 5, 2, 2, 1};
  return k_counts[static_cast<std::size_t>(hand_class)];
}

// The highest card of the best straight in a set of ranks (one bit each), -1 if there is none. The ace also plays low.
int straight_in(unsigned ranks) {
  const unsigned with_low_ace = ranks << 1 | (ranks >> 12 & 1);
  const unsigned runs = with_low_ace & with_low_ace >> 1 & with_low_ace >> 2 & with_low_ace >> 3 & with_low_ace >> 4;
  return runs == 0 ? -1 : std::bit_width(runs) - 1 + 3;
}

int highest(unsigned ranks) { return std::bit_width(ranks) - 1; }

MeaningOf with_kickers(MeaningOf meaning, unsigned ranks, int count) {
  for (; count > 0; --count) {
    meaning.then(highest(ranks));
    ranks &= ~(1u << highest(ranks));
  }
  return meaning;
}

// The best five of a multiset of five to seven ranks, suits aside.
Meaning best_by_ranks(const RankCounts& counts) {
  std::array<unsigned, 5> at_least{};  // the ranks that are there n times or more
  for (unsigned rank = 0; rank < k_rank_count; ++rank)
    for (std::size_t n = 1; n <= counts[rank]; ++n) at_least[n] |= 1u << rank;
  const unsigned all = at_least[1];
  if (at_least[4] != 0) {
    const int four = highest(at_least[4]);
    return with_kickers(MeaningOf(HandClass::four_of_a_kind).then(four), all & ~(1u << four), 1);
  }
  if (at_least[3] != 0) {
    const int three = highest(at_least[3]);
    const unsigned twos = at_least[2] & ~(1u << three);
    if (twos != 0) return MeaningOf(HandClass::full_house).then(three).then(highest(twos));
  }
  if (const int top = straight_in(all); top >= 0) return MeaningOf(HandClass::straight).then(top);
  if (at_least[3] != 0) {
    const int three = highest(at_least[3]);
    return with_kickers(MeaningOf(HandClass::three_of_a_kind).then(three), all & ~(1u << three), 2);
  }
  if (at_least[2] == 0) return with_kickers(MeaningOf(HandClass::high_card), all, 5);
  const int two = highest(at_least[2]);
  const unsigned more_twos = at_least[2] & ~(1u << two);
  if (more_twos == 0) return with_kickers(MeaningOf(HandClass::pair).then(two), all & ~(1u << two), 3);
  const int second = highest(more_twos);
  return with_kickers(MeaningOf(HandClass::two_pair).then(two).then(second), all & ~(1u << two | 1u << second), 1);
}

// Of the cards of one suit, five or more.
Meaning best_of_suit(unsigned ranks) {
  if (const int top = straight_in(ranks); top >= 0) return MeaningOf(HandClass::straight_flush).then(top);
  return with_kickers(MeaningOf(HandClass::flush), ranks, 5);
}

// Calls visit(counts, number of cards, low part, high part) for every multiset of at most k_most cards in the ranks
// first .. last-1, none of them more than four times.
template <class Visit>
void for_each_multiset(unsigned first, unsigned last, Visit&& visit) {
  RankCounts counts{};
  const auto extend = [&](const auto& self, unsigned rank, int cards, std::uint32_t low, std::uint32_t high) -> void {
    if (rank == last) {
      visit(counts, cards, low, high);
      return;
    }
    const detail::RankKey key = detail::k_rank_keys[rank];
    for (std::uint8_t n = 0; n <= k_suit_count && cards + n <= k_most; ++n) {
      counts[rank] = n;
      self(self, rank + 1, cards + n, low + n * key.low, high + n * key.high);
    }
    counts[rank] = 0;
  };
  extend(extend, first, 0, 0, 0);
}

// The ranks that have only a high part in their keys come first.
constexpr unsigned k_first_low_rank = [] {
  unsigned rank = 0;
  while (detail::k_rank_keys[rank].high != 0) ++rank;
  return rank;
}();

struct Interval {
  std::uint32_t begin = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t end = 0;
  bool empty() const { return begin >= end; }
  void cover(Interval other) {
    begin = std::min(begin, other.begin);
    end = std::max(end, other.end);
  }
};

// The first choice of five, in the order of `cards`, that is as strong as all of them.
std::array<Card, 5> first_five_of_rank(std::span<const Card> cards, HandRank rank) {
  const Evaluator& evaluator = Evaluator::instance();
  std::array<Card, 5> five;
  const auto choose = [&](const auto& self, std::size_t from, std::size_t chosen) -> bool {
    if (chosen == five.size()) return evaluator(five) == rank;
    for (std::size_t i = from; i + (five.size() - chosen) <= cards.size(); ++i) {
      five[chosen] = cards[i];
      if (self(self, i + 1, chosen + 1)) return true;
    }
    return false;
  };
  core::check(choose(choose, 0, 0), "some five cards are as strong as all");
  return five;
}

}  // namespace

const Evaluator& Evaluator::instance() {
  static const Evaluator k_evaluator;
  return k_evaluator;
}

Evaluator::Evaluator() {
  number_meanings();
  place_multisets();
  for_each_multiset(0, k_rank_count, [&](const RankCounts& counts, int cards, std::uint32_t low, std::uint32_t high) {
    if (cards >= k_fewest) ranks_[place_of(cards, low, high)] = rank_of(best_by_ranks(counts));
  });
  for (unsigned ranks = 0; ranks < flushes_.size(); ++ranks)
    if (std::popcount(ranks) >= 5) flushes_[ranks] = rank_of(best_of_suit(ranks));
}

void Evaluator::number_meanings() {
  std::vector<Meaning> meanings;
  for_each_multiset(0, k_rank_count, [&](const RankCounts& counts, int cards, std::uint32_t, std::uint32_t) {
    if (cards == 5) meanings.push_back(best_by_ranks(counts));
  });
  for (unsigned ranks = 0; ranks < flushes_.size(); ++ranks)
    if (std::popcount(ranks) == 5) meanings.push_back(best_of_suit(ranks));
  std::sort(meanings.begin(), meanings.end());
  core::check(meanings.size() == meanings_.size(), "five cards have 7,462 strengths");
  std::copy(meanings.begin(), meanings.end(), meanings_.begin());
}

// Numbers the low parts, those of few cards first, so that the low parts that go with a high part of so many cards are
// neighbours; then gives every high part a stretch of the table for its low parts.
void Evaluator::place_multisets() {
  std::vector<std::pair<int, std::uint32_t>> lows;
  for_each_multiset(
      k_first_low_rank, k_rank_count,
      [&](const RankCounts&, int cards, std::uint32_t low, std::uint32_t) { lows.emplace_back(cards, low); });
  std::sort(lows.begin(), lows.end());
  std::array<Interval, k_most + 1> columns_of;
  std::uint16_t next_column = 0;
  for (const auto& [cards, low] : lows) {
    if (columns_[low] == 0) columns_[low] = ++next_column;
    columns_of[static_cast<std::size_t>(cards)].cover({columns_[low], columns_[low] + 1u});
  }
  std::vector<Interval> needed(rows_.size());
  for_each_multiset(0, k_first_low_rank, [&](const RankCounts&, int cards, std::uint32_t, std::uint32_t high) {
    for (int total = std::max(cards, k_fewest); total <= k_most; ++total)
      needed[row_of(total, high)].cover(columns_of[static_cast<std::size_t>(total - cards)]);
  });
  std::uint32_t free = next_column;
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    if (needed[row].empty()) continue;
    rows_[row] = static_cast<std::uint16_t>((free - needed[row].begin + 1) / 2);
    free = 2u * rows_[row] + needed[row].end;
  }
  core::check(free <= ranks_.size(), "the multisets of ranks fit the table");
}

std::size_t Evaluator::row_of(int cards, std::uint32_t high) {
  return static_cast<std::size_t>(cards - k_fewest) * detail::k_block + high;
}

std::size_t Evaluator::place_of(int cards, std::uint32_t low, std::uint32_t high) const {
  return 2u * rows_[row_of(cards, high)] + columns_[low];
}

HandRank Evaluator::rank_of(std::uint32_t meaning) const {
  const auto at = std::lower_bound(meanings_.begin(), meanings_.end(), meaning);
  const auto weakest = std::lower_bound(meanings_.begin(), meanings_.end(), meaning >> 20 << 20);
  return HandRank(class_of(meaning), static_cast<unsigned>(at - weakest));
}

HandDescription Evaluator::describe(HandRank rank) const {
  const Meaning meaning = meanings_[rank.strength() - 1];
  HandDescription description{rank.hand_class(), {}};
  for (std::size_t i = 0; i < ranks_that_tell(rank.hand_class()); ++i)
    description.ranks.push_back(static_cast<Rank>(meaning >> (16 - 4 * i) & 0xf));
  return description;
}

HandRank evaluate(std::span<const Card> cards) {
  core::check(cards.size() >= k_fewest && cards.size() <= k_most, "a hand is ranked by five to seven cards");
  return Evaluator::instance()(Hand(cards));
}

HandDescription describe(HandRank rank) { return Evaluator::instance().describe(rank); }

std::array<Card, 5> best_five(std::span<const Card> cards) {
  const HandRank rank = evaluate(cards);
  const std::array<Card, 5> chosen = first_five_of_rank(cards, rank);
  const HandDescription meaning = describe(rank);
  const bool wheel = meaning.ranks.size() == 1 && meaning.ranks[0] == Rank::five;
  std::array<int, k_rank_count> times{};
  for (const Card card : chosen) ++times[static_cast<std::size_t>(card.rank())];
  const auto weight = [&](Card card) {
    const int place = wheel && card.rank() == Rank::ace ? -1 : static_cast<int>(card.rank());
    return 16 * times[static_cast<std::size_t>(card.rank())] + place;
  };
  // Insertion leaves equals in their order, and five cards need nothing better.
  std::array<Card, 5> ordered = chosen;
  for (std::size_t i = 1; i < ordered.size(); ++i)
    for (std::size_t k = i; k > 0 && weight(ordered[k]) > weight(ordered[k - 1]); --k)
      std::swap(ordered[k], ordered[k - 1]);
  return ordered;
}

}  // namespace baize::cards
