// How many hands a second the evaluator ranks on one core: every seven-card hand in sequence, as an enumeration of
// run-outs meets them, and hands without any order, from their cards and from ready sums.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <vector>

#include "cards/deck.h"
#include "cards/evaluator.h"

namespace {

using baize::cards::Card;
using baize::cards::Deck;
using baize::cards::Evaluator;
using baize::cards::Hand;
using Seven = std::array<Card, 7>;

constexpr std::size_t k_hands = 1u << 16;

void count_hands(benchmark::State& state, std::uint64_t hands) {
  state.SetItemsProcessed(static_cast<std::int64_t>(hands));
}

std::uint64_t sum_of_values_with_two_more(const Evaluator& evaluator, Hand five, unsigned from);

// The sum over all hands that add `left` cards from `from` on.
template <int left>
std::uint64_t sum_of_values(const Evaluator& evaluator, Hand hand, unsigned from) {
  if constexpr (left == 2) {
    return sum_of_values_with_two_more(evaluator, hand, from);
  } else {
    std::uint64_t sum = 0;
    for (unsigned i = from; i + left <= Card::k_count; ++i)
      sum += sum_of_values<left - 1>(evaluator, hand + Card::from_index(i), i + 1);
    return sum;
  }
}

// Apart from the outer loops, which would take its registers.
[[gnu::noinline]] std::uint64_t sum_of_values_with_two_more(const Evaluator& evaluator, Hand five, unsigned from) {
  std::uint64_t sum = 0;
  for (unsigned i = from; i + 1 < Card::k_count; ++i) {
    const Hand six = five + Card::from_index(i);
    for (unsigned k = i + 1; k < Card::k_count; ++k) sum += evaluator(six + Card::from_index(k)).value();
  }
  return sum;
}

void all_seven_card_hands_in_sequence(benchmark::State& state) {
  const Evaluator& evaluator = Evaluator::instance();
  std::uint64_t hands = 0;
  for (auto run : state) {
    benchmark::DoNotOptimize(sum_of_values<7>(evaluator, Hand(), 0));
    hands += 133'784'560;
  }
  count_hands(state, hands);
}
BENCHMARK(all_seven_card_hands_in_sequence)->Unit(benchmark::kMillisecond);

std::vector<Seven> random_hands() {
  std::vector<Seven> hands(k_hands);
  for (std::size_t i = 0; i < hands.size(); ++i) {
    const Deck deck = baize::cards::shuffled_deck(baize::core::derive(baize::core::Entropy{}, "evaluator bench", i));
    std::copy_n(deck.begin(), hands[i].size(), hands[i].begin());
  }
  return hands;
}

void random_seven_cards(benchmark::State& state) {
  const Evaluator& evaluator = Evaluator::instance();
  const std::vector<Seven> hands = random_hands();
  std::uint64_t done = 0;
  for (auto run : state) {
    std::uint64_t sum = 0;
    for (const Seven& hand : hands) sum += evaluator(hand).value();
    benchmark::DoNotOptimize(sum);
    done += hands.size();
  }
  count_hands(state, done);
}
BENCHMARK(random_seven_cards)->Unit(benchmark::kMicrosecond);

void random_sums_of_seven_cards(benchmark::State& state) {
  const Evaluator& evaluator = Evaluator::instance();
  std::vector<Hand> hands;
  for (const Seven& hand : random_hands()) hands.emplace_back(hand);
  std::uint64_t done = 0;
  for (auto run : state) {
    std::uint64_t sum = 0;
    for (const Hand hand : hands) sum += evaluator(hand).value();
    benchmark::DoNotOptimize(sum);
    done += hands.size();
  }
  count_hands(state, done);
}
BENCHMARK(random_sums_of_seven_cards)->Unit(benchmark::kMicrosecond);

}  // namespace
