// Listens on one address and gives each connection to the next loop in turn, where an HTTP session takes it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/error.h"
#include "net/door.h"

namespace baize::server {

class Listener {
 public:
  // Listens on `address` (an IP address, v4 or v6) and `port` (0: any free one). The error's message is one sentence
  // for the person at the terminal. Connections are accepted on the first loop.
  static core::Result<std::unique_ptr<Listener>> open(const std::string& address, std::uint16_t port,
                                                      std::vector<Loop*> loops, Door& door);
  ~Listener();

  std::uint16_t port() const;
  void start();
  // Accepts nothing more; connections that are open stay. Any thread.
  void stop();

 private:
  struct Acceptor;
  explicit Listener(std::unique_ptr<Acceptor> acceptor);
  std::unique_ptr<Acceptor> acceptor_;
};

}  // namespace baize::server
