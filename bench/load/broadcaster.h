// The bare server of a bare measurement, in a process of its own: a WebSocket to "/<number>" is a member of that table,
// and whatever any member says, every member of the table gets a frame of the same length that begins with the count of
// such frames; but what begins with a p comes back to its sender alone. No game, no disk, no JSON: what is left is
// Beast, the kernel, and the clients.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "load/child.h"
#include "load/socket_transport.h"

namespace baize::bench {

// A TCP socket that listens on 127.0.0.1.
struct Listening {
  int descriptor = -1;
  std::uint16_t port = 0;
};
Listening listen_locally();

// Runs one thread and one event loop a core for as long as it lives, each loop with an address of its own.
class BareServer {
 public:
  // `frame_bytes`: how long the frames are. Before any thread was started.
  explicit BareServer(std::size_t frame_bytes);

  // Where the members of this table meet.
  const Site& site(int table) const { return sites_[static_cast<std::size_t>(table) % sites_.size()]; }
  std::int64_t resident_bytes() const;

 private:
  std::vector<Site> sites_;
  std::unique_ptr<Child> child_;
};

}  // namespace baize::bench
