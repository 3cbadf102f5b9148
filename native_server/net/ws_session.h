// A WebSocket connection on the loop of its table: reads frames for a Receiver, writes messages in order, collapses the
// views of a reader that does not keep up, pings, and closes what is silent, stuck or too large. Never interprets text.
#pragma once

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include "net/corked_stream.h"
#include "net/door.h"

namespace baize::server {

using UpgradeRequest = boost::beast::http::request<boost::beast::http::string_body>;

// Takes over the connected socket `descriptor` on `admission.loop`, answers the upgrade and runs the session to its
// end. On that loop only.
void run_ws_session(Admission admission, int descriptor, bool v6, UpgradeRequest request, const NetLimits& limits);

}  // namespace baize::server
