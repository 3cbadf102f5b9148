// Bodies of requests and answers by their descriptions: what the routes share.
#pragma once

#include "core/json_read.h"
#include "core/json_write.h"
#include "http/router.h"
#include "protocol/http_messages.h"

namespace baize::server {

template <class Body>
Response answer_with(int status, const Body& body) {
  return json_response(status, core::to_json(body));
}

// The body of a request; an empty one counts as an object without fields.
template <class Body>
core::Result<Body> body_of(const Request& request) {
  return core::from_json_text<Body>(request.body.empty() ? "{}" : std::string_view(request.body));
}

// 429 with Retry-After (RFC 9110 section 10.2.3), for a wait in ms.
Response too_many_response(std::string sentence, core::TimeMs wait);
Response method_not_allowed(const std::string& allowed);
// The error of a command; a stale one says at which version the table is.
Response command_error(const core::Error& error, const table::State& state, const core::OrAbsent<std::uint64_t>& seen);

}  // namespace baize::server
