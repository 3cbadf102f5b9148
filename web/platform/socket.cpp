#include "web/platform/socket.h"

#include <emscripten/emscripten.h>

#include <map>
#include <utility>

#include "web/platform/callbacks.h"

extern "C" {
void baize_socket_open(int number, const char* url, const char* subprotocols);
int baize_socket_send(int number, const char* bytes, int size, int text);
void baize_socket_close(int number, int code, const char* reason, int size);
void baize_socket_drop(int number);
double baize_socket_waiting(int number);
}

namespace baize::web::platform {

struct Socket::Line {
  int number = 0;
  SocketEvents events;
};

namespace {

std::map<int, Socket::Line*>& lines() {
  static std::map<int, Socket::Line*> all;
  return all;
}

int last_number = 0;

/// A copy, because a callback may destroy the socket that it belongs to.
template <class Event, class... Args>
void call(int number, Event SocketEvents::* which, Args&&... args) {
  const auto found = lines().find(number);
  if (found == lines().end()) return;
  const Event event = found->second->events.*which;
  if (event) event(std::forward<Args>(args)...);
}

}  // namespace

Socket::Socket(const std::string& url, const std::vector<std::string>& subprotocols, SocketEvents events)
    : line_(std::make_unique<Line>(Line{++last_number, std::move(events)})) {
  std::string names;
  for (const std::string& name : subprotocols) names.append(name).append("\n");
  lines()[line_->number] = line_.get();
  baize_socket_open(line_->number, url.c_str(), names.c_str());
}

Socket::~Socket() {
  lines().erase(line_->number);
  baize_socket_drop(line_->number);
}

bool Socket::send_text(std::string_view text) {
  return baize_socket_send(line_->number, text.data(), static_cast<int>(text.size()), 1) != 0;
}

bool Socket::send_binary(std::string_view bytes) {
  return baize_socket_send(line_->number, bytes.data(), static_cast<int>(bytes.size()), 0) != 0;
}

void Socket::close(int code, std::string_view reason) {
  baize_socket_close(line_->number, code, reason.data(), static_cast<int>(reason.size()));
}

std::int64_t Socket::waiting() const { return static_cast<std::int64_t>(baize_socket_waiting(line_->number)); }

extern "C" {
EMSCRIPTEN_KEEPALIVE void baize_socket_opened(int number, char* subprotocol) {
  call(number, &SocketEvents::opened, taken(subprotocol));
}
EMSCRIPTEN_KEEPALIVE void baize_socket_message(int number, int text, char* bytes, int size) {
  const std::string message = taken(bytes, size);
  call(number, text != 0 ? &SocketEvents::text : &SocketEvents::binary, std::string_view(message));
}
EMSCRIPTEN_KEEPALIVE void baize_socket_closed(int number, int code, char* reason) {
  call(number, &SocketEvents::closed, code, taken(reason));
}
}

}  // namespace baize::web::platform
