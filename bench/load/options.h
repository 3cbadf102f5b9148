// What a measurement is asked for on the command line. Read once by main; units stand beside each field.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "protocol/wire.h"

namespace baize::bench {

struct Options {
  int tables = 200;
  int seats = 6;       // players a table
  int spectators = 0;  // a table, besides the players
  int seconds = 15;    // of measuring, after the warm-up
  int warm_up = 3;     // seconds
  int think_ms = 0;    // a player's, on average; 0: acts as soon as the view comes
  protocol::Wire wire = protocol::Wire::cereal;
  bool deflate = false;  // JSON as a page has it: compressed, views as what changed
  int rate = 0;          // actions a second of all tables together; 0: as many as come
  std::string url = "http://127.0.0.1:8080";
  bool spawn = false;               // starts a server of its own instead
  std::string server;               // its program
  int server_loops = 0;             // 0: one a core
  std::optional<std::int64_t> pid;  // whose memory and CPU time are reported
  bool doors = false;               // players join and leave, and nobody plays
  bool keyed = false;               // each of those with an Idempotency-Key of its own
  int idle = 0;                     // so many connections that do nothing; 0: another run
  int messages = 0;                 // a second, of all clients together: pings, chat and moves
  int stalled = 0;                  // of all clients, in percent, stop reading
  bool drop_all = false;            // all connections of players are cut at once
  int soak = 0;                     // seconds in which connections are cut all the time
  bool bare = false;                // measures a bare server with the same connections and frames, too

  // How many there are at the same time.
  int connections() const { return idle > 0 ? idle : tables * (seats + spectators); }
};

// Empty where the command line was answered or refused; `exit_code` then says what main returns.
std::optional<Options> read_options(int argc, char** argv, int& exit_code);

}  // namespace baize::bench
