// The sounds of a table, heard from its picture: cards that come, chips that are put in, somebody who wins. So every
// game has them.
#pragma once

#include "scene/scene.h"

namespace baize::web::screens {

// Plays what is heard on the way from one scene to the next.
void play_changes(const scene::Scene& before, const scene::Scene& after);

}  // namespace baize::web::screens
