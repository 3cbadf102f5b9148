// A request's target from a stranger finds a route with its parameters decoded, or none; the query and the cookies are
// looked at the way the routes do. The first line is the target, the second a cookie field.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "http/router.h"

using namespace baize;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
  static const server::Router router = [] {
    server::Router made;
    for (const char* pattern : {"/api/tables", "/api/tables/{id}", "/api/tables/{id}/hands/{n}.phh"})
      made.add("GET", pattern, [](const server::Exchange&) {});
    return made;
  }();
  const std::string_view text(reinterpret_cast<const char*>(bytes), count);
  const std::string_view target = text.substr(0, text.find('\n'));
  server::Request request;
  request.method = "GET";
  request.path = target.substr(0, target.find('?'));
  if (target.size() > request.path.size()) request.query = target.substr(request.path.size() + 1);
  if (text.size() > target.size()) request.fields.emplace_back("cookie", text.substr(target.size() + 1));
  const auto match = router.find(request.method, request.path);
  for (const std::string& one : match.parameters)
    if (one.empty() || one.size() > request.path.size() || one.find('\0') != std::string::npos) std::abort();
  if (request.parameter("after").size() > target.size() || request.cookie("auth_token").size() > text.size())
    std::abort();
  return 0;
}
