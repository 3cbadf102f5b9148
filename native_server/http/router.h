// Finds the handler of a request by method and path. Patterns are literal segments and {names}; what a name stood for
// is handed to the handler decoded. Knows no route itself.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "http/message.h"
#include "store/unit.h"

namespace baize::server {

// A request on its way through the house.
struct Exchange {
  Request request;
  std::vector<std::string> parameters;  // of the pattern, in order
  Reply reply;
  std::optional<NamedRequest> name = {};  // of a request that is done once (idempotency_keys.h)
};

using Handler = std::function<void(Exchange)>;

class Router {
 public:
  void add(std::string method, std::string_view pattern, Handler handler);

  struct Match {
    const Handler* handler = nullptr;  // nothing: no such path, or not with this method
    std::vector<std::string> parameters;
    std::string allowed;  // the methods that the path has, where this one is not among them
  };
  // HEAD is answered as GET.
  Match find(std::string_view method, std::string_view path) const;

  // Method and pattern of each.
  std::vector<std::pair<std::string, std::string>> routes() const;

 private:
  struct Route {
    std::string method;
    std::string pattern;
    std::vector<std::string> segments;
    Handler handler;
  };
  std::vector<Route> routes_;
};

}  // namespace baize::server
