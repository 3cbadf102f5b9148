#include "games/nommie/bot/board.h"

namespace baize::games::nommie {

namespace {

// The cards of a trick that the seat to act may play, one after the other.
class Choice {
 public:
  explicit Choice(const Board& board)
      : board_(board), hand_(board.hands[static_cast<std::size_t>(board.to_act)]), unseen_(board.out) {
    for (std::size_t suit = 0; suit < hand_.size(); ++suit)
      unseen_[suit] = static_cast<Ranks>(unseen_[suit] & ~hand_[suit]);
  }

  Card card() const {
    const auto i = static_cast<std::size_t>(board_.to_act);
    const int need = board_.bids[i] - board_.won[i];
    const bool wants = need != 0;
    // Every trick that is left, or as many as there are once the bid is lost.
    const bool urgent = need < 0 || need >= board_.tricks_left;
    if (board_.trick.empty()) return wants ? lead_to_win(urgent) : lead_to_lose();
    return wants ? follow_to_win(urgent) : follow_to_lose();
  }

 private:
  static constexpr int k_never = -1000;

  bool is_trump(std::size_t suit) const { return board_.trump == static_cast<Trump>(suit); }
  // How strong a card is: unseen higher ones of its suit take from it, being a trump adds.
  int strength(Card card) const { return 13 - higher(unseen_, card) + (is_trump(suit_of(card)) ? 14 : 0); }

  // The playable card for which `value` is highest; of equals the one that comes first by suit and rank. Cards with
  // k_never don't count; nothing if none is left.
  template <class Value>
  std::optional<Card> best(Value value) const {
    const bool follows = !board_.trick.empty() && hand_[suit_of(board_.trick[0].card)] != 0;
    const std::size_t first = follows ? suit_of(board_.trick[0].card) : 0;
    const std::size_t last = follows ? first : hand_.size() - 1;
    std::optional<Card> found;
    int most = k_never;
    for (std::size_t suit = first; suit <= last; ++suit)
      for (unsigned ranks = hand_[suit]; ranks != 0; ranks &= ranks - 1) {
        const Card one = card_of(suit, std::countr_zero(ranks));
        if (const int worth = value(one); worth > most) {
          most = worth;
          found = one;
        }
      }
    return found;
  }

  // Side suits that are long are trumped sooner; with many trumps, trumps are drawn first.
  Card lead_to_win(bool urgent) const {
    const auto sure = best([&](Card card) {
      if (higher(unseen_, card) > 0) return k_never;
      const int length = std::popcount(hand_[suit_of(card)]);
      if (is_trump(suit_of(card))) return length >= 3 ? 50 : 5;
      return 20 - length;
    });
    if (sure) return *sure;
    if (urgent) return *best([&](Card card) { return strength(card); });
    return *best([&](Card card) { return -strength(card); });
  }

  Card lead_to_lose() const {
    return *best([&](Card card) { return 2 * higher(unseen_, card) - (is_trump(suit_of(card)) ? 12 : 0); });
  }

  Card follow_to_win(bool urgent) const {
    const Card lying = best_of(board_.trick, board_.trump).card;
    const bool last = board_.trick.size() == k_seats - 1;
    const auto wins = [&](Card card) { return beats(card, lying, board_.trump); };
    const auto cheapest = best([&](Card card) { return wins(card) ? -strength(card) : k_never; });
    const auto lowest = best([&](Card card) { return wins(card) ? k_never : -strength(card); });
    if (!cheapest) return *lowest;
    if (last || !lowest) return *cheapest;
    // What nobody can beat, or a trump on another suit, is likely to hold.
    const auto holding = best([&](Card card) {
      const bool ruff = is_trump(suit_of(card)) && suit_of(card) != suit_of(board_.trick[0].card);
      return wins(card) && (ruff || higher(unseen_, card) == 0) ? -strength(card) : k_never;
    });
    if (holding) return *holding;
    if (urgent) return *best([&](Card card) { return wins(card) ? strength(card) : k_never; });
    if (board_.trick.size() == 2 && higher(unseen_, *cheapest) <= 1) return *cheapest;
    return *lowest;
  }

  Card follow_to_lose() const {
    const Card lying = best_of(board_.trick, board_.trump).card;
    const auto wins = [&](Card card) { return beats(card, lying, board_.trump); };
    if (const auto highest = best([&](Card card) { return wins(card) ? k_never : strength(card); })) return *highest;
    const bool last = board_.trick.size() == k_seats - 1;
    return *best([&](Card card) { return last ? strength(card) : -strength(card); });
  }

  const Board& board_;
  const Suits& hand_;
  Suits unseen_;
};

}  // namespace

void Board::play(Card card) {
  remove(hands[static_cast<std::size_t>(to_act)], card);
  remove(out, card);
  trick.push_back({to_act, card});
  to_act = seat_after(to_act);
  if (!trick.full()) return;
  to_act = best_of(trick, trump).seat;
  ++won[static_cast<std::size_t>(to_act)];
  --tricks_left;
  trick.clear();
}

Card Board::habit() const { return Choice(*this).card(); }

}  // namespace baize::games::nommie
