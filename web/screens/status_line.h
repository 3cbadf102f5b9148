// The line at the foot of a screen that says how the server is reached and how this person stands.
#pragma once

#include "client/standing.h"
#include "web/platform/geometry.h"

namespace baize::web::screens {

inline constexpr float k_status_line = 26;  // px

// "Connected · Browsing"
void draw_status_line(const Rect& rect, client::Connection connection, client::Standing standing);

}  // namespace baize::web::screens
