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

  // From the first connection on, whatever is measured.
  std::map<std::string, std::uint64_t> errors;  // by the server's reason
  std::uint64_t drops = 0;                      // connections that were lost
  Talk talk;
};

}  // namespace baize::bench
