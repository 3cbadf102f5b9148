#include "store/checkpointer.h"

#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

namespace baize::server {

namespace {

// Commits and loops go before it wherever they want the same core.
void step_back() {
  constexpr int k_nice = 10;
  setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), k_nice);
}

// While commits go on, SQLite leaves what it has copied unsynced: all of it would be left to the copying that ends a
// round of the log, for which commits wait.
void sync_file(SQLite::Database& database) {
  sqlite3_file* file = nullptr;
  sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&file));
  if (file != nullptr && file->pMethods != nullptr) file->pMethods->xSync(file, SQLITE_SYNC_NORMAL);
}

}  // namespace

Checkpointer::Checkpointer(const std::string& path) : database_(path, SQLite::OPEN_READWRITE, 5000) {
  // A connection finds out that there is a log when it reads for the first time.
  (void)database_.execAndGet("PRAGMA user_version");
  thread_ = std::thread([this] { run(); });
}

Checkpointer::~Checkpointer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void Checkpointer::start() {
  {
    const std::lock_guard lock(mutex_);
    busy_ = true;
  }
  changed_.notify_all();
}

bool Checkpointer::busy() const {
  const std::lock_guard lock(mutex_);
  return busy_;
}

void Checkpointer::wait() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return !busy_; });
}

void Checkpointer::run() {
  step_back();
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return stopping_ || busy_; });
    if (stopping_) return;
    lock.unlock();
    copy_log(database_);
    sync_file(database_);
    lock.lock();
    busy_ = false;
    changed_.notify_all();
  }
}

void copy_log(SQLite::Database& database) {
  sqlite3_wal_checkpoint_v2(database.getHandle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
}

}  // namespace baize::server
