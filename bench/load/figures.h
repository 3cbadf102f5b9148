// What is counted while a measurement runs. Everybody who plays adds to one Figures; outside the measured seconds
// nothing is added. One thread.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "load/clock.h"

namespace baize::bench {

class Latencies {
 public:
  void add(Microseconds one) { all_.push_back(one); }
  void add(const Latencies& others) { all_.insert(all_.end(), others.all_.begin(), others.all_.end()); }
  std::size_t count() const { return all_.size(); }
  // The least that is not below `share` (0 to 1) of all, in milliseconds; 0 if there is none.
  double percentile_ms(double share) const;

 private:
  mutable std::vector<Microseconds> all_;
  mutable std::size_t sorted_ = 0;
};

// What is said besides moves, from the beginning on; the latencies only of what was measured.
struct Talk {
  std::uint64_t pings = 0;
  std::uint64_t pongs = 0;
  Latencies pong_latencies;
  std::uint64_t chats = 0;
  std::uint64_t chats_heard = 0;  // by each who sits at the table
  Latencies chat_latencies;       // to the last of them
};

struct Figures {
  bool measuring = false;
  Microseconds measured_us = 0;

  std::uint64_t actions = 0;  // accepted moves of players
  Latencies latencies;        // from sending a move to the last seat's newer view
  std::uint64_t messages = 0;
  std::uint64_t bytes = 0;  // of the messages' text
  std::uint64_t views = 0;
  std::uint64_t decoded = 0;  // messages that were read in full
  std::uint64_t misread = 0;  // whose glance and whose full reading did not agree
  std::uint64_t new_buy_ins = 0;
  // What viewers received for the actions that neither began nor ended a deal: what came on a connection from one view
  // to that of the next version, as long as it was on the wire. Of those who read every message.
  struct Received {
    std::uint64_t views = 0;
    std::uint64_t view_bytes = 0;    // with what happened
    std::uint64_t answer_bytes = 0;  // to what was sent on the same connection
    std::uint64_t proof_bytes = 0;   // of the cards that were turned up
    std::uint64_t other_bytes = 0;
  };
  Received within_deals;

  // From the first connection on, whatever is measured.
  std::map<std::string, std::uint64_t> errors;  // by the server's reason
  std::uint64_t drops = 0;                      // connections that were lost
  Talk talk;
};

}  // namespace baize::bench
