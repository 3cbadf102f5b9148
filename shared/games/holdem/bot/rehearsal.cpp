#include "games/holdem/bot/rehearsal.h"

#include <algorithm>
#include <cmath>

#include "cards/evaluator.h"

namespace baize::games::holdem {

namespace {

// The part of a bet by (itself and the pot) is what has to fold for a bluff with it to break even; this much of that
// does, and less of the range of somebody who has bet already.
constexpr double k_folds = 0.8;
constexpr double k_bettor_folds = 0.6;
constexpr double k_most_fold = 0.8;
// The best of a range raises a bet.
constexpr double k_raises = 0.9;
// What is left of a share where more betting comes that the others have the last word in, and where they haven't.
constexpr double k_realised_first = 0.88;
constexpr double k_realised_last = 0.97;

// Who has not spoken yet calls a raise with so many of all hands.
constexpr double k_call_width = 0.2;
// With how many of all hands one calls so many big blinds more before the flop, roughly as tables for all-ins have it.
double call_width(double more) { return 0.75 * std::exp(-more / 11); }

}  // namespace

// What one round has dealt.
struct Rehearsal::Rivals {
  std::array<float, k_max_players> place{};
  std::array<int, k_max_players> result{};  // against the bot: 1 it loses, 0 it shares, -1 it wins
};

Rehearsal::Rehearsal(const Situation& now, const Reading& reading, std::vector<Range> ranges, const Plans& plans)
    : now_(now), reading_(reading), ranges_(std::move(ranges)), plans_(plans) {
  own_place_ = reading_.place(combo_of(now.hole[0], now.hole[1]));
  for (std::size_t i = 0; i < ranges_.size(); ++i) {
    ranges_[i].finish();
    raises_[i] = ranges_[i].cut(reading_, k_raises);
    for (std::size_t k = 0; k < plans_.size(); ++k) stays_[i][k] = answer_cut(ranges_[i], now.rivals[i], plans_[k]);
  }
}

double Rehearsal::fold_part(const Rival& rival, const Plan& plan) const {
  const double cost = plan.to - now_.bet;
  const double needed = cost / (now_.pot + cost);
  const bool has_bet = rival.last_action == ActKind::bet || rival.last_action == ActKind::raise;
  return std::min(needed * (has_bet ? k_bettor_folds : k_folds), k_most_fold);
}

float Rehearsal::answer_cut(const Range& range, const Rival& rival, const Plan& plan) const {
  const double more = std::min(plan.to, rival.total()) - rival.bet;
  if (rival.all_in || more <= 0) return -1;
  if (now_.street != Street::preflop) return range.cut(reading_, fold_part(rival, plan));
  // Who has put most of its chips in does not fold any more.
  if (more < 0.25 * (now_.pot + plan.to - now_.bet + more)) return -1;
  const bool has_raised = rival.last_action == ActKind::raise;
  const bool for_all = plan.raise || now_.call >= now_.behind;
  const auto width = static_cast<float>(1 - (for_all ? call_width(more) : k_call_width));
  return has_raised ? std::min(width, range.cut(reading_, 0.5)) : width;
}

bool Rehearsal::deal(Dice& dice, Rivals& rivals) const {
  const cards::Evaluator& evaluator = cards::Evaluator::instance();
  std::array<Combo, k_max_players> hands;
  CardSet used = now_.known;
  for (std::size_t i = 0; i < ranges_.size(); ++i) {
    const auto drawn = ranges_[i].draw(dice, used);
    if (!drawn) return false;
    hands[i] = *drawn;
    used |= drawn->set();
    rivals.place[i] = reading_.place(combo_of(drawn->a, drawn->b));
  }
  cards::Hand board(std::span(now_.board.begin(), now_.board.size()));
  for (std::size_t n = now_.board.size(); n < now_.board.k_capacity;) {
    const Card card = Card::from_index(dice.below(Card::k_count));
    if (used & set_of(card)) continue;
    used |= set_of(card);
    board += cards::Hand(card);
    ++n;
  }
  const cards::HandRank own = evaluator(board + now_.hole[0] + now_.hole[1]);
  for (std::size_t i = 0; i < ranges_.size(); ++i) {
    const cards::HandRank rank = evaluator(board + hands[i].a + hands[i].b);
    rivals.result[i] = rank < own ? 1 : rank == own ? 0 : -1;
  }
  return true;
}

void Rehearsal::round(Dice& dice) {
  Rivals rivals;
  if (!deal(dice, rivals)) return;
  ++rounds_;
  int sharing = 1;
  for (std::size_t i = 0; i < ranges_.size() && sharing > 0; ++i) {
    if (rivals.place[i] < stays_[i][0]) continue;
    if (rivals.result[i] < 0) sharing = 0;
    if (rivals.result[i] == 0) ++sharing;
  }
  if (sharing > 0) share_ += 1.0 / sharing;
  for (std::size_t k = 0; k < plans_.size(); ++k) value_[k] += outcome(rivals, k);
}

double Rehearsal::outcome(const Rivals& rivals, std::size_t plan) const {
  const double to = plans_[plan].to;
  double most = 0;
  bool raised = false;
  int sharing = 1;
  int staying = 0;
  for (std::size_t i = 0; i < ranges_.size(); ++i) {
    if (rivals.place[i] < stays_[i][plan]) continue;
    ++staying;
    most = std::max(most, now_.rivals[i].total());
    if (rivals.result[i] < 0) sharing = 0;
    if (rivals.result[i] == 0 && sharing > 0) ++sharing;
    if (rivals.place[i] >= raises_[i] && rivals.place[i] > own_place_) raised = true;
  }
  if (staying == 0) return now_.pot;
  const double matched = std::min(to, std::max(most, now_.bet));
  const double cost = matched - now_.bet;
  const bool all_in = to >= now_.bet + now_.behind || to >= most;
  // Driven off by a raise.
  if (plans_[plan].raise && raised && !all_in) return -cost;
  if (sharing == 0) return -cost;
  double pot = now_.pot + cost;
  for (std::size_t i = 0; i < ranges_.size(); ++i)
    if (rivals.place[i] >= stays_[i][plan])
      pot += std::max(0.0, std::min(matched, now_.rivals[i].total()) - now_.rivals[i].bet);
  const bool over = all_in || now_.street == Street::river;
  const double realised = over ? 1 : now_.last ? k_realised_last : k_realised_first;
  return realised * pot / sharing - cost;
}

}  // namespace baize::games::holdem
