// Which pages may use this server: its own and those on the allow-list. What a browser is told about that (CORS), and
// the headers that keep the bundle's page from running anything else.
#pragma once

#include "http/message.h"

namespace baize::server {

class Origins {
 public:
  explicit Origins(std::vector<std::string> allowed) : allowed_(std::move(allowed)) {}

  // A request without an Origin does not come from a page of somebody else's (a browser would say so).
  bool welcome(const Request& request) const;
  // A page of this server itself.
  static bool own(const Request& request);
  // On the allow-list: on another host, but welcome.
  bool listed(std::string_view origin) const;
  // The answer to a preflight of an allow-listed page, but for what allow_reading adds.
  static Response preflight();
  // Lets an allow-listed page read the answer, also to a request with credentials; no cache gives it to another one.
  void allow_reading(const Request& request, Response& response) const;

 private:
  std::vector<std::string> allowed_;
};

// X-Content-Type-Options and such on everything; a content security policy on pages.
void add_security_fields(Response& response);

}  // namespace baize::server
