// One event loop with its thread. A table and its connections live on one loop, so that nothing within a table needs a
// lock; everything that comes from elsewhere is posted to it as a value. Never waits on the disk.
#pragma once

#include <functional>
#include <list>
#include <memory>
#include <thread>
#include <vector>

#include "core/time.h"
#include "net/spare_buffers.h"
#include "ops/metrics.h"

namespace boost::asio {
class io_context;
}

namespace baize::server {

// Unix milliseconds by the system's clock.
core::TimeMs now_ms();

class Connection;

// Something with output that is written at the end of a turn.
class Flushed {
 public:
  virtual ~Flushed() = default;
  virtual void flush() = 0;
};

class Loop {
 public:
  Loop();
  ~Loop();  // stops and joins
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  // Starts the thread.
  void start();
  // Asks the loop to end after the task it runs; what is queued is dropped. Any thread.
  void stop();
  void join();
  // Runs `task` on the loop, in the order of posting. Any thread; also before start().
  void post(std::function<void()> task);
  // Runs `task` on this loop after everything that is queued now, at most once for many calls with the same task made
  // before it has run. Only on the loop: this is how a turn's output is written with one system call a connection.
  void flush_later(std::weak_ptr<Flushed> one);
  bool on_this_thread() const { return std::this_thread::get_id() == thread_.get_id(); }
  boost::asio::io_context& context() { return *context_; }
  // The WebSocket connections that live here. Only on the loop.
  std::list<Connection*>& connections() { return connections_; }
  // For what these connections send. Only on the loop.
  SpareBuffers& spare_buffers() { return spare_buffers_; }
  // What is counted here. Any thread.
  LoopMetrics& metrics() { return metrics_; }
  const LoopMetrics& metrics() const { return metrics_; }

 private:
  void flush();

  // These outlive the context, whose coroutines hold the connections.
  LoopMetrics metrics_;
  std::list<Connection*> connections_;
  SpareBuffers spare_buffers_;
  std::unique_ptr<boost::asio::io_context> context_;
  struct Work;
  std::unique_ptr<Work> work_;
  std::vector<std::weak_ptr<Flushed>> unflushed_;
  std::thread thread_;
};

// A timer of one loop; used only on it. Starting it again forgets what it was set to.
class LoopTimer {
 public:
  explicit LoopTimer(Loop& loop);
  ~LoopTimer();  // cancels
  LoopTimer(const LoopTimer&) = delete;
  LoopTimer& operator=(const LoopTimer&) = delete;

  // Calls `then` once in `delay` ms (at once if it is negative), unless cancelled before.
  void start(core::TimeMs delay, std::function<void()> then);
  void cancel();

 private:
  struct Armed;
  Loop& loop_;
  std::unique_ptr<Armed> armed_;  // none before it was first started
};

}  // namespace baize::server
