#include "games/holdem/odds.h"

#include <algorithm>
#include <array>

#include "cards/evaluator.h"

namespace baize::games::holdem {

namespace {

using cards::Rank;

int chen_of_rank(Rank rank) {
  switch (rank) {
    case Rank::ace:
      return 20;
    case Rank::king:
      return 16;
    case Rank::queen:
      return 14;
    case Rank::jack:
      return 12;
    default:
      return static_cast<int>(rank) + 2;
  }
}

// The cards that nobody has seen, drawn one by one without putting any back.
class Stub {
 public:
  explicit Stub(const Question& question) {
    std::array<bool, Card::k_count> out{};
    for (const Card card : question.hand) out[card.index()] = true;
    for (const Card card : question.board) out[card.index()] = true;
    for (const Card card : question.seen) out[card.index()] = true;
    for (std::size_t i = 0; i < out.size(); ++i)
      if (!out[i]) cards_[size_++] = Card::from_index(i);
  }

  void gather() { drawn_ = 0; }
  std::size_t drawn() const { return drawn_; }
  Card draw(cards::Keystream& chance) {
    const std::size_t at = drawn_ + chance.below(static_cast<std::uint32_t>(size_ - drawn_));
    std::swap(cards_[drawn_], cards_[at]);
    return cards_[drawn_++];
  }
  // Of the cards drawn since `first`, keeps the two at `kept` and puts the others back.
  void keep_two(std::size_t first, std::size_t kept) {
    std::swap(cards_[first], cards_[kept]);
    std::swap(cards_[first + 1], cards_[kept + 1]);
    drawn_ = first + 2;
  }

 private:
  std::array<Card, Card::k_count> cards_{};
  std::size_t size_ = 0;
  std::size_t drawn_ = 0;
};

struct Two {
  Card a;
  Card b;
};

Two draw_from(Range range, Stub& stub, cards::Keystream& chance) {
  const std::size_t first = stub.drawn();
  std::size_t kept = first;
  Two best{};
  for (int i = 0; i <= static_cast<int>(range); ++i) {
    const std::size_t at = stub.drawn();
    const Card a = stub.draw(chance);
    const Card b = stub.draw(chance);
    if (i > 0 && chen_score(a, b) <= chen_score(best.a, best.b)) continue;
    best = {a, b};
    kept = at;
  }
  stub.keep_two(first, kept);
  return best;
}

}  // namespace

int chen_score(Card a, Card b) {
  if (a.rank() < b.rank()) std::swap(a, b);
  int score = chen_of_rank(a.rank());
  const int gap = static_cast<int>(a.rank()) - static_cast<int>(b.rank()) - 1;
  if (gap < 0) return std::max(2 * score, 10);
  if (a.suit() == b.suit()) score += 4;
  constexpr std::array<int, 5> k_penalty = {0, 2, 4, 8, 10};
  score -= k_penalty[static_cast<std::size_t>(std::min(gap, 4))];
  if (gap < 2 && a.rank() < Rank::queen) score += 2;
  return score;
}

double win_chance(const Question& question, int rounds, cards::Keystream& chance) {
  const cards::Evaluator& evaluator = cards::Evaluator::instance();
  const cards::Hand known = cards::Hand(std::span(question.board.begin(), question.board.size()));
  Stub stub(question);
  double won = 0;
  for (int round = 0; round < rounds; ++round) {
    stub.gather();
    std::array<Two, k_max_players> others;
    for (std::size_t i = 0; i < question.opponents.size(); ++i)
      others[i] = draw_from(question.opponents[i], stub, chance);
    cards::Hand board = known;
    for (std::size_t i = question.board.size(); i < question.board.k_capacity; ++i)
      board += cards::Hand(stub.draw(chance));
    const cards::HandRank own = evaluator(board + question.hand[0] + question.hand[1]);
    int sharing = 1;
    for (std::size_t i = 0; i < question.opponents.size() && sharing > 0; ++i) {
      const cards::HandRank rank = evaluator(board + others[i].a + others[i].b);
      if (rank > own) sharing = 0;
      if (rank == own) ++sharing;
    }
    if (sharing > 0) won += 1.0 / sharing;
  }
  return won / rounds;
}

}  // namespace baize::games::holdem
