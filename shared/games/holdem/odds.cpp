#include "games/holdem/odds.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "cards/evaluator.h"
#include "games/holdem/words.h"

namespace baize::games::holdem {

namespace {

constexpr std::int64_t k_rounds = 40'000;
// In pieces: a board with all hands that one opponent may hold.
constexpr int k_board_cost = 20;
// So many hands are drawn and looked at in one piece.
constexpr int k_hands_a_piece = 12;

}  // namespace

Odds::Odds(const Public& shared, const Private& own, Seat seat)
    : hand_(own.hand), board_(shared.board), dice_(core::Entropy{}) {
  if (shared.street != Street::over && hand_.size() == 2) ask(shared, seat);
}

void Odds::ask(const Public& shared, Seat seat) {
  CardSet seen = set_of(std::span(hand_.begin(), hand_.size())) | set_of(std::span(board_.begin(), board_.size()));
  for (const PlayerView& player : shared.players) {
    seen |= set_of(std::span(player.shown.begin(), player.shown.size()));
    if (player.seat == seat && player.folded) return;
    if (player.seat != seat && !player.folded) ++opponents_;
  }
  if (opponents_ == 0) return;
  for (std::size_t i = 0; i < Card::k_count; ++i)
    if (!(seen & set_of(Card::from_index(i)))) unseen_.push_back(Card::from_index(i));
  more_ = true;
  exact_ = opponents_ == 1 && board_.size() >= 3;
  // The first board takes the first unseen cards.
  missing_ = {0, 1};
}

bool Odds::think(int pieces) {
  int hands = 0;
  while (more_ && pieces > 0) {
    if (exact_) {
      count_next_board();
      more_ = next_board();
      pieces -= k_board_cost;
      continue;
    }
    play_out();
    more_ = cases_ < k_rounds;
    hands += opponents_ + 1;
    pieces -= hands / k_hands_a_piece;
    hands %= k_hands_a_piece;
  }
  return more_;
}

// The present board against every hand that the one opponent may hold.
void Odds::count_next_board() {
  const cards::Evaluator& evaluator = cards::Evaluator::instance();
  const std::size_t missing = board_.k_capacity - board_.size();
  cards::Hand board(std::span(board_.begin(), board_.size()));
  std::array<cards::Hand, Card::k_count> others;
  std::size_t count = 0;
  for (std::size_t i = 0; i < unseen_.size(); ++i) {
    const bool on_board = std::find(missing_.begin(), missing_.begin() + missing, i) != missing_.begin() + missing;
    if (on_board)
      board += cards::Hand(unseen_[i]);
    else
      others[count++] = cards::Hand(unseen_[i]);
  }
  const cards::HandRank own = evaluator(board + hand_[0] + hand_[1]);
  std::int64_t halves = 0;
  for (std::size_t a = 1; a < count; ++a) {
    const cards::Hand with_one = board + others[a];
    for (std::size_t b = 0; b < a; ++b) {
      const cards::HandRank rank = evaluator(with_one + others[b]);
      halves += rank < own ? 2 : rank == own;
    }
  }
  won_ += static_cast<double>(halves) / 2;
  cases_ += static_cast<std::int64_t>(count * (count - 1) / 2);
}

bool Odds::next_board() {
  const std::size_t missing = board_.k_capacity - board_.size();
  if (missing == 0) return false;
  if (missing == 1) return ++missing_[0] < unseen_.size();
  if (++missing_[1] < unseen_.size()) return true;
  missing_[1] = ++missing_[0] + 1;
  return missing_[1] < unseen_.size();
}

void Odds::play_out() {
  const cards::Evaluator& evaluator = cards::Evaluator::instance();
  std::uint32_t drawn = 0;
  const auto draw = [&] {
    const auto left = static_cast<std::uint32_t>(unseen_.size()) - drawn;
    std::swap(unseen_[drawn], unseen_[drawn + dice_.below(left)]);
    return unseen_[drawn++];
  };
  cards::Hand board(std::span(board_.begin(), board_.size()));
  for (std::size_t i = board_.size(); i < board_.k_capacity; ++i) board += cards::Hand(draw());
  const cards::HandRank own = evaluator(board + hand_[0] + hand_[1]);
  int sharing = 1;
  for (int i = 0; i < opponents_ && sharing > 0; ++i) {
    const Card one = draw();
    const cards::HandRank rank = evaluator(board + one + draw());
    if (rank > own) sharing = 0;
    if (rank == own) ++sharing;
  }
  const double share = sharing > 0 ? 1.0 / sharing : 0;
  won_ += share;
  squares_ += share * share;
  ++cases_;
}

Outlook Odds::outlook() const {
  Outlook outlook;
  std::vector<Card> cards(hand_.begin(), hand_.end());
  if (cards.empty()) return outlook;
  cards.insert(cards.end(), board_.begin(), board_.end());
  outlook.hand = hand_words(cards, Kickers::left_out);
  // Half a count says little: an exact chance is told when all is counted, the other from the first thousand on.
  if (cases_ == 0 || (exact_ && more_) || (!exact_ && cases_ < 1000)) return outlook;
  const auto cases = static_cast<double>(cases_);
  const double chance = won_ / cases;
  outlook.chance = chance;
  if (!exact_) outlook.error = 1.96 * std::sqrt(std::max(0.0, squares_ / cases - chance * chance) / cases);
  return outlook;
}

bool Odds::ask_the_same(const Odds& other) const {
  return hand_ == other.hand_ && board_ == other.board_ && opponents_ == other.opponents_ &&
         unseen_.size() == other.unseen_.size();
}

}  // namespace baize::games::holdem
