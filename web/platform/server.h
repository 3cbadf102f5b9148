// Which server this bundle talks to: `?server=`, else config.json beside index.html, else the page's own origin. The
// boot script looks while the program still loads; screens offer Practice when the answer is that there is none.
#pragma once

#include <functional>
#include <string>

namespace baize::web::platform {

struct Server {
  enum class State {
    searching,    ///< no answer yet
    found,        ///< it answered GET /api/games
    none,         ///< nobody named one and the page's origin is not one: a static host
    unreachable,  ///< one was named, and does not answer (or refuses this origin)
    refused,      ///< the named address is not http(s) or ws(s)
  };
  State state = State::searching;
  std::string base;    ///< "https://cards.example/", with its slash; empty without one
  std::string socket;  ///< the same for WebSockets: "wss://cards.example/"
};

const Server& server();
/// Called at each change, at once if it is known already.
void on_server(std::function<void(const Server&)> changed);
/// Looks again, for example when the network is back.
void find_server();

}  // namespace baize::web::platform
