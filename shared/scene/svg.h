// A scene as a self-contained SVG document, for previews, histories and tests. Texts are escaped, set in a generic
// family and held to the widths that the layout counted on. Contains no scripts and no references.
#pragma once

#include <string>

#include "scene/scene.h"

namespace baize::scene {

// UTF-8. `now`: the instant that clocks are read at, Unix ms.
std::string to_svg(const Scene& scene, const Theme& theme, TimeMs now);

}  // namespace baize::scene
