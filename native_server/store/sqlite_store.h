// The Store in one SQLite file: WAL, synchronous FULL, foreign keys; a group is one transaction with a savepoint a
// unit.
#pragma once

#include <string>

#include "store/store.h"

namespace baize::server {

// When the write-ahead log is copied into the file, in pages of the log.
struct LogLimits {
  int copy_pages = 2'000;   // that are not copied yet: copying begins beside the commits
  int most_pages = 16'000;  // in all: commits wait until the log can begin anew
};

// Opens or makes the file and brings it to the newest form. The error's message is one sentence for the person at the
// terminal.
core::Result<std::unique_ptr<Store>> open_sqlite_store(const std::string& path, const LogLimits& limits = {});

// Opens an existing file for reading only, without changing it: for `baize replay`, also beside a running server.
core::Result<std::unique_ptr<StoreReader>> open_sqlite_reader(const std::string& path);

}  // namespace baize::server
