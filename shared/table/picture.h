// The picture of a table: the game's picture with what the table knows around it - who sits where, whose clock runs,
// whether it is paused or waits for players. The client paints it; the server draws the public one as a preview.
#pragma once

#include "scene/scene.h"
#include "table/view.h"

namespace baize::table {

struct PictureSetting {
  scene::Size area;                              // CSS px
  scene::Insets safe;                            // taken by bars and notches
  const std::vector<Uuid>* connected = nullptr;  // who is; null: everybody counts as connected
  bool may_pick = false;                         // a control asks for one of the own cards
  bool offers_seats = true;                      // empty ones, to who may sit down; not in a replay
};

// `viewer`: null for the picture that everybody may see.
scene::Scene picture(const PublicView& shared, const ViewerView* viewer, const PictureSetting& setting);

}  // namespace baize::table
