// The bare server of a bare measurement: a WebSocket to "/<number>" is a member of that table, and whatever any member
// says, every member of the table gets a frame of the same length that begins with the count of such frames. No game,
// no disk, no JSON: what is left is Beast, the kernel, and the clients.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace baize::bench {

// A TCP socket that listens on 127.0.0.1.
struct Listening {
  int descriptor = -1;
  std::uint16_t port = 0;
};
Listening listen_locally();

// Serves until the process is ended: one thread and one event loop for each of `sockets`.
int broadcast(const std::vector<Listening>& sockets, std::size_t frame_bytes);

}  // namespace baize::bench
