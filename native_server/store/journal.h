// The journal: the one thread that writes to the store. It takes units from all tables and routes, commits what has
// come since the last commit began as one group, and tells each sender on its own loop. No event loop ever waits for
// it.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "net/loop.h"
#include "store/store.h"

namespace baize::server {

// From the beginning of a group to that of the next one. A unit that comes alone is committed at once; under load, more
// of them share one sync, and the threads that wake for each group leave the processors to the tables.
inline constexpr std::chrono::microseconds k_group_every{1'000};

class Journal {
 public:
  using Done = std::function<void(CommitOutcome)>;

  explicit Journal(Store& store);
  ~Journal();  // commits what is queued, then ends

  // Units are committed in the order of the calls. `done` runs on `loop`, or on the journal's thread without one (and
  // must then be quick). Any thread.
  void commit(CommitUnit unit, Loop* loop, Done done);
  // Commits what is queued and ends; later units are refused as `restarting`.
  void stop();
  // The last group could not be written. Any thread.
  bool failing() const { return failing_.load(); }
  // Units that wait for the commit that runs. Any thread.
  std::size_t queued() const;
  // How long each group took. Any thread.
  const Histogram& commit_time() const { return commit_time_; }

 private:
  struct Queued {
    CommitUnit unit;
    Loop* loop = nullptr;
    Done done;
  };
  void run();
  // Waits until the next group may begin; the lock is given back meanwhile.
  void gather(std::unique_lock<std::mutex>& lock);
  void commit_group(std::vector<Queued> group);

  Store& store_;
  Histogram commit_time_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::condition_variable stop_;
  std::vector<Queued> queue_;
  bool stopping_ = false;
  std::chrono::steady_clock::time_point begun_;  // the last group
  std::atomic<bool> failing_ = false;
  std::thread thread_;
};

}  // namespace baize::server
