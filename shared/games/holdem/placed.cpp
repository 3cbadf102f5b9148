#include "cards/placed.h"

#include "games/holdem/game.h"

namespace baize::games::holdem {

namespace {

using cards::Placed;
using cards::position_bit;

std::uint64_t board_bits(const Public& shared) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < layout::k_board_cards; ++i) bits |= position_bit(layout::board(shared.dealt.size(), i));
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
  for (std::size_t i = 0; i < shared.board.size(); ++i)
    all.push_back({position_bit(layout::board(shared.dealt.size(), i)), shared.board[i]});
  for (std::size_t i = 0; viewer && i < own.hand.size(); ++i)
    all.push_back({hole_bits(shared, *viewer, i), own.hand[i]});
  for (const PlayerView& player : shared.players) {
    const bool both = player.shown.size() == layout::k_hole_cards;
    for (std::size_t i = 0; i < player.shown.size(); ++i)
      all.push_back({hole_bits(shared, player.seat, both ? std::optional(i) : std::nullopt), player.shown[i]});
  }
  for (const Winner& winner : shared.winners)
    for (const Card card : winner.hand) all.push_back({board_bits(shared) | hole_bits(shared, winner.seat), card});
  return all;
}

}  // namespace baize::games::holdem
