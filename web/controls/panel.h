// Surfaces that controls lie on. They have no twin: whoever groups what is on them says so to semantics.
#pragma once

#include "web/platform/geometry.h"

namespace baize::web::controls {

/// A raised plate with a soft shadow.
void panel(const Rect& rect);

/// A well in a plate, for lists.
void well(const Rect& rect);

/// A thin line across, at the rectangle's upper edge.
void divider(const Rect& rect);

/// The room behind everything: one fill of the stage.
void backdrop(const Rect& stage);

}  // namespace baize::web::controls
