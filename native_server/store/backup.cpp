#include "store/backup.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace baize::server {

namespace {

using core::fail;
using core::Reason;
using core::Result;

constexpr int k_piece = 256;  // pages

Result<void> cannot_write(const std::string& copy, int error) {
  return fail(Reason::store_unavailable, "Cannot write the copy " + copy + ": " + std::strerror(error) + ".");
}

// An open file or folder that is closed with its holder.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

// A file beside the copy that is removed again unless it has got the copy's name.
class Unfinished {
 public:
  explicit Unfinished(const std::string& copy) : name_(copy + ".XXXXXX") {
    const Descriptor made(mkstemp(name_.data()));
    made_ = made.number() >= 0;
  }
  ~Unfinished() {
    if (made_) unlink(name_.c_str());
  }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;

  bool made() const { return made_; }
  const std::string& name() const { return name_; }
  // False where there is a file of this name by now.
  bool finish(const std::string& copy) {
    int moved = renameat2(AT_FDCWD, name_.c_str(), AT_FDCWD, copy.c_str(), RENAME_NOREPLACE);
    // Not every file system can refuse to replace a file.
    if (moved != 0 && errno == EINVAL && access(copy.c_str(), F_OK) != 0)
      moved = std::rename(name_.c_str(), copy.c_str());
    made_ = made_ && moved != 0;
    return moved == 0;
  }

 private:
  std::string name_;
  bool made_ = false;
};

// What is copied stays as it is for this connection, whatever others commit, so no piece has to be copied again.
void copy_pages(const std::string& database, const std::string& copy, const std::function<void(int, int)>& tell) {
  SQLite::Database from(database, SQLite::OPEN_READONLY, 5000);
  from.exec("BEGIN");
  (void)from.execAndGet("SELECT count(*) FROM sqlite_master");
  SQLite::Database to(copy, SQLite::OPEN_READWRITE);
  // Nobody sees the copy before it is synced whole.
  to.exec("PRAGMA journal_mode = OFF");
  to.exec("PRAGMA synchronous = OFF");
  SQLite::Backup backup(to, from);
  while (backup.executeStep(k_piece) != SQLITE_DONE)
    tell(backup.getTotalPageCount() - backup.getRemainingPageCount(), backup.getTotalPageCount());
  tell(backup.getTotalPageCount(), backup.getTotalPageCount());
}

bool sync(const std::string& name, int flags) {
  const Descriptor file(open(name.c_str(), flags));
  return file.number() >= 0 && fsync(file.number()) == 0;
}

}  // namespace

Result<void> back_up(const std::string& database, const std::string& copy, const std::function<void(int, int)>& tell) {
  if (access(database.c_str(), R_OK) != 0)
    return fail(Reason::store_unavailable, "Cannot open the database " + database + ": " + std::strerror(errno) + ".");
  const auto taken = [&] {
    return fail(Reason::store_unavailable, "There is a file " + copy + " already. Give the copy another name.");
  };
  if (access(copy.c_str(), F_OK) == 0) return taken();
  Unfinished unfinished(copy);
  if (!unfinished.made()) return cannot_write(copy, errno);
  try {
    copy_pages(database, unfinished.name(), tell);
  } catch (const std::exception& failure) {
    return fail(Reason::store_unavailable, "Cannot copy " + database + ": " + failure.what() + ".");
  }
  if (!sync(unfinished.name(), O_RDONLY)) return cannot_write(copy, errno);
  if (!unfinished.finish(copy)) return errno == EEXIST ? Result<void>(taken()) : cannot_write(copy, errno);
  const auto folder = std::filesystem::absolute(copy).parent_path();
  if (!sync(folder.string(), O_RDONLY | O_DIRECTORY)) return cannot_write(copy, errno);
  return {};
}

}  // namespace baize::server
