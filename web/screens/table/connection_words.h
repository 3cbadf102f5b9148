// How the way to a table stands, in words for people. Used by the table's header and its action bar.
#pragma once

#include <string>

#include "web/screens/table/open_table.h"

namespace baize::web::screens {

// "Connecting…", "Disconnected: you are offline"; empty while all is well.
std::string connection_trouble(const OpenTable& table);
// "Connected · In game", or "In this page" (practice): for the header, never empty.
std::string connection_words(const OpenTable& table);

}  // namespace baize::web::screens
