// What Nommie's picture is put together from: the canvas that scene.cpp (the table), scene_seat.cpp and
// scene_middle.cpp (trick, trump and bids) share. Nobody else includes it.
#pragma once

#include <string>

#include "games/nommie/views.h"
#include "games/table_facts.h"
#include "narration/words.h"
#include "scene/layout.h"
#include "scene/scene.h"

namespace baize::games::nommie {

// Sizes at scale 1, in px.
struct Measures {
  scene::SeatNeeds needs;
  scene::Size card;        // of the others, seen from behind
  scene::Size own_card;    // in the own hand
  scene::Size trick_card;  // on the table
  scene::Size reach;       // from the middle of the trick to the middles of its cards
  float caption;           // the row below the trick
  float text;
};

// One picture in the making: what there is to see, where things lie, and the scene they are added to.
struct Canvas {
  Canvas(const Public& shared_view, const Private* own_view, const TableFacts& table_facts, scene::Scene& target);

  // The middle without the row for words below it.
  scene::Rect trick_area() const;
  scene::Rect caption_row() const;
  // Where the card of a seat lies in the trick: on its side of the table.
  scene::Rect trick_place(Seat seat) const;
  // The id of a card in the hand and in the trick, so that it moves from one to the other.
  std::string card_id(Card card) const { return "card." + std::string(to_text(card)) + tag; }

  const Public& shared;
  const Private* own;
  const TableFacts& facts;
  const Measures& measures;
  scene::RingLayout layout;
  float scale;
  std::string tag;  // behind the ids of what belongs to this deal
  narration::Names names;
  scene::Scene& out;
};

// A seat with its hand, plate, bid and tricks; an empty one as such.
void add_seat(Canvas& canvas, Seat seat);

// The trick, trump, the round and its bids, and the result.
void add_middle(Canvas& canvas);

}  // namespace baize::games::nommie
