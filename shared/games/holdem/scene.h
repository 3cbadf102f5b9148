// Hold'em as a picture: felt, seats, cards, chips and what is in the middle, for one viewer and one size of area. Drawn
// by the client and, for spectators, by the server's previews. Shows what the views tell and nothing more.
#pragma once

#include "games/holdem/views.h"
#include "games/table_facts.h"
#include "scene/scene.h"

namespace baize::games::holdem {

// Adds the whole picture, from the backdrop on, to `scene` and sets its area. `own`: the viewer's part, null for a
// spectator. Ids stay the same for what stays the same: "seat.3", "seat.3.card.0#12" (of hand 12), "board.2#12", ..
// The box of "notice", which draws nothing, is left free for a line that the table itself has to say.
void picture(const Public& shared, const Private* own, const TableFacts& facts, scene::Scene& scene);

}  // namespace baize::games::holdem
