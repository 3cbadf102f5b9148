// Copies the write-ahead log into the database file beside the journal, on a thread and a connection of its own: what
// is copied and synced there keeps no commit waiting. Used by SqliteStore only; it never writes to the log.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace baize::server {

class Checkpointer {
 public:
  // The file is there and in WAL mode.
  explicit Checkpointer(const std::string& path);
  ~Checkpointer();

  // Begins to copy what is in the log now, unless it is copying already.
  void start();
  bool busy() const;
  // Until it is not busy.
  void wait();

 private:
  void run();

  SQLite::Database database_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  bool busy_ = false;
  bool stopping_ = false;
  std::thread thread_;
};

// Copies what no reader still needs in the log into the file; commits of other connections go on meanwhile. Where that
// was all of it, the next commit writes the log from its beginning again. A failure leaves everything in the log.
void copy_log(SQLite::Database& database);

}  // namespace baize::server
