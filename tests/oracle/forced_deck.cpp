#include "forced_deck.h"

#include <algorithm>
#include <array>

#include "cards/evaluator.h"
#include "games/holdem/layout.h"

namespace baize::oracle {
namespace {

namespace layout = games::holdem::layout;

using Cards = std::vector<std::optional<Card>>;

// What a record tells of the cards: of every player in the order of the deal, and of the board.
struct Dealt {
  std::vector<Cards> holes;
  Cards board;
};

// Shown cards complete the ones that were dealt face down.
void add_shown(Cards& hole, const Cards& shown) {
  for (const std::optional<Card> card : shown) {
    if (!card || std::find(hole.begin(), hole.end(), card) != hole.end()) continue;
    const auto hidden = std::find(hole.begin(), hole.end(), std::nullopt);
    if (hidden != hole.end()) *hidden = card;
  }
}

Read<Dealt> collect(const Record& record) {
  Dealt dealt;
  dealt.holes.resize(record.stacks.size());
  for (const Action& action : record.actions) {
    if (action.kind == Action::Kind::deal_board) {
      dealt.board.insert(dealt.board.end(), action.cards.begin(), action.cards.end());
      continue;
    }
    if (action.kind != Action::Kind::deal_hole && action.kind != Action::Kind::show_or_muck) continue;
    const auto player = static_cast<std::size_t>(action.player);
    if (player >= dealt.holes.size()) return broken("no such player: " + action.text);
    Cards& hole = dealt.holes[player];
    if (action.kind == Action::Kind::deal_hole) hole.insert(hole.end(), action.cards.begin(), action.cards.end());
    if (action.kind == Action::Kind::show_or_muck) add_shown(hole, action.cards);
  }
  if (dealt.board.size() > layout::k_board_cards) return broken("more than five cards on the board");
  dealt.board.resize(layout::k_board_cards);
  for (Cards& hole : dealt.holes) {
    if (hole.size() > layout::k_hole_cards) return broken("a player with more than two cards");
    hole.resize(layout::k_hole_cards);
  }
  return dealt;
}

class Pack {
 public:
  bool take(Card card) { return std::exchange(left_[card.index()], false); }

  std::vector<Card> left() const {
    std::vector<Card> cards;
    for (std::size_t i = 0; i < left_.size(); ++i)
      if (left_[i]) cards.push_back(Card::from_index(i));
    return cards;
  }

 private:
  std::array<bool, Card::k_count> left_ = [] {
    std::array<bool, Card::k_count> all{};
    all.fill(true);
    return all;
  }();
};

Read<Pack> pack_without(const Dealt& dealt, const std::vector<Card>& second_board) {
  Pack pack;
  std::vector<Cards> all = dealt.holes;
  all.push_back(dealt.board);
  for (const Cards& cards : all)
    for (const std::optional<Card> card : cards)
      if (card && !pack.take(*card)) return broken(std::string(cards::to_text(*card)) + " is dealt twice");
  for (const Card card : second_board)
    if (!pack.take(card)) return broken(std::string(cards::to_text(card)) + " is dealt twice");
  return pack;
}

// Gives a hidden hand the cards with which it is worth least, or most, on this board.
enum class Worth { least, most };
void complete(Cards& hole, const Cards& board, Pack& pack, Worth worth) {
  const std::vector<Card> left = pack.left();
  std::optional<cards::HandRank> found;
  std::array<Card, 2> chosen;
  for (const Card first : left)
    for (const Card second : left) {
      const std::array<Card, 2> two = {hole[0].value_or(first), hole[1].value_or(second)};
      if (two[0] == two[1]) continue;
      const cards::HandRank rank =
          cards::evaluate(std::array{two[0], two[1], *board[0], *board[1], *board[2], *board[3], *board[4]});
      if (found && (worth == Worth::least ? rank >= *found : rank <= *found)) continue;
      found = rank;
      chosen = two;
    }
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    if (!hole[i]) pack.take(chosen[i]);
    hole[i] = chosen[i];
  }
}

bool hidden(const Cards& cards) { return std::count(cards.begin(), cards.end(), std::nullopt) > 0; }

}  // namespace

std::vector<bool> hidden_hands(const Record& record) {
  const Read<Dealt> dealt = collect(record);
  std::vector<bool> all;
  if (dealt)
    for (const Cards& hole : dealt->holes) all.push_back(hidden(hole));
  return all;
}

Read<cards::Deck> forced_deck(const Record& record, const std::vector<bool>& winners) {
  Read<Dealt> dealt = collect(record);
  if (!dealt) return tl::unexpected(dealt.error());
  if (record.second_board.size() > layout::k_board_cards) return broken("more than five cards on the second board");
  Read<Pack> pack = pack_without(*dealt, record.second_board);
  if (!pack) return tl::unexpected(pack.error());
  const auto fill = [&](bool winning) {
    for (std::size_t player = 0; player < dealt->holes.size(); ++player) {
      const bool wins = player < winners.size() && winners[player];
      if (wins == winning && hidden(dealt->holes[player]))
        complete(dealt->holes[player], dealt->board, *pack, wins ? Worth::most : Worth::least);
    }
  };
  if (!hidden(dealt->board)) {
    fill(true);
    fill(false);
  }

  const std::size_t players = record.stacks.size();
  std::array<std::optional<Card>, Card::k_count> positions;
  for (std::size_t player = 0; player < players; ++player)
    for (std::size_t which = 0; which < layout::k_hole_cards; ++which)
      positions[layout::hole(players, player, which)] = dealt->holes[player][which];
  for (std::size_t i = 0; i < layout::k_board_cards; ++i) positions[layout::board(players, i)] = dealt->board[i];
  const std::size_t shared = layout::k_board_cards - record.second_board.size();
  for (std::size_t i = shared; !record.second_board.empty() && i < layout::k_board_cards; ++i)
    positions[layout::second_board(players, i)] = record.second_board[i - shared];

  const std::vector<Card> left = pack->left();
  auto next = left.begin();
  cards::Deck deck;
  for (std::size_t i = 0; i < deck.size(); ++i) deck[i] = positions[i] ? *positions[i] : *next++;
  return deck;
}

}  // namespace baize::oracle
