// What hold'em's picture is put together from: the canvas that scene.cpp (the table), scene_seat.cpp and
// scene_middle.cpp (board and pots) share. Nobody else includes it.
#pragma once

#include <string>

#include "games/holdem/views.h"
#include "games/table_facts.h"
#include "narration/words.h"
#include "scene/layout.h"
#include "scene/scene.h"

namespace baize::games::holdem {

// Sizes at scale 1, in px.
struct Measures {
  scene::SeatNeeds needs;
  scene::Size card;  // of the others
  scene::Size own_card;
  scene::Size board_card;
  float board_gap;
  float disc;  // of a chip
  float text;
};

// One picture in the making: what there is to see, where things lie, and the scene they are added to.
struct Canvas {
  Canvas(const Public& shared_view, const Private* own_view, const TableFacts& table_facts, scene::Scene& target);

  const PlayerView* player(Seat seat) const;
  const Winner* winner(Seat seat) const;
  // Whether the pot was won by cards that all saw, and whether with this one.
  bool shown_down() const;
  bool wins_with(Card card) const;

  // Exact up to `limit`, shortened above.
  std::string amount(Chips chips, Chips limit) const {
    return chips < limit ? narration::number(chips) : narration::short_number(chips);
  }
  // The rows of the middle from above: pot, board, caption.
  scene::Rect pot_row() const;
  scene::Rect board_row() const;
  scene::Rect caption_row() const;
  // Of a hand that was run twice, in the place of board and caption.
  scene::Rect two_board_rows() const;
  // Where the own seat's bet lies while a hand runs.
  scene::Rect below_middle() const;
  // Where cards come from and go to.
  scene::Point deck() const { return {layout.table.centre().x, pot_row().y}; }
  std::uint16_t deal_delay(Seat seat, std::size_t which) const;

  // A card that comes from the deck: winning ones raised, others shaded once hands were compared.
  scene::Element& card(std::string id, const scene::Rect& box, std::optional<Card> face, std::string within);

  const Public& shared;
  const Private* own;
  const TableFacts& facts;
  const Measures& measures;
  scene::RingLayout layout;
  float scale;
  std::string hand_tag;  // behind the ids of what belongs to this hand
  narration::Names names;
  scene::Scene& out;
};

// A seat with its cards, plate, last action and chips; an empty one as such.
void add_seat(Canvas& canvas, Seat seat);

// Board, pots and the result of the hand.
void add_middle(Canvas& canvas);

}  // namespace baize::games::holdem
