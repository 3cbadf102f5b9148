// HTTP requests as values with one answer each. The lobby and the accounts use it; it knows no route and keeps no
// token. Cookies go only to the page's own origin.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace baize::web::platform {

struct HttpRequest {
  std::string method = "GET";
  std::string url;  ///< absolute
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  double timeout_ms = 15000;
};

struct HttpResponse {
  int status = 0;  ///< 0: no answer (network, time-out, refused by the browser)
  std::string body;
  std::string content_type;
  std::string etag;
  int retry_after_s = 0;  ///< of 429 and 503, else 0
};

/// Answers exactly once, unless dropped; never before this call returns.
int send_request(const HttpRequest& request, std::function<void(HttpResponse)> answer);

/// The answer of this request is not wanted any more.
void drop_request(int request);

}  // namespace baize::web::platform
