// Who asks the owner for a seat: a slip for each over the table, to accept or deny.
#pragma once

#include "web/screens/table/open_table.h"

namespace baize::web::screens {

// From the upper edge of `area` down, as wide as they need. Returns how high they are together; 0 for nobody.
float draw_seat_requests(const Rect& area, OpenTable& table);

}  // namespace baize::web::screens
