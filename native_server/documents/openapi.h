// The OpenAPI document of the HTTP routes: their bodies come from the described structs that the routes read and write.
#pragma once

#include <string>
#include <string_view>

namespace baize::server::documents {

// OpenAPI 3.1, as JSON. `version` of the program.
std::string openapi(std::string_view version);

}  // namespace baize::server::documents
