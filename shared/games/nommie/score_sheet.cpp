#include "games/nommie/words.h"

namespace baize::games::nommie {

namespace {

std::string bid_and_won(int bid, int won) { return std::to_string(bid) + "/" + std::to_string(won); }

ScoreLine line_of(const RoundScore& round) {
  const std::string cards = std::to_string(round.hand_size);
  ScoreLine line;
  line.label = std::to_string(round.round);
  line.note = cards + " " + std::string(trump_sign(round.trump));
  line.words = "Round " + line.label + ", " + cards + " cards, " + std::string(trump_name(round.trump));
  for (std::size_t seat = 0; seat < k_seats; ++seat) {
    const bool exact = round.bids[seat] == round.tricks[seat];
    line.cells.push_back(
        {bid_and_won(round.bids[seat], round.tricks[seat]), "+" + std::to_string(round.points[seat]), exact});
  }
  return line;
}

// The round that is being played: bids as they come, and no points yet.
ScoreLine running_line(const Public& shared) {
  const std::string cards = std::to_string(shared.hand_size);
  ScoreLine line;
  line.label = std::to_string(shared.round);
  line.note = shared.trump ? cards + " " + std::string(trump_sign(*shared.trump)) : cards;
  line.words = "Round " + line.label + ", " + cards + " cards, being played";
  for (std::size_t seat = 0; seat < k_seats; ++seat) {
    const auto& bid = shared.bids[seat];
    line.cells.push_back({bid ? bid_and_won(*bid, shared.tricks_won[seat]) : "-", "", false});
  }
  return line;
}

}  // namespace

games::ScoreSheet score_sheet(const Public& shared) {
  games::ScoreSheet sheet;
  sheet.legend = "Bid/won and points of each round";
  for (Seat seat = 0; seat < k_seats; ++seat) sheet.seats.push_back(seat);
  for (const RoundScore& round : shared.rounds) sheet.lines.push_back(line_of(round));
  if (shared.phase != Phase::over) sheet.lines.push_back(running_line(shared));
  for (const std::int32_t score : shared.scores) sheet.totals.push_back(std::to_string(score));
  return sheet;
}

}  // namespace baize::games::nommie
