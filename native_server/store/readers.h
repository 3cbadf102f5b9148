// A few threads with a read-only connection each: whatever has to be looked up in the store is looked up here, so that
// no event loop waits for a disk.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <type_traits>
#include <vector>

#include "store/store.h"

namespace baize::server {

class Readers {
 public:
  Readers(Store& store, int threads);
  ~Readers() { stop(); }
  // Drops what is queued and ends; whoever asks later is not answered.
  void stop();

  // Calls `read` with a reader on one of the threads, then `done` with what it returned, there too. A failure of the
  // store is Reason::store_unavailable. Any thread.
  template <class Read, class Done>
  void read(Read read, Done done) {
    using Found = std::invoke_result_t<Read, StoreReader&>;
    enqueue([read = std::move(read), done = std::move(done)](StoreReader& reader) mutable {
      core::Result<Found> found = core::fail(core::Reason::store_unavailable);
      guard([&] { found = read(reader); });
      done(std::move(found));
    });
  }

 private:
  using Task = std::function<void(StoreReader&)>;
  static void guard(const std::function<void()>& run);
  void enqueue(Task task);
  void run(StoreReader& reader);

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Task> queue_;
  bool stopping_ = false;
  std::vector<std::unique_ptr<StoreReader>> readers_;
  std::vector<std::thread> threads_;
};

}  // namespace baize::server
