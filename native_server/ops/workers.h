// A few threads for what takes a processor's time: bots that think, passphrases and passwords that are hashed. Bounded;
// event loops hand work in and get the result posted back.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace baize::server {

class Workers {
 public:
  explicit Workers(int threads, std::size_t most_queued = 10'000);
  ~Workers() { stop(); }
  // Drops what is queued and waits for what runs; whatever is handed in later is refused.
  void stop();

  // False, and nothing happens, if too much is queued already. Any thread.
  bool run(std::function<void()> task);

 private:
  void work();

  const std::size_t most_queued_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> queue_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace baize::server
