#include "games/nommie/bot/thought.h"

#include <algorithm>
#include <vector>

#include "games/dice.h"
#include "games/nommie/bot/deals.h"
#include "games/nommie/bot/estimate.h"
#include "games/nommie/game.h"

namespace baize::games::nommie {

namespace {

// How many deals a hard bot plays out for a decision, and about how many of the contract's pieces each playing-out
// takes.
constexpr int k_deals = 160;
constexpr int k_pieces_each = 8;
// An easy bot plays so many cards in a hundred without thinking.
constexpr std::uint32_t k_careless = 40;

int nearest_bid(const LegalBid& legal, int hundredths) {
  int best = -1;
  const auto distance = [&](int bid) { return std::abs(100 * bid - hundredths); };
  for (int bid = legal.min; bid <= legal.max; ++bid) {
    if (std::find(legal.forbidden.begin(), legal.forbidden.end(), bid) != legal.forbidden.end()) continue;
    if (best < 0 || distance(bid) < distance(best)) best = bid;
  }
  return best;
}

// The same for a seat that is only imagined: rule 3 is all that binds it.
int imagined_bid(const BidsSoFar& bids, int hundredths) {
  const int forbidden = bids.made == k_seats - 1 ? bids.hand_size - bids.total : -1;
  LegalBid legal{0, bids.hand_size, {}, false};
  if (forbidden >= 0) legal.forbidden.push_back(forbidden);
  return nearest_bid(legal, hundredths);
}

BidsSoFar bids_so_far(const Public& shared) {
  BidsSoFar bids{shared.hand_size, 0, 0, -1};
  for (const auto& bid : shared.bids) {
    if (!bid) continue;
    ++bids.made;
    bids.total += *bid;
    bids.highest = std::max(bids.highest, int{*bid});
  }
  return bids;
}

void hear(BidsSoFar& bids, int bid) {
  ++bids.made;
  bids.total += bid;
  bids.highest = std::max(bids.highest, bid);
}

// What a way to end the round is worth to a seat: its own points, and a little that the others don't get theirs.
int value_of(const Board& end, Seat seat) {
  int value = 0;
  for (Seat one = 0; one < k_seats; ++one) {
    const auto i = static_cast<std::size_t>(one);
    const int points = points_of(end.bids[i], end.won[i]);
    value += one == seat ? 4 * points : -points;
  }
  return value;
}

}  // namespace

class Thought::Mind {
 public:
  Mind(const Public& shared, const Private& own, Seat seat, Strength strength, const Entropy& entropy)
      : knowledge_(shared, own, seat), bids_(bids_so_far(shared)), dealer_(shared.dealer), seat_(seat), dice_(entropy) {
    core::check(!own.legal.empty(), "a bot is asked when it is its turn");
    std::visit([&](const auto& legal) { consider(legal, strength); }, own.legal[0]);
    if (strength != Strength::hard || moves_.size() < 2) deals_ = k_deals;
    values_.assign(moves_.size(), 0);
  }

  bool think(int pieces) {
    for (int done = 0; deals_ < k_deals && done < pieces; done += k_pieces_each) step();
    return deals_ < k_deals;
  }

  Move move() const {
    core::check(deals_ >= k_deals, "a thought is thought to its end");
    // Of equals the first: that is what a medium bot does.
    return moves_[static_cast<std::size_t>(std::max_element(values_.begin(), values_.end()) - values_.begin())];
  }

 private:
  // The moves that are worth a thought, what a bot does without one first.
  void consider(const LegalBid& legal, Strength strength) {
    int expected = outlook_of(knowledge_.own(), bids_);
    if (strength == Strength::easy) expected += static_cast<int>(dice_.below(301)) - 150;
    const int bid = nearest_bid(legal, expected);
    moves_.push_back(Bid{bid});
    for (int other = std::max(legal.min, bid - 2); other <= std::min(legal.max, bid + 2); ++other)
      if (other != bid && std::find(legal.forbidden.begin(), legal.forbidden.end(), other) == legal.forbidden.end())
        moves_.push_back(Bid{other});
  }

  void consider(const LegalTrump& legal, Strength) {
    const Trump best = best_trump(knowledge_.own(), bids_.hand_size).trump;
    moves_.push_back(NameTrump{best});
    for (const Trump trump : legal.trumps)
      if (trump != best) moves_.push_back(NameTrump{trump});
  }

  void consider(const LegalPlay& legal, Strength strength) {
    Card best = knowledge_.board().habit();
    if (strength == Strength::easy && dice_.below(100) < k_careless)
      best = legal.cards[dice_.below(static_cast<std::uint32_t>(legal.cards.size()))];
    moves_.push_back(PlayCard{best});
    for (const Card card : legal.cards)
      if (card != best) moves_.push_back(PlayCard{card});
  }

  // One move played out over one deal; all moves over the same deals.
  void step() {
    if (next_ == 0) imagined_ = knowledge_.imagine(dice_);
    Board board = imagined_;
    std::visit([&](const auto& move) { begin(board, move); }, moves_[next_]);
    board.play_out();
    values_[next_] += value_of(board, seat_);
    if (++next_ < moves_.size()) return;
    next_ = 0;
    ++deals_;
  }

  void begin(Board& board, const PlayCard& move) const { board.play(move.card); }
  void begin(Board& board, const NameTrump& move) const { board.trump = move.trump; }
  // The others bid, and whose bid is the highest names what suits its hand.
  void begin(Board& board, const Bid& move) const {
    BidsSoFar bids = bids_;
    for (Seat seat = seat_;; seat = seat_after(seat)) {
      const auto i = static_cast<std::size_t>(seat);
      board.bids[i] = seat == seat_ ? move.bid : imagined_bid(bids, outlook_of(board.hands[i], bids));
      hear(bids, board.bids[i]);
      if (seat == dealer_) break;
    }
    Seat highest = seat_after(dealer_);
    for (Seat seat = highest; seat != dealer_;) {
      seat = seat_after(seat);
      if (board.bids[static_cast<std::size_t>(seat)] > board.bids[static_cast<std::size_t>(highest)]) highest = seat;
    }
    board.trump = best_trump(board.hands[static_cast<std::size_t>(highest)], bids_.hand_size).trump;
  }

  Knowledge knowledge_;
  BidsSoFar bids_;
  Seat dealer_;
  Seat seat_;
  Dice dice_;
  std::vector<Move> moves_;
  std::vector<int> values_;
  Board imagined_;
  std::size_t next_ = 0;
  int deals_ = 0;
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

}  // namespace baize::games::nommie
