#include "games/nommie/odds.h"

#include "games/nommie/bot/estimate.h"
#include "narration/words.h"

namespace baize::games::nommie {

namespace {

constexpr narration::Phrase k_about{"nommie.worth", "about {tricks} tricks"};
constexpr narration::Phrase k_about_one{"nommie.worth-one", "about 1 trick"};

}  // namespace

Odds::Odds(const Public& shared, const Private& own, Seat) : deal_(shared.deal) {
  if (own.hand.empty() || shared.phase == Phase::over) return;
  Suits hand{};
  Suits unseen = all_cards();
  for (const Card card : own.hand) {
    add(hand, card);
    remove(unseen, card);
  }
  for (const Trick& trick : shared.tricks)
    for (const PlayedCard& one : trick.cards) remove(unseen, one.card);
  for (const PlayedCard& one : shared.current_trick) remove(unseen, one.card);
  const int left = std::max(2, static_cast<int>(own.hand.size()));
  worth_ = shared.trump ? worth(hand, left, *shared.trump, unseen) : best_trump(hand, left).worth;
}

Outlook Odds::outlook() const {
  if (!worth_) return {};
  const int tricks = (*worth_ + 50) / 100;
  return {narration::said(tricks == 1 ? k_about_one : k_about, {{"tricks", narration::number(tricks)}}), {}, 0};
}

}  // namespace baize::games::nommie
