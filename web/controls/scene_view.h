// SceneView: a scene on the stage, painted and made accessible. Every element that means something gets its twin, those
// with an action can be pressed; what the action means is the caller's business.
#pragma once

#include <optional>
#include <string>

#include "web/paint/scene_painter.h"
#include "web/platform/geometry.h"

namespace baize::web::controls {

struct SceneView {
  std::string id;           ///< before the ids of all its twins: "table" makes "table/board/0"
  std::string label;        ///< of the region that holds them
  Point origin;             ///< where the scene's (0, 0) lies on the stage
  scene::TimeMs clock = 0;  ///< the instant that running clocks are read at, Unix ms, by the server's clock
};

/// The action of the element that was pressed in this frame, if one was: "take-seat/3".
std::optional<std::string> scene_view(const SceneView& view, paint::ScenePainter& painter);

}  // namespace baize::web::controls
