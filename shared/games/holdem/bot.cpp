#include <algorithm>

#include "games/holdem/game.h"
#include "games/holdem/odds.h"

namespace baize::games::holdem {

namespace {

// How a strength plays: all numbers are parts of one.
struct Style {
  int rounds;         // of the hand played out in the mind
  bool reads;         // gives opponents who bet better cards than any two
  double error;       // how far off its sense of its own chance may be
  double eagerness;   // how far above an even share a chance has to be to bet or raise; lower is more
  double stickiness;  // how much below the price it still calls
  double bluff;       // how often it bets with nothing
};

constexpr Style style_of(Strength strength) {
  switch (strength) {
    case Strength::easy:
      return {60, false, 0.30, 0.45, 0.12, 0.03};
    case Strength::medium:
      return {200, false, 0.10, 0.25, 0.03, 0.05};
    case Strength::hard:
      break;
  }
  return {1500, true, 0.0, 0.16, 0.0, 0.08};
}

template <class L>
const L* find(const Private& own) {
  for (const Legal& one : own.legal)
    if (const L* found = std::get_if<L>(&one)) return found;
  return nullptr;
}

// Who bets has cards for it; who calls has some.
Range range_of(const Public& shared, const PlayerView& player) {
  if (player.last_action == ActKind::raise || player.last_action == ActKind::bet) return Range::best_of_three;
  const bool paid = player.last_action == ActKind::call || shared.street > Street::preflop;
  return paid ? Range::best_of_two : Range::any;
}

Question question_of(const Public& shared, const Private& own, Seat seat, bool reads) {
  Question question{own.hand, shared.board, {}, {}};
  for (const PlayerView& player : shared.players) {
    if (player.seat == seat) continue;
    for (const Card card : player.shown) question.seen.push_back(card);
    if (!player.folded) question.opponents.push_back(reads ? range_of(shared, player) : Range::any);
  }
  return question;
}

// One decision: what it costs, what it may win, and how the dice fall.
class Thought {
 public:
  Thought(const Public& shared, const Private& own, Seat seat, Strength strength, const Entropy& entropy)
      : shared_(shared), own_(own), style_(style_of(strength)), chance_(entropy) {
    const Question question = question_of(shared, own, seat, style_.reads);
    opponents_ = static_cast<int>(question.opponents.size());
    win_ = own.hand.size() == 2 && opponents_ > 0 ? win_chance(question, style_.rounds, chance_) : 0.0;
    win_ += style_.error * (2 * dice() - 1);
    for (const Pot& pot : shared.pots) pot_ += pot.amount;
    if (const auto* call = find<LegalCall>(own)) call_ = call->amount;
  }

  Move decide() {
    const double even = 1.0 / (opponents_ + 1);
    const double strong = even + style_.eagerness * (1 - even);
    if (call_ == Chips{0}) return decide_for_free(strong);
    const double price = ratio(call_, pot_ + call_);
    if (win_ > strong && win_ > price + 0.1 && dice() < 0.75) return raise(win_);
    if (win_ + style_.stickiness >= price) return Call{};
    if (dice() < style_.bluff * 0.4 && ratio(call_, pot_) < 0.5) return raise(0.6);
    return Fold{};
  }

 private:
  static double ratio(Chips part, Chips whole) {
    return static_cast<double>(part.count) / static_cast<double>(std::max<std::int64_t>(whole.count, 1));
  }
  double dice() { return chance_.below(1 << 16) / 65536.0; }

  Move decide_for_free(double strong) {
    // A strong hand is now and then played slowly, so that checking tells little.
    if (win_ > strong && dice() < 0.85) return raise(win_);
    if (shared_.street != Street::preflop && opponents_ <= 2 && dice() < style_.bluff) return raise(0.5);
    return Check{};
  }

  // Between half the pot and all of it, more the surer it is; all-in where little would be left.
  Move raise(double sure) {
    const auto* limits = find<LegalRaise>(own_);
    if (limits == nullptr) return call_ == Chips{0} ? Move{Check{}} : Move{Call{}};
    const double part = 0.4 + 0.5 * sure + 0.2 * dice();
    const auto more = static_cast<std::int64_t>(part * static_cast<double>((pot_ + call_).count));
    const Chips to = std::clamp(shared_.current_bet + Chips{more}, limits->min, limits->max);
    if (ratio(to, limits->max) > 0.6 && sure > 0.55) return AllIn{};
    return Raise{to};
  }

  const Public& shared_;
  const Private& own_;
  Style style_;
  cards::Keystream chance_;
  int opponents_ = 0;
  double win_ = 0;
  Chips pot_;
  Chips call_;
};

}  // namespace

Move Game::choose(const Public& shared, const Private& own, Seat seat, Strength strength, const Entropy& entropy) {
  if (const auto* show = find<LegalShow>(own)) return Show{show->cards};
  return Thought(shared, own, seat, strength, entropy).decide();
}

}  // namespace baize::games::holdem
