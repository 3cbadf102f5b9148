#include "web/platform/server.h"

#include <emscripten/emscripten.h>

#include <utility>
#include <vector>

#include "web/platform/callbacks.h"
#include "web/platform/frame_loop.h"

extern "C" void baize_find_server(int again);

namespace baize::web::platform {
namespace {

struct Search {
  Server result;
  std::vector<std::function<void(const Server&)>> listeners;
  Search() { baize_find_server(0); }
};

Search& search() {
  static Search only;
  return only;
}

Server::State state_named(const std::string& name) {
  if (name == "found") return Server::State::found;
  if (name == "unreachable") return Server::State::unreachable;
  if (name == "refused") return Server::State::refused;
  return Server::State::none;
}

void set(Server result) {
  search().result = std::move(result);
  for (const auto& listener : search().listeners) listener(search().result);
  request_frame();
}

}  // namespace

const Server& server() { return search().result; }

void on_server(std::function<void(const Server&)> changed) {
  if (server().state != Server::State::searching) changed(server());
  search().listeners.push_back(std::move(changed));
}

void find_server() {
  set({});
  baize_find_server(1);
}

extern "C" EMSCRIPTEN_KEEPALIVE void baize_server_known(char* state, char* base, char* socket) {
  set({state_named(taken(state)), taken(base), taken(socket)});
}

}  // namespace baize::web::platform
