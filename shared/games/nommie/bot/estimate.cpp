#include "games/nommie/bot/estimate.h"

#include <algorithm>

#include "games/nommie/bot/chances.h"

namespace baize::games::nommie {

int worth(const Suits& hand, int hand_size, Trump trump, const Suits& unseen) {
  int sum = 0;
  const auto& chances = k_chances[size_class(hand_size)];
  for (std::size_t suit = 0; suit < hand.size(); ++suit) {
    const CardKind kind = trump == Trump::no_trumps           ? CardKind::no_trumps
                          : trump == static_cast<Trump>(suit) ? CardKind::trump
                                                              : CardKind::side;
    const auto& row = chances[static_cast<std::size_t>(kind)][length_class(std::popcount(hand[suit]))];
    for (unsigned ranks = hand[suit]; ranks != 0; ranks &= ranks - 1) {
      const int above = higher(unseen, card_of(suit, std::countr_zero(ranks)));
      sum += row[static_cast<std::size_t>(std::min(above, k_most_higher))];
    }
  }
  return sum;
}

namespace {

constexpr std::array<Trump, 5> k_trumps{Trump::clubs, Trump::diamonds, Trump::hearts, Trump::spades, Trump::no_trumps};

Suits all_but(const Suits& hand) {
  Suits unseen = all_cards();
  for (std::size_t suit = 0; suit < hand.size(); ++suit) unseen[suit] = static_cast<Ranks>(unseen[suit] & ~hand[suit]);
  return unseen;
}

}  // namespace

BestTrump best_trump(const Suits& hand, int hand_size) {
  const Suits unseen = all_but(hand);
  BestTrump best;
  for (const Trump trump : k_trumps)
    if (const int one = worth(hand, hand_size, trump, unseen); one > best.worth) best = {trump, one};
  return best;
}

int outlook_of(const Suits& hand, const BidsSoFar& bids) {
  const Suits unseen = all_but(hand);
  std::array<int, k_trumps.size()> worths{};
  for (std::size_t i = 0; i < worths.size(); ++i) worths[i] = worth(hand, bids.hand_size, k_trumps[i], unseen);
  const int best = *std::max_element(worths.begin(), worths.end());
  // Under somebody else's trump: a part of the mean of the others, because whoever names it is strong in it.
  int others = -best;
  for (const int one : worths) others += one;
  others /= static_cast<int>(worths.size()) - 1;
  // The bid that names trump is the highest of four: above those that were made, and well above a fair share.
  const int own = bids.hand_size * 100 / k_seats + 90;
  const bool names = best >= 100 * bids.highest + 50 && best >= own;
  const int expected = names ? best : 7 * others / 10;
  if (bids.made == 0) return expected;
  // What the others leave over, by so much as has been heard of them.
  const int left = std::max(0, 100 * (bids.hand_size - bids.total) / (k_seats - bids.made));
  return (expected * (6 - bids.made) + left * bids.made) / 6;
}

}  // namespace baize::games::nommie
