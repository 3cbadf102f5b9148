// An HTTP connection: reads requests within the limits, has the door answer them, keeps the connection alive, and hands
// the socket over when an upgrade is admitted. Never routes and never judges.
#pragma once

#include "net/corked_stream.h"
#include "net/door.h"

namespace baize::server {

// Runs the connection to its end, on the loop that the socket belongs to. The door outlives the loop.
void run_http_session(Loop& loop, LoopSocket socket, Door& door);

}  // namespace baize::server
