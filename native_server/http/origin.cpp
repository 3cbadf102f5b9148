#include "http/origin.h"

#include <algorithm>

namespace baize::server {

namespace {

// The host and port of an origin, without the scheme and its default port.
std::string_view authority(std::string_view origin) {
  const auto scheme_end = origin.find("://");
  if (scheme_end == std::string_view::npos) return {};
  const auto scheme = origin.substr(0, scheme_end);
  auto host = origin.substr(scheme_end + 3);
  const std::string_view standard = scheme == "https" ? ":443" : ":80";
  if (host.ends_with(standard)) host.remove_suffix(standard.size());
  return host;
}

std::string_view without_standard_port(std::string_view host) {
  for (const std::string_view port : {":80", ":443"})
    if (host.ends_with(port)) host.remove_suffix(port.size());
  return host;
}

}  // namespace

bool Origins::listed(std::string_view origin) const {
  return std::find(allowed_.begin(), allowed_.end(), origin) != allowed_.end();
}

bool Origins::own(const Request& request) {
  const auto host = without_standard_port(request.field("host"));
  return !host.empty() && authority(request.field("origin")) == host;
}

bool Origins::welcome(const Request& request) const {
  const auto origin = request.field("origin");
  return origin.empty() || listed(origin) || own(request);
}

Response Origins::preflight() {
  Response response;
  response.status = 204;
  response.fields = {{"Access-Control-Allow-Methods", "GET, POST"},
                     {"Access-Control-Allow-Headers", "Authorization, Content-Type, Idempotency-Key, If-None-Match"},
                     {"Access-Control-Max-Age", "600"}};
  return response;
}

// The Fetch standard, section 3.2.3 "HTTP responses".
void Origins::allow_reading(const Request& request, Response& response) const {
  if (allowed_.empty()) return;
  response.fields.emplace_back("Vary", "Origin");
  const auto origin = request.field("origin");
  if (origin.empty() || !listed(origin)) return;
  response.fields.emplace_back("Access-Control-Allow-Origin", std::string(origin));
  response.fields.emplace_back("Access-Control-Allow-Credentials", "true");
  response.fields.emplace_back("Access-Control-Expose-Headers", "ETag, Retry-After");
}

void add_security_fields(Response& response) {
  response.fields.emplace_back("X-Content-Type-Options", "nosniff");
  response.fields.emplace_back("Referrer-Policy", "no-referrer");
  if (!response.type.starts_with("text/html")) return;
  // No eval (wasm needs its own word), no other host's scripts; connections anywhere, since ?server= names one.
  response.fields.emplace_back("Content-Security-Policy",
                               "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; "
                               "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
                               "connect-src 'self' ws: wss: http: https:; object-src 'none'; base-uri 'none'; "
                               "frame-ancestors 'self'");
}

}  // namespace baize::server
