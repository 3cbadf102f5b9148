// Says when who may act: a time to think for each, and no more in all than the wanted rate. Without either everybody
// acts at once. One thread, one timer.
#pragma once

#include <boost/asio/steady_timer.hpp>
#include <queue>
#include <random>
#include <vector>

#include "load/clock.h"

namespace baize::bench {

class Actor {
 public:
  virtual ~Actor() = default;
  virtual void act() = 0;
};

class Pacer {
 public:
  // `think_ms` on average; `rate` actions a second; 0 for none of either.
  Pacer(boost::asio::io_context& context, int think_ms, int rate);

  // `actor` has something to do; it acts when its time has come. It outlives the pacer's runs.
  void ready(Actor& actor);
  // The same, not before `delay` from now.
  void ready_later(Actor& actor, Microseconds delay);

 private:
  struct Turn {
    Microseconds at;
    Actor* actor;
    bool operator<(const Turn& other) const { return at > other.at; }  // the earliest on top of the queue
  };

  void arm();
  void release();

  boost::asio::steady_timer timer_;
  Microseconds armed_for_ = 0;  // when the timer goes off; 0: it does not run
  Microseconds think_;
  double interval_;  // between two actions of all, in microseconds
  double slot_ = 0;  // when the next one may be
  std::minstd_rand chance_;
  std::priority_queue<Turn> turns_;
};

}  // namespace baize::bench
