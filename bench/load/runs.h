// What baize-bench can measure: one function a run, each in a file named for it. A run makes its own clients, speaks to
// a server that answers already, and returns its part of the report. Each throws std::runtime_error with a sentence for
// people where it does not come about.
#pragma once

#include "load/report.h"

namespace baize::bench {

// Tables of players who move as soon as they may, or at a rate.
Json run_play(const Options& options, Served& server);
// Players who take a seat over HTTP and leave it again, all the time, while nobody plays; each of the two is a row of
// the log and a transfer of chips, durable when it is answered. Ends a server that was started for it, and audits it.
Json run_doors(const Options& options, Served& server);
// Guests who join tables at which nothing happens and are silent: what one of them costs the server in memory.
Json run_idle(const Options& options, Served& server);
// Players who ping, talk and move, so many messages a second in all: whether each is answered, and how soon.
Json run_messages(const Options& options, Served& server);
// Play at a rate, without and with spectators who do not read: what that costs everybody else.
Json run_stalled(const Options& options, Served& server);
// Play at a rate, and all seats' connections cut at once: how long until all see what somebody sees who was never away.
Json run_drop_all(const Options& options, Served& server);
// Play at a rate for minutes while connections are cut all the time: how much of it everybody was there, and whether
// the server's memory grows.
Json run_soak(const Options& options, Served& server);

}  // namespace baize::bench
