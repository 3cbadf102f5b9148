// An HTTP request and its answer as values, free of any library's types. net/ reads and writes them; the routes of
// http/ turn the one into the other, on whatever thread they finish.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/error.h"

namespace baize::server {

struct Request {
  std::string method;                                       // "GET"
  std::string path;                                         // without the query, percent-encoding still in place
  std::string query;                                        // what follows '?', or nothing
  std::vector<std::pair<std::string, std::string>> fields;  // names in lower case
  std::string body;
  std::string peer;  // the address it came from
  std::string id{};  // in the log; the answer's X-Request-Id

  // The first field of this name (given in lower case), or nothing.
  std::string_view field(std::string_view name) const;
  // The value of a cookie, or nothing.
  std::string_view cookie(std::string_view name) const;
  // Whether If-None-Match names this tag, with its quotes (RFC 9110 section 13.1.2).
  bool has_etag(std::string_view etag) const;
  // The percent-decoded value of a query parameter, or nothing.
  std::string parameter(std::string_view name) const;
};

struct Response {
  int status = 200;
  std::string type;  // the media type; empty if there is no body
  std::string body;
  std::shared_ptr<const std::string> shared_body;  // instead of `body`: a file held in memory
  std::vector<std::pair<std::string, std::string>> fields;
  std::optional<core::Reason> reason = {};  // of a refusal, to be counted

  std::string_view content() const { return shared_body ? std::string_view(*shared_body) : std::string_view(body); }
};

// Takes the answer, exactly once, on any thread.
using Reply = std::function<void(Response)>;

Response json_response(int status, std::string body);
// {"error": sentence, "code": reason} with the reason's status.
Response error_response(const core::Error& error);

// Percent-decoding (RFC 3986 section 2.1); false where it is broken or yields a zero byte.
bool percent_decode(std::string_view text, std::string& out);

}  // namespace baize::server
