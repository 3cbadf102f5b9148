// The whole server, put together: store, journal, loops, tables, routes and listener, in the order in which they need
// each other. Used by `baize serve` and, in the same process, by the tests.
#pragma once

#include <memory>

#include "core/error.h"
#include "ops/settings.h"

namespace baize::server {

class Server {
 public:
  // Opens the database, brings the tables back and listens. The error's message is one sentence for the person at the
  // terminal.
  static core::Result<std::unique_ptr<Server>> start(const ServerSettings& settings);
  ~Server();  // as stop()

  std::uint16_t port() const;
  // Accepts nobody any more, lets what is in flight become durable, tells every client, closes with 1012 and ends.
  // Takes a few seconds at most, whatever clients do.
  void stop();

 private:
  struct Parts;
  explicit Server(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace baize::server
