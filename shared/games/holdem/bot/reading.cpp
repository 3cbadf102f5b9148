#include "games/holdem/bot/reading.h"

#include <algorithm>

#include "cards/evaluator.h"
#include "games/holdem/bot/chart.h"

namespace baize::games::holdem {

namespace {

constexpr int k_boards = 24;
// Of the present board against all that may come.
constexpr float k_now = 8;

}  // namespace

Reading::Reading(std::span<const Card> board, Combo own, CardSet known)
    : known_(known), own_(combo_of(own.a, own.b)), boards_left_(board.size() < 5 ? k_boards : 0) {
  for (const Card card : board) board_.push_back(card);
  if (!board.empty()) {
    add_board(board, 0, k_now);
    return;
  }
  boards_left_ = 0;
  for (std::size_t i = 0; i < k_combos; ++i) {
    if ((k_all_combos[i].set() & known_) != 0 && i != own_) continue;
    place_[i] = static_cast<float>(1 - tightness(k_all_combos[i].a, k_all_combos[i].b));
    weight_[i] = 1;
  }
}

bool Reading::read(Dice& dice) {
  if (boards_left_ == 0) return false;
  std::array<Card, 5> cards;
  std::copy(board_.begin(), board_.end(), cards.begin());
  CardSet more = 0;
  for (std::size_t i = board_.size(); i < cards.size();) {
    const Card card = Card::from_index(dice.below(Card::k_count));
    if ((known_ | more) & set_of(card)) continue;
    more |= set_of(card);
    cards[i++] = card;
  }
  add_board(cards, more, 1);
  return --boards_left_ > 0;
}

// Adds the square of each pair's place on this board: what is seldom good but then very good is worth more than what
// is always middling.
void Reading::add_board(std::span<const Card> cards, CardSet more, float weight) {
  const cards::Evaluator& evaluator = cards::Evaluator::instance();
  const cards::Hand board(cards);
  std::array<std::uint16_t, k_combos> strength;
  std::array<std::uint16_t, cards::k_strength_count + 2> below{};
  int all = 0;
  for (std::size_t i = 0; i < k_combos; ++i) {
    const CardSet set = k_all_combos[i].set();
    strength[i] = 0;
    if ((set & more) != 0 || ((set & known_) != 0 && i != own_)) continue;
    strength[i] = static_cast<std::uint16_t>(evaluator(board + k_all_combos[i].a + k_all_combos[i].b).strength());
    ++below[strength[i] + 1u];
    ++all;
  }
  for (std::size_t i = 1; i < below.size(); ++i) below[i] = static_cast<std::uint16_t>(below[i] + below[i - 1]);
  for (std::size_t i = 0; i < k_combos; ++i) {
    if (strength[i] == 0) continue;
    const auto alike = static_cast<float>(below[strength[i] + 1u] - below[strength[i]]);
    const float place = (static_cast<float>(below[strength[i]]) + alike / 2) / static_cast<float>(all);
    place_[i] += weight * place * place;
    weight_[i] += weight;
  }
}

void Reading::finish() {
  for (std::size_t i = 0; i < k_combos; ++i) {
    if (weight_[i] == 0) continue;
    place_[i] /= weight_[i];
    order_[count_++] = static_cast<std::uint16_t>(i);
  }
  std::sort(order_.begin(), order_.begin() + static_cast<std::ptrdiff_t>(count_),
            [this](auto a, auto b) { return place_[a] != place_[b] ? place_[a] < place_[b] : a < b; });
  if (board_.empty()) return;
  for (std::size_t i = 0; i < count_; ++i)
    place_[order_[i]] = (static_cast<float>(i) + 0.5f) / static_cast<float>(count_);
}

}  // namespace baize::games::holdem
