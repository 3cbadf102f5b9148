// The activity log of a table: what has happened, line by line, newest at the lower edge. Used by the side panel.
#pragma once

#include "web/screens/table/open_table.h"

namespace baize::web::screens {

void draw_log(const Rect& area, const OpenTable& table);

}  // namespace baize::web::screens
