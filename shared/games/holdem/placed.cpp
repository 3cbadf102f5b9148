#include "cards/placed.h"

#include "games/holdem/game.h"

namespace baize::games::holdem {

namespace {

using cards::Placed;
using cards::position_bit;

// Where the i-th card of a board may lie. A second board begins with the cards that both share.
std::uint64_t first_bit(const Public& shared, std::size_t i) {
  return position_bit(layout::board(shared.dealt.size(), i));
}
std::uint64_t second_bits(const Public& shared, std::size_t i) {
  const std::uint64_t own = position_bit(layout::second_board(shared.dealt.size(), i));
  const bool common =
      i < shared.board.size() && i < shared.second_board.size() && shared.board[i] == shared.second_board[i];
  return common ? first_bit(shared, i) : own;
}

std::uint64_t all_first_bits(const Public& shared) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < layout::k_board_cards; ++i) bits |= first_bit(shared, i);
  return bits;
}
std::uint64_t all_second_bits(const Public& shared) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < layout::k_board_cards; ++i) bits |= second_bits(shared, i);
  return bits;
}

// Where the seat's hole cards lie: both, or the one asked for. None if it was not dealt in.
std::uint64_t hole_bits(const Public& shared, Seat seat, std::optional<std::size_t> which = {}) {
  std::uint64_t bits = 0;
  for (std::size_t order = 0; order < shared.dealt.size(); ++order) {
    if (shared.dealt[order] != seat) continue;
    for (std::size_t i = 0; i < layout::k_hole_cards; ++i)
      if (!which || *which == i) bits |= position_bit(layout::hole(shared.dealt.size(), order, i));
  }
  return bits;
}

}  // namespace

std::vector<Placed> Game::placed(const Public& shared, const Private& own, Viewer viewer) {
  std::vector<Placed> all;
  for (std::size_t i = 0; i < shared.board.size(); ++i) all.push_back({first_bit(shared, i), shared.board[i]});
  for (std::size_t i = 0; i < shared.second_board.size(); ++i)
    all.push_back({second_bits(shared, i), shared.second_board[i]});
  for (std::size_t i = 0; i < shared.rabbit.size(); ++i)
    all.push_back({first_bit(shared, shared.board.size() + i), shared.rabbit[i]});
  for (std::size_t i = 0; viewer && i < own.hand.size(); ++i)
    all.push_back({hole_bits(shared, *viewer, i), own.hand[i]});
  for (const PlayerView& player : shared.players) {
    const bool both = player.shown.size() == layout::k_hole_cards;
    for (std::size_t i = 0; i < player.shown.size(); ++i)
      all.push_back({hole_bits(shared, player.seat, both ? std::optional(i) : std::nullopt), player.shown[i]});
  }
  for (const Winner& winner : shared.winners) {
    const std::uint64_t holes = hole_bits(shared, winner.seat);
    for (const Card card : winner.hand) all.push_back({all_first_bits(shared) | holes, card});
    for (const Card card : winner.second_hand) all.push_back({all_second_bits(shared) | holes, card});
  }
  return all;
}

}  // namespace baize::games::holdem
