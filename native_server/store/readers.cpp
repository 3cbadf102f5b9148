#include "store/readers.h"

#include "ops/log.h"

namespace baize::server {

Readers::Readers(Store& store, int threads) {
  for (int i = 0; i < threads; ++i) readers_.push_back(store.reader());
  for (auto& reader : readers_) threads_.emplace_back([this, &reader] { run(*reader); });
}

void Readers::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  for (auto& thread : threads_)
    if (thread.joinable()) thread.join();
}

void Readers::guard(const std::function<void()>& run) {
  try {
    run();
  } catch (const std::exception& failure) {
    log_error({}, "Reading from the store failed: {}", failure.what());
  }
}

void Readers::enqueue(Task task) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_) return;
    queue_.push_back(std::move(task));
  }
  wake_.notify_one();
}

void Readers::run(StoreReader& reader) {
  std::unique_lock lock(mutex_);
  for (;;) {
    wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    if (stopping_) return;
    const Task task = std::move(queue_.front());
    queue_.pop_front();
    lock.unlock();
    task(reader);
    lock.lock();
  }
}

}  // namespace baize::server
