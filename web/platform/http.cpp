#include "web/platform/http.h"

#include <emscripten/emscripten.h>

#include <map>

#include "web/platform/callbacks.h"
#include "web/platform/frame_loop.h"

extern "C" {
void baize_http(int number, const char* method, const char* url, const char* headers, const char* body, int body_size,
                double timeout);
void baize_http_drop(int number);
}

namespace baize::web::platform {
namespace {

using Answer = std::function<void(HttpResponse)>;

std::map<int, Answer>& waiting() {
  static std::map<int, Answer> all;
  return all;
}

int last_number = 0;

std::string header_lines(const HttpRequest& request) {
  std::string lines;
  for (const auto& [name, value] : request.headers) lines.append(name).append(":").append(value).append("\n");
  return lines;
}

}  // namespace

int send_request(const HttpRequest& request, Answer answer) {
  const int number = ++last_number;
  waiting()[number] = std::move(answer);
  baize_http(number, request.method.c_str(), request.url.c_str(), header_lines(request).c_str(), request.body.data(),
             static_cast<int>(request.body.size()), request.timeout_ms);
  return number;
}

void drop_request(int request) {
  if (waiting().erase(request) > 0) baize_http_drop(request);
}

extern "C" EMSCRIPTEN_KEEPALIVE void baize_http_answer(int number, int status, char* body, int size, char* type,
                                                       char* etag, int retry_after) {
  HttpResponse response{status, taken(body, size), taken(type), taken(etag), retry_after};
  auto node = waiting().extract(number);
  if (!node.empty()) node.mapped()(std::move(response));
  request_frame();
}

}  // namespace baize::web::platform
