// The OpenAPI document of the HTTP routes: one row an operation, its bodies from the described structs that the routes
// read and write. A route without a row, or a row without a route, is a broken invariant that shows at the start.
#pragma once

#include <string>

#include "http/router.h"

namespace baize::server {

// OpenAPI 3.1, as JSON. `version` of the program.
std::string api_document(const Router& router, std::string_view version);

}  // namespace baize::server
