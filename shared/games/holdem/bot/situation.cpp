#include "games/holdem/bot/situation.h"

#include <algorithm>

namespace baize::games::holdem {

namespace {

// How many seats clockwise from left of the button: the order of play after the flop.
int place_of(const Public& shared, Seat seat) { return (seat - shared.button - 1 + 2 * k_max_players) % k_max_players; }

// The order of play before the flop: the seats after the big blind first, the big blind last.
int place_before_flop(const Public& shared, Seat seat) {
  const Seat last = shared.big_blind_seat.value_or(shared.button);
  return (seat - last - 1 + 2 * k_max_players) % k_max_players;
}

class InBigBlinds {
 public:
  explicit InBigBlinds(const Public& shared)
      : unit_(static_cast<double>(std::max<std::int64_t>(shared.big_blind.count, 1))) {}
  double operator()(Chips chips) const { return static_cast<double>(chips.count) / unit_; }

 private:
  double unit_;
};

// How often the bet was raised before the flop. The last actions tell it only as far as nobody has acted twice, so the
// size has its say: every raise at least doubles the bet or nearly so.
int raises_of(const Situation& now, int seen) {
  if (now.street != Street::preflop || seen < 2) return seen;
  return std::max(seen, now.highest > 24 ? 3 : 2);
}

}  // namespace

Situation::Situation(const Public& shared, const Private& own, Seat seat) : board(shared.board), street(shared.street) {
  const InBigBlinds in(shared);
  for (std::size_t i = 0; i < own.hand.size() && i < hole.size(); ++i) hole[i] = own.hand[i];
  known = set_of(hole) | set_of(std::span(board.begin(), board.size()));
  for (const Pot& one : shared.pots) pot += in(one.amount);
  highest = in(shared.current_bet);
  dealt = static_cast<int>(shared.players.size());
  if (const auto* call_move = offered<LegalCall>(own)) call = in(call_move->amount);
  if (const auto* raise = offered<LegalRaise>(own)) {
    may_raise = true;
    least_raise = in(raise->min);
    most_raise = in(raise->max);
  }
  const int own_place = place_of(shared, seat);
  const int own_preflop = place_before_flop(shared, seat);
  double most = 0;
  for (const PlayerView& player : shared.players) {
    const int preflop = place_before_flop(shared, player.seat);
    if (player.last_action == ActKind::raise || player.last_action == ActKind::bet) ++raises;
    if (player.seat == seat) {
      bet = in(player.bet);
      behind = in(player.stack);
      continue;
    }
    if (preflop > own_preflop) ++yet_behind;
    known |= set_of(std::span(player.shown.begin(), player.shown.size()));
    if (player.folded) continue;
    Rival rival;
    rival.seat = player.seat;
    rival.bet = in(player.bet);
    rival.behind = in(player.stack);
    rival.all_in = player.all_in;
    rival.last_action = player.last_action;
    rival.to_speak = !player.all_in && (!player.last_action || rival.bet < highest);
    rival.acts_later = !player.all_in && place_of(shared, player.seat) > own_place;
    for (const PlayerView& other : shared.players)
      if (place_before_flop(shared, other.seat) > preflop) ++rival.yet_behind;
    if (rival.acts_later) last = false;
    if (player.last_action == ActKind::call) ++callers;
    most = std::max(most, rival.total());
    rivals.push_back(rival);
  }
  std::sort(rivals.begin(), rivals.end(), [](const Rival& a, const Rival& b) { return a.yet_behind > b.yet_behind; });
  raises = raises_of(*this, raises);
  effective = std::min(bet + behind, most);
  // What others have bet beyond the own stack is not to be won.
  for (const PlayerView& player : shared.players) pot -= std::max(0.0, in(player.bet) - bet - behind);
}

Move Choices::fold() const {
  if (offered<LegalCheck>(own_) != nullptr) return Check{};
  return Fold{};
}

Move Choices::call() const {
  if (offered<LegalCheck>(own_) != nullptr) return Check{};
  if (offered<LegalCall>(own_) != nullptr) return Call{};
  return all_in();
}

Move Choices::raise(double to) const {
  const auto* limits = offered<LegalRaise>(own_);
  if (limits == nullptr) return call();
  const auto wanted = static_cast<std::int64_t>(to * static_cast<double>(shared_.big_blind.count) + 0.5);
  const Chips chips = std::clamp(Chips{wanted}, limits->min, limits->max);
  // Who would put in most of a stack puts in all of it.
  const Chips in_pot = limits->max - chips;
  if (3 * in_pot.count < 2 * (chips - shared_.current_bet).count && chips != limits->max) return all_in();
  return Raise{chips};
}

Move Choices::all_in() const {
  if (offered<LegalAllIn>(own_) != nullptr) return AllIn{};
  if (offered<LegalCall>(own_) != nullptr) return Call{};
  return fold();
}

}  // namespace baize::games::holdem
