#include "games/holdem/bot/thought.h"

#include "core/check.h"
#include "games/holdem/bot/style.h"
#include "games/holdem/game.h"

namespace baize::games::holdem {

namespace {

// In pieces, which are about microseconds.
constexpr int k_board_cost = 20;
constexpr int k_ranges_cost = 250;

}  // namespace

class Thought::Mind {
 public:
  Mind(const Public& shared, const Private& own, Seat seat, Strength strength, const Entropy& entropy)
      : shared_(shared), own_(own), strength_(strength), dice_(entropy) {
    // Nothing to decide: cards may be shown, or it is not the seat's turn at all.
    if (own.hand.size() != 2 || offered<LegalFold>(own) == nullptr) return;
    now_.emplace(shared, own, seat);
    if (now_->rivals.empty()) return;
    rounds_left_ = rounds_of(*now_, strength);
  }

  bool think(int pieces) {
    if (rounds_left_ == 0) return false;
    if (!rehearsal_) {
      if (!reading_) {
        // Only the hard one reads; the others' rehearsals ask for no place on the board.
        const bool reads = strength_ == Strength::hard;
        const std::span<const Card> board(now_->board.begin(), reads ? now_->board.size() : 0);
        reading_ = std::make_unique<Reading>(board, Combo{now_->hole[0], now_->hole[1]}, now_->known);
        pieces -= k_board_cost;
      }
      while (pieces > 0) {
        pieces -= k_board_cost;
        if (!reading_->read(dice_)) break;
        if (pieces <= 0) return true;
      }
      if (pieces <= 0) return true;
      suspect();
      pieces -= k_ranges_cost;
    }
    // Each hand that is drawn and looked at takes about a seventh of a microsecond.
    const int hands = static_cast<int>(now_->rivals.size()) + 2;
    for (; pieces > 0 && rounds_left_ > 0; --rounds_left_) {
      rehearsal_->round(dice_);
      if ((cost_ += hands) < 7) continue;
      pieces -= cost_ / 7;
      cost_ %= 7;
    }
    return rounds_left_ > 0;
  }

  Move move() const {
    core::check(rounds_left_ == 0, "a thought that is at its end has a move");
    if (offered<LegalFold>(own_) == nullptr) return without_bet();
    const Choices choices(shared_, own_);
    if (!now_ || now_->rivals.empty()) return choices.call();
    const Wish wish = wanted();
    switch (wish.kind) {
      case Wish::Kind::fold:
        return choices.fold();
      case Wish::Kind::call:
        return choices.call();
      case Wish::Kind::raise:
        return choices.raise(wish.to);
      case Wish::Kind::all_in:
        break;
    }
    return choices.all_in();
  }

 private:
  // What else a bot can be asked: it is always ready to see two boards, and has nothing to hide.
  Move without_bet() const {
    if (offered<LegalRunTwice>(own_) != nullptr) return RunTwice{true};
    if (const auto* show = offered<LegalShow>(own_)) return Show{show->cards};
    if (offered<LegalPostBlind>(own_) != nullptr) return PostBlind{};
    return Check{};
  }

  void suspect() {
    reading_->finish();
    std::vector<Range> ranges;
    ranges.reserve(now_->rivals.size());
    for (const Rival& rival : now_->rivals) ranges.push_back(range_of(*now_, rival, *reading_, strength_));
    plans_ = plans_for(*now_, strength_);
    rehearsal_ = std::make_unique<Rehearsal>(*now_, *reading_, std::move(ranges), plans_);
  }

  Wish wanted() const {
    Dice dice = dice_;
    if (now_->street != Street::preflop) return wish_after_flop(*now_, *rehearsal_, plans_, strength_, dice);
    if (strength_ == Strength::hard && now_->effective <= k_short) return best_of(*now_, *rehearsal_, plans_, dice);
    return wish_before_flop(*now_, rehearsal_ ? rehearsal_->share() : 0, strength_, dice);
  }

  const Public shared_;
  const Private own_;
  Strength strength_;
  Dice dice_;
  std::optional<Situation> now_;
  int rounds_left_ = 0;
  int cost_ = 0;
  std::unique_ptr<Reading> reading_;
  Rehearsal::Plans plans_;
  std::unique_ptr<Rehearsal> rehearsal_;
};

Thought::Thought(const Public& shared, const Private& own, Seat seat, Strength strength, const Entropy& entropy)
    : mind_(std::make_unique<Mind>(shared, own, seat, strength, entropy)) {}
Thought::~Thought() = default;
Thought::Thought(Thought&&) noexcept = default;
Thought& Thought::operator=(Thought&&) noexcept = default;

bool Thought::think(int pieces) { return mind_->think(pieces); }
Move Thought::move() const { return mind_->move(); }

Move Game::choose(const Public& shared, const Private& own, Seat seat, Strength strength, const Entropy& entropy) {
  Thought thought(shared, own, seat, strength, entropy);
  while (thought.think(1'000'000)) {
  }
  return thought.move();
}

}  // namespace baize::games::holdem
