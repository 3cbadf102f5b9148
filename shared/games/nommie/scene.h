// Nommie as a picture: felt, seats with bids and tricks, the trick in the middle and the own hand, for one viewer and
// one size of area. Drawn by the client and, for spectators, by the server's previews. Shows what the views tell and
// nothing more.
#pragma once

#include "games/nommie/views.h"
#include "games/table_facts.h"
#include "scene/scene.h"

namespace baize::games::nommie {

// Adds the whole picture, from the backdrop on, to `scene` and sets its area. `own`: the viewer's part, null for a
// spectator. Ids stay the same for what stays the same: "seat.3", "card.As#12" (of deal 12) in the hand and in the
// trick, so that a card moves from one to the other.
void picture(const Public& shared, const Private* own, const TableFacts& facts, scene::Scene& scene);

}  // namespace baize::games::nommie
