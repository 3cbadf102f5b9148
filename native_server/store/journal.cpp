#include "store/journal.h"

#include <sys/resource.h>

#include <memory>

#include "ops/log.h"

namespace baize::server {

namespace {

// One task a loop for all answers of a group: a loop wakes once.
struct Answers {
  Loop* loop = nullptr;
  std::vector<std::pair<Journal::Done, CommitOutcome>> all;
};

void tell(std::vector<std::pair<Journal::Done, CommitOutcome>>& answers) {
  for (auto& [done, outcome] : answers)
    if (done) done(std::move(outcome));
}

// Everybody waits for this thread and it computes little: it goes first where the system allows it (root, or a limit
// on niceness that does); elsewhere all goes on without.
void go_first() {
  constexpr int k_nice = -10;
  setpriority(PRIO_PROCESS, 0, k_nice);  // of this thread alone, on Linux
}

}  // namespace

Journal::Journal(Store& store) : store_(store), thread_([this] { run(); }) {}

Journal::~Journal() { stop(); }

void Journal::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  stop_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void Journal::commit(CommitUnit unit, Loop* loop, Done done) {
  {
    const std::lock_guard lock(mutex_);
    if (!stopping_) {
      queue_.push_back({std::move(unit), loop, std::move(done)});
      done = nullptr;
    }
  }
  if (!done) return wake_.notify_one();
  CommitOutcome refused;
  refused.end = CommitOutcome::End::refused;
  refused.error = core::Reason::restarting;
  if (!loop) return done(std::move(refused));
  loop->post([done, refused] { done(refused); });
}

std::size_t Journal::queued() const {
  const std::lock_guard lock(mutex_);
  return queue_.size();
}

void Journal::run() {
  go_first();
  std::unique_lock lock(mutex_);
  for (;;) {
    wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    if (queue_.empty()) return;
    gather(lock);
    std::vector<Queued> group = std::move(queue_);
    queue_.clear();
    lock.unlock();
    commit_group(std::move(group));
    lock.lock();
  }
}

void Journal::gather(std::unique_lock<std::mutex>& lock) {
  const auto due = begun_ + k_group_every;
  if (std::chrono::steady_clock::now() < due) stop_.wait_until(lock, due, [this] { return stopping_; });
  begun_ = std::chrono::steady_clock::now();
}

void Journal::commit_group(std::vector<Queued> group) {
  std::vector<const CommitUnit*> units;
  units.reserve(group.size());
  for (const Queued& one : group) units.push_back(&one.unit);
  std::vector<CommitOutcome> outcomes;
  const auto start = Histogram::Clock::now();
  try {
    outcomes = store_.commit(units);
    failing_ = false;
  } catch (const StoreFailure& failure) {
    failing_ = true;
    log_error({}, "The store failed: {}", failure.what());
    CommitOutcome unknown;
    unknown.end = CommitOutcome::End::unknown;
    unknown.error = core::Reason::store_unavailable;
    outcomes.assign(group.size(), unknown);
  }
  commit_time_.add_since(start);
  std::vector<Answers> by_loop;
  for (std::size_t i = 0; i < group.size(); ++i) {
    auto answers = std::find_if(by_loop.begin(), by_loop.end(), [&](auto& one) { return one.loop == group[i].loop; });
    if (answers == by_loop.end()) answers = by_loop.insert(by_loop.end(), {group[i].loop, {}});
    answers->all.emplace_back(std::move(group[i].done), std::move(outcomes[i]));
  }
  for (Answers& one : by_loop) {
    if (!one.loop) {
      tell(one.all);
      continue;
    }
    auto all = std::make_shared<decltype(one.all)>(std::move(one.all));
    one.loop->post([all] { tell(*all); });
  }
  store_.tidy();
}

}  // namespace baize::server
