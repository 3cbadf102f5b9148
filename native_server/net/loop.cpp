#include "net/loop.h"

#include <algorithm>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <cstdlib>
#include <exception>

#include "ops/log.h"

namespace baize::server {

namespace asio = boost::asio;

core::TimeMs now_ms() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

struct Loop::Work {
  asio::executor_work_guard<asio::io_context::executor_type> guard;
};

Loop::Loop() : context_(std::make_unique<asio::io_context>(1)), work_(new Work{asio::make_work_guard(*context_)}) {}

Loop::~Loop() {
  stop();
  join();
}

void Loop::start() {
  thread_ = std::thread([this] {
    try {
      context_->run();
    } catch (const std::exception& failure) {
      // A room catches its own; what gets here would leave tables in a state that nobody knows. The log restores them.
      log_error({}, "An event loop failed: {}", failure.what());
      std::abort();
    }
  });
}

void Loop::stop() { context_->stop(); }

void Loop::join() {
  if (thread_.joinable()) thread_.join();
}

void Loop::post(std::function<void()> task) { asio::post(*context_, std::move(task)); }

void Loop::flush_later(std::weak_ptr<Flushed> one) {
  if (unflushed_.empty()) asio::post(*context_, [this] { flush(); });
  unflushed_.push_back(std::move(one));
}

void Loop::flush() {
  const auto ready = std::move(unflushed_);
  unflushed_.clear();
  for (const auto& one : ready)
    if (const auto alive = one.lock()) alive->flush();
}

// The handler holds `alive`, so that one that is queued already finds out that it was cancelled.
struct LoopTimer::Armed {
  asio::steady_timer timer;
  std::shared_ptr<std::uint64_t> round = std::make_shared<std::uint64_t>(0);
};

LoopTimer::LoopTimer(Loop& loop) : loop_(loop) {}

LoopTimer::~LoopTimer() { cancel(); }

void LoopTimer::start(core::TimeMs delay, std::function<void()> then) {
  cancel();
  if (!armed_) armed_.reset(new Armed{asio::steady_timer(loop_.context())});
  armed_->timer.expires_after(std::chrono::milliseconds(std::max<core::TimeMs>(delay, 0)));
  armed_->timer.async_wait(
      [round = armed_->round, mine = *armed_->round, then = std::move(then)](boost::system::error_code failed) {
        if (!failed && *round == mine) then();
      });
}

void LoopTimer::cancel() {
  if (!armed_) return;
  ++*armed_->round;
  armed_->timer.cancel();
}

}  // namespace baize::server
