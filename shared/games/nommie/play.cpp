// Bids, trump, tricks and points (rules 2 to 7).
#include <algorithm>

#include "games/nommie/bot/thought.h"
#include "games/nommie/round.h"

namespace baize::games::nommie {

using core::fail;
using core::Reason;

namespace {

RoundScore score_of(const State& state) {
  RoundScore score;
  score.round = state.round;
  score.hand_size = static_cast<std::uint8_t>(hand_size(state));
  score.dealer = dealer(state);
  score.trump = *state.trump;
  score.trump_by = *state.trump_by;
  score.tricks = tricks_won(state);
  for (std::size_t i = 0; i < k_seats; ++i) {
    score.bids[i] = *state.bids[i];
    score.points[i] = static_cast<std::uint8_t>(points_of(score.bids[i], score.tricks[i]));
  }
  return score;
}

void end_round(Round& round) {
  State& state = round.state;
  state.finished.push_back(score_of(state));
  state.phase = Phase::over;
  state.to_act.reset();
  const Scores all = scores(state.finished);
  round.happened(RoundScored{state.finished.back(), all});
  if (const auto won = winners(state.finished); !won.empty()) round.happened(GameWon{won, at(all, won[0])});
  round.happened(RoundEnded{state.deal, state.round, false});
}

void end_trick(Round& round) {
  State& state = round.state;
  const Seat winner = best_of(state.current, *state.trump).seat;
  state.tricks.push_back({state.current, winner});
  state.current.clear();
  state.to_act = winner;
  round.happened(TrickWon{winner, at(tricks_won(state), winner), *at(state.bids, winner)});
  if (static_cast<int>(state.tricks.size()) == hand_size(state)) end_round(round);
}

void play(Round& round, Seat seat, const Bid& move, bool timed_out) {
  State& state = round.state;
  const auto bid = static_cast<std::uint8_t>(move.bid);
  at(state.bids, seat) = bid;
  round.happened(BidMade{seat, bid, timed_out});
  state.to_act = seat_after(seat);
  if (seat != dealer(state)) return;
  state.trump_by = highest_bidder(state);
  state.to_act = state.trump_by;
  state.phase = Phase::trump;
}

void play(Round& round, Seat seat, const NameTrump& move, bool timed_out) {
  State& state = round.state;
  state.trump = move.trump;
  round.happened(TrumpNamed{seat, move.trump, timed_out});
  state.phase = Phase::trick;
  state.to_act = seat_after(dealer(state));
}

void play(Round& round, Seat seat, const PlayCard& move, bool timed_out) {
  State& state = round.state;
  state.current.push_back({seat, move.card});
  round.happened(CardPlayed{seat, move.card, timed_out});
  state.to_act = seat_after(seat);
  if (state.current.full()) end_trick(round);
}

Result<Step<Game>> played(const State& state, Seat seat, const Move& move, bool timed_out) {
  Result<Step<Game>> result(tl::in_place, state);
  Round round(*result);
  std::visit([&](const auto& one) { play(round, seat, one, timed_out); }, move);
  ++round.state.decision;
  return result;
}

// The same for the same state, and nobody who doesn't know the deck can foretell it.
Entropy chance_of(const State& state) {
  std::string bytes;
  for (const Card card : state.deck) bytes.push_back(static_cast<char>(card.index()));
  return core::derive(core::sha256(bytes), "nommie timeout", state.decision);
}

}  // namespace

Seat highest_bidder(const State& state) {
  Seat seat = seat_after(dealer(state));
  Seat highest = seat;
  for (int i = 1; i < k_seats; ++i) {
    seat = seat_after(seat);
    if (*at(state.bids, seat) > *at(state.bids, highest)) highest = seat;
  }
  return highest;
}

Result<Step<Game>> Game::apply(const State& state, Seat seat, const Move& move, Clock) {
  if (!is_taken(state, seat)) return fail(Reason::not_seated);
  if (!running(state)) return fail(Reason::illegal_move, "No round is running: wait for the next deal.");
  if (state.to_act != seat) return fail(Reason::not_your_turn);
  if (auto may = admissible(view(state, seat), move); !may) return fail(may.error());
  return played(state, seat, move, false);
}

Result<Step<Game>> Game::on_timeout(const State& state, Clock) {
  if (!state.to_act) return fail(Reason::stale, "Nobody's clock is running.");
  const Seat seat = *state.to_act;
  const Move move = choose(view(state), view(state, seat), seat, Strength::medium, chance_of(state));
  return played(state, seat, move, true);
}

}  // namespace baize::games::nommie
