// The action bar below a table: what the viewer can do now, in words and as big buttons - the legal moves on the own
// turn, otherwise the one thing that leads on: sit down, sit in, buy in again, cancel a request, start, resume.
#pragma once

#include <optional>

#include "web/controls/legal_moves.h"
#include "web/screens/table/open_table.h"

namespace baize::web::screens {

class ActionBar {
 public:
  enum class Wish { nothing, take_seat, add_chips, copy_link, leave_page, use_here };

  // How much to keep free below the table: the same through a whole game, so that the picture does not move.
  static float height(const OpenTable& table, Size stage);

  // What may be done now, taken from the table before the picture is made, which shows what can be touched.
  void take_in(const OpenTable& table);

  // Into `area`, as high as height() said. On a flat stage whose turn it is stands in `words`, elsewhere in the area
  // too. Moves and what needs no more asking are sent; the rest is a wish.
  Wish draw(const Rect& area, const Rect& words, Size stage, OpenTable& table);

  // A card was touched in the picture.
  void touch(cards::Card card, OpenTable& table);
  bool wants_card() const { return moves_.wants_card(); }

 private:
  // What stands in the bar when no move is asked for.
  struct Offer {
    std::string words;
    std::string button;  // empty: nothing to press
    Wish wish = Wish::nothing;
    std::optional<protocol::TableVerb> verb;  // sent instead of a wish
    bool waiting = false;                     // it is on its way
  };

  static Offer offer(const OpenTable& table);
  static Offer seated_offer(const OpenTable& table, const table::SeatView& seat);
  static Offer spectator_offer(const OpenTable& table);
  // What may be decided before the turn, in `area`; the words above it, or on a flat stage in the header.
  void draw_before_turn(Rect area, const Rect& in_header, Size stage, const std::string& words, OpenTable& table);
  // The room that it leaves at the right.
  Rect draw_turn(const Rect& line, const OpenTable& table);
  // What is offered beside the decision, in `room` as far as it fits.
  void draw_asides(Rect room, OpenTable& table);
  void draw_moves(const Rect& area, Size stage, OpenTable& table);
  Wish draw_offer(const Rect& area, bool flat, const Offer& offer, OpenTable& table);
  void send(const controls::LegalMoves::Answered& answered, OpenTable& table);

  controls::LegalMoves moves_;
};

}  // namespace baize::web::screens
