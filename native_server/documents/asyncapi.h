// The AsyncAPI document of the WebSockets: their addresses, every message with its schema and an example.
#pragma once

#include <string>
#include <string_view>

namespace baize::server::documents {

// AsyncAPI 3.0, as JSON. `version` of the program.
std::string asyncapi(std::string_view version);

}  // namespace baize::server::documents
