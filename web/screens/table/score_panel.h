// The score sheet of a game that keeps one: a column a player, a line for all that has been scored, the sums below.
// Used by the side panel.
#pragma once

#include "web/screens/table/open_table.h"

namespace baize::web::screens {

// Whether the game of this table keeps scores.
bool has_scores(const OpenTable& table);

void draw_scores(const Rect& area, const OpenTable& table);

}  // namespace baize::web::screens
